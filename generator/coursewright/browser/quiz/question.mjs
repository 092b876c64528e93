import { button, element } from "../page/element.mjs";
import { mark } from "../page/mark.mjs";
import { score, verdict } from "../scoring/scoring.mjs";
import words from "./words.mjs";

/**
 * One question: a fieldset whose disclosure of answers becomes feedback on what was chosen.
 *
 * The contract with the HTML is in `render/questions.py`.
 */
export class Question {
  /** @type {import("../scoring/scoring.mjs").Verdict} */
  verdict = "unanswered";
  score = { points: 0, of: 1 };
  #rows;
  #reasons;
  #keys;
  #explanation;
  #check = button(words.check, "check", "cw-primary");
  #feedback = element("div", "cw-feedback");

  /** @param {HTMLFieldSetElement} field */
  constructor(field) {
    this.field = field;
    this.#rows = [...field.querySelectorAll("label.cw-o")];
    this.#reasons = [...field.querySelectorAll("details.cw-a li")];
    this.#keys = this.#inputs.flatMap(({ value }, at) =>
      this.#reasons[at]?.classList.contains("k") ? [value] : [],
    );
    this.#explanation = field.querySelector("details.cw-a > p");
    field.querySelector("details.cw-a")?.toggleAttribute("hidden", true);
    // The legend names the group, so a reader who lands here hears the question.
    field.tabIndex = -1;
    this.#feedback.setAttribute("aria-live", "polite");
    field.append(element("p", "cw-act", this.#check), this.#feedback);
    this.ready();
  }

  get id() {
    return this.field.dataset.item ?? "";
  }

  get edition() {
    return Number(this.field.dataset.edition ?? 1);
  }

  get answered() {
    return this.verdict !== "unanswered";
  }

  /** The chosen options by their values, which stay theirs wherever they stand. @returns {unknown} */
  get response() {
    return this.#chosen;
  }

  set response(values) {
    for (const input of this.#inputs) input.checked = Array.isArray(values) && values.includes(input.value);
    this.ready();
  }

  /** Let the response be checked as soon as there is one. */
  ready() {
    this.#check.disabled = !this.#chosen.length;
  }

  /** Grade the response, lock it and explain every option; false if there is nothing to check. */
  check() {
    const chosen = this.#chosen;
    if (this.answered || !chosen.length) return false;
    const inputs = this.#inputs;
    const options = inputs.map(({ value }) => value);
    const many = inputs[0]?.type === "checkbox";
    this.score = score({ shape: "choice", options, key: this.#keys, many }, chosen);
    this.verdict = verdict(this.score, chosen);
    this.#check.hidden = true;
    this.#rows.forEach((row, at) => this.#explain(row, at));
    this.#feedback.append(this.#said(), this.#explained());
    return true;
  }

  focusVerdict() {
    /** @type {HTMLElement | null} */ (this.#feedback.querySelector(".cw-verdict"))?.focus();
  }

  /** As if it had never been answered. */
  reset() {
    this.verdict = "unanswered";
    this.#feedback.replaceChildren();
    for (const row of this.#rows) {
      row.className = "cw-o";
      row.querySelector(".cw-why")?.remove();
    }
    for (const input of this.#inputs) input.disabled = false;
    this.#check.hidden = false;
    this.response = [];
  }

  get #chosen() {
    return this.#inputs.flatMap(({ checked, value }) => (checked ? [value] : []));
  }

  get #inputs() {
    return this.#rows.flatMap((row) => row.querySelector("input") ?? []);
  }

  /**
   * @param {Element} row
   * @param {number} at
   */
  #explain(row, at) {
    const input = row.querySelector("input");
    const key = this.#keys.includes(input?.value ?? "");
    const state = input?.checked ? (key ? "right" : "wrong") : key ? "missed" : null;
    input?.toggleAttribute("disabled", true);
    if (state) row.classList.add(`is-${state}`);
    const reason = element("span", "cw-rationale", ...(this.#reasons[at]?.cloneNode(true).childNodes ?? []));
    // The verdict that opens a reason without scripts is what the mark now says.
    reason.querySelector("b")?.remove();
    row.append(element("span", "cw-why", ...(state ? [" ", mark(state, words[state])] : []), " ", reason));
  }

  #said() {
    const verdict = this.verdict === "unanswered" ? "wrong" : this.verdict;
    const said = element("p", `cw-verdict is-${verdict}`, mark(verdict, words[verdict]));
    said.tabIndex = -1;
    return said;
  }

  #explained() {
    const box = element("div", "cw-explanation", element("p", "cw-label", words.explanation));
    if (this.#explanation) box.append(this.#explanation.cloneNode(true));
    return box;
  }
}
