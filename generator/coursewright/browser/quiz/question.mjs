import { isEmpty } from "../scoring/response.mjs";
import { RULES } from "../scoring/rules.mjs";
import { verdict } from "../scoring/scoring.mjs";
import { Controls } from "./controls.mjs";
import { explained, focusVerdict, said } from "./feedback.mjs";
import { countHints } from "./hints.mjs";
import { reveal } from "./reveal.mjs";
import { sureness } from "./sureness.mjs";

/**
 * One question: a fieldset whose disclosure of answers becomes feedback on the response. It stays as it
 * came until it is about to be seen or used: a page may have hundreds.
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
  #isAsked = false;
  /** @type {[number: number, seed: number]} */
  #drawn = [0, 0];
  /** @type {Controls | null} */
  #made = null;

  /** @param {HTMLFieldSetElement} field */
  constructor(field) {
    this.field = field;
    this.id = field.id.slice(2);
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
    // Another window may have had an answer that was not here at the end.
    if (this.#controls.check.hidden) this.reset();
    this.#controls.shape.response = response;
    this.ready();
  }

  /** Whether something of it is open, or cannot be read. */
  get isDoubtful() {
    return this.#controls.shape.isDoubtful;
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
    this.#made.draw(...this.#drawn);
    this.ask(this.#isAsked);
    this.ready();
  }

  /** Let the response be checked as soon as there is one; until then the button says what is missing. */
  ready() {
    /** @type {HTMLInputElement | null} */
    const sure = this.field.querySelector(".cw-sure :checked");
    if (sure) this.sure = Number(sure.value);
    const isReady = !isEmpty(this.response);
    this.#controls.ready(isReady);
    if (isReady && !this.answered) this.#controls.feedback.replaceChildren();
  }

  /** Score it; false if not all is there for that. @param {boolean} [isFinal] whatever is left open */
  check(isFinal) {
    if (this.answered || this.#controls.doubts(isFinal)) return false;
    if (this.#controls.shape.prepare?.()) {
      this.ready();
      // What it is judged by comes before whoever wrote it, and the button that was pressed scores next.
      if (!isFinal) this.field.querySelector(/** @type {"div"} */ (".cw-rubric"))?.focus();
      return false;
    }
    this.close();
    return true;
  }

  /** Score the response, lock it and explain every entry; none is worth nothing, and stays unanswered. */
  close() {
    const { answer, check, feedback, shape } = this.#controls;
    if (check.hidden) return;
    shape.prepare?.();
    const response = this.response;
    this.score = RULES[/** @type {any} */ (this.field.dataset.shape)](shape.asked, response);
    this.verdict = verdict(this.score, response);
    check.hidden = true;
    this.ask(false);
    shape.explain();
    feedback.replaceChildren(...said(this), ...explained(answer.querySelector(":scope > .cw-e")));
  }

  /** @param {boolean} isAsked whether to ask how sure one is; never once there is a verdict */
  ask(isAsked) {
    this.#isAsked = isAsked;
    const [there, isDue] = [this.field.querySelector(".cw-sure"), isAsked && !this.answered];
    if (!isDue) there?.remove();
    else if (!there) this.#made?.check.before(sureness(`sure-${this.id}`, this.sure));
  }

  /** Bring it to the top of the window, and focus to it. */
  show() {
    this.wake();
    this.field.focus({ preventScroll: true });
    reveal(this.field);
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
    this.#drawn = [number, seed];
    this.#made?.draw(...this.#drawn);
  }

  /** As if it had never been answered. */
  reset() {
    this.verdict = "unanswered";
    this.sure = this.hints = 0;
    this.#made?.reset();
    if (this.#made) this.ready();
  }
}
