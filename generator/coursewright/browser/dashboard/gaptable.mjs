import { inPercent } from "../learn/mastery.mjs";
import { counted } from "../page/counted.mjs";
import { element, link } from "../page/element.mjs";
import { sentence } from "../page/sentence.mjs";
import { table } from "./table.mjs";
import words from "./words.mjs";

/** @typedef {import("./gap.mjs").Need} Need */

/**
 * What a role needs, in words and as a table.
 *
 * @param {import("./gap.mjs").Role} role
 * @param {readonly Need[]} needs
 * @param {readonly string[]} levels names from the lowest on
 * @param {(place: {url: string}) => string} address
 */
export function gapTable(role, needs, levels, address) {
  const below = needs.filter(({ own, gap }) => own && gap).length;
  const unjudged = needs.filter(({ own }) => !own).length;
  const said = sentence(counted(words.gap_said, below), { count: below, total: needs.length });
  const head = [
    ...[words.competency, words.required, words.own],
    ...[words.gap, words.knows, words.closes],
  ];
  const rows = needs.map((need) => row(need, levels, address));
  return [
    ...(unjudged < needs.length ? [element("p", "", said)] : []),
    ...(unjudged ? [element("p", "", sentence(words.unjudged, { count: unjudged }))] : []),
    element("p", "cw-m", words.knowledge_only),
    element("p", "cw-m", words.observed),
    element("p", "", link(words.about_role, address(role))),
    table(head, rows),
  ];
}

/**
 * @param {Need} need
 * @param {readonly string[]} levels
 * @param {(place: {url: string}) => string} address
 */
function row({ competency, level, essential, own, gap, evidence, sections }, levels, address) {
  const required = `${named(level, levels)} · ${essential ? words.essential : words.desirable}`;
  const judge = link(own ? named(own, levels) : words.not_judged, `#own-${competency.id}`);
  const what = sentence(words.judge, { title: competency.title });
  judge.setAttribute("aria-label", `${judge.textContent} · ${what}`);
  const missing = own ? (gap ? sentence(counted(words.levels, gap), { count: gap }) : words.no_gap) : "–";
  return [
    link(competency.title, address(competency)),
    ...[required, judge, missing],
    evidence ? sentence(words.percent, { percent: inPercent(evidence) }) : words.no_questions,
    closing(competency, sections, address),
  ];
}

/**
 * @param {import("./gap.mjs").Competency} competency
 * @param {readonly import("../learn/learning.mjs").Section[]} sections
 * @param {(place: {url: string}) => string} address
 */
function closing(competency, sections, address) {
  if (!competency.sections.length) return words.taught_nowhere;
  if (!sections.length) return words.all_known;
  const rows = sections.map((section) => element("li", "", link(section.title, address(section))));
  return element("ul", "", ...rows);
}

/**
 * @param {number} level
 * @param {readonly string[]} levels
 */
export function named(level, levels) {
  return `${level} ${levels[level - 1] ?? ""}`.trim();
}
