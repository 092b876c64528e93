import { button, element } from "../page/element.mjs";
import words from "./words.mjs";

/** A button that asks once more: two others take its place, and leave when focus does. */
export class Confirm {
  #ask;
  #sure;
  #cancel = button(words.cancel, "cancel");
  #act;

  /**
   * @param {string} label
   * @param {string} question
   * @param {() => void} act
   */
  constructor(label, question, act) {
    this.#ask = button(label, "ask");
    this.#sure = button(question, "sure", "cw-danger");
    this.#act = act;
    this.root = element("span", "cw-confirm", this.#ask, this.#sure, this.#cancel);
    this.#close();
    for (const type of ["click", "focusout", "keydown"]) this.root.addEventListener(type, this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "click") this.#press(/** @type {MouseEvent} */ (event));
    else if (event.target === this.#ask) return;
    else if (event.type === "focusout") this.#leave(/** @type {FocusEvent} */ (event));
    else if (/** @type {KeyboardEvent} */ (event).key === "Escape") this.#withdraw();
  }

  /** @param {MouseEvent} event */
  #press({ target, detail }) {
    // The second click of a double click is no second thought.
    if (detail > 1) return;
    if (target === this.#ask) this.#offer();
    else if (target === this.#cancel) this.#withdraw();
    else if (target === this.#sure) {
      this.#withdraw();
      this.#act();
    }
  }

  /** Focus goes along, or it would be lost with the button that is hidden. */
  #offer() {
    this.#sure.hidden = this.#cancel.hidden = false;
    this.#sure.focus();
    this.#ask.hidden = true;
  }

  #withdraw() {
    this.#ask.hidden = false;
    this.#ask.focus();
    this.#close();
  }

  /** @param {FocusEvent} event */
  #leave({ relatedTarget }) {
    if (!(relatedTarget instanceof Node && this.root.contains(relatedTarget))) this.#close();
  }

  #close() {
    this.#ask.hidden = false;
    this.#sure.hidden = this.#cancel.hidden = true;
  }
}
