import { button, element } from "../page/element.mjs";
import { isEmpty } from "../scoring/response.mjs";
import { verdict } from "../scoring/scoring.mjs";
import { explained, said } from "./feedback.mjs";
import { SHAPES } from "./shapes/shapes.mjs";
import words from "./words.mjs";

/**
 * What the controls of a question do. Sends `change` from within the field when the response changes.
 *
 * @typedef {object} Shape
 * @property {(response: unknown) => import("../scoring/scoring.mjs").Score} score
 * @property {unknown} response plain JSON; one that fits nothing here is as none
 * @property {string} unready what to say to who checks before there is a response
 * @property {() => boolean} [prepare] begin a step that comes before scoring; false if there is none any more
 * @property {string} [label] what the button says in that step, or nothing
 * @property {() => void} explain lock the response, and say of every entry how it fared and why
 * @property {() => void} reset as if never touched
 * @property {(shuffled: import("./draw.mjs").Shuffled) => void} [draw] bring the entries into another order
 *
 * @typedef {new (field: HTMLFieldSetElement, reasons: readonly HTMLElement[]) => Shape} ShapeClass
 */

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
  #shape;
  #explanation;
  #check = button(words.check, "check", "cw-primary");
  #feedback = element("div", "cw-feedback");

  /** @param {HTMLFieldSetElement} field */
  constructor(field) {
    const Shape = SHAPES[field.dataset.shape ?? ""];
    if (!Shape) throw new TypeError(`no shape: ${field.id}`);
    this.field = field;
    const answer = /** @type {HTMLElement} */ (field.querySelector(":scope > .cw-a"));
    /** @type {NodeListOf<HTMLElement>} */
    const reasons = answer.querySelectorAll(":scope > ol > li");
    this.#shape = new Shape(field, [...reasons]);
    this.#explanation = answer.querySelector(":scope > .cw-e");
    answer.hidden = true;
    // The legend names the group, so a reader who lands here hears the question.
    field.tabIndex = -1;
    this.#feedback.setAttribute("aria-live", "polite");
    field.append(element("p", "cw-act", this.#check), this.#feedback);
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
    this.#shape.explain();
    this.#feedback.replaceChildren(said(this), explained(this.#explanation));
  }

  /** Bring it to the top of the window, and focus to it. */
  show() {
    this.field.focus({ preventScroll: true });
    this.field.scrollIntoView();
  }

  /** Verdict and reason are seen whole where they fit, and from the verdict on where they do not. */
  focusVerdict() {
    const verdict = /** @type {HTMLElement | null} */ (this.#feedback.querySelector(".cw-verdict"));
    verdict?.focus({ preventScroll: true });
    this.#feedback.scrollIntoView({ block: "nearest" });
    if (verdict && verdict.getBoundingClientRect().top < 0) verdict.scrollIntoView();
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
    this.#feedback.replaceChildren();
    this.#shape.reset();
    this.#check.hidden = false;
    this.ready();
  }
}
