import { counted } from "../page/counted.mjs";
import { button, element, link } from "../page/element.mjs";
import { mark } from "../page/mark.mjs";
import { sentence } from "../page/sentence.mjs";
import { inQuestions } from "../scoring/questions.mjs";
import { percent, total } from "../scoring/scoring.mjs";
import { inMinutes } from "./begin.mjs";
import { standing } from "./standing.mjs";
import { attempts, byChapter, byCompetency } from "./tables.mjs";
import words from "./words.mjs";

/**
 * @typedef {object} Place where and what is sat
 * @property {string} exam
 * @property {import("./sitting.mjs").Sitting} sitting
 * @property {import("./pool.mjs").Pool} pool
 * @property {URL} root of the site
 */

/**
 * The result of a sitting that is over.
 *
 * @param {import("./answers.mjs").Answers} answers
 * @param {Place} place
 * @param {readonly import("./entry.mjs").ExamTry[]} tries
 */
export function result({ questions, waiting }, { pool, root, sitting }, tries) {
  const frame = /** @type {import("./sitting.mjs").Frame} */ (sitting.frame);
  const reached = total(questions.map(({ score }) => score));
  const [state, said] = stood(standing(questions, waiting, pool.cut));
  const verdict = state ? mark(state, said) : said;
  const share = sentence(words.percent, { percent: percent(reached), cut: pool.cut });
  const box = element("section", `cw-outcome is-${state ?? "open"}`, element("h2", "", words.result));
  box.tabIndex = -1;
  box.setAttribute("aria-label", `${words.result}: ${share}, ${said}`);
  box.append(
    ...(isUp(frame) ? [element("p", "cw-warn", words.time_up)] : []),
    element("p", "cw-score", element("strong", "", `${percent(reached)}%`), " ", verdict),
    element("p", "cw-m", facts(questions, waiting, reached, pool.cut)),
    element("p", "cw-m", used(frame)),
    ...judging(waiting, questions),
    byChapter(questions, pool, root),
    ...(pool.competencies.length ? [byCompetency(questions, pool, root)] : []),
    element("p", "cw-m", words.few),
    ...(tries.length > 1 ? [attempts(tries)] : []),
    element("p", "", button(words.again, "again")),
  );
  return box;
}

/**
 * @param {boolean | null} passed
 * @returns {[state: "right" | "partly" | null, said: string]}
 */
function stood(passed) {
  if (passed === null) return [null, words.undecided];
  return passed ? ["right", words.passed] : ["partly", words.not_passed];
}

/** @param {import("./sitting.mjs").Frame} frame */
function isUp({ began, minutes, submitted = 0 }) {
  return minutes > 0 && submitted >= began + minutes * 60_000;
}

/**
 * @param {readonly import("../quiz/question.mjs").Question[]} questions
 * @param {readonly string[]} waiting of these, told of elsewhere
 * @param {import("../scoring/scoring.mjs").Score} reached
 * @param {number} cut
 */
function facts(questions, waiting, reached, cut) {
  const right = questions.filter(({ verdict }) => verdict === "right").length;
  const open = questions.filter(({ answered, id }) => !answered && !waiting.includes(id)).length;
  return [
    sentence(words.points, { points: inQuestions(reached, questions.length), total: questions.length }),
    sentence(words.cut, { cut }),
    sentence(words.right_of, { right, total: questions.length }),
    ...(open ? [sentence(counted(words.left_open, open), { count: open })] : []),
  ].join(" · ");
}

/** @param {import("./sitting.mjs").Frame} frame */
function used({ began, minutes, submitted = 0 }) {
  const time = inMinutes(Math.max(0, Math.ceil((submitted - began) / 60_000)));
  return sentence(minutes ? words.used_of : words.used, { used: time, given: inMinutes(minutes) });
}

/**
 * @param {readonly string[]} waiting
 * @param {readonly import("../quiz/question.mjs").Question[]} questions
 */
function judging(waiting, questions) {
  if (!waiting.length) return [];
  const links = waiting.flatMap((id) => {
    const number = questions.findIndex((question) => question.id === id) + 1;
    return [" ", link(sentence(words.judge, { number }), `#q-${id}`)];
  });
  const said = sentence(counted(words.to_judge, waiting.length), { count: waiting.length });
  return [element("p", "cw-warn cw-judging", said, ...links)];
}
