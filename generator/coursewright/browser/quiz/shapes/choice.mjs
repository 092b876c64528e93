import { idsIn } from "../../scoring/response.mjs";
import { explain, idOf, unexplain } from "./entry.mjs";
import words from "./words.mjs";

const SAID = { right: words.right, wrong: words.wrong, missed: words.missed };

/**
 * Radio buttons or check boxes. The response is the list of the chosen options' ids.
 *
 * @implements {Shape}
 * @typedef {import("./entry.mjs").Shape} Shape
 */
export class Choice {
  unready = words.choose_first;
  #rows;
  #reasons;
  #end;

  /**
   * @param {HTMLFieldSetElement} field
   * @param {import("./entry.mjs").Reasons} reasons
   */
  constructor(field, reasons) {
    this.#rows = [...field.querySelectorAll(/** @type {"div"} */ (":scope > .cw-o"))];
    this.#reasons = new Map(reasons.map((reason) => [idOf(reason), reason]));
    this.#end = this.#rows.at(-1)?.nextElementSibling;
    for (const row of this.#rows) row.addEventListener("click", this);
  }

  get asked() {
    const options = this.#inputs.map(({ value }) => value);
    const key = options.filter((id) => this.#isKey(id));
    return { options, key, many: this.#inputs[0]?.type === "checkbox" };
  }

  /** @returns {unknown} */
  get response() {
    return this.#inputs.flatMap(({ checked, value }) => (checked ? [value] : []));
  }

  set response(response) {
    const inputs = this.#inputs;
    const chosen = idsIn(
      response,
      inputs.map(({ value }) => value),
    );
    for (const input of inputs) input.checked = chosen.includes(input.value);
  }

  /**
   * Blocks are in no label, and choose their option all the same; but not while some of them is selected.
   *
   * @param {Event} event
   */
  handleEvent({ target, currentTarget }) {
    const isLabel = target instanceof Element && target.closest("label");
    if (isLabel || !getSelection()?.isCollapsed) return;
    /** @type {Element} */ (currentTarget).querySelector("input")?.click();
  }

  explain() {
    this.#rows.forEach((row, at) => {
      const { value, checked } = /** @type {HTMLInputElement} */ (this.#inputs[at]);
      const key = this.#isKey(value);
      const state = checked ? (key ? "right" : "wrong") : key ? "missed" : null;
      explain(row, state, state ? SAID[state] : "", this.#reasons.get(value));
    });
    for (const input of this.#inputs) input.disabled = true;
  }

  reset() {
    this.response = [];
    for (const input of this.#inputs) input.disabled = false;
    for (const row of this.#rows) unexplain(row);
  }

  /** @param {import("../draw.mjs").Shuffled} shuffled */
  draw(shuffled) {
    const isLast = (/** @type {HTMLElement} */ { dataset }) => "last" in dataset;
    const mixed = shuffled(this.#rows).sort((one, other) => Number(isLast(one)) - Number(isLast(other)));
    this.#end?.before(...mixed);
  }

  /** @param {string} id */
  #isKey(id) {
    return this.#reasons.get(id)?.classList.contains("k") ?? false;
  }

  get #inputs() {
    return this.#rows.flatMap((row) => row.querySelector("input") ?? []);
  }
}
