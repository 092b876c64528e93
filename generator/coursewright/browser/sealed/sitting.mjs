/**
 * One sitting of a sealed exam as it is kept. Times are in milliseconds since 1970.
 *
 * @typedef {object} State
 * @property {string} sitting a UUID of its own
 * @property {number} save how often it was kept
 * @property {number} saved when it was kept last
 * @property {number} began
 * @property {number} minutes
 * @property {number} extra minutes
 * @property {import("./opening.mjs").Holder | null} holder of a spare code
 * @property {number} spent milliseconds that were seen to pass
 * @property {Record<string, unknown>} answers by item
 * @property {Record<string, number>} seconds by item
 * @property {string[]} flags items
 * @property {Happened[]} events
 * @property {number} here the place of the question that one was at last
 * @property {number} submitted 0 before
 * @property {string} sealed the response as it was submitted, empty before
 * @property {number} sent when it had arrived, 0 before
 *
 * @typedef {"left" | "returned" | "resumed" | "offline" | "online" | "clock" | "full" | "other-window"} What
 * @typedef {{at: string, what: What, for?: number}} Happened
 */

import { isEmpty } from "../scoring/response.mjs";

const MINUTE = 60_000;
/** More is not kept, so that a page that is left a thousand times still fits. */
const MOST_EVENTS = 2000;

export class Sitting {
  #changed;

  /**
   * @param {State} state
   * @param {() => void} changed called whenever there is something to keep
   */
  constructor(state, changed) {
    this.state = state;
    this.#changed = changed;
  }

  get isOver() {
    return this.state.submitted > 0;
  }

  /** Milliseconds that were given; without limit where an exam has none. */
  get given() {
    const { minutes, extra } = this.state;
    return minutes ? (minutes + extra) * MINUTE : Infinity;
  }

  /**
   * Milliseconds that are left; what is known to be spent stays so, however the clock is set.
   *
   * @param {number} now
   */
  left(now) {
    return this.given - Math.max(now - this.state.began, this.state.spent);
  }

  /** @param {number} left milliseconds; what is spent by then stays spent */
  pass(left) {
    const spent = this.given - Math.max(0, left);
    if (this.isOver || !Number.isFinite(spent) || spent <= this.state.spent) return;
    this.state.spent = spent;
    this.#changed();
  }

  /** @param {{id: string, response: unknown}} question */
  keep({ id, response }) {
    if (this.isOver) return;
    if (isEmpty(response)) delete this.state.answers[id];
    else this.state.answers[id] = response;
    this.#changed();
  }

  /** @param {string} id */
  flag(id) {
    const { flags } = this.state;
    this.state.flags = flags.includes(id) ? flags.filter((each) => each !== id) : [...flags, id];
    this.#changed();
  }

  /** @param {number} at */
  set here(at) {
    if (at === this.state.here) return;
    this.state.here = at;
    this.#changed();
  }

  /** @param {string} id @param {number} seconds that were spent on it */
  spend(id, seconds) {
    if (this.isOver) return;
    const whole = (this.state.seconds[id] ?? 0) + seconds;
    this.state.seconds[id] = Math.round(whole * 10) / 10;
    this.#changed();
  }

  /** @param {What} what @param {number} [seconds] how long */
  note(what, seconds) {
    if (this.isOver || this.state.events.length >= MOST_EVENTS) return;
    const how = seconds === undefined ? {} : { for: Math.round(seconds) };
    this.state.events.push({ at: new Date().toISOString(), what, ...how });
    this.#changed();
  }

  /** @param {number} now the end, by the time that was used: the clock may have been set back meanwhile */
  submit(now) {
    const { began, spent } = this.state;
    this.state.submitted = began + Math.round(Math.min(this.given, Math.max(now - began, spent)));
  }

  /** @param {Partial<Pick<State, "sealed" | "sent">>} came of the response */
  put(came) {
    Object.assign(this.state, came);
    this.#changed();
  }
}

/**
 * A sitting that begins now.
 *
 * @param {number} minutes
 * @param {Pick<import("./opening.mjs").Candidate, "extra" | "holder">} candidate
 * @returns {State}
 */
export function begun(minutes, { extra, holder }) {
  const given = { sitting: uuid(), began: Date.now(), minutes, extra, holder: holder ?? null };
  const done = { answers: {}, seconds: {}, flags: [], events: [], here: 0, spent: 0 };
  return { ...given, ...done, save: 0, saved: 0, submitted: 0, sealed: "", sent: 0 };
}

/** A UUID of version 4 (RFC 9562), which plain http has no function for. */
function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 15) | 64;
  bytes[8] = ((bytes[8] ?? 0) & 63) | 128;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
