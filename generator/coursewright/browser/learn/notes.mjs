import { button, element, link, pressed } from "../page/element.mjs";
import words from "./words.mjs";

const EVENTS = ["pointerover", "pointerout", "focusin", "focusout", "click", "animationend"];
const MEANT = ":hover, :focus-visible";

/**
 * `<cw-notes>` on a page whose terms are links with their meaning as a title: shows the meaning of the one
 * that is pointed at or in focus, for as long as it is, or the note is; or of one that is tapped, and then
 * with the way to the glossary. Escape puts the note away, for that is what a popover does by itself. The
 * styles say where it stands, and how long it waits for a pointer on its way from the term.
 */
export default class Notes extends HTMLElement {
  /** @type {HTMLElement | null} */
  #article = null;
  #box = element("div", "cw-term-note");
  /** @type {HTMLAnchorElement | null} */
  #term = null;
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
    for (const type of EVENTS) this.#article?.removeEventListener(type, this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    const isTouch = event instanceof PointerEvent && event.pointerType === "touch";
    if (pressed(event) === "close") this.#box.hidePopover();
    else if (event.type === "click") isTouch && this.#tap(event);
    else if (event.type === "animationend") this.#leave(event);
    else if (!isTouch) this.#look(event);
  }

  /** @param {Event} event what is pointed at or in focus, or is no more */
  #look(event) {
    const term = this.#termOf(event);
    if (term?.matches(MEANT) && !(term === this.#term && this.#isShown)) this.#show(term);
    this.#box.classList.toggle("is-left", !this.#isMeant);
  }

  /** @param {Event} event */
  #leave({ target }) {
    if (target === this.#box && !this.#isMeant) this.#box.hidePopover();
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

  /**
   * @param {HTMLAnchorElement} term
   * @param {Node[]} ways
   */
  #show(term, ...ways) {
    this.#term?.classList.remove("is-shown");
    this.#term = term;
    term.classList.add("is-shown");
    const name = element("strong", "", term.textContent ?? "");
    this.#box.replaceChildren(name, element("p", "", this.#notes.get(term) ?? ""), ...ways);
    this.#box.classList.remove("is-left");
    this.#box.showPopover();
  }

  get #isMeant() {
    return this.#term?.matches(MEANT) || this.#box.matches(":hover, :focus-within");
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
