/**
 * One account that a learner agreed to tell one store of: since when, and what it has been told. Pure.
 *
 * A device tells what was done on it while the account was in use. What comes with a record from elsewhere
 * is never told from here: the device that it was done on tells it. So `waiting` names what was not yet told
 * when a record was added, or when another account came into use; all else counts from then on.
 *
 * @typedef {import("./happenings.mjs").Happening} Happening
 * @typedef {Record<string, any>} Actor an Agent of xAPI, with one identifier
 * @typedef {object} Account
 * @property {string} endpoint
 * @property {Actor} actor
 * @property {boolean} launched whether a learning platform has to start the course for it
 * @property {number} since in milliseconds since 1970
 * @property {string[]} waiting
 * @property {Record<string, Record<string, number>>} told by concern and id, the mark of the last
 * @property {number} count how many statements the store has taken
 * @property {number} last when it took one, 0 if never
 * @property {number} refused how many it will not take
 */
import { happenings, named } from "./happenings.mjs";

/**
 * @param {{endpoint: string, actor: Actor, launched: boolean}} to
 * @param {Account | undefined} old what is known of it from before
 * @param {number} now
 * @returns {Account}
 */
export function agreed(to, old, now) {
  return { waiting: [], told: {}, count: 0, last: 0, refused: 0, ...old, ...to, since: now };
}

/**
 * What is still to be told, from the first to the last.
 *
 * @param {Account} account
 * @param {import("../record/concerns.mjs").LearnerRecord} record
 */
export function due({ since, waiting, told }, record) {
  const awaited = new Set(waiting);
  return happenings(record).filter(
    (one) =>
      (one.at >= since || awaited.has(named(one))) && one.mark > (told[one.concern]?.[one.id] ?? -Infinity),
  );
}

/**
 * The account before a record of another device is added, or while another account is in use.
 *
 * @param {Account} account
 * @param {import("../record/concerns.mjs").LearnerRecord} record
 * @param {number} now
 * @returns {Account}
 */
export function held(account, record, now) {
  return { ...account, waiting: due(account, record).map(named), since: now };
}

/**
 * The account once the store has answered.
 *
 * @param {Account} account
 * @param {readonly Happening[]} happened what it was told, in turn
 * @param {boolean} isTaken or refused for good
 * @param {number} now
 * @returns {Account}
 */
export function answered(account, happened, isTaken, now) {
  const told = { ...account.told };
  for (const { concern, id, mark } of happened)
    told[concern] = { ...told[concern], [id]: Math.max(mark, told[concern]?.[id] ?? mark) };
  const names = new Set(happened.map(named));
  const waiting = account.waiting.filter((name) => !names.has(name));
  const count = happened.length;
  if (!isTaken) return { ...account, told, waiting, refused: account.refused + count };
  return { ...account, told, waiting, count: account.count + count, last: now };
}
