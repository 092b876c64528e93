import { button } from "../page/element.mjs";
import { print } from "./printing.mjs";
import words from "./words.mjs";

/** `<cw-print>`: a button that prints the page. */
export default class Print extends HTMLElement {
  connectedCallback() {
    this.replaceChildren(button(words.print, "print"));
    this.addEventListener("click", this);
    this.hidden = false;
  }

  disconnectedCallback() {
    this.removeEventListener("click", this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.target !== this) print();
  }
}
