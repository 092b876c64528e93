import { element } from "../page/element.mjs";
import words from "./words.mjs";

/** Reading what was answered, after the end: all of it, or only what was missed. */
export class Reviewing {
  #questions;
  #box = element("input");

  /** @param {readonly import("../quiz/question.mjs").Question[]} questions */
  constructor(questions) {
    this.#questions = questions;
    this.#box.type = "checkbox";
    const label = element("label", "cw-only-missed", this.#box, " ", words.only_missed);
    this.root = element("div", "cw-reviewing", element("h2", "", words.review), label);
    this.root.hidden = true;
  }

  begin() {
    this.root.hidden = false;
    this.filter();
  }

  showAll() {
    this.#box.checked = false;
    this.filter();
  }

  filter() {
    if (this.root.hidden) return;
    const isShown = (/** @type {string} */ verdict) => !this.#box.checked || verdict !== "right";
    for (const { field, verdict } of this.#questions) field.hidden = !isShown(verdict);
    for (const { field } of this.#questions) {
      const unit = /** @type {HTMLElement | null} */ (field.closest(".cw-case"));
      if (unit) unit.hidden = !unit.querySelector("fieldset.cw-q:not([hidden])");
    }
  }
}
