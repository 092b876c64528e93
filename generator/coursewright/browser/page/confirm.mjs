import { button, element } from "./element.mjs";

/** A button that asks once more: a second one takes its place, and leaves when focus does. */
export class Confirm {
  #ask;
  #sure;
  #act;

  /**
   * @param {string} label
   * @param {string} question
   * @param {() => void} act
   */
  constructor(label, question, act) {
    this.#ask = button(label, "ask");
    this.#sure = button(question, "sure", "cw-danger");
    this.#sure.hidden = true;
    this.#act = act;
    this.root = element("span", "cw-confirm", this.#ask, this.#sure);
    for (const type of ["click", "focusout", "keydown"]) this.root.addEventListener(type, this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "click") this.#press(/** @type {MouseEvent} */ (event));
    else if (event.target !== this.#sure) return;
    else if (event.type === "focusout") this.#withdraw();
    else if (/** @type {KeyboardEvent} */ (event).key === "Escape") this.#move(this.#ask, this.#sure);
  }

  /** @param {MouseEvent} event */
  #press({ target, detail }) {
    // The second click of a double click is no second thought.
    if (detail > 1) return;
    if (target === this.#ask) this.#move(this.#sure, this.#ask);
    if (target !== this.#sure) return;
    this.#move(this.#ask, this.#sure);
    this.#act();
  }

  /**
   * Focus goes along, or it would be lost with the button that is hidden.
   *
   * @param {HTMLButtonElement} to
   * @param {HTMLButtonElement} from
   */
  #move(to, from) {
    to.hidden = false;
    to.focus();
    from.hidden = true;
  }

  #withdraw() {
    this.#ask.hidden = false;
    this.#sure.hidden = true;
  }
}
