import { element } from "../../page/element.mjs";
import { sentence } from "../../page/sentence.mjs";
import { isBlank } from "../../scoring/response.mjs";
import { explain, idOf } from "./entry.mjs";
import words from "./words.mjs";

/**
 * Fields to fill in. The response has what was typed by the gap's id.
 *
 * @implements {Shape}
 * @typedef {import("./entry.mjs").Shape} Shape
 */
export class Gaps {
  unready = words.fill_first;
  #inputs;
  #reasons;
  #data;
  #rules;
  #why = element("ol", "cw-gap-list");

  /**
   * @param {HTMLFieldSetElement} field
   * @param {import("./entry.mjs").Reasons} reasons
   * @param {import("./entry.mjs").Rules} [rules] none where there are no reasons
   */
  constructor(field, reasons, rules) {
    this.#inputs = [...field.querySelectorAll(/** @type {"input"} */ ("input[data-id]"))];
    this.#reasons = reasons;
    this.#data = field.dataset;
    this.#rules = /** @type {import("./entry.mjs").Rules} */ (rules);
    field.querySelector(":scope > .cw-a")?.before(this.#why);
  }

  get asked() {
    const key = Object.fromEntries(this.#reasons.map((reason) => [idOf(reason), keyOf(reason)]));
    return { key, anyOrder: "anyOrder" in this.#data, variants: this.#data.variants };
  }

  /** @returns {unknown} */
  get response() {
    const typed = this.#inputs.filter(({ value }) => !isBlank(value));
    return Object.fromEntries(typed.map((input) => [idOf(input), input.value]));
  }

  set response(response) {
    const typed = new Map(Object.entries(response ?? {}));
    for (const input of this.#inputs) input.value = String(typed.get(idOf(input)) ?? "");
  }

  get isDoubtful() {
    const { key } = this.asked;
    return this.#inputs.some(({ dataset: { id = "" }, value }) => {
      // A number that can be read at all is near enough.
      const near = { ...key[id], tolerance: "9".repeat(99) };
      return isBlank(value) || (near.value && !this.#rules.isWithin(value, near));
    });
  }

  explain() {
    const right = this.#rules.filled(this.asked, this.response);
    this.#why.append(...this.#inputs.map((input) => this.#explained(input, right.get(idOf(input)))));
  }

  reset() {
    this.response = null;
    this.#why.replaceChildren();
    for (const input of this.#inputs) {
      input.readOnly = false;
      input.classList.remove("is-right", "is-wrong");
    }
  }

  /**
   * @param {HTMLInputElement} input
   * @param {string | undefined} answered the gap whose answer was typed here
   */
  #explained(input, answered) {
    const reason = this.#reasons.find((each) => idOf(each) === (answered ?? idOf(input)));
    const state = answered ? "right" : "wrong";
    const answer = answerOf(reason);
    const row = element("li");
    input.readOnly = true;
    input.classList.add(`is-${state}`);
    explain(row, state, answered ? words.right : sentence(words.should_be, { answer }), reason);
    for (const mistake of row.querySelectorAll(/** @type {"div"} */ ("[data-value]"))) {
      const known = { ...keyOf(reason), value: mistake.dataset.value ?? "" };
      if (answered || !this.#rules.isWithin(input.value, known)) mistake.remove();
    }
    return row;
  }
}

/**
 * @param {HTMLElement | undefined} reason that begins with what is right
 * @returns {any}
 */
function keyOf(reason) {
  const { ...key } = reason?.dataset;
  return key.value ? key : [answerOf(reason), ...(key.also ?? "").split("\n")];
}

/** @param {HTMLElement | undefined} reason */
function answerOf(reason) {
  return reason?.firstElementChild?.textContent ?? "";
}
