import { derived, openByKey, openByPassword } from "./crypt/jwe.mjs";
import { fromBase64url } from "./crypt/bytes.mjs";

/**
 * @typedef {import("./package.mjs").Package} Package
 * @typedef {import("./crypt/engine.mjs").Engine} Engine
 *
 * @typedef {object} Candidate
 * @property {string} number
 * @property {string} name
 * @property {string} form
 * @property {number} extra minutes
 * @property {string} ticket
 * @property {string} proof that it was opened, which comes back with the answers
 * @property {boolean} [spare] whether it is a code that was made for nobody
 * @property {Holder} [holder] who has a spare code
 *
 * @typedef {{number: string, name: string}} Holder as they write it themselves
 *
 * @typedef {object} Ticket
 * @property {readonly Candidate[]} candidates one, or all of a room
 * @property {Record<string, string>} keys of forms
 * @property {Uint8Array} rest what answers are encrypted with as long as they lie on this device
 *
 * @typedef {object} Form
 * @property {string} form
 * @property {number} minutes
 * @property {number} points
 * @property {readonly string[]} rules
 * @property {readonly {title: string, questions: readonly number[]}[]} parts
 * @property {readonly Posed[]} questions
 * @property {Record<string, {title: string, html: string}>} cases
 * @property {Record<string, string>} media data by name
 *
 * @typedef {{number: number, item: string, points: number, case: string | null, html: string}} Posed
 */

/** Under which the key for answers at rest is made. */
const AT_REST = "coursewright at rest";

/**
 * What an access code opens; null where it opens nothing, and nobody is told which part of it is not right.
 *
 * @param {Engine} engine
 * @param {Package} sealed
 * @param {import("./code.mjs").Typed} code
 * @returns {Promise<Ticket | null>}
 */
export async function openTicket(engine, { tickets }, { ticket, secret }) {
  const jwe = Object.hasOwn(tickets, ticket) ? tickets[ticket] : undefined;
  try {
    const { text, key } = await openByPassword(engine, jwe ?? "", secret);
    return { ...JSON.parse(text), rest: await derived(engine, key, AT_REST) };
  } catch {
    return null;
  }
}

/**
 * The form of a candidate; null where it was altered.
 *
 * @param {Engine} engine
 * @param {Package} sealed
 * @param {Ticket} ticket
 * @param {Candidate} candidate
 * @returns {Promise<Form | null>}
 */
export async function openForm(engine, { forms }, { keys }, { form }) {
  try {
    return JSON.parse(await openByKey(engine, forms[form] ?? "", fromBase64url(keys[form] ?? "")));
  } catch {
    return null;
  }
}
