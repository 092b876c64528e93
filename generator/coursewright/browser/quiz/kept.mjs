import { draft } from "../record/device.mjs";

/** Under which the seed of a quiz is kept; no item has this id. */
const SEED = "";

/** What this device keeps of one quiz under way: its answers, and the seed that its order was drawn with. */
export class Kept {
  #scope;

  /** @param {string} scope the quiz, or nothing for the checks of sections */
  constructor(scope) {
    this.#scope = scope;
  }

  /** 0 for the order in the page. */
  get seed() {
    return Number(draft.answer(this.#scope, SEED, 1)?.response ?? 0);
  }

  set seed(seed) {
    draft.keep(this.#scope, SEED, { edition: 1, response: seed, checked: false });
  }

  /** @param {import("./question.mjs").Question} question */
  restore(question) {
    const kept = draft.answer(this.#scope, question.id, question.edition);
    if (kept) question.response = kept.response;
    if (kept?.checked) question.check();
  }

  /** Whether it could be kept. @param {import("./question.mjs").Question} question */
  keep({ id, edition, response, answered }) {
    return draft.keep(this.#scope, id, { edition, response, checked: answered });
  }

  /** @param {import("./question.mjs").Question} question */
  forget({ id }) {
    draft.keep(this.#scope, id, null);
  }
}
