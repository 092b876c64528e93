import { button, element } from "../page/element.mjs";
import { Late } from "./late.mjs";
import words from "./words.mjs";

/** The result of a quiz: its code begins to come with the first answer, and is needed after the last. */
export class Result {
  #code = new Late(outcomes);

  prepare() {
    this.#code.get();
  }

  /**
   * A box for the result, or for saying that it did not come.
   *
   * @param {Parameters<typeof import("./outcome/outcome.mjs").outcome>} known
   */
  async box(...known) {
    const code = await this.#code.get();
    if (code) return code.outcome(...known);
    const box = element("section", "cw-outcome", element("p", "", words.no_result));
    box.append(button(words.retry, "retry"));
    box.tabIndex = -1;
    return box;
  }
}

/**
 * @param {string} end of its address
 * @returns {Promise<typeof import("./outcome/outcome.mjs")>}
 */
function outcomes(end) {
  return end ? import(`./outcome/outcome.mjs${end}`) : import("./outcome/outcome.mjs");
}
