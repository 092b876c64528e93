import { parsed } from "../record/contents.mjs";
import { agreed, answered, held } from "./account.mjs";

/**
 * @typedef {import("./account.mjs").Account} Account
 * @typedef {{version: number, inUse: string | null, accounts: Record<string, Account>}} Contents
 */

const VERSION = 1;

/**
 * What this device remembers of accounts: which is in use, and what each has told. Where storage is denied or
 * full it remembers until the page is left, and stores tell apart what is told twice.
 */
export class Books {
  #place;
  #record;
  /** What could not be kept. @type {string | null} */
  #unkept = null;

  /**
   * @param {import("../record/place.mjs").Place} place
   * @param {() => import("../record/concerns.mjs").LearnerRecord} record as it is now
   */
  constructor(place, record) {
    this.#place = place;
    this.#record = record;
  }

  /** The name of the place, for whoever must be alone with it. */
  get key() {
    return this.#place.key;
  }

  /** The account in use. @returns {Account | null} */
  get account() {
    const { inUse, accounts } = this.#read();
    return (inUse && accounts[inUse]) || null;
  }

  /**
   * Whether this is the account in use.
   *
   * @param {{endpoint: string, actor: object}} to
   */
  has(to) {
    return this.#read().inUse === keyOf(to);
  }

  /**
   * Take an account into use, which its learner has agreed to.
   *
   * @param {{endpoint: string, actor: import("./account.mjs").Actor, launched: boolean}} to
   */
  agree(to) {
    this.hold();
    const contents = this.#read();
    const key = keyOf(to);
    contents.accounts[key] = agreed(to, contents.accounts[key], Date.now());
    this.#write({ ...contents, inUse: key });
  }

  /** Tell nothing more, not even what waits. */
  withdraw() {
    const contents = this.#read();
    if (contents.inUse) this.#put(contents.inUse, (account) => ({ ...account, waiting: [] }));
    this.#write({ ...this.#read(), inUse: null });
  }

  /** Tell only what is on record by now, and what is done from now on. */
  hold() {
    const { inUse } = this.#read();
    if (inUse) this.#put(inUse, (account) => held(account, this.#record(), Date.now()));
  }

  /**
   * @param {Account} to
   * @param {readonly import("./happenings.mjs").Happening[]} happened
   * @param {boolean} isTaken
   */
  enter(to, happened, isTaken) {
    this.#put(keyOf(to), (account) => answered(account, happened, isTaken, Date.now()));
  }

  clear() {
    this.#unkept = null;
    this.#place.remove();
  }

  /**
   * @param {string} key
   * @param {(account: Account) => Account} change
   */
  #put(key, change) {
    const contents = this.#read();
    const account = contents.accounts[key];
    if (account) this.#write({ ...contents, accounts: { ...contents.accounts, [key]: change(account) } });
  }

  /** Read anew each time, for another tab may have written. @returns {Contents} */
  #read() {
    const contents = parsed(this.#unkept ?? this.#place.read() ?? "null");
    return contents?.version === VERSION ? contents : { version: VERSION, inUse: null, accounts: {} };
  }

  /** @param {Contents} contents */
  #write(contents) {
    const text = JSON.stringify(contents);
    this.#unkept = this.#place.write(text) ? null : text;
  }
}

/** @param {{endpoint: string, actor: Record<string, any>}} to */
function keyOf({ endpoint, actor: { name: _, objectType: __, ...identifier } }) {
  return JSON.stringify([endpoint, identifier]);
}
