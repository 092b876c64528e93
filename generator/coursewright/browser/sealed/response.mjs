import { toBytes, toHex } from "./crypt/bytes.mjs";
import { sealed } from "./crypt/jwe.mjs";
import { digestOf } from "./package.mjs";
import { sebKeys } from "./seb.mjs";

/**
 * @typedef {import("./package.mjs").Package} Package
 * @typedef {import("./opening.mjs").Candidate} Candidate
 * @typedef {import("./crypt/engine.mjs").Engine} Engine
 *
 * A response as it leaves the device, and what is known of it without opening it.
 *
 * @typedef {object} Sealed
 * @property {string} text
 * @property {string} name of its file
 * @property {string} receipt in hex
 */

const PREFIX = "CWR1.";

/**
 * What a candidate answered, so that only the holder of the session's key can read it.
 *
 * @param {Engine} engine
 * @param {Package} exam
 * @param {Candidate} candidate
 * @param {import("./sitting.mjs").State} state
 */
export async function sealedResponse(engine, exam, candidate, state) {
  const { session, exam: id, commitment } = exam;
  const { form, ticket, proof, number, name } = candidate;
  const { sitting, save, began, saved, submitted, minutes, extra, holder } = state;
  const { answers, seconds, flags, events } = state;
  const response = {
    format: 1,
    session,
    exam: id,
    commitment,
    package: await digestOf(engine, exam),
    form,
    ticket,
    proof,
    candidate: { number, name },
    sitting,
    save: Math.max(1, save),
    final: submitted > 0,
    began: utc(began),
    saved: utc(saved || Date.now()),
    submitted: submitted ? utc(submitted) : null,
    minutes,
    extra,
    answers,
    seconds,
    flags,
    events,
    seb: sebKeys(),
    holder,
  };
  return PREFIX + (await sealed(engine, JSON.stringify(response), exam.key));
}

/**
 * @param {Engine} engine
 * @param {string} text
 * @param {Package} exam
 * @param {Candidate} candidate
 * @returns {Promise<Sealed>}
 */
export async function labelled(engine, text, { session }, { number, form }) {
  const receipt = toHex(await engine.digest(toBytes(text.slice(PREFIX.length))));
  const folded = number.toLowerCase().replace(/[^0-9a-z-]/g, "");
  return { text, receipt, name: `${session}-${folded}-${form}-${receipt.slice(0, 8)}.cwr` };
}

/**
 * The part of a receipt that people read, in groups of four.
 *
 * @param {string} receipt
 */
export function shownReceipt(receipt) {
  return receipt.slice(0, 16).toUpperCase().match(/.{4}/g)?.join(" ") ?? "";
}

/** @param {number} time */
function utc(time) {
  return new Date(time).toISOString();
}
