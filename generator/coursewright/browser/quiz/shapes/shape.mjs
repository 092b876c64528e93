/**
 * What the controls of a question do. Sends `change` from within the field when the response changes.
 *
 * @typedef {object} Shape
 * @property {(response: unknown) => import("../../scoring/scoring.mjs").Score} score
 * @property {unknown} response plain JSON; one that fits nothing here is as none
 * @property {string} unready what to say to who checks before there is a response
 * @property {() => boolean} [prepare] begin a step that comes before scoring; false if there is none any more
 * @property {string} [label] what the button says in that step, or nothing
 * @property {() => void} explain lock the response, and say of every entry how it fared and why
 * @property {() => void} reset as if never touched
 * @property {(shuffled: import("../draw.mjs").Shuffled) => void} [draw] bring the entries into another order
 *
 * @typedef {new (field: HTMLFieldSetElement, reasons: readonly HTMLElement[]) => Shape} ShapeClass
 */

export {};
