import { begin } from "./reveal.mjs";

/** A narrow window, in which one question is shown at a time; in a wide one all of them are. */
export class Narrow {
  #media = matchMedia("(max-width: 44.9375em)");
  #questions;
  #isParted = false;
  /** @type {Set<Element>} */
  #passed = new Set();
  /** Told of what begins above a line below the middle of the window: the last of it is in hand. */
  #observer = new IntersectionObserver((seen) => this.#see(seen), { rootMargin: "9999999px 0px -39%" });

  /** @param {readonly Pick<import("./question.mjs").Question, "field">[]} questions */
  constructor(questions) {
    this.#questions = questions;
  }

  get matches() {
    return this.#media.matches;
  }

  /**
   * The place of the question in hand once the window has become narrow or wide: of all, the last that had
   * begun, if only with the text of its case.
   *
   * @param {number} at the place where one was
   */
  inHand(at) {
    const seen = this.#questions.map(({ field }) => this.#passed.has(begin(field))).lastIndexOf(true);
    return this.matches && seen >= 0 ? seen : at;
  }

  /** @param {EventListenerObject} listener told when the window has become narrow or wide */
  connect(listener) {
    this.#media.addEventListener("change", listener);
    for (const { field } of this.#questions) this.#observer.observe(begin(field));
  }

  /** @param {EventListenerObject} listener */
  disconnect(listener) {
    this.#media.removeEventListener("change", listener);
    this.#observer.disconnect();
  }

  /** @param {readonly IntersectionObserverEntry[]} seen */
  #see(seen) {
    for (const { isIntersecting, target } of seen) this.#passed[isIntersecting ? "add" : "delete"](target);
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
