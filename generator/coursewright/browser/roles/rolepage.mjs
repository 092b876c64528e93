import { element } from "../page/element.mjs";
import { isSettled } from "./confirming.mjs";
import words from "./words.mjs";

/**
 * @typedef {import("./adaptation.mjs").Adaptation} Adaptation
 * @typedef {import("./adaptation.mjs").DutyState} DutyState
 * @typedef {import("./logo.mjs").Logo} Logo
 */

/** A role's page as the document that it is: each `data-field` shows what its key says in an adaptation. */
export class RolePage {
  #page;
  /** @type {WeakMap<Element, Node[]>} */
  #originals = new WeakMap();
  #picture = element("img", "cw-logo");
  #files = element("p", "cw-m", words.files_of_template);

  /** @param {ParentNode} page */
  constructor(page) {
    this.#page = page;
    this.#picture.alt = words.logo;
  }

  /**
   * @param {Adaptation} adaptation
   * @param {Logo | null} logo
   */
  show(adaptation, logo) {
    this.#showDuties(adaptation);
    for (const place of this.#page.querySelectorAll("[data-field]")) {
      if (place instanceof HTMLElement) this.#showField(place, adaptation);
    }
    for (const mark of this.#page.querySelectorAll("[data-confirm]")) {
      const name = mark instanceof HTMLElement ? mark.dataset.confirm ?? "" : "";
      mark.toggleAttribute("hidden", isSettled(adaptation, name));
    }
    this.#showLogo(logo);
    if (isAdapted(adaptation.changes)) this.#page.querySelector(".cw-role-bar")?.append(this.#files);
    else this.#files.remove();
  }

  /**
   * @param {HTMLElement} place
   * @param {Adaptation} adaptation
   */
  #showField(place, adaptation) {
    const key = place.dataset.field ?? "";
    const originals = this.#originals.get(place) ?? [...place.childNodes];
    this.#originals.set(place, originals);
    const isChanged = adaptation.isChanged(key);
    const isSaid = key.endsWith(".text") || place.closest(".is-added");
    // Styles hide what is empty, and nothing is emptier than no text at all.
    place.replaceChildren(...(isChanged ? [adaptation.shown(key)].filter(Boolean) : originals));
    if (!isSaid) mark(place, isChanged ? words.changed : "");
  }

  /** @param {Adaptation} adaptation */
  #showDuties(adaptation) {
    const known = new Map(this.#rows.map((row) => [Number(row.dataset.duty), row]));
    const wanted = new Set(adaptation.duties.map(({ number }) => number));
    for (const [number, row] of known) if (!wanted.has(number)) row.remove();
    for (const { number } of adaptation.duties) if (!known.has(number)) this.#addRow(number);
    for (const [at, row] of this.#rows.entries()) this.#showDuty(row, adaptation.duties[at], adaptation);
  }

  /**
   * @param {HTMLElement} row
   * @param {DutyState | undefined} duty
   * @param {Adaptation} adaptation
   */
  #showDuty(row, duty, adaptation) {
    const place = row.querySelector("[data-field]");
    if (!duty || !place) return;
    mark(place, stateOf(duty, adaptation));
    row.classList.toggle("is-struck", duty.isStruck);
    row.classList.toggle("is-added", duty.isAdded);
    const [number] = row.children;
    const at = adaptation.kept.findIndex((one) => one.number === duty.number) + 1;
    if (number) number.textContent = duty.isStruck ? "—" : String(at);
  }

  /** @param {number} number */
  #addRow(number) {
    const last = this.#rows.at(-1);
    const row = /** @type {HTMLElement | undefined} */ (last?.cloneNode(true));
    if (!last || !row) return;
    row.dataset.duty = String(number);
    for (const marked of row.querySelectorAll(".cw-changed, .cw-proposal")) marked.remove();
    for (const place of row.querySelectorAll("[data-field]")) {
      if (place instanceof HTMLElement)
        place.dataset.field = (place.dataset.field ?? "").replace(/\d+/, String(number));
      place.replaceChildren();
    }
    last.after(row);
  }

  /** @param {Logo | null} logo */
  #showLogo(logo) {
    if (!logo) return this.#picture.remove();
    if (this.#picture.src !== logo.url) this.#picture.src = logo.url;
    this.#page.querySelector(".cw-letterhead")?.prepend(this.#picture);
  }

  /** @returns {HTMLElement[]} */
  get #rows() {
    return [...this.#page.querySelectorAll("[data-duty]")].filter((row) => row instanceof HTMLElement);
  }
}

/** @param {import("./adaptation.mjs").Changes} changes */
function isAdapted({ values, struck, added }) {
  return Object.keys(values).length + struck.length + added.length > 0;
}

/**
 * Say behind a place, and what belongs to it, what became of it.
 *
 * @param {Element} place
 * @param {string} word nothing to say when empty
 */
function mark(place, word) {
  const old = place.parentElement?.querySelector(".cw-changed");
  if (!word) old?.remove();
  else if (old) old.textContent = word;
  else place.parentElement?.append(element("span", "cw-changed", word));
}

/**
 * What became of a duty, in a word; empty when nothing did.
 *
 * @param {DutyState} duty
 * @param {Adaptation} adaptation
 */
function stateOf({ number, isStruck, isAdded }, adaptation) {
  if (isStruck) return words.struck;
  if (isAdded) return words.added;
  return adaptation.isChanged(`duties.${number}.text`) ? words.changed : "";
}
