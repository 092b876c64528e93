import { mark } from "../page/mark.mjs";
import { RecordView } from "../record/recordview.mjs";
import { sentence } from "../page/sentence.mjs";
import words from "./words.mjs";

/** `<cw-result data-quiz>`: the last result of a quiz. */
export default class LastResult extends RecordView {
  /** @override @param {import("../record/record.mjs").LearnerRecord} record */
  draw({ quizzes }) {
    const result = quizzes[this.dataset.quiz ?? ""];
    this.replaceChildren(...(result ? said(result) : []));
  }
}

/** @param {import("../record/record.mjs").Result} result */
function said({ score, total, passed }) {
  const state = passed ? mark("right", words.passed) : mark("partly", words.not_passed);
  return [" · ", sentence(words.last_result, { score, total }), " ", state];
}
