import { element } from "../page/element.mjs";
import { mark } from "../page/mark.mjs";
import { sentence } from "../page/sentence.mjs";
import { RecordView } from "../record/recordview.mjs";
import { bestTry, lastTry } from "../record/tries.mjs";
import { passes, percent } from "../scoring/scoring.mjs";
import words from "./words.mjs";

/** `<cw-result data-quiz data-cut>`, or with `data-exam`: the last result, and the best one. */
export default class LastResult extends RecordView {
  /** @override @param {import("../record/concerns.mjs").LearnerRecord} record */
  draw({ quizzes, exams }) {
    const { quiz, exam } = this.dataset;
    const tried = exam ? exams[exam] : quizzes[quiz ?? ""];
    const [last, best] = [lastTry(tried), bestTry(tried)];
    this.replaceChildren(...(last && best ? said(last, best, Number(this.dataset.cut)) : []));
  }
}

/**
 * @param {import("../record/tries.mjs").Try} last
 * @param {import("../record/tries.mjs").Try} best
 * @param {number} cut
 */
function said(last, best, cut) {
  const state = passes(best, cut) ? mark("right", words.passed) : mark("partly", words.not_passed);
  const both = [
    sentence(words.last_result, { percent: percent(last) }),
    ...(percent(best) > percent(last) ? [sentence(words.best_result, { percent: percent(best) })] : []),
  ];
  // A dot that parts two things goes to the next line with the second.
  return [...both, state].flatMap((one) => [element("span", "cw-part", one), " "]);
}
