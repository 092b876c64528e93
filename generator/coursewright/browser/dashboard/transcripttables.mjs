import { inPercent } from "../learn/mastery.mjs";
import { element } from "../page/element.mjs";
import { sentence } from "../page/sentence.mjs";
import { percent } from "../scoring/scoring.mjs";
import { day } from "./day.mjs";
import { named } from "./gaptable.mjs";
import { judgedAt, judgement } from "./judgement.mjs";
import { table } from "./table.mjs";
import words from "./words.mjs";

/** @typedef {import("./results.mjs").Result} Result */

const STATES = { passed: words.passed, changed: `${words.not_passed}*`, below: words.not_passed };

/** @param {readonly import("./results.mjs").ChapterResult[]} results */
export function chapterTable(results) {
  const isAsked = results.some(({ items }) => items);
  const head = [words.chapter, words.read_sections];
  const asked = [words.answered, words.objectives, words.mastery_today];
  const rows = results.map(({ chapter, read, standing, answered, items }) => {
    const known = standing ?? { share: 0, asked: 0, total: 0 };
    const shares = [`${answered} / ${items}`, `${known.asked} / ${known.total}`, share(inPercent(standing))];
    const first = [`${chapter.number} ${chapter.title}`, `${read} / ${chapter.sections.length}`];
    return isAsked ? [...first, ...shares] : first;
  });
  return part(words.per_chapter, table(isAsked ? [...head, ...asked] : head, rows));
}

/**
 * @param {string} heading
 * @param {string} first heading of the first column
 * @param {readonly Result[]} results
 */
export function resultTable(heading, first, results) {
  if (!results.length) return [];
  const head = [first, words.cut, words.best, words.last_result, words.times, words.state];
  const isChanged = results.some(({ state }) => state === "changed");
  const note = isChanged ? [element("p", "cw-m", words.changed_since)] : [];
  return [part(heading, table(head, results.map(resultRow)), ...note)];
}

/**
 * @param {import("./gap.mjs").Framework} framework
 * @param {Record<string, import("../record/levels.mjs").Judged>} levels
 * @param {number} now in milliseconds since 1970
 */
export function levelTable({ groups, levels: names }, levels, now) {
  const rows = groups.flatMap(({ competencies }) =>
    competencies.flatMap(({ id, title }) => {
      const last = judgement(levels[id]);
      return last ? [[title, named(last.level, names), day(judgedAt(levels[id], now))]] : [];
    }),
  );
  if (!rows.length) return [];
  const said = element("p", "cw-m", words.self_reported);
  return [part(words.own_levels, said, table([words.competency, words.level, words.date], rows))];
}

/** @param {Result} result */
function resultRow({ title, cut, best, last, count, state }) {
  const said = last ? STATES[state] : words.not_taken;
  return [title, cut === null ? "–" : share(cut), told(best), told(last), String(count), said];
}

/** @param {import("../record/tries.mjs").Try | undefined} one */
function told(one) {
  if (!one) return "–";
  return one.at ? sentence(words.on_day, { percent: percent(one), day: day(one.at) }) : share(percent(one));
}

/** @param {number} value in percent */
function share(value) {
  return sentence(words.percent, { percent: value });
}

/**
 * @param {string} heading
 * @param {readonly Node[]} content
 */
function part(heading, ...content) {
  return element("section", "", element("h2", "", heading), ...content);
}
