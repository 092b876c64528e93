/**
 * Tells the style how high what stays in sight above the questions is: what is scrolled to stops below it,
 * however many lines the clock and the last save take. An answer sheet that is unfolded lies over them.
 */
export class Overhead {
  #side;
  #observer = new ResizeObserver(() => this.#measure());

  /** @param {HTMLElement} side */
  constructor(side) {
    this.#side = side;
  }

  connect() {
    this.#measure();
    this.#observer.observe(this.#side);
  }

  disconnect() {
    this.#observer.disconnect();
    document.documentElement.style.removeProperty("--cw-overhead");
  }

  #measure() {
    if (this.#side.querySelector("details")?.open) return;
    document.documentElement.style.setProperty("--cw-overhead", `${this.#side.offsetHeight}px`);
  }
}
