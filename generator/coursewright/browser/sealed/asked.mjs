import { isEmpty } from "../scoring/response.mjs";
import { reveal } from "../quiz/reveal.mjs";
import { SHAPES } from "../quiz/shapes/shapes.mjs";

/** A question of an exam: a fieldset that can be answered, and nothing that would say what is right. */
export class Asked {
  #shape;
  /** Nothing has a verdict here. */
  answered = false;

  /**
   * @param {HTMLFieldSetElement} field
   * @param {string} item
   */
  constructor(field, item) {
    const Shape = SHAPES[field.dataset.shape ?? ""];
    if (!Shape) throw new TypeError(`no shape: ${item}`);
    this.field = field;
    this.id = item;
    this.#shape = new Shape(field, []);
    // The legend names the group, so a reader who lands here hears the question.
    field.tabIndex = -1;
  }

  /** Plain JSON, as the shape has it. */
  get response() {
    return this.#shape.response;
  }

  set response(response) {
    this.#shape.response = response;
  }

  /** @returns {"open" | "doubtful" | "answered"} */
  get state() {
    if (isEmpty(this.response)) return "open";
    return this.#shape.isDoubtful ? "doubtful" : "answered";
  }

  /** Bring it to the top of the window, with the title of its part where it is the first, and focus to it. */
  show() {
    this.field.focus({ preventScroll: true });
    const part = this.field.closest(".cw-exam-part");
    if (part?.querySelector("fieldset.cw-q:not([hidden])") === this.field) part.scrollIntoView();
    else reveal(this.field);
  }
}
