/**
 * What a package's page says of its questions, for whoever is told of the answers.
 *
 * @typedef {object} Item
 * @property {number} edition
 * @property {string} stem without marks
 * @property {import("../xapi/response.mjs").Asked} asked
 * @property {Key} key
 * @property {string[]} [criteria] of a written text, their ids
 *
 * What is right: ids of a choice or an order, the target of every thing, what is accepted in every gap.
 * @typedef {string[] | Record<string, string | Accepted>} Key
 * @typedef {string[] | {low: string, high: string}} Accepted
 *
 * @typedef {object} About
 * @property {string} id of the quiz
 * @property {string} title
 * @property {string} language
 * @property {string} activity what statements call it
 * @property {number} cut in percent
 * @property {Record<string, Item>} items by id, in the order of the quiz
 */

/** @returns {About} */
export function about() {
  return JSON.parse(document.getElementById("cw-about")?.textContent ?? "{}");
}
