import { element } from "../page/element.mjs";
import { mark } from "../page/mark.mjs";
import { percent } from "../scoring/scoring.mjs";
import words from "./words.mjs";

/**
 * How a response fared.
 *
 * @param {object} question
 * @param {import("../scoring/scoring.mjs").Verdict} question.verdict
 * @param {import("../scoring/scoring.mjs").Score} question.score
 */
export function said({ verdict, score }) {
  const state = verdict === "unanswered" ? "wrong" : verdict;
  const share = state === "partly" ? ` ${percent(score)}%` : "";
  const line = element("p", `cw-verdict is-${state}`, mark(state, words[verdict] + share));
  line.tabIndex = -1;
  return line;
}

/**
 * Why, whatever was answered.
 *
 * @param {Element | null} explanation
 */
export function explained(explanation) {
  const box = element("div", "cw-explanation", element("p", "cw-label", words.explanation));
  box.append(...(explanation?.cloneNode(true).childNodes ?? []));
  return box;
}
