import { quizzesOf } from "../learn/learning.mjs";
import { inQuestions } from "../scoring/questions.mjs";
import { percent } from "../scoring/scoring.mjs";
import { allTries, counted } from "./evidence.mjs";

/** @typedef {import("../learn/learning.mjs").Catalogue} Catalogue */

/**
 * The tries as a table: a heading, then one a row, with the time that the device said. Names of columns are
 * those of the record's own file, but for what an answer counts for: its chapter and objective, so that
 * mastery can be computed from the table. A result has its points in questions, as the page of the quiz or
 * exam shows it, or in percent where the course has the quiz no more.
 *
 * @param {import("../review/memories.mjs").Items} items
 * @param {import("../record/concerns.mjs").LearnerRecord} record
 * @param {Pick<Catalogue, "chapters" | "quizzes">} catalogue
 * @returns {(string | number)[][]}
 */
export function triesTable(items, record, catalogue) {
  const sizes = new Map(quizzesOf(catalogue).map(({ id, questions }) => [id, questions]));
  const objectiveOf = counted(items);
  const rows = allTries(record).map(({ concern, id, one }) => [
    concern,
    id,
    new Date(one.at).toISOString(),
    ...worth(one, concern, sizes.get(id)),
    one.edition ?? 1,
    one.sure ?? "",
    one.hints ?? "",
    ...counts(concern === "items" ? objectiveOf(id, one) : undefined),
  ]);
  const own = ["concern", "id", "at", "points", "of", "edition", "sure", "hints"];
  return [[...own, "chapter", "objective"], ...rows];
}

/**
 * @param {any} one a try of any origin
 * @param {string} concern
 * @param {number | undefined} questions that the course has in the quiz
 * @returns {[points: number, of: number]}
 */
function worth(one, concern, questions) {
  if (concern === "items") return [one.points, one.of];
  const asked = concern === "exams" ? one.questions?.length : questions;
  return asked > 0 ? [inQuestions(one, asked), asked] : [percent(one), 100];
}

/** @param {import("../review/memories.mjs").ListedObjective | undefined} objective */
function counts(objective) {
  return objective ? [objective[2], objective[0]] : ["", ""];
}
