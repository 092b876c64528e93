/**
 * What a package's page says of its questions, and what a platform of any standard is told of the answers.
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

/**
 * @typedef {import("../scoring/scoring.mjs").Score} Score
 * @typedef {object} Answered one answer that was checked
 * @property {string} id
 * @property {Item} item
 * @property {any} response
 * @property {Score} score
 * @property {number} at milliseconds since 1970
 * @property {number} took milliseconds since the answer before it, or since the page came
 * @typedef {object} Standing
 * @property {Score} score of the best result; before the first of all questions so far
 * @property {boolean} isDone whether every question was answered once
 * @property {boolean} passed
 * @property {string} state
 *
 * @typedef {"told" | "alone" | "looking"} Mode who only looks at it changes nothing
 *
 * @typedef {object} Platform
 * @property {number} most characters of a state
 * @property {Mode} mode once it is open
 * @property {() => Promise<string>} open the state that was kept, empty at first
 * @property {(answered: Answered) => void} answer
 * @property {(standing: Standing) => void} stand
 * @property {() => void} close
 * @property {string} [trouble] what was not accepted
 * @property {number} [cut] in percent, where the platform has one of its own
 */

/** @returns {About} */
export function about() {
  return JSON.parse(document.getElementById("cw-about")?.textContent ?? "{}");
}
