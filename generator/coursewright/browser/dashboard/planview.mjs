import { counted } from "../page/counted.mjs";
import { element, link } from "../page/element.mjs";
import { sentence } from "../page/sentence.mjs";
import { day } from "./day.mjs";
import { minutesOf } from "./plan.mjs";
import words from "./words.mjs";

/** @typedef {import("./plan.mjs").Step} Step */

const NAMES = {
  check: words.check,
  quiz: words.quiz,
  "begun quiz": words.begun_quiz,
  "new quiz": words.new_quiz,
  section: words.section,
};
const REASONS = {
  review: words.why_review,
  check: words.why_check,
  quiz: words.why_quiz,
  "begun quiz": words.why_begun_quiz,
  "new quiz": words.why_new_quiz,
  section: words.why_section,
};

/**
 * What to do next: each with its time, its link and its reason.
 *
 * @param {readonly Step[]} steps
 * @param {number | null} next when something comes back, if nothing is to be done
 * @param {(place: {url: string}) => string} address
 */
export function planSection(steps, next, address) {
  const heading = element("h2", "", words.ten_minutes);
  if (!steps.length) return element("section", "", heading, ...done(next));
  const about = element("p", "cw-m", sentence(words.about_minutes, { minutes: minutesOf(steps) }));
  const rows = steps.map((step) => row(step, address));
  return element("section", "", heading, about, element("ol", "cw-plan", ...rows));
}

/** @param {number | null} next */
function done(next) {
  const back = next === null ? [] : [element("p", "cw-m", sentence(words.next_back, { day: day(next) }))];
  return [element("p", "", words.nothing_to_do), ...back];
}

/**
 * @param {Step} step
 * @param {(place: {url: string}) => string} address
 */
function row(step, address) {
  const { kind, minutes, total } = step;
  const name = link(named(step), address(step));
  const time = element("span", "cw-m", sentence(words.minutes, { minutes }));
  const reasons = [sentence(REASONS[kind], { total }), ...inPart(step)];
  return element("li", "", name, " ", time, ...reasons.map((reason) => element("span", "cw-reason", reason)));
}

/** @param {Step} step */
function named({ kind, title, minutes }) {
  if (kind === "review") return sentence(counted(words.review, minutes), { count: minutes });
  return sentence(NAMES[kind], { title });
}

/** @param {Step} step */
function inPart({ kind, minutes, total }) {
  if (minutes === total || kind === "review" || kind === "begun quiz") return [];
  const said = kind === "section" ? words.part_of_section : words.part_of_quiz;
  return [sentence(said, { count: minutes, total })];
}
