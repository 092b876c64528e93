/**
 * What an assignable unit says (cmi5 Quartz, section 9; xAPI 1.0.3). Pure: a statement is the same whenever
 * it is made again, by its id too, so that a store keeps it once however often it is sent.
 *
 * @typedef {import("./about.mjs").About} About
 * @typedef {import("./about.mjs").Answered} Answered
 * @typedef {import("../scoring/scoring.mjs").Score} Score
 * @typedef {object} Session
 * @property {object} actor as the platform gave it
 * @property {string} registration
 * @property {string} activity what the platform calls the unit
 * @property {any} template of every statement's context
 * @property {number | null} mastery the share to pass with, if the platform says one
 */
import { uuidOf } from "../xapi/uuid.mjs";
import { patterns, response } from "./interaction2004.mjs";
import { duration } from "./span.mjs";

const VERBS = "http://adlnet.gov/expapi/verbs/";
const CATEGORY = "https://w3id.org/xapi/cmi5/context/categories/";
const MASTERY = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore";
const INTERACTION = "http://adlnet.gov/expapi/activities/cmi.interaction";

/**
 * A statement that cmi5 defines.
 *
 * @param {"initialized" | "completed" | "passed" | "failed" | "terminated"} verb
 * @param {Session} session
 * @param {{number: number, at: number, spent: number, score?: Score}} said which of the session's statements
 *   it is, when it is said, and milliseconds of the session
 */
export function defined(verb, session, { number, at, spent, score }) {
  const isJudged = verb === "passed" || verb === "failed";
  const result = {
    ...(isJudged && score ? { success: verb === "passed", score: scored(score) } : {}),
    ...(verb === "completed" ? { completion: true } : {}),
    ...(verb === "initialized" ? {} : { duration: duration(spent) }),
  };
  const moves = isJudged || verb === "completed";
  const categories = [{ id: `${CATEGORY}cmi5` }, ...(moves ? [{ id: `${CATEGORY}moveon` }] : [])];
  const extensions = isJudged && session.mastery !== null ? { [MASTERY]: session.mastery } : {};
  return {
    ...common(verb, session, number, at),
    object: { objectType: "Activity", id: session.activity },
    ...(Object.keys(result).length ? { result } : {}),
    context: context(session, { category: categories }, extensions),
  };
}

/**
 * An answer, which cmi5 allows between the first statement and the last.
 *
 * @param {Answered} answered
 * @param {About} about
 * @param {Session} session
 * @param {number} number which of the session's statements it is
 */
export function answer({ id, item, response: given, score, at, took }, about, session, number) {
  const said = response(item, given);
  const isJudged = item.asked.shape !== "written";
  const judged = isJudged ? { success: score.points === score.of, score: scored(score) } : {};
  return {
    ...common("answered", session, number, at),
    object: {
      objectType: "Activity",
      id: `${about.activity}/${id}`,
      definition: definition(item, about.language),
    },
    result: { ...judged, ...(said === null ? {} : { response: said }), duration: duration(took) },
    context: context(session, { parent: [{ objectType: "Activity", id: session.activity }] }, {}),
  };
}

/**
 * @param {Score} score
 * @returns the share as the standard has it, and the points that it is of
 */
export function scored({ points, of }) {
  return { scaled: Math.floor((points * 10000) / of) / 10000, raw: points, min: 0, max: of };
}

/**
 * @param {string} verb
 * @param {Session} session
 * @param {number} number
 * @param {number} at
 */
function common(verb, { actor, registration, template }, number, at) {
  return {
    id: uuidOf(JSON.stringify([registration, template, number])),
    actor,
    verb: { id: VERBS + verb, display: { en: verb } },
    timestamp: new Date(at).toISOString(),
  };
}

/**
 * The template's context with more in it; of lists both have all.
 *
 * @param {Session} session
 * @param {Record<string, object[]>} activities
 * @param {Record<string, unknown>} extensions
 */
function context({ registration, template }, activities, extensions) {
  const own = Object.entries(activities).map(([name, list]) => [
    name,
    [...[template.contextActivities?.[name] ?? []].flat(), ...list],
  ]);
  return {
    ...template,
    registration,
    contextActivities: { ...template.contextActivities, ...Object.fromEntries(own) },
    extensions: { ...template.extensions, ...extensions },
  };
}

/**
 * @param {import("./about.mjs").Item} item
 * @param {string} language
 */
function definition(item, language) {
  const { type, choices, source, target } = item.asked;
  const components = (/** @type {Record<string, string>} */ texts) =>
    Object.entries(texts).map(([id, text]) => ({ id, description: { [language]: text } }));
  const right = patterns(item);
  return {
    type: INTERACTION,
    description: { [language]: item.stem },
    interactionType: type,
    ...(right.length ? { correctResponsesPattern: right } : {}),
    ...(choices && { choices: components(choices) }),
    ...(source && { source: components(source) }),
    ...(target && { target: components(target) }),
  };
}
