import { counted } from "../page/counted.mjs";
import { sentence } from "../page/sentence.mjs";
import words from "./words.mjs";

/**
 * How an account stands, in words. Pure.
 *
 * @typedef {import("./account.mjs").Account} Account
 * @typedef {import("./statement.mjs").About} About
 */

/**
 * @param {About} about
 * @param {string} endpoint
 * @param {string} page its address, for a store on its own host
 */
export function values({ recipient }, endpoint, page) {
  return { recipient, host: new URL(endpoint, page).host };
}

/**
 * Whom an actor stands for, as the learner knows it.
 *
 * @param {import("./account.mjs").Actor} actor
 * @returns {string}
 */
export function who({ name, account, mbox, openid, mbox_sha1sum: sum }) {
  const id = account?.name ?? mbox?.replace(/^mailto:/, "") ?? openid ?? sum;
  return name && name !== id ? `${name} (${id})` : String(id);
}

/**
 * What was sent and what waits.
 *
 * @param {Account} account
 * @param {number} waiting
 * @param {string} language
 */
export function tally({ count, last, refused }, waiting, language) {
  const time = new Date(last).toLocaleString(language, { dateStyle: "medium", timeStyle: "short" });
  const sent = count ? [sentence(counted(words.sent, count), { count, time })] : [words.none_sent];
  const left = waiting ? [sentence(counted(words.waiting, waiting), { count: waiting })] : [];
  const lost = refused ? [sentence(counted(words.refused, refused), { count: refused })] : [];
  return [...sent, ...left, ...lost].join(" ");
}

/**
 * Why what waits is not sent, or nothing.
 *
 * @param {import("./sender.mjs").State} state
 * @param {Record<string, string>} named
 */
export function trouble(state, named) {
  return state === "fine" ? "" : sentence(words[state], named);
}
