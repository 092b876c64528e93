/** How long each question was in hand while the page was looked at. */
export class Stopwatch {
  #spend;
  #id = "";
  #since = 0;

  /** @param {(id: string, seconds: number) => void} spend */
  constructor(spend) {
    this.#spend = spend;
  }

  /** @param {string} id of the question that is in hand now, empty for none */
  turn(id) {
    if (id === this.#id) return;
    this.stop();
    this.#id = id;
    this.#since = performance.now();
  }

  /** Count what was spent until now, and go on only when a question is in hand again. */
  stop() {
    if (this.#id) this.#spend(this.#id, (performance.now() - this.#since) / 1000);
    this.#id = "";
  }
}
