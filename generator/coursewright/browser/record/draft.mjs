import { bare, parsed } from "./contents.mjs";

/**
 * Answers of quizzes under way, so that neither a reload nor another tab or day loses any. What could not
 * be kept is kept with the next that can.
 *
 * @typedef {object} DraftAnswer
 * @property {number} edition
 * @property {unknown} response
 * @property {boolean} checked
 * @property {number} [sure] as a try has it, 0 for nothing said
 * @property {number} [hints] as a try has them
 * @property {number} [last] of a review: the place of the last try at the item before this answer
 */
export class Draft {
  #place;
  /** By quiz and item; null to forget it. @type {Record<string, Record<string, DraftAnswer | null>>} */
  #waiting = bare();
  /** What was read last, and what is in it. @type {string | null} */
  #text = null;
  /** @type {Record<string, any>} */
  #all = bare();

  /** @param {import("./place.mjs").Place} place */
  constructor(place) {
    this.#place = place;
  }

  /**
   * The answer given to an item in a quiz, unless the item has a new edition since.
   *
   * @param {string} quiz
   * @param {string} item
   * @param {number} edition
   * @returns {DraftAnswer | null}
   */
  answer(quiz, item, edition) {
    const found = this.all(quiz)[item];
    return found?.edition === edition ? found : null;
  }

  /**
   * All answers given in a quiz, by item.
   *
   * @param {string} quiz
   * @returns {Record<string, DraftAnswer>}
   */
  all(quiz) {
    return bare(this.#read()[quiz]);
  }

  /**
   * Whether it could be kept.
   *
   * @param {string} quiz
   * @param {string} item
   * @param {DraftAnswer | null} answer null to forget it
   */
  keep(quiz, item, answer) {
    this.#waiting[quiz] = { ...this.#waiting[quiz], [item]: answer };
    const isKept = this.#place.write(JSON.stringify(this.#read()));
    if (isKept) this.#waiting = bare();
    return isKept;
  }

  clear() {
    this.#waiting = bare();
    this.#place.remove();
  }

  /** @returns {Record<string, Record<string, DraftAnswer>>} */
  #read() {
    const text = this.#place.read() ?? "{}";
    if (text !== this.#text) this.#all = bare(parsed(text));
    this.#text = text;
    const all = bare({ ...this.#all });
    for (const [quiz, answers] of Object.entries(this.#waiting)) {
      const merged = Object.entries({ ...all[quiz], ...answers });
      all[quiz] = Object.fromEntries(merged.filter(([, answer]) => answer));
    }
    return all;
  }
}
