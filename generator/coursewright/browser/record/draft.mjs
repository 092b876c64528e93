import { bare, parsed } from "./contents.mjs";

/**
 * Answers of quizzes under way, so that neither a reload nor another tab or day loses any.
 *
 * @typedef {{edition: number, response: unknown, checked: boolean}} DraftAnswer
 */
export class Draft {
  #place;

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
    const found = bare(this.#read()[quiz] ?? {})[item];
    return found?.edition === edition ? found : null;
  }

  /**
   * Whether it could be kept.
   *
   * @param {string} quiz
   * @param {string} item
   * @param {DraftAnswer | null} answer null to forget it
   */
  keep(quiz, item, answer) {
    const all = this.#read();
    const { [item]: _, ...others } = bare(all[quiz] ?? {});
    all[quiz] = answer ? { ...others, [item]: answer } : others;
    return this.#place.write(JSON.stringify(all));
  }

  clear() {
    this.#place.remove();
  }

  /** @returns {Record<string, Record<string, DraftAnswer>>} */
  #read() {
    return bare(parsed(this.#place.read() ?? "{}"));
  }
}
