import { isEmpty } from "../scoring/response.mjs";

/**
 * How many answers of a sitting are still to be judged by who wrote them, so that there is no result yet.
 *
 * @param {import("./sitting.mjs").Sitting} sitting
 */
export function unjudged(sitting) {
  const { items = [], submitted, entered } = sitting.frame ?? {};
  if (!submitted || entered) return 0;
  const kept = sitting.answers(items.map(([id, edition]) => ({ id, edition })));
  return kept.filter((answer) => answer && !answer.checked && !isEmpty(answer.response)).length;
}
