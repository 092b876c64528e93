import { element } from "../../page/element.mjs";
import { mark } from "../../page/mark.mjs";

/**
 * What the controls of a question do. Sends `input` from within the field when the response changes.
 *
 * @typedef {object} Shape
 * @property {any} asked with what is right, as far as the reasons tell: what `scoring/score.mjs` knows it by
 * @property {unknown} response plain JSON; one that fits nothing here is as none
 * @property {boolean} [isDoubtful] whether something is open, or no answer of its kind
 * @property {string} unready what to say to who checks before there is a response
 * @property {() => boolean} [prepare] begin a step that comes before scoring; false if there is none any more
 * @property {string} [label] what the button says in that step, or nothing
 * @property {() => void} explain lock the response, and say of every entry how it fared and why
 * @property {() => void} reset as if never touched
 * @property {(shuffled: import("../draw.mjs").Shuffled) => void} [draw] bring the entries into another order
 *
 * The rules of scoring that tell which gap is right; an exam that is sealed has none on its page.
 *
 * @typedef {object} Rules
 * @property {typeof import("../../scoring/gaps.mjs").filled} filled
 * @property {typeof import("../../scoring/quantity.mjs").isWithin} isWithin
 *
 * @typedef {new (field: HTMLFieldSetElement, reasons: readonly HTMLElement[], rules?: Rules) => Shape}
 *   ShapeClass
 */

/**
 * Reasons of a question's answer, as they stand in the page.
 *
 * @typedef {readonly HTMLElement[]} Reasons
 */

/**
 * A response with every id, in which an entry whose words were mended since, and with them its id, stands
 * where it stood.
 *
 * @param {unknown} response
 * @param {readonly string[]} known
 */
export function fitting(response, known) {
  const ids = Array.isArray(response) ? response : [];
  const [lost, ...others] = known.filter((id) => !ids.includes(id));
  return others.length ? ids : ids.map((id) => (known.includes(id) ? id : lost));
}

/** @param {HTMLElement | undefined} reason */
export function idOf(reason) {
  return reason?.dataset.id ?? "";
}

/**
 * Say in the row of an entry how it fared and why.
 *
 * @param {Element} row
 * @param {keyof typeof import("../../page/mark.mjs").SIGNS | null} state null for what needs no mark
 * @param {string} word of the state
 * @param {HTMLElement | undefined} reason
 */
export function explain(row, state, word, reason) {
  const why = element("div", "cw-rationale", ...(reason?.cloneNode(true).childNodes ?? []));
  // What opens a reason without scripts is what the row and its mark say.
  why.firstElementChild?.remove();
  if (state) row.classList.add(`is-${state}`);
  row.append(element("div", "cw-why", ...(state ? [mark(state, word), " "] : []), why));
}

/** @param {Element} row */
export function unexplain(row) {
  row.classList.remove("is-right", "is-wrong", "is-missed");
  row.querySelector(":scope > .cw-why")?.remove();
}

/** What an entry is dragged by; who cannot drag it has other controls. */
export function grip() {
  const made = element("span", "cw-grip", "⠿");
  made.ariaHidden = "true";
  return made;
}

/**
 * Where a reader of the screen hears what became of an entry, after the list of entries.
 *
 * @param {Element} list
 */
export function announcer(list) {
  const said = element("p", "cw-hidden");
  said.ariaLive = "polite";
  list.after(said);
  return said;
}

/**
 * What an entry says.
 *
 * @param {Element} row
 */
export function textOf(row) {
  return row.querySelector("label > span, label + div")?.textContent?.trim() ?? "";
}

/**
 * @param {Element} list
 * @returns {HTMLElement[]}
 */
export function rowsOf(list) {
  return /** @type {HTMLElement[]} */ ([...list.children]);
}

/**
 * Dragging is one more way to do what buttons and lists do: its code comes later, or not.
 *
 * @param {(code: typeof import("./dragging.mjs")) => void} use
 */
export function dragged(use) {
  import("./dragging.mjs").then(use, () => {});
}
