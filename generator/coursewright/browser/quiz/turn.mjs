import { button, element } from "../page/element.mjs";
import { sentence } from "../page/sentence.mjs";
import words from "./words.mjs";

const NARROW = "(max-width: 44.9375em)";

/**
 * How far one is, and the result. On a narrow screen one question at a time, and the way between them; on
 * a wide one all of them.
 */
export class Turn {
  #questions;
  #done = element("span", "cw-bar-text");
  #progress = element("progress");
  #bar;
  #narrow = matchMedia(NARROW);
  #previous = button(words.previous, "previous");
  #place = element("span", "cw-place");
  #next = button(words.next, "next");
  #result = button(words.see_result, "result", "cw-primary");
  /** Position of the question that is shown; after the last one comes the result. */
  #at = 0;
  /** Whether any question is hidden. */
  #isParted = false;
  /** @type {HTMLElement | null} */
  #outcome = null;

  /**
   * @param {readonly import("./question.mjs").Question[]} questions
   * @param {Element} tools to stand beside how far one is
   */
  constructor(questions, tools) {
    this.#questions = questions;
    this.#progress.setAttribute("aria-label", words.answered);
    this.#bar = element("div", "cw-bar", this.#done, this.#progress, tools);
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

  /** @param {HTMLFormElement} form of the questions */
  surround(form) {
    form.prepend(this.#bar);
    form.append(this.root);
  }

  /** @param {HTMLElement | null} outcome the box that comes after the last question, once there is one */
  settle(outcome) {
    const [done, total] = [this.#questions.filter(({ answered }) => answered).length, this.#questions.length];
    this.#progress.value = done / total;
    this.#done.textContent = sentence(words.done, { done, total });
    this.#outcome?.remove();
    this.#outcome = outcome;
    if (outcome) this.root.before(outcome);
    this.#arrange();
  }

  /**
   * @param {Event} event of a question's link in the result
   * @param {string | undefined} value or of a button of ours
   */
  press(event, value) {
    const missed = event.target instanceof Element ? event.target.closest(".cw-missed a") : null;
    if (missed) {
      event.preventDefault();
      this.#show(this.#position(missed.getAttribute("href") ?? ""));
    }
    if (value === "previous") this.#show(this.#at - 1);
    else if (value === "next") this.#show(this.#following());
    else if (value === "result") this.showOutcome();
  }

  /** Go to the question that the address names, else to the first without an answer, else to the result. */
  resume() {
    const asked = this.#position(location.hash);
    this.#at = asked >= 0 ? asked : this.#open;
    this.#arrange();
    if (asked < 0 && this.#at) this.#questions[this.#at]?.field.scrollIntoView();
  }

  /** Go to the first without an answer, else to the result. */
  onward() {
    this.#show(this.#open);
  }

  showOutcome() {
    this.#show(this.#questions.length);
  }

  /** @param {number} at */
  #show(at) {
    this.#at = Math.max(0, at);
    this.#arrange();
    const question = this.#questions[this.#at];
    if (question) return question.show();
    this.#outcome?.focus({ preventScroll: true });
    this.#outcome?.scrollIntoView();
  }

  #arrange() {
    const { single } = this;
    const total = this.#questions.length;
    if (single || this.#isParted) this.#part(single);
    if (this.#outcome) this.#outcome.hidden = single && this.#at !== total;
    this.root.hidden = !single;
    this.#previous.disabled = this.#at === 0;
    const where = { number: this.#at + 1, total };
    this.#place.textContent = this.#at < total ? sentence(words.place, where) : words.result;
    this.#next.hidden = this.#outcome !== null && this.#at >= total - 1;
    this.#next.classList.toggle("cw-primary", this.#questions[this.#at]?.answered ?? false);
    this.#result.hidden = !this.#outcome || this.#at === total;
  }

  /** @param {boolean} single whether only one question is shown, with its case */
  #part(single) {
    this.#isParted = single;
    this.#questions.forEach(({ field }, at) => (field.hidden = single && at !== this.#at));
    const shown = this.#questions[this.#at]?.field;
    for (const unit of this.root.parentElement?.querySelectorAll(".cw-case") ?? [])
      /** @type {HTMLElement} */ (unit).hidden = single && !unit.contains(shown ?? null);
  }

  /** The next position; after the last one, the first question that was passed over. */
  #following() {
    if (this.#at + 1 < this.#questions.length) return this.#at + 1;
    return this.#open;
  }

  /** The position of the first without an answer, or after the last. */
  get #open() {
    const open = this.#questions.findIndex(({ answered }) => !answered);
    return open < 0 ? this.#questions.length : open;
  }

  /** @param {string} hash */
  #position(hash) {
    return this.#questions.findIndex(({ field }) => `#${field.id}` === hash);
  }
}
