import { counted } from "../page/counted.mjs";
import { element } from "../page/element.mjs";
import { sentence } from "../page/sentence.mjs";
import { folded, wordsOf } from "../search/fold.mjs";
import words from "./words.mjs";

/** `<cw-terms>` on the glossary: a field that leaves only the terms with all the words typed. */
export default class Terms extends HTMLElement {
  #field = element("input");
  #said = element("p", "cw-m");

  connectedCallback() {
    this.#field.type = "search";
    this.#said.setAttribute("role", "status");
    this.replaceChildren(element("label", "", words.find_term, " ", this.#field), this.#said);
    this.addEventListener("input", this);
    this.hidden = false;
  }

  disconnectedCallback() {
    this.removeEventListener("input", this);
  }

  handleEvent() {
    const sought = wordsOf(this.#field.value);
    const article = this.closest("article") ?? document.body;
    const shown = [...article.querySelectorAll("h3")].filter((name) => show(name, sought)).length;
    for (const letter of article.querySelectorAll("h2")) letter.hidden = sought.length > 0;
    this.#said.textContent = sought.length ? sentence(counted(words.terms, shown), { count: shown }) : "";
  }
}

/**
 * Show a term and what is said of it, or neither.
 *
 * @param {HTMLElement} name
 * @param {readonly string[]} sought
 */
function show(name, sought) {
  const entry = name.nextElementSibling;
  const text = folded(`${name.textContent} ${entry?.textContent}`);
  const fits = sought.every((word) => text.includes(word));
  name.hidden = !fits;
  if (entry instanceof HTMLElement) entry.hidden = !fits;
  return fits;
}
