/** A narrow window, in which one question is shown at a time; in a wide one all of them are. */
export class Narrow {
  #media = matchMedia("(max-width: 44.9375em)");
  #questions;
  #isParted = false;
  #seen = -1;
  /** Told of what comes to a line below the middle of the window: that is in hand where all are seen. */
  #observer = new IntersectionObserver((seen) => this.#see(seen), { rootMargin: "-60% 0px -39% 0px" });

  /** @param {readonly Pick<import("./question.mjs").Question, "field">[]} questions */
  constructor(questions) {
    this.#questions = questions;
  }

  get matches() {
    return this.#media.matches;
  }

  /**
   * The place of the question in hand once the window has become narrow or wide: of all, what was seen last.
   *
   * @param {number} at the place where one was
   */
  inHand(at) {
    return this.matches && this.#seen >= 0 ? this.#seen : at;
  }

  /** @param {EventListenerObject} listener told when the window has become narrow or wide */
  connect(listener) {
    this.#media.addEventListener("change", listener);
    for (const { field } of this.#questions) this.#observer.observe(field);
  }

  /** @param {EventListenerObject} listener */
  disconnect(listener) {
    this.#media.removeEventListener("change", listener);
    this.#observer.disconnect();
  }

  /** @param {readonly IntersectionObserverEntry[]} seen */
  #see(seen) {
    const field = seen.find(({ isIntersecting }) => isIntersecting)?.target;
    const at = this.#questions.findIndex((question) => question.field === field);
    if (at >= 0) this.#seen = at;
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
