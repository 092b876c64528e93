import { button, element, link, pressed } from "../page/element.mjs";
import words from "./words.mjs";

/**
 * `<cw-notes>` on a page whose terms are links with their meaning as a title: where nothing hovers, a tap
 * shows the meaning, and from there the way leads to the glossary.
 */
export default class Notes extends HTMLElement {
  /** @type {HTMLElement | null} */
  #article = null;
  #box = element("div", "cw-term-note");
  /** Taken at first, for the theme takes a title away while it shows it. @type {Map<Element, string>} */
  #notes = new Map();

  connectedCallback() {
    this.#article = this.closest("article");
    if (!("popover" in this) || !matchMedia("(hover: none)").matches) return;
    this.#box.popover = "auto";
    this.#box.setAttribute("role", "note");
    this.append(this.#box);
    for (const term of this.#article?.querySelectorAll("a.cw-term") ?? [])
      this.#notes.set(term, term.getAttribute("title") ?? "");
    this.#article?.addEventListener("click", this);
  }

  disconnectedCallback() {
    this.#article?.removeEventListener("click", this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (pressed(event) === "close") this.#box.hidePopover();
    const term = event.target instanceof Element ? event.target.closest("a.cw-term") : null;
    const note = term && this.#notes.get(term);
    if (!(term instanceof HTMLAnchorElement) || !note) return;
    event.preventDefault();
    // Material's instant navigation listens further up.
    event.stopPropagation();
    this.#show(term, note);
  }

  /**
   * @param {HTMLAnchorElement} term
   * @param {string} note
   */
  #show(term, note) {
    const more = link(words.in_glossary, term.href);
    this.#box.replaceChildren(
      element("strong", "", term.textContent ?? ""),
      element("p", "", note),
      element("p", "cw-act", more, " ", button(words.close, "close")),
    );
    this.#box.showPopover();
  }
}
