/**
 * One happening as a statement (xAPI 1.0.3). Pure: the same happening of the same actor is the same statement
 * on every device, by its id too, so that a store keeps it once however often it is sent.
 *
 * @typedef {import("./happenings.mjs").Happening} Happening
 * @typedef {[edition: number, section: string, stem: string, asked: import("./response.mjs").Asked]} Item
 * @typedef {object} About what `xapi.json` of the site says
 * @property {{title: string, language: string}} course
 * @property {string} activities what all ids of activities begin with
 * @property {string} recipient
 * @property {string | null} endpoint
 * @property {string | null} homePage
 * @property {boolean} cookies
 * @property {string[]} stores
 * @property {Record<string, string>} verbs
 * @property {Record<string, string>} types
 * @property {Record<string, string>} sections titles
 * @property {Record<string, string>} quizzes titles
 * @property {Record<string, string>} exams titles
 * @property {Record<string, Item>} items
 * @typedef {{actor: import("./account.mjs").Actor, registration?: string, activity?: string}} Speaking
 */
import { activity, bare, itemActivity } from "./activity.mjs";
import { written } from "./response.mjs";
import { uuidOf } from "./uuid.mjs";

/**
 * @param {Happening} happening
 * @param {About} about
 * @param {Speaking} speaking
 */
export function statement(happening, about, { actor, registration, activity: launched }) {
  const { verb, object, result, parent } = said(happening, about);
  const { name: _, objectType: __, ...identifier } = actor;
  const course = activity(about, "course", "", about.course.title);
  return {
    id: uuidOf(JSON.stringify([identifier, object.id, happening.mark])),
    actor,
    verb: { id: about.verbs[verb], display: { en: verb } },
    object,
    ...(result ? { result } : {}),
    context: {
      ...(registration ? { registration } : {}),
      contextActivities: {
        ...(parent ? { parent: [parent] } : {}),
        grouping: [course, ...(launched ? [{ objectType: "Activity", id: launched }] : [])],
      },
      language: about.course.language,
    },
    timestamp: new Date(happening.at).toISOString(),
  };
}

/**
 * @param {Happening} happening
 * @param {About} about
 * @returns {{verb: string, object: import("./activity.mjs").Activity, result?: object, parent?: object}}
 */
function said({ concern, id, one }, about) {
  if (concern === "items" && one) return answer(id, one, about);
  if (concern === "sections" || !one)
    return { verb: "experienced", object: activity(about, "section", id, about.sections[id]) };
  const { [id]: title } = concern === "exams" ? about.exams : about.quizzes;
  const object = activity(about, "quiz", id, title, concern);
  return { verb: outcome(one), object, result: scored(one, Math.floor((one.points * 100) / one.of), 100) };
}

/**
 * What a learner judged alone has no score: nobody else has seen it.
 *
 * @param {string} id
 * @param {import("./happenings.mjs").Try} one
 * @param {About} about
 */
function answer(id, one, about) {
  const [edition, section, , asked] = about.items[id] ?? [];
  const isAsked = asked !== undefined && edition === (one.edition ?? 1);
  const response = isAsked ? written(asked, one.response) : null;
  const result = asked?.shape === "written" ? { completion: true } : scored(one);
  return {
    verb: "answered",
    object: itemActivity(about, id, one.edition ?? 1),
    result: { ...result, ...(response === null ? {} : { response }) },
    parent: section === undefined ? undefined : bare(about, "section", section),
  };
}

/** @param {import("./happenings.mjs").Try} one */
function outcome({ passed }) {
  if (passed === undefined) return "completed";
  return passed ? "passed" : "failed";
}

/**
 * An item is answered with success when nothing of it is wrong, a quiz when it is passed. A record has the
 * share of a quiz in lowest terms, which is no number of points.
 *
 * @param {import("./happenings.mjs").Try} one
 * @param {number} raw
 * @param {number} max
 */
function scored({ points, of, passed }, raw = points, max = of) {
  return {
    score: { scaled: Math.min(1, Math.floor((points * 10000) / of) / 10000), raw, min: 0, max },
    success: passed ?? points === of,
    completion: true,
  };
}
