/**
 * An exam is drawn from its pool. Pure.
 *
 * It begins at a draw that is known to meet every demand. Again and again one unit is put in the place of
 * another, and what that breaks is repaired by further changes that make nothing worse (min-conflicts:
 * Minton et al., Artificial Intelligence 58, 1992). What could not be repaired is taken back, so that every
 * demand is met whenever this ends.
 */

import { chance, shuffler } from "../quiz/draw.mjs";

const CHANGES = 150;
const REPAIRS = 300;

/**
 * The units of an exam in their order: cases come last, for they take longer to read.
 *
 * @param {import("./pool.mjs").Pool} pool
 * @param {number} seed not 0
 * @param {ReadonlySet<string>} met items of the last exam, which come only where others do not suffice
 * @returns {import("./pool.mjs").Unit[]}
 */
export function drawn(pool, seed, met) {
  const next = chance(seed);
  const draw = new Draw(pool, met);
  for (let turn = 0; turn < CHANGES; turn += 1) draw.change(next);
  const shuffled = shuffler(seed)(pool.units.filter((_, at) => draw.chosen[at]));
  return [...shuffled.filter(({ length }) => length === 1), ...shuffled.filter(({ length }) => length > 1)];
}

class Draw {
  /** What a unit counts for each demand, the total being the last of them. @type {number[][]} */
  #weights;
  /** @type {[number, number][]} */
  #demands;
  /** @type {number[]} */
  #counts;
  #stale;

  /**
   * @param {import("./pool.mjs").Pool} pool
   * @param {ReadonlySet<string>} met
   */
  constructor({ units, demands, total, drawn }, met) {
    this.#demands = [...demands, [total, total]].map(([least, most]) => [least ?? 0, most ?? total]);
    this.#weights = units.map((unit) => {
      const fit = demands.map((_, at) => unit.filter((item) => item[5].includes(at)).length);
      return [...fit, unit.length];
    });
    this.#stale = units.map((unit) => unit.filter(([id]) => met.has(id)).length);
    this.chosen = units.map(() => false);
    this.#counts = this.#demands.map(() => 0);
    for (const at of drawn) this.#turn(at);
  }

  /**
   * Put a unit in the place of another, if that can be done and brings no more of what was met.
   *
   * @param {(below: number) => number} next
   */
  change(next) {
    const [before, stale] = [[...this.chosen], this.#staleness];
    this.#swap(next);
    for (let tries = 0; tries < REPAIRS && this.#fault; tries += 1) this.#repair(next);
    if (!this.#fault && this.#staleness <= stale) return;
    before.forEach((was, at) => this.chosen[at] !== was && this.#turn(at));
  }

  /** @param {(below: number) => number} next */
  #repair(next) {
    const fault = this.#fault;
    const turned = next(3) ? this.#swap(next) : [this.#turn(next(this.chosen.length))];
    if (this.#fault > fault) for (const at of turned) this.#turn(at);
  }

  /** @param {(below: number) => number} next */
  #swap(next) {
    return [this.#turn(this.#any(true, next)), this.#turn(this.#any(false, next))];
  }

  /**
   * Any unit that is chosen, or that is not; another one if none is soon met.
   *
   * @param {boolean} isChosen
   * @param {(below: number) => number} next
   */
  #any(isChosen, next) {
    let at = next(this.chosen.length);
    for (let tries = 0; this.chosen[at] !== isChosen && tries < 50; tries += 1) at = next(this.chosen.length);
    return at;
  }

  /**
   * Take a unit in, or out.
   *
   * @param {number} at
   */
  #turn(at) {
    const way = this.chosen[at] ? -1 : 1;
    this.chosen[at] = !this.chosen[at];
    const weights = this.#weights[at] ?? [];
    this.#counts = this.#counts.map((count, demand) => count + way * (weights[demand] ?? 0));
    return at;
  }

  /** By how many items demands are missed. */
  get #fault() {
    return this.#demands.reduce((sum, [least, most], at) => {
      const count = this.#counts[at] ?? 0;
      return sum + Math.max(0, least - count, count - most);
    }, 0);
  }

  get #staleness() {
    return this.#stale.reduce((sum, count, at) => sum + (this.chosen[at] ? count : 0), 0);
  }
}
