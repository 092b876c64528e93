import { button, element } from "../page/element.mjs";
import { sentence } from "../page/sentence.mjs";
import words from "./words.mjs";

const NARROW = "(max-width: 44.9375em)";

/** On a narrow screen one question at a time, and the way between them; on a wide one all of them. */
export class Turn {
  #questions;
  #narrow = matchMedia(NARROW);
  #previous = button(words.previous, "previous");
  #place = element("span", "cw-place");
  #next = button(words.next, "next");
  #result = button(words.see_result, "result", "cw-primary");
  /** Position of the question that is shown; after the last one comes the result. */
  #at = 0;
  /** @type {HTMLElement | null} */
  #outcome = null;

  /** @param {readonly import("./question.mjs").Question[]} questions */
  constructor(questions) {
    this.#questions = questions;
    this.#at = Math.max(0, this.#position(location.hash));
    this.root = element("div", "cw-turn", this.#previous, this.#place, this.#next, this.#result);
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

  /** Whether one question fills the screen. */
  get single() {
    return this.#narrow.matches;
  }

  /** The box that comes after the last question, once there is one. */
  get outcome() {
    return this.#outcome;
  }

  set outcome(box) {
    this.#outcome?.remove();
    this.#outcome = box;
    if (box) this.root.before(box);
    this.#arrange();
  }

  /** @param {string | undefined} value the value of a button of ours */
  press(value) {
    if (value === "previous") this.#show(this.#at - 1);
    else if (value === "next") this.#show(this.#following());
    else if (value === "result") this.#show(this.#questions.length);
  }

  /** @param {string} hash of a question, with its # */
  open(hash) {
    this.#show(this.#position(hash));
  }

  restart() {
    this.#at = 0;
    this.outcome = null;
  }

  /** @param {number} at */
  #show(at) {
    this.#at = Math.max(0, at);
    this.#arrange();
    (this.#questions[this.#at]?.field ?? this.#outcome)?.focus();
  }

  #arrange() {
    const total = this.#questions.length;
    this.#questions.forEach(({ field }, at) => (field.hidden = this.single && at !== this.#at));
    if (this.#outcome) this.#outcome.hidden = this.single && this.#at !== total;
    this.root.hidden = !this.single;
    this.#previous.disabled = this.#at === 0;
    const where = { number: this.#at + 1, total };
    this.#place.textContent = this.#at < total ? sentence(words.place, where) : words.result;
    this.#next.hidden = this.#outcome !== null && this.#at >= total - 1;
    this.#result.hidden = !this.#outcome || this.#at === total;
  }

  /** The next position; after the last one, the first question that was passed over. */
  #following() {
    if (this.#at + 1 < this.#questions.length) return this.#at + 1;
    return this.#questions.findIndex((question) => !question.answered);
  }

  /** @param {string} hash */
  #position(hash) {
    return this.#questions.findIndex(({ field }) => `#${field.id}` === hash);
  }
}
