import { counted } from "../page/counted.mjs";
import { element } from "../page/element.mjs";
import { sentence } from "../page/sentence.mjs";
import words from "./words.mjs";

/** Whole minutes before the end at which it is said. */
const SAID_AT = [1, 5, 10];
const SECOND = 1000;
/** A window that nobody looks at leaves it to the others to submit, so that it happens once. */
const GRACE = 3 * SECOND;
/** How often the time that is left is passed on, to be kept. */
const STEP = 5 * SECOND;

/** How much time is left, from second to second and by the clock on the wall. */
export class Clock {
  #shown = element("span", "cw-time");
  #said = element("span", "cw-said");
  /** When the time is up: by the clock on the wall, which may be set back, and by one that stops in sleep. */
  #ends = [Infinity, Infinity];
  #up;
  #passed;
  /** What was left when it was passed on last. */
  #told = Infinity;
  /** @type {number | undefined} */
  #timer;
  /** Minutes of the last announcement. */
  #announced = Infinity;

  /**
   * @param {() => void} up called when the time is up
   * @param {(left: number) => void} passed called with the milliseconds that are left, now and then
   */
  constructor(up, passed) {
    this.#up = up;
    this.#passed = passed;
    this.#said.role = "status";
    this.root = element("p", "cw-clock", this.#shown, " ", this.#said);
  }

  /** @param {number} left milliseconds, infinite for no limit */
  start(left) {
    this.stop();
    this.#ends = [Date.now() + left, performance.now() + left];
    this.root.hidden = left === Infinity;
    if (this.root.hidden) return;
    this.#timer = window.setInterval(() => this.#tick(), SECOND);
    this.#tick();
  }

  stop() {
    window.clearInterval(this.#timer);
    this.#announced = this.#told = Infinity;
    this.#said.textContent = "";
  }

  #tick() {
    const [wall = 0, own = 0] = this.#ends;
    const left = Math.min(wall - Date.now(), own - performance.now());
    this.#shown.textContent = sentence(words.time_left, { time: clockTime(left) });
    this.#announce(left);
    if (this.#told - left >= STEP || left <= 0) this.#passed((this.#told = left));
    if (left <= (document.hidden ? -GRACE : 0)) this.#up();
  }

  /** @param {number} left */
  #announce(left) {
    const minutes = SAID_AT.find((each) => left <= each * 60 * SECOND);
    if (!minutes || minutes >= this.#announced || left <= 0) return;
    this.#announced = minutes;
    const count = Math.ceil(left / 60 / SECOND);
    this.root.classList.toggle("is-late", minutes <= 5);
    this.#said.textContent = sentence(counted(words.minutes_left, count), { count });
  }
}

/**
 * A time as 1:05:09, or 5:09 where it is less than an hour; what is begun of a second is a second.
 *
 * @param {number} milliseconds
 */
export function clockTime(milliseconds) {
  const seconds = Math.max(0, Math.ceil(milliseconds / SECOND));
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] ? parts : parts.slice(1);
  return shown.map((part, at) => (at ? String(part).padStart(2, "0") : part)).join(":");
}
