import { element, link } from "../page/element.mjs";
import { mark } from "../page/mark.mjs";
import { daysTold } from "../dashboard/days.mjs";
import { passes, percent, total } from "../scoring/scoring.mjs";
import { inMinutes } from "./begin.mjs";
import { itemsOf } from "./pool.mjs";
import words from "./words.mjs";

/**
 * @typedef {import("../quiz/question.mjs").Question} Question
 * @typedef {import("./pool.mjs").Pool} Pool
 */

const ATTEMPTS = 6;

/**
 * How the questions of each chapter fared.
 *
 * @param {readonly Question[]} questions
 * @param {Pool} pool
 * @param {URL} root of the site
 */
export function byChapter(questions, pool, root) {
  const items = itemsOf(pool);
  const chapterOf = (/** @type {Question} */ { id }) => pool.sections[items.get(id)?.[2] ?? -1]?.[0];
  const rows = pool.chapters.map(([title, url], at) =>
    row(title, new URL(url, root).href, questions.filter((question) => chapterOf(question) === at)),
  );
  return table(words.by_chapter, words.chapter, rows);
}

/**
 * How the questions of each competency fared; one question may test several, or none.
 *
 * @param {readonly Question[]} questions
 * @param {Pool} pool
 * @param {URL} root of the site
 */
export function byCompetency(questions, pool, root) {
  const items = itemsOf(pool);
  const rows = pool.competencies.map(([title, url], at) =>
    row(title, new URL(url, root).href, questions.filter(({ id }) => items.get(id)?.[4].includes(at))),
  );
  return table(words.by_competency, words.competency, rows);
}

/**
 * The latest attempts, the last one first.
 *
 * @param {readonly import("./entry.mjs").ExamTry[]} tries
 */
export function attempts(tries) {
  const when = new Intl.DateTimeFormat(document.documentElement.lang || undefined, {
    dateStyle: "medium",
    timeStyle: "short",
  });
  const days = daysTold(tries, Date.now()).slice(-ATTEMPTS).reverse();
  const rows = tries.slice(-ATTEMPTS).reverse().map((one, place) => {
    const passed = passes(one, one.cut);
    const said = mark(passed ? "right" : "partly", passed ? words.passed : words.not_passed);
    const used = inMinutes(Math.max(0, Math.ceil((one.at - one.began) / 60_000)));
    const at = days[place]?.at;
    const day = element("th", "", at ? when.format(at) : "–");
    day.scope = "row";
    return element("tr", "", day, share(one), element("td", "", said), element("td", "", used));
  });
  return laid(words.attempts, [words.when, words.share, words.result, words.used_time], rows);
}

/**
 * @param {string} title
 * @param {string} url
 * @param {readonly Question[]} questions
 */
function row(title, url, questions) {
  if (!questions.length) return [];
  const right = questions.filter(({ verdict }) => verdict === "right").length;
  const name = element("th", "", link(title, url));
  name.scope = "row";
  const counted = element("td", "", `${right} / ${questions.length}`);
  return [element("tr", "", name, counted, share(total(questions.map(({ score }) => score))))];
}

/**
 * A share as a number, and as a bar for the eye.
 *
 * @param {import("../scoring/scoring.mjs").Score} score
 */
function share(score) {
  const bar = element("progress");
  bar.max = 100;
  bar.value = percent(score);
  bar.ariaHidden = "true";
  return element("td", "cw-share", element("span", "", `${percent(score)}%`), " ", bar);
}

/**
 * @param {string} caption
 * @param {string} first
 * @param {readonly HTMLElement[][]} rows
 */
function table(caption, first, rows) {
  return laid(caption, [first, words.right_questions, words.share], rows.flat());
}

/**
 * @param {string} caption
 * @param {readonly string[]} heads
 * @param {readonly HTMLElement[]} rows
 */
function laid(caption, heads, rows) {
  const cells = heads.map((text) => {
    const head = element(text ? "th" : "td", "", text);
    if (text) head.setAttribute("scope", "col");
    return head;
  });
  const head = element("thead", "", element("tr", "", ...cells));
  const body = element("tbody", "", ...rows);
  const made = element("table", "", element("caption", "", caption), head, body);
  const box = element("div", "cw-scroll cw-results", made);
  box.tabIndex = 0;
  return box;
}
