/**
 * The order of a draw: the same seed puts the same things into the same order.
 *
 * @typedef {<Thing>(things: readonly Thing[]) => Thing[]} Shuffled
 */

/**
 * A shuffler that begins at a seed; seed 0 leaves everything as its author had it.
 *
 * The generator is Marsaglia's xorshift with 32 bits (Journal of Statistical Software 8, 2003).
 *
 * @param {number} seed
 * @returns {Shuffled}
 */
export function shuffler(seed) {
  let state = seed | 0;
  return (things) => {
    const left = [...things];
    return things.flatMap(() => {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      return left.splice((state >>> 0) % left.length, 1);
    });
  };
}

/**
 * Bring questions and what is in them into the order of a seed, in their list and on the page.
 *
 * @param {import("./question.mjs").Question[]} questions
 * @param {Element} end what stands after them
 * @param {number} seed
 */
export function draw(questions, end, seed) {
  const shuffled = shuffler(seed);
  // A draw begins at the same order whatever was drawn before.
  questions.sort((one, other) => (one.id < other.id ? -1 : 1));
  questions.splice(0, Infinity, ...shuffled(questions));
  end.before(...questions.map(({ field }) => field));
  for (const [at, question] of questions.entries()) question.draw(at + 1, shuffled);
}

/** A seed that is not 0. */
export function newSeed() {
  return crypto.getRandomValues(new Int32Array(1))[0] || 1;
}
