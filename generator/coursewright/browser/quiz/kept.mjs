import { element } from "../page/element.mjs";
import { draft, store } from "../record/device.mjs";
import words from "./words.mjs";

/** Under which the seed of a quiz is kept; no item has this id. */
const SEED = "";

/** What this device keeps of one quiz under way: its answers, and the seed that its order was drawn with. */
export class Kept {
  #scope;
  #lost = element("p", "cw-warn", words.not_kept);

  /** @param {string} scope the quiz, or nothing for the checks of sections */
  constructor(scope) {
    this.#scope = scope;
    this.#lost.role = "alert";
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

  /**
   * What cannot be kept, or not in the record, is told of beside it.
   *
   * @param {import("./question.mjs").Question} question
   */
  keep({ id, edition, response, answered, field }) {
    const isKept = draft.keep(this.#scope, id, { edition, response, checked: answered });
    if (isKept && store.kept) this.#lost.remove();
    else if (this.#lost.parentNode !== field) field.append(this.#lost);
  }

  /** @param {import("./question.mjs").Question} question */
  forget({ id }) {
    draft.keep(this.#scope, id, null);
  }
}
