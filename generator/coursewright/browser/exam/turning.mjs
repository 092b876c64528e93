import { button, element } from "../page/element.mjs";
import { sentence } from "../page/sentence.mjs";
import words from "./words.mjs";

const NARROW = "(max-width: 44.9375em)";

/**
 * On a narrow screen one question at a time, and the way between them; on a wide one all of them. Behind the
 * last one it is submitted.
 */
export class Turning {
  #questions;
  #narrow = matchMedia(NARROW);
  #previous = button(words.previous, "previous");
  #place = element("span", "cw-place");
  #next = button(words.next, "next");
  #submit = button(words.submit, "submit", "cw-primary");
  #at = 0;
  #isOver = false;

  /** @param {readonly import("../quiz/question.mjs").Question[]} questions */
  constructor(questions) {
    this.#questions = questions;
    this.root = element("div", "cw-turn", this.#previous, this.#place, this.#next, this.#submit);
  }

  connect() {
    this.#narrow.addEventListener("change", this);
    this.#arrange();
  }

  disconnect() {
    this.#narrow.removeEventListener("change", this);
  }

  handleEvent() {
    this.#arrange();
  }

  /** Where one stands, -1 where all questions are seen. */
  get here() {
    return this.#isSingle ? this.#at : -1;
  }

  /** Show all questions from now on, for reading. */
  end() {
    this.#isOver = true;
    this.#arrange();
  }

  /** @param {number} by how many places to go */
  go(by) {
    this.show(this.#at + by);
  }

  /** @param {number} at */
  show(at) {
    this.#at = Math.min(Math.max(0, at), this.#questions.length - 1);
    this.#arrange();
    this.#questions[this.#at]?.show();
  }

  get #isSingle() {
    return this.#narrow.matches && !this.#isOver;
  }

  #arrange() {
    const shown = this.#questions[this.#at]?.field;
    for (const { field } of this.#questions) {
      field.hidden = this.#isSingle && field !== shown;
      const unit = /** @type {HTMLElement | null} */ (field.closest(".cw-case"));
      if (unit) unit.hidden = this.#isSingle && !unit.contains(shown ?? null);
    }
    const isLast = this.#at === this.#questions.length - 1;
    this.root.hidden = this.#isOver;
    this.#previous.hidden = this.#place.hidden = !this.#isSingle;
    this.#next.hidden = !this.#isSingle || isLast;
    this.#submit.hidden = this.#isSingle && !isLast;
    this.#previous.disabled = this.#at === 0;
    const where = { number: this.#at + 1, total: this.#questions.length };
    this.#place.textContent = sentence(words.place, where);
  }
}
