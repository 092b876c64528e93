/**
 * One sitting of a mock exam, kept on this device as it goes: what was drawn, when it began, and when it was
 * submitted. Times are in milliseconds since 1970, so that no sleep, reload or crash stops the clock.
 *
 * @typedef {object} Frame
 * @property {number} seed of the draw and of what is shuffled
 * @property {number} began
 * @property {number} minutes that were given, 0 for no limit
 * @property {readonly [id: string, edition: number][]} items in their order, with their editions of then
 * @property {number} [submitted]
 * @property {boolean} [entered] whether the result is in the record
 *
 * @typedef {import("../record/draft.mjs").Draft} Draft
 * @typedef {import("../quiz/question.mjs").Question} Question
 */

/** Under which the frame is kept; no item has this id. */
const FRAME = "";
/** Under which is kept which question one was at last. */
const HERE = "here:";
/** Under which are kept the milliseconds that were seen to be spent. */
const SPENT = "spent:";
/** Under which nothing is ever kept. */
const NOTHING = "nothing:";
/** Before the id of an item: that its question was flagged. */
const FLAG = "flag:";

export class Sitting {
  #draft;
  #scope;
  /** Whether all that was done will be known after a reload. */
  isKept = true;

  /** @param {Draft} draft @param {string} exam */
  constructor(draft, exam) {
    this.#draft = draft;
    // No quiz has an id with a colon.
    this.#scope = `exam:${exam}`;
  }

  /** Whether anything could be kept here, found by keeping nothing. */
  get canBeKept() {
    this.#keep(NOTHING, null);
    return this.isKept;
  }

  /** @returns {Frame | null} null before the first sitting */
  get frame() {
    const kept = /** @type {any} */ (this.#draft.answer(this.#scope, FRAME, 1)?.response);
    return Array.isArray(kept?.items) && Number.isFinite(kept.began) ? kept : null;
  }

  /** Milliseconds that are left. @param {number} now */
  left(now) {
    return (this.frame?.minutes || Infinity) * 60_000 - this.#spent(now);
  }

  /** @param {Frame} frame of a new sitting, which puts an end to the one before it */
  begin(frame) {
    const ids = this.frame?.items.map(([id]) => id) ?? [];
    for (const key of [...ids, ...ids.map((id) => FLAG + id), HERE, SPENT]) this.#keep(key, null);
    this.#note(FRAME, frame);
  }

  /** The place of the question that one was at last. */
  get here() {
    return this.#number(HERE);
  }

  set here(at) {
    if (at !== this.here) this.#note(HERE, at);
  }

  /** @param {number} at the end; false if it has come already */
  submit(at) {
    const { frame } = this;
    if (!frame || frame.submitted) return false;
    const used = Math.min(this.#spent(at), frame.minutes * 60_000 || Infinity);
    this.#note(FRAME, { ...frame, submitted: frame.began + Math.round(used) });
    return true;
  }

  /** Note that the result is in the record. */
  enter() {
    if (this.frame) this.#note(FRAME, { ...this.frame, entered: true });
  }

  /**
   * What was answered to some questions; nothing to one whose item has another edition since.
   *
   * @param {readonly {id: string, edition: number}[]} questions
   */
  answers(questions) {
    const kept = this.#draft.all(this.#scope);
    return questions.map(({ id, edition }) => (kept[id]?.edition === edition ? (kept[id] ?? null) : null));
  }

  /** @param {number} left milliseconds; what is spent by then stays spent, whatever is answered */
  pass(left) {
    const { minutes } = this.frame ?? {};
    if (minutes) this.#spend(minutes * 60_000 - Math.max(0, left));
  }

  /** @param {Question} question @param {number} now */
  keep({ id, edition, response, answered }, now = Date.now()) {
    this.#spend(this.#spent(now));
    this.#keep(id, { edition, response, checked: answered });
  }

  /** @param {readonly {id: string}[]} questions of which some are flagged */
  flags(questions) {
    const kept = this.#draft.all(this.#scope);
    return questions.map(({ id }) => FLAG + id in kept);
  }

  /** @param {string} id of a question, to flag it to come back to, or to take the flag away */
  flag(id) {
    const [isFlagged] = this.flags([{ id }]);
    if (isFlagged) this.#keep(FLAG + id, null);
    else this.#note(FLAG + id, true);
  }

  /** Milliseconds; what is known to be spent stays so, however the clock is set. @param {number} now */
  #spent(now) {
    return Math.max(now - (this.frame?.began ?? now), this.#number(SPENT));
  }

  /** @param {number} spent */
  #spend(spent) {
    if (!this.frame?.submitted && spent > this.#number(SPENT)) this.#note(SPENT, spent);
  }

  /** @param {string} key */
  #number(key) {
    return Number(this.#draft.answer(this.#scope, key, 1)?.response ?? 0);
  }

  /** @param {string} key @param {unknown} response */
  #note(key, response) {
    this.#keep(key, { edition: 1, response, checked: false });
  }

  /** @param {string} id @param {import("../record/draft.mjs").DraftAnswer | null} answer */
  #keep(id, answer) {
    this.isKept = this.#draft.keep(this.#scope, id, answer);
  }
}
