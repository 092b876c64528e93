import { button, element, link } from "../../page/element.mjs";
import { mark } from "../../page/mark.mjs";
import { sentence } from "../../page/sentence.mjs";
import { bestTry, lastTry } from "../../record/tries.mjs";
import { byObjective } from "../../scoring/objectives.mjs";
import { inQuestions } from "../../scoring/questions.mjs";
import { passes, percent, total } from "../../scoring/scoring.mjs";
import { calibration } from "./calibration.mjs";
import words from "./words.mjs";

const SECTIONS_TO_READ = 3;
const REACHED = { right: words.reached, partly: words.reached_partly, wrong: words.not_reached };

/**
 * The result of a quiz: score, the best one so far, objectives, what to do next.
 *
 * @param {readonly import("../question.mjs").Question[]} questions all answered
 * @param {HTMLElement} quiz says its cut score in percent and where to go on; its template holds
 *   li[data-objective][data-items], each with a link to the section that teaches it
 * @param {object} known
 * @param {import("../../record/tries.mjs").Tried | undefined} known.tries
 * @param {boolean} known.kept whether the result is remembered
 * @param {boolean} known.partial whether only what was missed was asked again, so that the last try stays it
 * @param {(at: number) => void} known.go to the question at a place
 */
export function outcome(questions, quiz, { tries, kept, partial, go }) {
  const [best, last] = [bestTry(tries), partial ? lastTry(tries) : undefined];
  const { next = "", nextTitle = "" } = quiz.dataset;
  const cut = Number(quiz.dataset.cut);
  const verdicts = new Map(questions.map(({ id, verdict }) => [id, verdict]));
  const reached = total(questions.map(({ score }) => score));
  const passed = passes(last ?? reached, cut);
  const rows = objectives(quiz.querySelector("template"), verdicts);
  const open = missed(questions, go);
  const further = next && link(sentence(words.go_on, { title: nextTitle }), next);
  const steps = [reread(rows), open, onward(passed, further, open !== null)].filter((step) => step !== null);
  const standing = passed ? words.passed : words.not_passed;
  const said = last ? (open ? words.still_missed : words.mended) : standing;
  const state = (last ? !open : passed) ? "right" : "partly";
  const share = `${inQuestions(reached, questions.length)} / ${questions.length}`;
  const box = element("section", `cw-outcome is-${state}`, element("h2", "", words.result));
  box.tabIndex = -1;
  box.ariaLabel = `${words.result}: ${share}, ${said}`;
  box.append(
    element("p", "cw-score", element("strong", "", share), " ", mark(state, said)),
    last
      ? element("p", "", sentence(words.stays, { percent: percent(last), standing }))
      : element("p", "cw-m", sentence(words.percent, { percent: percent(reached), cut })),
    ...(best && percent(best) > percent(last ?? reached) ? [bestSaid(best, cut)] : []),
    ...calibration(questions),
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
 * @param {import("../../scoring/scoring.mjs").Score} best
 * @param {number} cut
 */
function bestSaid(best, cut) {
  const said = sentence(words.best, { percent: percent(best) });
  return element("p", "cw-best", said, ...(passes(best, cut) ? [" ", mark("right", words.passed)] : []));
}

/**
 * The rows of the template, each with how its objective fared.
 *
 * @param {HTMLTemplateElement | null} template
 * @param {ReadonlyMap<string, import("../../scoring/scoring.mjs").Verdict>} verdicts
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
    const share = total > 1 && right ? ` ${right}/${total}` : "";
    rows[at]?.prepend(mark(verdict, REACHED[verdict] + share), " ");
  });
  return rows;
}

/**
 * Sections of what was not reached, before those of what was reached in part.
 *
 * @param {readonly HTMLElement[]} rows
 */
function reread(rows) {
  const of = (/** @type {string} */ state) => rows.filter(({ dataset }) => dataset.verdict === state);
  const open = [...of("wrong"), ...of("partly")].flatMap((row) => row.querySelector("a") ?? []);
  const links = new Map(open.map((to) => [to.href, element("li", "", to.cloneNode(true))]));
  const list = element("ul", "", ...[...links.values()].slice(0, SECTIONS_TO_READ));
  return links.size ? element("li", "cw-reread", words.reread, list) : null;
}

/**
 * @param {readonly import("../question.mjs").Question[]} questions
 * @param {(at: number) => void} go
 */
function missed(questions, go) {
  const links = questions.flatMap(({ verdict, id }, at) => {
    if (verdict === "right") return [];
    const to = link(sentence(words.question, { number: at + 1 }), `#q-${id}`);
    to.addEventListener("click", (event) => {
      note(event, to);
      go(at);
    });
    return [" ", to];
  });
  return links.length ? element("li", "cw-missed", words.missed_questions, ...links) : null;
}

/**
 * Note that a link was followed, without following it: back leads to the result again.
 *
 * @param {Event} event
 * @param {HTMLAnchorElement} to
 */
function note(event, to) {
  event.preventDefault();
  event.stopPropagation(); // or Material's instant navigation fetches this page anew, and focus is lost
  // Or a browser scrolls, and takes focus away, after Back was answered.
  history.scrollRestoration = "manual";
  // Material scrolls to where the entry says that one was. What its address named is not the result.
  history.replaceState({ x: scrollX, y: scrollY }, "", location.pathname);
  history.pushState(null, "", to.hash);
}

/**
 * @param {boolean} passed
 * @param {HTMLAnchorElement | ""} next where to go on
 * @param {boolean} isOpen whether anything was missed
 */
function onward(passed, next, isOpen) {
  const again = element("span", "cw-buttons", button(words.again, "again", passed ? "" : "cw-primary"));
  if (isOpen) again.append(button(words.again_missed, "missed"));
  if (!next) return element("li", "cw-onward", again);
  next.className = `cw-button${passed ? " cw-primary" : ""}`;
  return element("li", "cw-onward", ...(passed ? [next, " ", again] : [again, " ", next]));
}
