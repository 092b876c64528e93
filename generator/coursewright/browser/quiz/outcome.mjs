import { button, element, link } from "../page/element.mjs";
import { mark } from "../page/mark.mjs";
import { sentence } from "../page/sentence.mjs";
import { byObjective } from "../scoring/objectives.mjs";
import { passes, percent, total } from "../scoring/scoring.mjs";
import words from "./words.mjs";

const SECTIONS_TO_READ = 3;
const REACHED = { right: words.reached, partly: words.reached_partly, wrong: words.not_reached };

/**
 * The result of a quiz: score, objectives, what to do next.
 *
 * @param {readonly import("./question.mjs").Question[]} questions all answered
 * @param {{cut: number, template: HTMLTemplateElement | null, next: string, kept: boolean}} quiz
 *   `template` holds li[data-objective][data-items] with a link each; `next` is an address or empty
 */
export function outcome(questions, { cut, template, next, kept }) {
  const verdicts = new Map(questions.map(({ id, verdict }) => [id, verdict]));
  const reached = total(questions.map(({ score }) => score));
  const passed = passes(reached, cut);
  const rows = objectives(template, verdicts);
  const steps = [reread(rows), missed(questions), onward(passed, next)].filter((step) => step !== null);
  const verdict = passed ? mark("right", words.passed) : mark("partly", words.not_passed);
  const state = passed ? "is-right" : "is-partly";
  const box = element("section", `cw-outcome ${state}`, element("h2", "", words.result));
  box.tabIndex = -1;
  box.setAttribute("aria-label", words.result);
  box.append(
    element("p", "cw-score", element("strong", "", inQuestions(reached, questions.length)), " ", verdict),
    element("p", "cw-m", sentence(words.percent, { percent: percent(reached), cut })),
    ...(rows.length
      ? [element("h3", "", words.by_objective), element("ul", "cw-by-objective", ...rows)]
      : []),
    element("h3", "", words.next_steps),
    element("ul", "cw-next", ...steps),
    ...(kept ? [] : [element("p", "cw-m", words.not_kept)]),
  );
  return box;
}

/**
 * A share as so many of the questions, to a tenth and rounded down.
 *
 * @param {import("../scoring/scoring.mjs").Score} score
 * @param {number} questions
 */
function inQuestions({ points, of }, questions) {
  return `${Math.floor((points * questions * 10) / of) / 10} / ${questions}`;
}

/**
 * The rows of the template, each with how its objective fared.
 *
 * @param {HTMLTemplateElement | null} template
 * @param {ReadonlyMap<string, import("../scoring/scoring.mjs").Verdict>} verdicts
 */
function objectives(template, verdicts) {
  const listed = [...(template?.content.querySelectorAll("li") ?? [])];
  const rows = listed.map((row) => document.importNode(row, true));
  const named = rows.map(({ dataset: { objective, items } }) => ({
    id: objective ?? "",
    items: (items ?? "").split(" "),
  }));
  byObjective(named, verdicts).forEach(({ verdict, right, total }, at) => {
    if (verdict === "unanswered") return;
    rows[at]?.setAttribute("data-verdict", verdict);
    rows[at]?.append(" ", mark(verdict, `${REACHED[verdict]} ${right}/${total}`));
  });
  return rows;
}

/** @param {readonly HTMLElement[]} rows */
function reread(rows) {
  const open = rows.filter(({ dataset }) => dataset.verdict !== "right");
  const links = open.flatMap((row) => row.querySelector("a") ?? []);
  if (!links.length) return null;
  const first = links.slice(0, SECTIONS_TO_READ).map((to) => element("li", "", to.cloneNode(true)));
  return element("li", "cw-reread", words.reread, element("ul", "", ...first));
}

/** @param {readonly import("./question.mjs").Question[]} questions */
function missed(questions) {
  const links = questions.flatMap(({ verdict, id }, at) =>
    verdict === "right" ? [] : [" ", link(sentence(words.question, { number: at + 1 }), `#q-${id}`)],
  );
  return links.length ? element("li", "cw-missed", words.missed_questions, ...links) : null;
}

/**
 * @param {boolean} passed
 * @param {string} next
 */
function onward(passed, next) {
  const again = button(words.again, "again", passed ? "" : "cw-primary");
  if (!passed || !next) return element("li", "cw-onward", again);
  const on = link(words.go_on, next);
  on.className = "cw-button cw-primary";
  return element("li", "cw-onward", on, " ", again);
}
