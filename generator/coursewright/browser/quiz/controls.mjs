import { button, element } from "../page/element.mjs";
import { filled } from "../scoring/gaps.mjs";
import { isWithin } from "../scoring/quantity.mjs";
import { isEmpty } from "../scoring/response.mjs";
import { seedOf, shuffler } from "./draw.mjs";
import { SHAPES } from "./shapes/shapes.mjs";
import words from "./words.mjs";

/**
 * What a question has on the page once it can be answered: the controls of its shape, a button, feedback.
 *
 * The contract with the HTML is in `render/questions/`.
 */
export class Controls {
  check = button(words.check, "check", "cw-primary");
  feedback = element("div", "cw-feedback");
  #field;
  #isDoubted = false;

  /** @param {HTMLFieldSetElement} field */
  constructor(field) {
    /** @typedef {import("./shapes/entry.mjs").ShapeClass} ShapeClass */
    const Shape = /** @type {ShapeClass} */ (SHAPES[/** @type {string} */ (field.dataset.shape)]);
    this.#field = field;
    this.answer = /** @type {HTMLElement} */ (field.querySelector(":scope > .cw-a"));
    this.answer.hidden = true;
    /** @type {NodeListOf<HTMLElement>} */
    const reasons = this.answer.querySelectorAll(":scope > ol > li");
    this.shape = new Shape(field, [...reasons], { filled, isWithin });
    // The legend names the group, so a reader who lands here hears the question.
    field.tabIndex = -1;
    this.feedback.ariaLive = "polite";
    field.append(element("div", "cw-act", this.check), this.feedback);
  }

  /** @param {boolean} isReady whether there is something to check */
  ready(isReady) {
    this.#isDoubted = false;
    this.check.textContent = this.shape.label || words.check;
    this.check.setAttribute("aria-disabled", String(!isReady));
  }

  /**
   * Whether there is something to say before the response is checked, which is said; a doubt but once.
   *
   * @param {boolean} [isFinal] whatever is left open
   */
  doubts(isFinal) {
    const { shape } = this;
    const doubt = !isFinal && !this.#isDoubted && shape.isDoubtful && words.doubt;
    const why = isEmpty(shape.response) ? shape.unready : doubt;
    if (why) this.feedback.replaceChildren(element("p", "cw-m", why));
    return (this.#isDoubted = Boolean(why));
  }

  reset() {
    this.feedback.replaceChildren();
    for (const hint of this.#field.querySelectorAll("details")) hint.open = false;
    this.shape.reset();
    this.check.hidden = false;
  }

  /**
   * @param {number} number of the question, 0 for that in the page
   * @param {number} seed of all questions' draws, 0 for no other order of the entries
   */
  draw(number, seed) {
    const shown = this.#field.querySelector("legend > b");
    if (shown && number) shown.textContent = String(number);
    if (!seed || this.#field.hasAttribute("data-fixed")) return;
    // Each has a draw of its own, so that one that has gone does not mix up the others.
    this.shape.draw?.(shuffler(seedOf(this.#field.id.slice(2), seed)));
  }
}
