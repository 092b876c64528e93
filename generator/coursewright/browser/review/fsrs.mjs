/**
 * FSRS-6 with its default parameters (open-spaced-repetition, `fsrs` 6.3 for Python), without fuzz: when
 * something has to come back so that 90 of 100 are still known.
 *
 * @typedef {1 | 2 | 3 | 4} Rating again, hard, good, easy
 * @typedef {object} Memory
 * @property {number} stability days until 90 of 100 still know it
 * @property {number} difficulty from 1 to 10
 * @property {number} step of learning it, or of learning it again; after the last -1
 * @property {boolean} known whether it was learnt once, so that forgetting it means to learn it again
 * @property {number} last when it was asked, in milliseconds since 1970
 * @property {number} due when it has to come back
 */

const W = /** @type {const} */ ([
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
  1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
]);
const DECAY = -W[20];
const RETENTION = 0.9;
const FACTOR = RETENTION ** (1 / DECAY) - 1;
const [MINUTE, DAY] = [60000, 86400000];
const LEARNING = [MINUTE, 10 * MINUTE];
const RELEARNING = [10 * MINUTE];
const LONGEST = 36500;

/**
 * The memory after one more answer.
 *
 * @param {Memory | null} before
 * @param {Rating} rating
 * @param {number} at milliseconds since 1970, not before the last answer
 * @returns {Memory}
 */
export function after(before, rating, at) {
  const difficulty = before
    ? nextDifficulty(before.difficulty, rating)
    : clamp(firstDifficulty(rating), 1, 10);
  const stability = before ? nextStability(before, rating, at) : /** @type {number} */ (W[rating - 1]);
  const next = stepped(before, rating);
  const wait = next.wait ?? DAY * clamp(Math.round(stability), 1, LONGEST);
  return { stability, difficulty, step: next.step, known: next.known, last: at, due: at + wait };
}

/**
 * How likely it is still known.
 *
 * @param {Memory} memory
 * @param {number} at
 */
export function retrievability({ last, stability }, at) {
  return (1 + (FACTOR * daysBetween(last, at)) / stability) ** DECAY;
}

/**
 * Steps of minutes come before steps of days. With a retention of 0.9 an interval is the stability.
 *
 * @param {Memory | null} before
 * @param {Rating} rating
 * @returns {{step: number, known: boolean, wait?: number}}
 */
function stepped(before, rating) {
  const { step = 0, known = false } = before ?? {};
  if (step < 0) return rating > 1 ? { step, known } : { step: 0, known, wait: RELEARNING[0] };
  const steps = known ? RELEARNING : LEARNING;
  const [first = 0, second = first * 2] = steps;
  if (rating === 1) return { step: 0, known, wait: first };
  if (rating === 2) return { step, known, wait: step ? steps[step] : (first + second) / 2 };
  if (rating === 3 && step + 1 < steps.length) return { step: step + 1, known, wait: steps[step + 1] };
  return { step: -1, known: true };
}

/**
 * @param {Memory} before
 * @param {Rating} rating
 * @param {number} at
 */
function nextStability(before, rating, at) {
  const { stability: s, difficulty: d } = before;
  if (daysBetween(before.last, at) < 1) {
    const grown = Math.exp(W[17] * (rating - 3 + W[18])) * s ** -W[19];
    return atLeast(s * (rating > 1 ? Math.max(grown, 1) : grown));
  }
  const r = retrievability(before, at);
  if (rating === 1) {
    const forgotten = W[11] * d ** -W[12] * ((s + 1) ** W[13] - 1) * Math.exp((1 - r) * W[14]);
    return atLeast(Math.min(forgotten, s / Math.exp(W[17] * W[18])));
  }
  const bonus = (rating === 2 ? W[15] : 1) * (rating === 4 ? W[16] : 1);
  return atLeast(s * (1 + Math.exp(W[8]) * (11 - d) * s ** -W[9] * (Math.exp((1 - r) * W[10]) - 1) * bonus));
}

/**
 * @param {number} difficulty
 * @param {Rating} rating
 */
function nextDifficulty(difficulty, rating) {
  const damped = difficulty - ((10 - difficulty) * W[6] * (rating - 3)) / 9;
  return clamp(W[7] * firstDifficulty(4) + (1 - W[7]) * damped, 1, 10);
}

/** @param {number} rating */
function firstDifficulty(rating) {
  return W[4] - Math.exp(W[5] * (rating - 1)) + 1;
}

/**
 * @param {number} from
 * @param {number} to
 */
function daysBetween(from, to) {
  return Math.max(0, Math.floor((to - from) / DAY));
}

/** @param {number} stability */
function atLeast(stability) {
  return Math.max(stability, 0.001);
}

/**
 * @param {number} value
 * @param {number} least
 * @param {number} most
 */
function clamp(value, least, most) {
  return Math.min(Math.max(value, least), most);
}
