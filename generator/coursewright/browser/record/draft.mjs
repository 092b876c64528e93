/**
 * Answers of quizzes under way, so that a reload or a look at another page loses none.
 *
 * @typedef {{edition: number, chosen: number[], checked: boolean}} DraftAnswer
 */
export class Draft {
  #drawer;

  /** @param {import("./drawer.mjs").Drawer} drawer */
  constructor(drawer) {
    this.#drawer = drawer;
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
    const found = this.#read()[quiz]?.[item];
    return found?.edition === edition && Array.isArray(found.chosen) ? found : null;
  }

  /**
   * @param {string} quiz
   * @param {string} item
   * @param {DraftAnswer | null} answer null to forget it
   */
  keep(quiz, item, answer) {
    const all = this.#read();
    const { [item]: _, ...others } = all[quiz] ?? {};
    const entries = answer ? { ...others, [item]: answer } : others;
    this.#drawer.write(JSON.stringify({ ...all, [quiz]: entries }));
  }

  clear() {
    this.#drawer.remove();
  }

  /** @returns {Record<string, Record<string, DraftAnswer>>} */
  #read() {
    try {
      return JSON.parse(this.#drawer.read() ?? "{}") ?? {};
    } catch {
      return {};
    }
  }
}
