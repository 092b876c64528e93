/**
 * The content controls of a Word document (ECMA-376 part 1, 17.5.2) in its body, headers and footers:
 * filled by their tags, and the rows of a table that they stand in.
 */

import { all, namespaceOf, set, valueOf } from "./wordproperties.mjs";

/** Of an empty field, for it is printed too. */
const ROOM = "\u3000".repeat(4);

export class WordControls {
  #parts;
  #ids;
  /** How an empty control looks, taken from one that is empty. @type {Element | undefined} */
  #faint;

  /** @param {Document[]} parts */
  constructor(parts) {
    this.#parts = parts;
    this.#ids = new Set(this.#controls().map((control) => valueOf(control, "id")));
    const empty = this.#controls().find((control) => all(control, "showingPlcHdr").length);
    this.#faint = empty && all(empty, "rPr").find((look) => look.parentElement?.localName === "r");
  }

  /**
   * Every control with this tag says `text`, or has room to write it by hand.
   *
   * @param {string} tag
   * @param {string} text
   */
  fill(tag, text) {
    const named = this.#controls().filter((one) => valueOf(one, "tag") === tag);
    for (const control of named) this.#say(control, text);
  }

  /** Every control with this tag goes, with what it holds. @param {string} tag */
  remove(tag) {
    for (const one of this.#controls().filter((one) => valueOf(one, "tag") === tag)) one.remove();
  }

  /**
   * The row of the table that the control stands in.
   *
   * @param {string} tag
   * @returns {Element | null}
   */
  row(tag) {
    return this.#controls().find((control) => valueOf(control, "tag") === tag)?.closest("tr") ?? null;
  }

  /**
   * A copy of a row below it: its controls get new tags and ids, those that are not renamed are left out.
   *
   * @param {Element} row
   * @param {(tag: string) => string} renamed
   */
  copyRow(row, renamed) {
    const copy = /** @type {Element} */ (row.cloneNode(true));
    for (const control of all(copy, "sdt")) {
      const tag = renamed(valueOf(control, "tag"));
      if (tag === valueOf(control, "tag")) control.remove();
      set(control, "tag", tag);
      set(control, "id", this.#freeId());
    }
    row.after(copy);
    return copy;
  }

  #controls() {
    return this.#parts.flatMap((part) => all(part, "sdt"));
  }

  #freeId() {
    let id = this.#ids.size + 1;
    while (this.#ids.has(String(id))) id += 1;
    this.#ids.add(String(id));
    return String(id);
  }

  /**
   * @param {Element} control
   * @param {string} text
   */
  #say(control, text) {
    const [run, ...others] = all(control, "r");
    if (!run) return;
    for (const other of others) other.remove();
    const shown = all(control, "showingPlcHdr");
    for (const one of shown) one.remove();
    if (shown.length || !text) all(run, "rPr").forEach((look) => look.remove());
    if (!text) this.#empty(control, run);
    write(run, text || ROOM);
  }

  /**
   * @param {Element} control
   * @param {Element} run
   */
  #empty(control, run) {
    const space = namespaceOf(control.ownerDocument);
    // The schema wants it before the kind of the control, which is the last.
    const shown = control.ownerDocument.createElementNS(space, "w:showingPlcHdr");
    all(control, "sdtPr")[0]?.lastElementChild?.before(shown);
    if (this.#faint) run.prepend(control.ownerDocument.importNode(this.#faint, true));
  }
}

/**
 * @param {Element} run
 * @param {string} text
 */
export function write(run, text) {
  const [first, ...others] = all(run, "t");
  for (const other of [...others, ...all(run, "br")]) other.remove();
  if (first) first.textContent = text;
}
