import { button, element, pressed } from "../page/element.mjs";
import { print } from "./printing.mjs";
import words from "./words.mjs";

/** `<cw-tool>` in a `.cw-tool`: copies the text of the tool, or prints it alone. */
export default class Tool extends HTMLElement {
  #said = element("span", "cw-m");

  connectedCallback() {
    this.#said.setAttribute("aria-live", "polite");
    // A page that is not served over HTTPS has no clipboard.
    const copy = navigator.clipboard ? [button(words.copy, "copy"), " "] : [];
    this.replaceChildren(...copy, button(words.print, "print"), " ", this.#said);
    this.addEventListener("click", this);
    this.hidden = false;
  }

  disconnectedCallback() {
    this.removeEventListener("click", this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    const value = pressed(event);
    const tool = this.closest(".cw-tool");
    if (value === "copy") this.#copy(tool?.querySelector(".cw-tool-text"));
    if (value === "print" && tool) print("cw-print-one", document.documentElement, tool);
  }

  /** @param {Element | null | undefined} text */
  async #copy(text) {
    // Emptied first, or saying the same again would not be a change to announce.
    this.#said.textContent = "";
    try {
      await navigator.clipboard.writeText(text instanceof HTMLElement ? text.innerText : "");
      this.#said.textContent = words.copied;
    } catch {
      this.#said.textContent = words.not_copied;
    }
  }
}
