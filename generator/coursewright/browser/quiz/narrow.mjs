/** A narrow window, in which one question is shown at a time; in a wide one all of them are. */
export class Narrow {
  #media = matchMedia("(max-width: 44.9375em)");
  #questions;
  #isParted = false;

  /** @param {readonly import("./question.mjs").Question[]} questions */
  constructor(questions) {
    this.#questions = questions;
  }

  get matches() {
    return this.#media.matches;
  }

  /** @param {EventListenerObject} listener told when the window has become narrow or wide */
  connect(listener) {
    this.#media.addEventListener("change", listener);
  }

  /** @param {EventListenerObject} listener */
  disconnect(listener) {
    this.#media.removeEventListener("change", listener);
  }

  /**
   * Show one question with its case, or all.
   *
   * @param {number | null} at its place, which may be behind the last
   */
  show(at) {
    const isParted = at !== null;
    // To touch hundreds of questions takes its time.
    if (!isParted && !this.#isParted) return;
    this.#isParted = isParted;
    const shown = this.#questions[at ?? -1]?.field ?? null;
    for (const { field } of this.#questions) {
      field.hidden = isParted && field !== shown;
      /** @type {HTMLElement | null} */
      const unit = field.closest(".cw-case");
      if (unit) unit.hidden = isParted && !unit.contains(shown);
    }
  }
}
