import { element } from "../page/element.mjs";
import { sentence } from "../page/sentence.mjs";
import words from "./words.mjs";

/** @typedef {import("./opening.mjs").Candidate} Candidate */

const MOST = 100;

/** Where a code was made for nobody: who sits writes name and number, or nothing begins. */
export class HolderFields {
  #candidate;
  #name = field("cw-holder-name");
  #number = field("cw-holder-number");
  #said = element("p", "cw-code-said");

  /** @param {Candidate} candidate whose holder it becomes */
  constructor(candidate) {
    this.#candidate = candidate;
    this.#said.role = "status";
    const note = element("p", "", sentence(words.spare_note, { number: candidate.number }));
    const asked = [...this.#labelled(words.name, this.#name), ...this.#labelled(words.number, this.#number)];
    this.root = element("div", "cw-entrance-form", note, ...asked, this.#said);
  }

  /** Take what is written. Returns whether it is all there; else it is said what is missing. */
  take() {
    const [name, number] = [this.#name, this.#number].map(({ value }) => value.trim().replace(/\s+/g, " "));
    const isWhole = Boolean(name && number);
    this.#said.textContent = isWhole ? "" : words.holder_missing;
    this.#said.classList.toggle("cw-warn", !isWhole);
    if (name && number) this.#candidate.holder = { name, number };
    else (name ? this.#number : this.#name).focus();
    return isWhole;
  }

  /** @param {string} text @param {HTMLInputElement} input */
  #labelled(text, input) {
    const label = element("label", "cw-label", text);
    label.htmlFor = input.id;
    return [label, input];
  }
}

/** @param {string} id */
function field(id) {
  const made = element("input", "cw-number-field");
  Object.assign(made, { id, autocomplete: "off", maxLength: MOST });
  return made;
}
