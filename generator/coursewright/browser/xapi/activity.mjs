/**
 * Activities by ids that stay: they begin with the address that the author gave the course for good, and go
 * on with the id that a learner's record is kept under. Pure.
 *
 * @typedef {import("./statement.mjs").About} About
 * @typedef {{objectType: "Activity", id: string, definition?: object}} Activity
 */

const FOLDERS = { course: "", section: "sections/", quiz: "quizzes/", item: "items/" };

/**
 * @param {About} about
 * @param {keyof typeof FOLDERS} kind
 * @param {string} id
 * @param {string} [title] left out where this site has no such thing any more
 * @param {string} [concern] under which a record keeps it
 */
export function activity(about, kind, id, title, concern) {
  const named = title === undefined ? {} : { name: { [about.course.language]: title } };
  return bare(about, kind, id, named, concern);
}

/**
 * @param {About} about
 * @param {keyof typeof FOLDERS} kind
 * @param {string} id
 * @param {Record<string, unknown>} [definition] beside its type
 * @param {string} [concern]
 * @returns {Activity}
 */
export function bare(about, kind, id, definition = {}, concern = "") {
  const folder = concern ? `${concern}/` : FOLDERS[kind];
  return {
    objectType: "Activity",
    id: about.activities + folder + id,
    definition: { type: about.types[kind], ...definition },
  };
}

/**
 * An item of a later edition asks something else, and is another activity.
 *
 * @param {About} about
 * @param {string} id
 * @param {number} edition
 */
export function itemActivity(about, id, edition) {
  const [now, , stem = "", asked] = about.items[id] ?? [];
  const isNow = asked !== undefined && now === edition;
  return bare(about, "item", edition > 1 ? `${id}/${edition}` : id, isNow ? asking(about, stem, asked) : {});
}

/**
 * @param {About} about
 * @param {string} stem
 * @param {import("./response.mjs").Asked} asked
 */
function asking({ course: { language } }, stem, { type, choices, source, target }) {
  const components = (/** @type {Record<string, string>} */ texts) =>
    Object.entries(texts).map(([id, text]) => ({ id, description: { [language]: text } }));
  return {
    description: { [language]: stem },
    interactionType: type,
    ...(choices && { choices: components(choices) }),
    ...(source && { source: components(source) }),
    ...(target && { target: components(target) }),
  };
}
