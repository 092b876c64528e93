import { recordAnswer } from "../record/ledger.mjs";
import { tried } from "../record/tries.mjs";
import { dated } from "../review/dates.mjs";
import { passes, total } from "../scoring/scoring.mjs";

/**
 * What the record keeps of a sitting: with its questions, so that everything that is said of it can be
 * computed again.
 *
 * @typedef {[id: string, edition: number, points: number, of: number]} Counted
 * @typedef {import("../record/tries.mjs").Try & {began: number, minutes: number, cut: number,
 *   questions: Counted[]}} ExamTry
 *   `minutes` that were given, 0 for no limit; a question without an answer has no points
 *
 * @typedef {import("../record/store.mjs").Store} Store
 * @typedef {import("../record/concerns.mjs").LearnerRecord} LearnerRecord
 * @typedef {import("../quiz/question.mjs").Question} Question
 */

/**
 * Enter every answer as a try at its item.
 *
 * @param {Store} store
 * @param {readonly Question[]} questions
 * @param {number} at when they were submitted
 */
export function enterAnswers(store, questions, at) {
  for (const question of questions) if (question.answered) recordAnswer(store, question, at);
}

/**
 * Enter the result of a sitting that is over, once.
 *
 * @param {Store} store
 * @param {string} exam
 * @param {import("./sitting.mjs").Sitting} sitting
 * @param {readonly Question[]} questions
 * @param {number} cut in percent
 */
export function enterResult(store, exam, sitting, questions, cut) {
  const { frame } = sitting;
  if (!frame?.submitted || frame.entered) return;
  const { began, minutes, submitted } = frame;
  sitting.enter();
  if (triesAt(store.record, exam).some((one) => one.began === began)) return;
  const reached = total(questions.map(({ score }) => score));
  /** @type {ExamTry} */
  const one = {
    at: submitted,
    ...reached,
    passed: passes(reached, cut),
    began,
    minutes,
    cut,
    questions: questions.map(({ id, edition, score: { points, of } }) => [id, edition, points, of]),
  };
  store.put("exams", exam, (old) => tried(old, one));
}

/**
 * @param {LearnerRecord} record
 * @param {string} exam
 */
export function triesAt({ exams }, exam) {
  return /** @type {ExamTry[]} */ (exams[exam]?.tries ?? []).filter((one) => Array.isArray(one.questions));
}

/**
 * The items of the latest mock exam, of whichever exam.
 *
 * @param {LearnerRecord} record
 * @param {number} now in milliseconds since 1970
 */
export function metLast({ exams }, now) {
  const latest = Object.values(exams).flatMap(({ tries }) => dated(tries, now).at(-1) ?? []);
  latest.sort((one, other) => other.at - one.at);
  const { questions = [] } = /** @type {Partial<ExamTry>} */ (latest[0] ?? {});
  return new Set(questions.map(([id]) => id));
}
