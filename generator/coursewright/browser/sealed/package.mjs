import { fetchedData } from "../page/fetched.mjs";
import { toBytes, toHex } from "./crypt/bytes.mjs";

/**
 * An exam as it is published: what anybody may read of it, and what is sealed.
 *
 * @typedef {object} Package
 * @property {1} format
 * @property {string} session
 * @property {string} exam
 * @property {string} title
 * @property {string} language
 * @property {number} minutes
 * @property {string | null} opens UTC
 * @property {string | null} closes UTC
 * @property {string | null} drop address of the folder that takes responses
 * @property {string} commitment
 * @property {import("./crypt/engine.mjs").Point & {kid: string}} key of the session
 * @property {Record<string, string>} tickets
 * @property {Record<string, string>} forms
 */

/** Where a page has its package in itself. */
const WITHIN = "cw-sealed";

/**
 * The package of the page, or of the file beside it; null where it cannot be had or is of another format.
 *
 * @param {string} [address]
 * @returns {Promise<Package | null>}
 */
export async function packageOf(address) {
  const within = document.getElementById(WITHIN);
  const found = /** @type {any} */ (within ? parsed(within.textContent) : await fetchedData(address));
  const { format, key, tickets, forms } = found ?? {};
  return format === 1 && key?.kid && tickets && forms ? found : null;
}

/** @param {string | null} text */
function parsed(text) {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return null;
  }
}

/**
 * Which package it is: SHA-256 of what is sealed in it, as canonical JSON.
 *
 * @param {import("./crypt/engine.mjs").Engine} engine
 * @param {Pick<Package, "forms" | "tickets">} sealed
 */
export async function digestOf(engine, { forms, tickets }) {
  const text = `{"forms":${canonical(forms)},"tickets":${canonical(tickets)}}`;
  return toHex(await engine.digest(toBytes(text)));
}

/**
 * As JSON, by the order of names. It is no object that is sorted: in one a name such as 822 comes first,
 * whatever was put into it before.
 *
 * @param {Record<string, string>} named
 */
function canonical(named) {
  const sorted = Object.entries(named).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${sorted.map((each) => each.map((text) => JSON.stringify(text)).join(":")).join(",")}}`;
}
