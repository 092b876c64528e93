/** The clock was set when it goes apart from the one that only counts by more than so many milliseconds. */
const APART = 30_000;
const LOOK = 5000;

/** Sees when the page is left and come back to, the network goes, or the clock is set; and has it noted. */
export class Away {
  #note;
  /** When the page was left, by the clock that only counts; 0 while it is not. */
  #left = 0;
  #between = Date.now() - performance.now();
  /** @type {number | undefined} */
  #timer;

  /** @param {(what: import("./sitting.mjs").What, seconds?: number) => void} note */
  constructor(note) {
    this.#note = note;
  }

  connect() {
    document.addEventListener("visibilitychange", this);
    for (const type of ["blur", "focus", "online", "offline"]) window.addEventListener(type, this);
    this.#timer = window.setInterval(() => this.#look(), LOOK);
  }

  disconnect() {
    document.removeEventListener("visibilitychange", this);
    for (const type of ["blur", "focus", "online", "offline"]) window.removeEventListener(type, this);
    window.clearInterval(this.#timer);
  }

  /** @param {Event} event */
  handleEvent({ type }) {
    if (type === "online" || type === "offline") return this.#note(type);
    const isAway = document.hidden || type === "blur";
    if (isAway && !this.#left) {
      this.#left = performance.now();
      this.#note("left");
    } else if (!isAway && this.#left) {
      this.#note("returned", (performance.now() - this.#left) / 1000);
      this.#left = 0;
    }
  }

  #look() {
    const between = Date.now() - performance.now();
    const apart = between - this.#between;
    if (Math.abs(apart) < APART) return;
    this.#between = between;
    this.#note("clock", apart / 1000);
  }
}
