import { button, element } from "../page/element.mjs";
import { SHAPES } from "./shapes/shapes.mjs";
import words from "./words.mjs";

/** What a question has on the page once it can be answered: the controls of its shape, a button, feedback. */
export class Controls {
  check = button(words.check, "check", "cw-primary");
  feedback = element("div", "cw-feedback");

  /** @param {HTMLFieldSetElement} field */
  constructor(field) {
    const Shape = SHAPES[field.dataset.shape ?? ""];
    if (!Shape) throw new TypeError(`no shape: ${field.id}`);
    this.answer = /** @type {HTMLElement} */ (field.querySelector(":scope > .cw-a"));
    this.answer.hidden = true;
    /** @type {NodeListOf<HTMLElement>} */
    const reasons = this.answer.querySelectorAll(":scope > ol > li");
    this.shape = new Shape(field, [...reasons]);
    // The legend names the group, so a reader who lands here hears the question.
    field.tabIndex = -1;
    this.feedback.setAttribute("aria-live", "polite");
    field.append(element("div", "cw-act", this.check), this.feedback);
  }
}
