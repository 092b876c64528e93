import { element } from "../page/element.mjs";
import { mark } from "../page/mark.mjs";
import { sentence } from "../page/sentence.mjs";
import { RecordView } from "./recordview.mjs";
import { bestTry, lastTry } from "../record/tries.mjs";
import { percent } from "../scoring/scoring.mjs";
import { stateOf } from "./passed.mjs";
import words from "./words.mjs";

/** @type {Record<import("./passed.mjs").State, Parameters<typeof mark>>} */
const MARKS = {
  passed: ["right", words.passed],
  changed: ["partly", words.changed_since],
  below: ["partly", words.not_passed],
};

/**
 * `<cw-result data-quiz data-cut data-raised>`, or with `data-exam`: the last result, and the best one.
 * `data-raised` is as the catalogue has it.
 */
export default class LastResult extends RecordView {
  /** @override @param {import("../record/concerns.mjs").LearnerRecord} record */
  draw({ items, quizzes, exams }) {
    const { quiz, exam, cut, raised = "[]" } = this.dataset;
    const [id, tried] = exam ? [exam, exams] : [quiz ?? "", quizzes];
    const [last, best] = [lastTry(tried[id]), bestTry(tried[id])];
    const state = stateOf({ id, cut: Number(cut), raised: JSON.parse(raised) }, { quizzes: tried, items });
    this.replaceChildren(...(last && best ? said(last, best, mark(...MARKS[state])) : []));
  }
}

/**
 * @param {import("../record/tries.mjs").Try} last
 * @param {import("../record/tries.mjs").Try} best
 * @param {HTMLElement} state
 */
function said(last, best, state) {
  const both = [
    sentence(words.last_result, { percent: percent(last) }),
    ...(percent(best) > percent(last) ? [sentence(words.best_result, { percent: percent(best) })] : []),
  ];
  // A dot that parts two things goes to the next line with the second.
  return [...both, state].flatMap((one) => [element("span", "cw-part", one), " "]);
}
