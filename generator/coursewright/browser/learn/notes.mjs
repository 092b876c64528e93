import { button, element, link, pressed } from "../page/element.mjs";
import { beside } from "./beside.mjs";
import words from "./words.mjs";

const EVENTS = ["pointerover", "pointerout", "focusin", "focusout", "click"];
/** A pointer takes so many milliseconds from a term to its note, or past it. */
const PATIENCE = 250;

/**
 * `<cw-notes>` on a page whose terms are links with their meaning as a title: shows the meaning of the one
 * that is pointed at or in focus, for as long as it is, or the note is; or of one that is tapped, and then
 * with the way to the glossary. Escape puts the note away, for that is what a popover does by itself.
 */
export default class Notes extends HTMLElement {
  /** @type {HTMLElement | null} */
  #article = null;
  #box = element("div", "cw-term-note");
  /** @type {HTMLAnchorElement | null} */
  #term = null;
  #wait = 0;
  /** @type {Map<Element, string>} */
  #notes = new Map();

  connectedCallback() {
    this.#article = this.closest("article");
    if (!("popover" in this)) return;
    this.#box.popover = "auto";
    this.#box.setAttribute("role", "note");
    this.append(this.#box);
    for (const term of this.#article?.querySelectorAll("a.cw-term[title]") ?? []) this.#take(term);
    for (const type of EVENTS) this.#article?.addEventListener(type, this);
  }

  disconnectedCallback() {
    clearTimeout(this.#wait);
    for (const type of EVENTS) this.#article?.removeEventListener(type, this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    const isTouch = event instanceof PointerEvent && event.pointerType === "touch";
    if (pressed(event) === "close") this.#box.hidePopover();
    else if (event.type === "click" && isTouch) this.#tap(event);
    else if (event.type === "focusin" || (event.type === "pointerover" && !isTouch)) this.#point(event);
    else if (event.type === "focusout" || (event.type === "pointerout" && !isTouch)) this.#leave();
  }

  /**
   * A title would be shown a second time, by the browser; it goes on being said of its term.
   *
   * @param {Element} term
   */
  #take(term) {
    const note = term.getAttribute("title") ?? "";
    term.removeAttribute("title");
    term.setAttribute("aria-description", note);
    this.#notes.set(term, note);
  }

  /** @param {Event} event */
  #tap(event) {
    const term = this.#termOf(event);
    if (!term) return;
    event.preventDefault();
    // Material's instant navigation listens further up.
    event.stopPropagation();
    const more = link(words.in_glossary, term.href);
    this.#show(term, element("p", "cw-act", more, " ", button(words.close, "close")));
  }

  /** @param {Event} event */
  #point(event) {
    const term = this.#termOf(event);
    const isMeant = term?.matches(":hover, :focus-visible");
    if (term && isMeant && !(term === this.#term && this.#isShown)) this.#show(term);
  }

  #leave() {
    clearTimeout(this.#wait);
    this.#wait = setTimeout(() => {
      if (this.#term?.matches(":hover, :focus-visible") || this.#box.matches(":hover, :focus-within")) return;
      this.#box.hidePopover();
    }, PATIENCE);
  }

  /**
   * @param {HTMLAnchorElement} term
   * @param {Node[]} ways
   */
  #show(term, ...ways) {
    clearTimeout(this.#wait);
    this.#term = term;
    const name = element("strong", "", term.textContent ?? "");
    this.#box.replaceChildren(name, element("p", "", this.#notes.get(term) ?? ""), ...ways);
    this.#box.showPopover();
    beside(this.#box, term);
  }

  get #isShown() {
    return this.#box.matches(":popover-open");
  }

  /** @param {Event} event */
  #termOf({ target }) {
    const term = target instanceof Element ? target.closest("a.cw-term") : null;
    return term instanceof HTMLAnchorElement && this.#notes.has(term) ? term : null;
  }
}
