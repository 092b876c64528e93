/** `<cw-search>` around a button: opens the search, of which nothing is loaded before. */
export default class SearchBox extends HTMLElement {
  /** @type {Promise<import("./dialog.mjs").Dialog> | null} */
  #dialog = null;

  connectedCallback() {
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
    this.#dialog ??= import("./dialog.mjs").then(({ Dialog }) => new Dialog());
    (await this.#dialog).open(words);
  }
}

/** @param {KeyboardEvent} event */
function isForUs({ key, ctrlKey, metaKey, altKey, target }) {
  if ((ctrlKey || metaKey) && key === "k") return true;
  const isTyping = target instanceof Element && target.closest("input, textarea, select, dialog");
  return key === "/" && !ctrlKey && !metaKey && !altKey && !isTyping;
}
