/**
 * The order of a draw: the same seed puts the same things into the same order.
 *
 * @typedef {<Thing>(things: readonly Thing[]) => Thing[]} Shuffled
 */

/**
 * Whole numbers below others, from a seed that is not 0.
 *
 * The generator is Marsaglia's xorshift with 32 bits (Journal of Statistical Software 8, 2003).
 *
 * @param {number} seed
 * @returns {(below: number) => number}
 */
export function chance(seed) {
  let state = seed | 0;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/**
 * A shuffler that begins at a seed, which is not 0.
 *
 * @param {number} seed
 * @returns {Shuffled}
 */
export function shuffler(seed) {
  const next = chance(seed);
  return (things) => {
    const left = [...things];
    return things.flatMap(() => left.splice(next(left.length), 1));
  };
}

/**
 * Bring questions and what is in them into the order of an attempt: by its seed, and what was never asked
 * before first.
 *
 * @param {import("./question.mjs").Question[]} questions
 * @param {Pick<import("./kept.mjs").Attempt, "seed" | "asked" | "anew">} attempt
 */
export function draw(questions, { seed, asked, anew = {} }) {
  /** @type {Map<string, typeof questions>} */
  const units = new Map([...unitsOf(questions)].map(([{ id }, within]) => [id, within]));
  // A draw begins at the same order whatever was drawn before.
  const drawn = shuffler(seed)([...units.keys()].sort().map((id) => units.get(id) ?? []));
  const known = new Set(asked);
  const isKnown = (/** @type {typeof questions} */ within) => within.every(({ id }) => known.has(id));
  const ordered = [...drawn.filter((within) => !isKnown(within)), ...drawn.filter(isKnown)];
  questions.splice(0, Infinity, ...ordered.flat());
  for (const [at, question] of questions.entries()) question.draw(at + 1, anew[question.id] ?? seed);
}

/**
 * Bring questions to their places on the page, each case whole.
 *
 * @param {readonly import("./question.mjs").Question[]} questions in their order
 * @param {Element} bar above them, below which the result may stand already
 */
export function place(questions, bar) {
  bar.after(...unitsOf(questions).keys());
}

/**
 * What moves as one: a question, or a case with its questions in their order.
 *
 * @param {readonly import("./question.mjs").Question[]} questions
 */
function unitsOf(questions) {
  /** @type {Map<Element, import("./question.mjs").Question[]>} */
  const units = new Map();
  for (const question of questions) {
    const { field } = question;
    const { parentElement: parent } = field;
    const root = parent?.classList.contains("cw-case") ? parent : field;
    const within = units.get(root);
    if (within) within.push(question);
    else units.set(root, [question]);
  }
  return units;
}

/**
 * A seed of an item's own, not 0 (FNV-1a, 32 bits).
 *
 * @param {string} id
 * @param {number} seed
 */
export function seedOf(id, seed) {
  const mixed = (/** @type {number} */ hash, /** @type {string} */ sign) =>
    Math.imul(hash ^ sign.charCodeAt(0), 0x01000193);
  return [...id].reduce(mixed, seed) || 1;
}

/** A seed that is not 0. */
export function newSeed() {
  return crypto.getRandomValues(new Int32Array(1))[0] || 1;
}
