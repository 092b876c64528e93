import { mark } from "../page/mark.mjs";
import { sentence } from "../page/sentence.mjs";
import { RecordView } from "../record/recordview.mjs";
import { lastTry } from "../record/tries.mjs";
import { percent } from "../scoring/scoring.mjs";
import words from "./words.mjs";

/** `<cw-result data-quiz>`: the last result of a quiz. */
export default class LastResult extends RecordView {
  /** @override @param {import("../record/concerns.mjs").LearnerRecord} record */
  draw({ quizzes }) {
    const last = lastTry(quizzes[this.dataset.quiz ?? ""]);
    this.replaceChildren(...(last ? said(last) : []));
  }
}

/** @param {import("../record/tries.mjs").Try} result */
function said(result) {
  const state = result.passed ? mark("right", words.passed) : mark("partly", words.not_passed);
  return [" · ", sentence(words.last_result, { percent: percent(result) }), " ", state];
}
