import { button, element } from "../page/element.mjs";
import { isEmpty } from "../scoring/response.mjs";
import { verdict } from "../scoring/scoring.mjs";
import { explained, focusVerdict, said } from "./feedback.mjs";
import { countHints } from "./hints.mjs";
import { SHAPES } from "./shapes/shapes.mjs";
import { sureness } from "./sureness.mjs";
import words from "./words.mjs";

/**
 * One question: a fieldset whose disclosure of answers becomes feedback on the response.
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
  #shape;
  #answer;
  #check = button(words.check, "check", "cw-primary");
  #feedback = element("div", "cw-feedback");

  /** @param {HTMLFieldSetElement} field */
  constructor(field) {
    const Shape = SHAPES[field.dataset.shape ?? ""];
    if (!Shape) throw new TypeError(`no shape: ${field.id}`);
    this.field = field;
    this.#answer = /** @type {HTMLElement} */ (field.querySelector(":scope > .cw-a"));
    this.#answer.hidden = true;
    /** @type {NodeListOf<HTMLElement>} */
    const reasons = this.#answer.querySelectorAll(":scope > ol > li");
    this.#shape = new Shape(field, [...reasons]);
    // The legend names the group, so a reader who lands here hears the question.
    field.tabIndex = -1;
    this.#feedback.setAttribute("aria-live", "polite");
    field.append(element("div", "cw-act", this.#check), this.#feedback);
    countHints(this);
    this.ready();
  }

  get id() {
    return this.field.dataset.item ?? "";
  }

  get edition() {
    return Number(this.field.dataset.edition ?? 1);
  }

  get answered() {
    return this.verdict !== "unanswered";
  }

  /** Plain JSON, as the shape has it. */
  get response() {
    return this.#shape.response;
  }

  set response(response) {
    this.#shape.response = response;
    this.ready();
  }

  /** Let the response be checked as soon as there is one; until then the button says what is missing. */
  ready() {
    /** @type {HTMLInputElement | null} */
    const sure = this.field.querySelector(".cw-sure :checked");
    if (sure) this.sure = Number(sure.value);
    const isReady = !isEmpty(this.response);
    this.#check.textContent = this.#shape.label || words.check;
    this.#check.setAttribute("aria-disabled", String(!isReady));
    if (isReady && !this.answered) this.#feedback.replaceChildren();
  }

  /** Score the response, lock it and explain every entry; false if there is nothing to check. */
  check() {
    const response = this.response;
    if (this.answered) return false;
    if (isEmpty(response)) {
      this.#feedback.replaceChildren(element("p", "cw-m", this.#shape.unready));
      return false;
    }
    if (this.#shape.prepare?.()) {
      this.ready();
      return false;
    }
    this.close();
    return true;
  }

  /** Score the response, lock it and explain every entry; none is worth nothing, and stays unanswered. */
  close() {
    this.#shape.prepare?.();
    const response = this.response;
    this.score = this.#shape.score(response);
    this.verdict = verdict(this.score, response);
    this.#check.hidden = true;
    this.ask(false);
    this.#shape.explain();
    this.#feedback.replaceChildren(...said(this), explained(this.#answer.querySelector(":scope > .cw-e")));
  }

  /**
   * Ask how sure one is, or no longer; never once there is a verdict.
   *
   * @param {boolean} isAsked
   */
  ask(isAsked) {
    this.field.querySelector(".cw-sure")?.remove();
    if (isAsked && !this.answered) this.#check.before(sureness(`sure-${this.id}`, this.sure));
  }

  /** Bring it to the top of the window, and focus to it. */
  show() {
    this.field.focus({ preventScroll: true });
    this.field.scrollIntoView();
  }

  /** Let feedback be seen, and read. */
  focusVerdict() {
    focusVerdict(this.#feedback);
  }

  /**
   * Stand at another place of the quiz, with its entries in another order where that is no help.
   *
   * @param {number} number
   * @param {import("./draw.mjs").Shuffled | null} shuffled
   */
  draw(number, shuffled) {
    const shown = this.field.querySelector("legend > b");
    if (shown) shown.textContent = String(number);
    if (shuffled && !this.field.hasAttribute("data-fixed")) this.#shape.draw?.(shuffled);
  }

  /** As if it had never been answered. */
  reset() {
    this.verdict = "unanswered";
    this.sure = this.hints = 0;
    this.#feedback.replaceChildren();
    this.#shape.reset();
    this.#check.hidden = false;
    this.ready();
  }
}
