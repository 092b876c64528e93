import { Keeping, restored } from "./keeping.mjs";
import { labelled, sealedResponse } from "./response.mjs";
import { begun, Sitting } from "./sitting.mjs";

/**
 * @typedef {import("./package.mjs").Package} Package
 * @typedef {import("./opening.mjs").Candidate} Candidate
 *
 * @typedef {object} Place
 * @property {import("./crypt/engine.mjs").Engine} engine
 * @property {import("./shelf.mjs").Shelf} shelf
 * @property {Package} exam
 * @property {import("./opening.mjs").Ticket} ticket
 * @property {Candidate} candidate
 */

/** A clock that was set back by less may only have been set right. */
const SET_BACK = 5000;

/** One candidate's sitting on this device: found again or begun, kept, and sealed in the end. */
export class Session {
  #place;
  #id;
  /** @type {Keeping | null} */
  #keeping = null;
  #tookOver = false;
  /** @type {import("./sitting.mjs").State | null} */
  found = null;
  /** @type {Sitting | null} */
  sitting = null;

  /** @param {Place} place */
  constructor(place) {
    const { exam, candidate } = place;
    this.#place = place;
    this.#id = [exam.session, exam.commitment, candidate.ticket, candidate.number].join("/");
  }

  /**
   * Look for what is kept of it, which no other window may change from then on.
   *
   * @param {boolean} takesOver from another window
   * @returns {Promise<"free" | "elsewhere" | "denied">}
   */
  async claim(takesOver) {
    const { engine, shelf } = this.#place;
    try {
      const kept = await shelf.claim(this.#id, takesOver);
      if (kept === "elsewhere") return kept;
      this.#tookOver = takesOver;
      this.found = kept && (await restored(engine, this.#at, kept));
      return "free";
    } catch {
      return "denied";
    }
  }

  /**
   * Go on with what was found, or begin.
   *
   * @param {number} minutes
   * @param {(fate: import("./keeping.mjs").Fate) => void} told
   */
  begin(minutes, told) {
    const state = this.found ?? begun(minutes, this.#place.candidate);
    const keeping = new Keeping({ ...this.#place, ...this.#at }, told);
    this.#keeping = keeping;
    this.sitting = new Sitting(state, () => keeping.change(state));
    if (!this.found) this.sitting.put({});
    else if (!this.sitting.isOver) this.#resume(this.sitting);
    return this.sitting;
  }

  /** Keep what has changed, now. */
  async flush() {
    if (this.sitting) await this.#keeping?.flush(this.sitting.state);
  }

  close() {
    this.#keeping?.close();
  }

  /** The page is about to go, or is shown again. @param {boolean} isLeaving */
  leave(isLeaving) {
    this.#place.shelf.leave(this.#id, isLeaving).catch(() => {});
  }

  /** What is answered so far, or was submitted, as it leaves this device. */
  async response() {
    const { engine, exam, candidate } = this.#place;
    const { state } = this.sitting ?? {};
    if (!state) throw new Error("nothing has begun");
    const text = state.sealed || (await sealedResponse(engine, exam, candidate, state));
    return labelled(engine, text, exam, candidate);
  }

  /** The one submission: from then on it is what was sealed. */
  async submit() {
    const { sitting } = this;
    if (!sitting || sitting.isOver) return;
    sitting.submit(Date.now());
    const { text } = await this.response();
    sitting.put({ sealed: text });
    await this.flush();
  }

  async remove() {
    this.close();
    await this.#place.shelf.remove(this.#id);
  }

  get #at() {
    return { id: this.#id, key: this.#place.ticket.rest };
  }

  /** @param {Sitting} sitting */
  #resume(sitting) {
    const { saved } = sitting.state;
    const away = Date.now() - saved;
    if (away < -SET_BACK) sitting.note("clock", away / 1000);
    if (this.#tookOver) sitting.note("other-window");
    sitting.note("resumed", Math.max(0, away / 1000));
  }
}
