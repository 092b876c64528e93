import { element } from "../page/element.mjs";

/** `<cw-search>` around a button: opens the search, of which nothing is loaded before. */
export default class SearchBox extends HTMLElement {
  /** @type {Promise<typeof import("./dialog.mjs")> | null} */
  #code = null;
  /** @type {import("./dialog.mjs").Dialog | null} */
  #dialog = null;
  #failures = 0;
  #said = element("span", "cw-search-said");

  connectedCallback() {
    this.#said.setAttribute("role", "alert");
    this.addEventListener("click", this);
    document.addEventListener("keydown", this);
    const asked = new URLSearchParams(location.search).get("q");
    if (asked) this.#open(asked);
  }

  disconnectedCallback() {
    this.removeEventListener("click", this);
    document.removeEventListener("keydown", this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event instanceof KeyboardEvent && !isForUs(event)) return;
    event.preventDefault();
    this.#open("");
  }

  /** @param {string} words */
  async #open(words) {
    try {
      this.#code ??= this.#load();
      const { Dialog } = await this.#code;
      this.#dialog ??= new Dialog();
    } catch {
      this.#fail();
      return;
    }
    this.#said.remove();
    this.#dialog.open(words);
  }

  /**
   * A browser remembers that a module did not come, by its address, so it is asked for by another.
   *
   * @returns {Promise<typeof import("./dialog.mjs")>}
   */
  #load() {
    return this.#failures ? import(`./dialog.mjs?${this.#failures}`) : import("./dialog.mjs");
  }

  #fail() {
    this.#code = null;
    this.#failures += 1;
    this.#said.textContent = this.dataset.failed ?? "";
    this.append(this.#said);
  }
}

/** @param {KeyboardEvent} event */
function isForUs({ key, ctrlKey, metaKey, altKey, target }) {
  if ((ctrlKey || metaKey) && key === "k") return true;
  const isTyping = target instanceof Element && target.closest("input, textarea, select, dialog");
  return key === "/" && !ctrlKey && !metaKey && !altKey && !isTyping;
}
