/**
 * An attempt under way as a text for a platform that takes only so many characters, and back. Pure.
 *
 * @typedef {import("./about.mjs").Item} Item
 * @typedef {import("../quiz/kept.mjs").Attempt} Attempt
 * @typedef {import("../record/draft.mjs").DraftAnswer} DraftAnswer
 * @typedef {import("../scoring/scoring.mjs").Score} Score
 * @typedef {object} State
 * @property {Attempt | null} attempt
 * @property {Record<string, DraftAnswer>} answers by item
 * @property {Record<string, Score>} scores of those that were checked
 * @property {Score | null} best of all results
 */
import { lengthened, shortened } from "./lettered.mjs";

const VERSION = 1;

/**
 * What is too long loses the ends of written texts first, which no score hangs on; then how entries were
 * drawn anew; then whole answers, the longest first: these are asked again.
 *
 * @param {State} state
 * @param {Record<string, Item>} items
 * @param {number} most characters
 */
export function packed(state, items, most) {
  const ids = Object.keys(items);
  const { attempt, best } = state;
  const rows = ids.map((id) => row(state, id, /** @type {Item} */ (items[id])));
  const drawn = attempt && [
    attempt.seed,
    attempt.asked.map((id) => ids.indexOf(id)).filter((at) => at >= 0),
    Number(attempt.partial),
    Object.entries(attempt.anew ?? {}).map(([id, seed]) => [ids.indexOf(id), seed]),
  ];
  const whole = [VERSION, drawn, best && [best.points, best.of], rows];
  const length = () => JSON.stringify(whole).length;
  while (length() > most && shortenText(rows, items));
  if (length() > most && drawn) drawn[3] = [];
  while (length() > most && rows.some(Boolean)) rows[longest(rows)] = 0;
  return JSON.stringify(whole);
}

/**
 * The state in a text; null for what is none of ours, or of other questions.
 *
 * @param {string} text
 * @param {Record<string, Item>} items
 * @returns {State | null}
 */
export function unpacked(text, items) {
  try {
    const [version, drawn, best, rows] = JSON.parse(text);
    const ids = Object.keys(items);
    if (version !== VERSION || rows.length !== ids.length) return null;
    /** @type {State} */
    const found = { attempt: attemptOf(drawn, ids), answers: {}, scores: {}, best: null };
    if (best) found.best = { points: best[0], of: best[1] };
    for (const [at, id] of ids.entries()) if (rows[at]) take(found, id, items[id], rows[at]);
    return found;
  } catch {
    return null;
  }
}

/**
 * @param {any} drawn
 * @param {readonly string[]} ids
 */
function attemptOf(drawn, ids) {
  if (!drawn) return null;
  const [seed, asked, partial, anew] = drawn;
  const seeds = anew.map((/** @type {[number, number]} */ [at, one]) => [ids[at], one]);
  const known = asked.map((/** @type {number} */ at) => ids[at]);
  return { seed, asked: known, partial: Boolean(partial), anew: Object.fromEntries(seeds) };
}

/**
 * @param {State} state
 * @param {string} id
 * @param {Item} item
 * @returns {any} 0 where there is no answer
 */
function row({ answers, scores }, id, item) {
  const answer = answers[id];
  if (!answer) return 0;
  const { checked, sure = 0, hints = 0 } = answer;
  const { points, of } = (checked && scores[id]) || { points: 0, of: 0 };
  const rest = [item.edition, of, points, sure, hints];
  while (rest.at(-1) === 0) rest.pop();
  return [shortened(item, answer.response), ...rest];
}

/**
 * @param {State} state
 * @param {string} id
 * @param {Item | undefined} item
 * @param {any} row
 */
function take({ answers, scores }, id, item, [short, edition, of = 0, points = 0, sure = 0, hints = 0]) {
  if (!item || edition !== item.edition) return;
  answers[id] = { edition, response: lengthened(item, short), checked: of > 0, sure, hints };
  if (of) scores[id] = { points, of };
}

/**
 * Halve the longest written text, which never becomes none; false where all are one character.
 *
 * @param {any[]} rows
 * @param {Record<string, Item>} items
 */
function shortenText(rows, items) {
  const texts = Object.values(items).flatMap(({ asked }, at) =>
    asked.shape === "written" && rows[at] && rows[at][0][0]?.length > 1 ? [rows[at][0]] : [],
  );
  const [first] = texts.sort(([one], [other]) => other.length - one.length);
  const half = first?.[0].slice(0, Math.ceil(first[0].length / 2)).replace(/[\ud800-\udbff]$/, "");
  if (first) first[0] = half || "…";
  return Boolean(first);
}

/** @param {any[]} rows */
function longest(rows) {
  const lengths = rows.map((each) => JSON.stringify(each).length);
  return lengths.indexOf(Math.max(...lengths));
}
