import { element, link } from "../page/element.mjs";
import { mark } from "../page/mark.mjs";
import { sentence } from "../page/sentence.mjs";
import { due, isMisled, itemFor, missed, remembered } from "./memories.mjs";
import words from "./words.mjs";

/**
 * @typedef {import("./memories.mjs").Listed} Listed
 * @typedef {import("./memories.mjs").LearnerRecord} LearnerRecord
 * @typedef {import("./filter.mjs").Chosen} Chosen
 */

/** The items of a course with the pages that they are on. */
export class Bank {
  #items;
  #root;

  /**
   * @param {import("./memories.mjs").Items} items
   * @param {URL} root of the site
   */
  constructor(items, root) {
    this.#items = items;
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
    const found = due(remembered(this.#items, record), Date.now());
    return found.flatMap(({ objective }) => itemFor(own, objective, record));
  }

  /**
   * @param {LearnerRecord} record
   * @param {Chosen} chosen
   */
  missed(record, chosen) {
    return missed(this.#within(chosen), record);
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
   * Items by what they test, each with a link to where it is asked, and to the text.
   *
   * @param {readonly Listed[]} items
   * @param {LearnerRecord} record
   */
  list(items, record) {
    const rows = [...new Set(items.map((item) => item[2]))].map((objective) => {
      const [text, url] = this.#items.objectives[objective] ?? ["", ""];
      const own = items.filter((item) => item[2] === objective);
      const questions = own.flatMap((item, at) => [
        " · ",
        link(sentence(words.question, { number: at + 1 }), `${this.address(item)}#q-${item[0]}`),
        ...(isMisled(item, record) ? [" ", mark("wrong", words.misled)] : []),
      ]);
      return element("li", "", text, element("br"), link(words.section, this.at(url)), ...questions);
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
