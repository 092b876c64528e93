import { element, link } from "../page/element.mjs";
import { sentence } from "../page/sentence.mjs";
import { due, itemFor, missed, remembered } from "./memories.mjs";
import words from "./words.mjs";

/** @typedef {import("./memories.mjs").Listed} Listed */

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

  /**
   * An item for each objective that has come back, of a chapter or of all.
   *
   * @param {import("./memories.mjs").LearnerRecord} record
   * @param {string} chapter
   */
  due(record, chapter) {
    const found = due(remembered(this.#items, record), Date.now());
    const own = found.filter(({ objective }) => this.#isIn(objective, chapter));
    return own.flatMap(({ objective }) => itemFor(this.#items, objective, record));
  }

  /**
   * @param {import("./memories.mjs").LearnerRecord} record
   * @param {string} chapter
   */
  missed(record, chapter) {
    return missed(this.#items, record).filter((item) => this.#isIn(item[2], chapter));
  }

  /**
   * Where an item is asked.
   *
   * @param {Listed} item
   */
  address(item) {
    return this.#at(this.#items.pages[item[3]] ?? "");
  }

  /**
   * Items by what they test, each with a link to where it is asked, and to the text.
   *
   * @param {readonly Listed[]} items
   */
  list(items) {
    const rows = [...new Set(items.map((item) => item[2]))].map((objective) => {
      const [text, url] = this.#items.objectives[objective] ?? ["", ""];
      const own = items.filter((item) => item[2] === objective);
      const questions = own.flatMap((item, at) => [
        " · ",
        link(sentence(words.question, { number: at + 1 }), `${this.address(item)}#q-${item[0]}`),
      ]);
      return element("li", "", text, element("br"), link(words.section, this.#at(url)), ...questions);
    });
    return element("ul", "cw-mistakes", ...rows);
  }

  /**
   * @param {number} objective
   * @param {string} chapter its number, or nothing for all
   */
  #isIn(objective, chapter) {
    return !chapter || String(this.#items.objectives[objective]?.[2]) === chapter;
  }

  /** @param {string} url from the root of the site */
  #at(url) {
    return new URL(url, this.#root).href;
  }
}
