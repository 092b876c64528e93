import { element, link } from "../page/element.mjs";
import { mark } from "../page/mark.mjs";
import { sentence } from "../page/sentence.mjs";
import { due, remembered } from "./memories.mjs";
import { isMisled, itemFor, missed } from "./questions.mjs";
import words from "./words.mjs";

/**
 * @typedef {import("./memories.mjs").Listed} Listed
 * @typedef {import("./memories.mjs").LearnerRecord} LearnerRecord
 * @typedef {import("./filter.mjs").Chosen} Chosen
 */

/** The items of a course with the pages that they are on. */
export class Bank {
  #items;
  #stems;
  #root;

  /**
   * @param {import("./memories.mjs").Items} items
   * @param {Record<string, string>} stems the first line of each, by item; there may be none of some
   * @param {URL} root of the site
   */
  constructor(items, stems, root) {
    this.#items = items;
    this.#stems = stems;
    this.#root = root;
  }

  /** Numbers of chapters. */
  get chapters() {
    return [...new Set(this.#items.objectives.map(([, , chapter]) => chapter))].sort((a, b) => a - b);
  }

  /** Titles of competencies. */
  get competencies() {
    return this.#items.competencies.map(([, title]) => title);
  }

  /**
   * An item for each objective that has come back.
   *
   * @param {LearnerRecord} record
   * @param {Chosen} chosen
   */
  due(record, chosen) {
    const own = this.#within(chosen);
    const now = Date.now();
    const found = due(remembered(this.#items, record, now), now);
    return found.flatMap(({ objective }) => itemFor(own, objective, record, now));
  }

  /**
   * @param {LearnerRecord} record
   * @param {Chosen} chosen
   */
  missed(record, chosen) {
    return missed(this.#within(chosen), record, Date.now());
  }

  /**
   * Where an item is asked.
   *
   * @param {Listed} item
   */
  address(item) {
    return this.at(this.#items.pages[item[3]] ?? "");
  }

  /**
   * Items by the first line of what they ask, each a link to where it is asked; then what it tests, with a
   * link to the text.
   *
   * @param {readonly Listed[]} items
   * @param {LearnerRecord} record
   */
  list(items, record) {
    const rows = items.map((item, at) => {
      const [id, , objective] = item;
      const [text = "", url = ""] = this.#items.objectives[objective] ?? [];
      const stem = this.#stems[id] ?? sentence(words.question, { number: at + 1 });
      const about = element("p", "cw-m", text, " · ", link(words.section, this.at(url)));
      const misled = isMisled(item, record) ? [" ", mark("wrong", words.misled)] : [];
      return element("li", "", link(stem, `${this.address(item)}#q-${id}`), ...misled, about);
    });
    return element("ul", "cw-mistakes", ...rows);
  }

  /** @param {string} url from the root of the site */
  at(url) {
    return new URL(url, this.#root).href;
  }

  /** @param {Chosen} chosen */
  #within({ chapter, competency }) {
    const { items, objectives } = this.#items;
    const isIn = (/** @type {Listed} */ [, , objective, , competencies]) =>
      (!chapter || String(objectives[objective]?.[2]) === chapter) &&
      (!competency || competencies.includes(Number(competency)));
    return { ...this.#items, items: items.filter(isIn) };
  }
}
