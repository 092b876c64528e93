/**
 * Responses as short texts and back: what is chosen by its place in the question. Pure.
 *
 * @typedef {import("./about.mjs").Item} Item
 * @typedef {string | (string | null)[]} Short
 */

const NOTHING = "-";
/** What a statement can be found, which needs no texts. */
const JUDGED = ["true", "false"];

/**
 * @param {Item} item
 * @param {any} response as the question has it
 * @returns {Short} a letter a choice; of what is typed the texts
 */
export function shortened({ asked, criteria = [] }, response) {
  const { shape, source = {}, target = {}, gaps = [] } = asked;
  switch (shape) {
    case "choice":
    case "order":
      return lettered(response, entries(asked));
    case "match":
      return Object.keys(source)
        .map((thing) => lettered([response?.[thing]], Object.keys(target)) || NOTHING)
        .join("");
    case "gaps":
      return gaps.map((gap) => response?.[gap] ?? null);
    case "written":
      return [response?.text ?? null, response?.met ? lettered(response.met, criteria) : null];
  }
}

/**
 * @param {Item} item
 * @param {Short} short
 * @returns {unknown} the response that it was made of
 */
export function lengthened({ asked, criteria = [] }, short) {
  const { shape, source = {}, target = {}, gaps = [] } = asked;
  switch (shape) {
    case "choice":
    case "order":
      return named(short, entries(asked));
    case "match":
      return put(Object.keys(source), Object.keys(target), short);
    case "gaps":
      return filled(gaps.map((gap, at) => [gap, short[at]]));
    case "written": {
      const [text, met] = short;
      return filled([
        ["text", text],
        ["met", met === null ? null : named(met, criteria)],
      ]);
    }
  }
}

/**
 * The letters of ids: 0 to 9, a to z by their places; none for one that is not known.
 *
 * @param {unknown} ids
 * @param {readonly string[]} known
 */
export function lettered(ids, known) {
  const places = Array.isArray(ids) ? ids.map((id) => known.indexOf(id)) : [];
  return places.map((place) => (place < 0 ? "" : place.toString(36))).join("");
}

/**
 * @param {unknown} letters
 * @param {readonly string[]} known
 */
function named(letters, known) {
  return [...String(letters ?? "")].flatMap((letter) => known[Number.parseInt(letter, 36)] ?? []);
}

/** @param {Item["asked"]} asked */
function entries({ choices }) {
  return choices ? Object.keys(choices) : JUDGED;
}

/**
 * @param {readonly string[]} things
 * @param {readonly string[]} targets
 * @param {Short} short
 */
function put(things, targets, short) {
  return filled(things.map((thing, at) => [thing, named(short[at], targets)[0]]));
}

/** @param {[string, unknown][]} entries */
function filled(entries) {
  return Object.fromEntries(entries.filter(([, value]) => value !== null && value !== undefined));
}
