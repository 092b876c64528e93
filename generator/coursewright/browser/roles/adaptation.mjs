/**
 * A role and what HR changes in it. A key is a field's path in its source, such as `duties.2.weight`.
 *
 * @typedef {{text: string, standard: string, weight: number, source?: boolean}} Duty
 * @typedef {{name: string, target: string | null}} Kpi
 * @typedef {{kind: string, text: string, proposed?: boolean}} Qualification
 * @typedef {Record<string, unknown> & {duties: Duty[], kpis: Kpi[], required: Qualification[],
 *   preferred: Qualification[], proposals: string[], document: Record<string, any>}} Role
 * @typedef {{file: string, role: Role, choices: Record<string, [value: string, words: string][]>,
 *   proposals: [name: string, words: string][], edition: string}} Template what is a proposal, by the name
 *   of its mark; the edition is JSON as the importer reads it
 * @typedef {{values: Record<string, string>, struck: number[], added: number[]}} Changes numbers of duties
 * @typedef {{number: number, isStruck: boolean, isAdded: boolean}} DutyState
 */
import { oneLine, wholePercent } from "./entered.mjs";

export const MOST_DUTIES = 12;
/** Fields of the role itself. */
export const FIELDS = "company department reports_to second_line headcount location grade".split(" ");
const WEIGHT = /^duties\.\d+\.weight$/;
const DUTY_FIELDS = ["text", "standard", "weight"];
const REQUIRED = /^(department|grade|duties\.\d+\.(text|standard|weight))$/;

/** @returns {Changes} */
export function noChanges() {
  return { values: {}, struck: [], added: [] };
}

export class Adaptation {
  #template;
  #changes;

  /**
   * @param {Template} template
   * @param {Changes} [changes]
   */
  constructor(template, changes = noChanges()) {
    this.#template = template;
    this.#changes = changes;
  }

  get changes() {
    return this.#changes;
  }

  get template() {
    return this.#template;
  }

  get role() {
    return this.#template.role;
  }

  get choices() {
    return this.#template.choices;
  }

  /** Every key that can be changed. */
  get keys() {
    const targets = this.role.kpis.map((_, at) => `kpis.${at + 1}.target`);
    const duties = this.duties.flatMap(({ number }) => DUTY_FIELDS.map((name) => `duties.${number}.${name}`));
    return [...FIELDS, ...targets, ...duties];
  }

  get proposals() {
    return this.#template.proposals;
  }

  /** The duties of the template, then those added. @returns {DutyState[]} */
  get duties() {
    const { struck, added } = this.#changes;
    const own = this.role.duties.map((_, at) => {
      return { number: at + 1, isStruck: struck.includes(at + 1), isAdded: false };
    });
    return [...own, ...added.map((number) => ({ number, isStruck: false, isAdded: true }))];
  }

  get kept() {
    return this.duties.filter(({ isStruck }) => !isStruck);
  }

  get sum() {
    return this.kept.reduce((sum, { number }) => sum + wholePercent(this.text(`duties.${number}.weight`)), 0);
  }

  /** @param {string} key */
  isChanged(key) {
    return Object.hasOwn(this.#changes.values, key);
  }

  /** What a field says now. @param {string} key */
  text(key) {
    return this.#changes.values[key] ?? this.#original(key).trim();
  }

  /** The same in the reader's words. @param {string} key */
  shown(key) {
    const text = this.text(key);
    return this.choices[key]?.find(([value]) => value === text)?.[1] ?? text;
  }

  /**
   * A field that must not be empty falls back to the template.
   *
   * @param {string} key
   * @param {string} text
   */
  set(key, text) {
    const original = this.#original(key).trim();
    const now = WEIGHT.test(key) && text.trim() ? String(wholePercent(text)) : oneLine(text);
    if (now === original || (!now && original && REQUIRED.test(key))) delete this.#changes.values[key];
    else this.#changes.values[key] = now;
  }

  /** Back to the template. */
  reset() {
    this.#changes = noChanges();
  }

  /** @param {number} number */
  strike(number) {
    this.#changes.struck = [...this.#changes.struck, number];
  }

  /** @param {number} number */
  restore(number) {
    this.#changes.struck = this.#changes.struck.filter((other) => other !== number);
  }

  /** The number of a new, empty duty. */
  add() {
    const number = Math.max(this.role.duties.length, ...this.#changes.added) + 1;
    this.#changes.added = [...this.#changes.added, number];
    return number;
  }

  /** Take an added duty away. @param {number} number */
  remove(number) {
    this.#changes.added = this.#changes.added.filter((other) => other !== number);
    for (const name of DUTY_FIELDS) delete this.#changes.values[`duties.${number}.${name}`];
  }

  /** @param {string} key */
  #original(key) {
    let found = /** @type {any} */ (this.role);
    for (const step of key.split(".")) found = found?.[/^\d+$/.test(step) ? Number(step) - 1 : step];
    return String(found ?? "");
  }
}
