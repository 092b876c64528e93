import { element } from "../page/element.mjs";
import { sentence } from "../page/sentence.mjs";
import { parsed } from "../record/contents.mjs";
import { placed } from "../record/device.mjs";
import { Place } from "../record/place.mjs";
import words from "./words.mjs";

/**
 * What of the course is looked at; an empty text is all of it.
 *
 * @typedef {{chapter: string, competency: string}} Chosen `chapter` is its number, `competency` its place in
 *   the list
 */

/** For as long as the window is open: who comes tomorrow begins with all of the course. */
const PLACE = new Place(() => sessionStorage, placed(":review").key);

/** Lists of the chapters and of the competencies that questions are about; the choice outlasts a reload. */
export class Filter {
  #chapter = element("select");
  #competency = element("select");

  /** @param {import("./bank.mjs").Bank} bank */
  constructor({ chapters, competencies }) {
    this.#chapter.append(new Option(words.all_chapters, ""), ...chapters.map(chapterOption));
    const named = competencies.map((title, at) => new Option(title, String(at)));
    this.#competency.append(new Option(words.all_competencies, ""), ...named);
    this.#choose({ chapter: "", competency: "", ...parsed(PLACE.read() ?? "") });
    const own = competencies.length ? [element("label", "", words.competency, this.#competency)] : [];
    this.root = element("form", "cw-filter", element("label", "", words.chapter, this.#chapter), ...own);
  }

  /** @returns {Chosen} */
  get chosen() {
    return { chapter: this.#chapter.value, competency: this.#competency.value };
  }

  keep() {
    PLACE.write(JSON.stringify(this.chosen));
  }

  /** @param {Chosen} kept of which the course may have something no more */
  #choose({ chapter, competency }) {
    this.#chapter.value = chapter;
    this.#competency.value = competency;
    for (const list of [this.#chapter, this.#competency])
      list.selectedIndex = Math.max(0, list.selectedIndex);
  }

  /** What is chosen in words, nothing for all of the course. */
  get said() {
    const lists = [this.#chapter, this.#competency].filter(({ value }) => value);
    return lists.map(({ selectedOptions }) => selectedOptions[0]?.text).join(" · ");
  }
}

/** @param {number} chapter */
function chapterOption(chapter) {
  return new Option(sentence(words.chapter_number, { number: chapter }), String(chapter));
}
