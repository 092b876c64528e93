import { counted } from "../page/counted.mjs";
import { button, element } from "../page/element.mjs";
import { sentence } from "../page/sentence.mjs";
import { Download } from "../tool/download.mjs";
import { csv } from "./csv.mjs";
import { day } from "./day.mjs";
import { spans, tryCount, unlisted } from "./evidence.mjs";
import { refresh } from "../learn/refreshed.mjs";
import { table } from "./table.mjs";
import { triesTable } from "./triestable.mjs";
import words from "./words.mjs";

/** @typedef {import("../record/concerns.mjs").LearnerRecord} LearnerRecord */

/** @type {import("../review/memories.mjs").Items} */
const NO_ITEMS = { pages: [], objectives: [], competencies: [], items: [] };
/** @type {import("../learn/learning.mjs").Catalogue} */
const NOTHING = { chapters: [] };

/** Folded away: the tries behind the figures, and all of them as a table to take along. */
export class EvidenceBox {
  #body = element("div");
  #said = element("p", "cw-m");
  #download = new Download();
  #items = NO_ITEMS;
  #known = NOTHING;
  root = element("details", "cw-how", element("summary", "", words.data), this.#body, this.#said);

  constructor() {
    this.#said.setAttribute("role", "status");
  }

  /**
   * @param {import("../learn/learning.mjs").Catalogue | null} known
   * @param {import("../review/memories.mjs").Items | null} items
   * @param {LearnerRecord} record
   */
  show(known, items, record) {
    this.#items = items ?? NO_ITEMS;
    this.#known = known ?? NOTHING;
    const count = tryCount(record, ["items"]);
    const more = unlisted(record);
    refresh(this.#body, [
      element("p", "", count ? sentence(counted(words.tries, count), { count }) : words.no_tries),
      ...(more ? [element("p", "", sentence(words.unlisted, { count: more }))] : []),
      ...(known && items && count ? [byChapter(known, spans(items, record, Date.now()))] : []),
      ...(count ? [element("p", "cw-buttons", button(words.csv, "csv"))] : []),
    ]);
  }

  /** @param {LearnerRecord} record */
  give(record) {
    const rows = triesTable(this.#items, record, this.#known);
    this.#download.give(csv(rows), "learning-tries.csv", "text/csv");
    this.#said.textContent = words.csv_given;
  }

  close() {
    this.#download.close();
  }
}

/**
 * @param {import("../learn/learning.mjs").Catalogue} known
 * @param {Map<number, import("./evidence.mjs").Span>} found
 */
function byChapter({ chapters }, found) {
  const named = chapters.map(({ number, title }) => ({ number, name: `${number} ${title}` }));
  const rows = [...named, { number: 0, name: words.changed }].flatMap(({ number, name }) => {
    const span = found.get(number);
    return span ? [[name, String(span.count), day(span.first), day(span.last)]] : [];
  });
  return table([words.chapter, words.answers, words.first, words.last], rows);
}
