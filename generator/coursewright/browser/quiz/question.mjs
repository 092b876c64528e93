import { element } from "../page/element.mjs";
import { isEmpty } from "../scoring/response.mjs";
import { verdict } from "../scoring/scoring.mjs";
import { Controls } from "./controls.mjs";
import { seedOf, shuffler } from "./draw.mjs";
import { explained, focusVerdict, said } from "./feedback.mjs";
import { countHints } from "./hints.mjs";
import { sureness } from "./sureness.mjs";
import words from "./words.mjs";

/**
 * One question: a fieldset whose disclosure of answers becomes feedback on the response. It stays as it
 * came until it is about to be seen or used: a page may have hundreds.
 *
 * The contract with the HTML is in `render/questions/`.
 */
export class Question {
  /** @type {import("../scoring/scoring.mjs").Verdict} */
  verdict = "unanswered";
  /** @type {import("../scoring/scoring.mjs").Score} */
  score = { points: 0, of: 1 };
  /** How sure the learner was: 1 for a guess, 2, 3 for sure; 0 where nothing was said. */
  sure = 0;
  /** How many hints were opened before there was a verdict. */
  hints = 0;
  #number = 0;
  #seed = 0;
  #isAsked = false;
  /** @type {Controls | null} */
  #made = null;

  /** @param {HTMLFieldSetElement} field */
  constructor(field) {
    this.field = field;
  }

  get id() {
    return this.field.id.slice(2);
  }

  get edition() {
    return Number(this.field.dataset.edition ?? 1);
  }

  get answered() {
    return this.verdict !== "unanswered";
  }

  /** Plain JSON, as the shape has it. */
  get response() {
    return this.#controls.shape.response;
  }

  set response(response) {
    this.#controls.shape.response = response;
    this.ready();
  }

  get #controls() {
    this.wake();
    return /** @type {Controls} */ (this.#made);
  }

  /** Become a question that can be answered here. */
  wake() {
    if (this.#made) return;
    this.#made = new Controls(this.field);
    countHints(this);
    this.#place();
    this.ask(this.#isAsked);
    this.ready();
  }

  /** Let the response be checked as soon as there is one; until then the button says what is missing. */
  ready() {
    const { check, feedback, shape } = this.#controls;
    /** @type {HTMLInputElement | null} */
    const sure = this.field.querySelector(".cw-sure :checked");
    if (sure) this.sure = Number(sure.value);
    const isReady = !isEmpty(this.response);
    check.textContent = shape.label || words.check;
    check.setAttribute("aria-disabled", String(!isReady));
    if (isReady && !this.answered) feedback.replaceChildren();
  }

  /** Score the response, lock it and explain every entry; false if there is nothing to check. */
  check() {
    const { feedback, shape } = this.#controls;
    if (this.answered) return false;
    if (isEmpty(this.response)) {
      feedback.replaceChildren(element("p", "cw-m", shape.unready));
      return false;
    }
    if (shape.prepare?.()) {
      this.ready();
      return false;
    }
    this.close();
    return true;
  }

  /** Score the response, lock it and explain every entry; none is worth nothing, and stays unanswered. */
  close() {
    const { answer, check, feedback, shape } = this.#controls;
    shape.prepare?.();
    const response = this.response;
    this.score = shape.score(response);
    this.verdict = verdict(this.score, response);
    check.hidden = true;
    this.ask(false);
    shape.explain();
    feedback.replaceChildren(...said(this), explained(answer.querySelector(":scope > .cw-e")));
  }

  /**
   * Ask how sure one is, or no longer; never once there is a verdict.
   *
   * @param {boolean} isAsked
   */
  ask(isAsked) {
    this.#isAsked = isAsked;
    if (!this.#made) return;
    this.field.querySelector(".cw-sure")?.remove();
    if (isAsked && !this.answered) this.#made.check.before(sureness(`sure-${this.id}`, this.sure));
  }

  /** Bring it to the top of the window, and focus to it. */
  show() {
    this.wake();
    this.field.focus({ preventScroll: true });
    this.field.scrollIntoView();
  }

  /** Let feedback be seen, and read. */
  focusVerdict() {
    focusVerdict(this.#controls.feedback);
  }

  /**
   * Stand at another place of the quiz, with its entries in another order where that is no help.
   *
   * @param {number} number
   * @param {number} seed of all questions' draws, 0 for the order in the page
   */
  draw(number, seed) {
    this.#number = number;
    this.#seed = seed;
    if (this.#made) this.#place();
  }

  #place() {
    const shown = this.field.querySelector("legend > b");
    if (shown && this.#number) shown.textContent = String(this.#number);
    if (!this.#seed || this.field.hasAttribute("data-fixed")) return;
    // Each has a draw of its own, so that one that has gone does not mix up the others.
    this.#made?.shape.draw?.(shuffler(seedOf(this.id, this.#seed)));
  }

  /** As if it had never been answered. */
  reset() {
    const { check, feedback, shape } = this.#controls;
    this.verdict = "unanswered";
    this.sure = this.hints = 0;
    feedback.replaceChildren();
    shape.reset();
    check.hidden = false;
    this.ready();
  }
}
