import { element } from "../page/element.mjs";
import { sentence } from "../page/sentence.mjs";
import words from "./words.mjs";

/** How many questions of a quiz are answered: “3 / 12” and a thin bar. */
export class Bar {
  #text = element("span", "cw-bar-text");
  #progress = element("progress");

  /**
   * @param {number} total
   * @param {Element} tools beside it
   */
  constructor(total, tools) {
    this.#progress.max = total;
    this.#progress.setAttribute("aria-label", words.answered);
    this.root = element("div", "cw-bar", this.#text, this.#progress, tools);
  }

  /** @param {number} done */
  show(done) {
    this.#progress.value = done;
    this.#text.textContent = sentence(words.done, { done, total: this.#progress.max });
  }
}
