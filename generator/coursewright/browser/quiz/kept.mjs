import { element } from "../page/element.mjs";
import { draft, store } from "../record/device.mjs";
import { recordResult } from "../record/ledger.mjs";
import { newSeed } from "./draw.mjs";
import words from "./words.mjs";

/** Under which the attempt is kept; no item has this id. */
const ATTEMPT = "";

/**
 * One way through a quiz: the seed that its order was drawn with; the items that had been asked before,
 * which come last; whether only what was missed is asked again; and the seeds that the entries of these were
 * drawn with anew.
 *
 * @typedef {object} Attempt
 * @property {number} seed
 * @property {readonly string[]} asked
 * @property {boolean} partial
 * @property {Record<string, number>} [anew] by item
 */

/** What this device keeps of one quiz under way: the attempt, and the answers. */
export class Kept {
  #scope;
  #lost = element("p", "cw-warn", words.not_kept);
  /** The attempt that was seen last, as JSON. */
  #seen = "";

  /** @param {string} scope the quiz, or nothing for the checks of sections */
  constructor(scope) {
    this.#scope = scope;
    this.#lost.role = "alert";
  }

  /** @returns {Attempt} */
  get attempt() {
    const kept = /** @type {Attempt | undefined} */ (draft.answer(this.#scope, ATTEMPT, 1)?.response);
    return kept?.asked ? kept : this.#begin(fresh());
  }

  /** The attempt if it is another than it was at the last time, else null. */
  other() {
    const { attempt } = this;
    const before = this.#seen;
    this.#seen = JSON.stringify(attempt);
    return this.#seen === before ? null : attempt;
  }

  /**
   * A new attempt, or with `partial` the same one with what was missed.
   *
   * @param {readonly import("./question.mjs").Question[]} questions that are asked again
   * @param {boolean} partial
   */
  again(questions, partial) {
    const { attempt } = this;
    const [anew, seed] = [{ ...attempt.anew }, newSeed()];
    for (const { id } of questions) {
      draft.keep(this.#scope, id, null);
      anew[id] = seed;
    }
    this.#begin(partial ? { ...attempt, partial, anew } : fresh());
  }

  /** @param {Attempt} attempt */
  #begin(attempt) {
    draft.keep(this.#scope, ATTEMPT, { edition: 1, response: attempt, checked: false });
    return attempt;
  }

  /** @param {readonly import("./question.mjs").Question[]} questions that take over what is kept if open */
  restore(questions) {
    const all = draft.all(this.#scope);
    for (const question of questions) {
      const kept = all[question.id];
      if (question.answered || kept?.edition !== question.edition) continue;
      question.sure = kept.sure ?? 0;
      question.hints = kept.hints ?? 0;
      const { response } = kept;
      // What is as it was keeps focus.
      if (JSON.stringify(question.response) !== JSON.stringify(response)) question.response = response;
      if (kept.checked) question.check(true);
    }
  }

  /**
   * What cannot be kept, or not in the record, is told of beside it.
   *
   * @param {import("./question.mjs").Question} question
   */
  keep({ id, edition, response, answered, sure, hints, field }) {
    const answer = { edition, response, checked: answered, sure, hints };
    const isKept = draft.keep(this.#scope, id, answer);
    if (isKept && store.kept) this.#lost.remove();
    else if (this.#lost.parentNode !== field) field.append(this.#lost);
  }

  /**
   * Enter the result of all questions; not when only what was missed was asked again.
   *
   * @param {readonly import("./question.mjs").Question[]} questions
   * @param {number} cut in percent
   */
  enter(questions, cut) {
    if (!this.attempt.partial) recordResult(store, this.#scope, questions, cut);
  }

  /** What there is of results, and whether the one at hand is one of them. */
  get entered() {
    const { partial } = this.attempt;
    return { tries: store.record.quizzes[this.#scope], kept: store.kept, partial };
  }
}

/** @returns {Attempt} */
function fresh() {
  return { seed: newSeed(), asked: Object.keys(store.record.items), partial: false };
}
