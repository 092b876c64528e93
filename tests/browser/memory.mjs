import { Place } from "../../generator/coursewright/browser/record/place.mjs";

/** A storage in memory, as two tabs share it; it can be told to deny reading or writing. */
export class Memory {
  #texts = new Map();
  denied = false;
  full = false;

  getItem(key) {
    if (this.denied) throw new Error("denied");
    return this.#texts.get(key) ?? null;
  }

  setItem(key, text) {
    if (this.denied || this.full) throw new Error("denied");
    this.#texts.set(key, String(text));
  }

  removeItem(key) {
    if (this.denied) throw new Error("denied");
    this.#texts.delete(key);
  }

  /** Everything in it by key. */
  get all() {
    return Object.fromEntries(this.#texts);
  }
}

/** A pseudo-random source, so that a failing loop fails again. */
export function dice(seed) {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/** Places of a course on a storage, by what comes after its name. */
export function placedOn(memory, course = "coursewright:course") {
  return (end) => new Place(() => memory, course + end);
}

/** The drawer of a concern as its text says. */
export function drawerOn(memory, name, course = "coursewright:course") {
  return JSON.parse(memory.getItem(`${course}:${name}`));
}
