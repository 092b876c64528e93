import { element } from "../page/element.mjs";
import { mark } from "../page/mark.mjs";
import { percent } from "../scoring/scoring.mjs";
import { surprise } from "./sureness.mjs";
import words from "./words.mjs";

const SAID = { right: words.right, partly: words.partly, wrong: words.wrong, unanswered: words.unanswered };

/**
 * How a response fared, and what is surprising of it.
 *
 * @param {object} question
 * @param {import("../scoring/scoring.mjs").Verdict} question.verdict
 * @param {import("../scoring/scoring.mjs").Score} question.score
 * @param {number} question.sure
 */
export function said({ verdict, score, sure }) {
  const state = verdict === "unanswered" ? "wrong" : verdict;
  const share = state === "partly" ? ` ${percent(score)}%` : "";
  const line = element("p", `cw-verdict is-${state}`, mark(state, SAID[verdict] + share));
  line.tabIndex = -1;
  return [line, ...surprise({ verdict, sure })];
}

/**
 * Why, whatever was answered; of a question that nobody explained only the way back to the text.
 *
 * @param {Element | null} explanation
 */
export function explained(explanation) {
  const box = element("div", "cw-explanation");
  if (!explanation?.matches(".is-none")) box.append(element("p", "cw-label", words.explanation));
  box.append(...(explanation?.cloneNode(true).childNodes ?? []));
  return box.hasChildNodes() ? [box] : [];
}

/**
 * Verdict and reason are seen whole where they fit, and from the verdict on where they do not.
 *
 * @param {Element} feedback
 */
export function focusVerdict(feedback) {
  const verdict = /** @type {HTMLElement | null} */ (feedback.querySelector(".cw-verdict"));
  verdict?.focus({ preventScroll: true });
  feedback.scrollIntoView({ block: "nearest" });
  if (verdict && verdict.getBoundingClientRect().top < 0) verdict.scrollIntoView();
}
