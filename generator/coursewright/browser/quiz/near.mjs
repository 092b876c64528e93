import { draw, place } from "./draw.mjs";

/** @typedef {import("./question.mjs").Question} Question */

/**
 * To move the controls of a form takes its time: of more than so many questions only the first ones are in
 * their places at once, and the others as soon as one of the last of these is near.
 */
const [MANY, AT_ONCE, LAST] = [30, 6, 4];

/**
 * Questions become what can be answered when they come near the window, each in its place by then; and all
 * of them before they are printed.
 */
export class Near {
  #questions;
  #quiz;
  #bar;
  /** From which on a question that is near brings all to their places. */
  #unplaced = Infinity;
  /** @type {IntersectionObserver | null} */
  #observer = null;

  /**
   * @param {Question[]} questions of which a draw changes the order
   * @param {Element} quiz
   * @param {Element | undefined} bar what stands above them, if they are drawn at all
   */
  constructor(questions, quiz, bar) {
    this.#questions = questions;
    this.#quiz = quiz;
    this.#bar = bar;
  }

  /** @param {import("./kept.mjs").Attempt} attempt */
  draw(attempt) {
    if (!this.#bar) return;
    draw(this.#questions, attempt);
    const isLong = this.#questions.length > MANY;
    this.#unplaced = isLong ? LAST : Infinity;
    place(this.#questions.slice(0, isLong ? AT_ONCE : MANY), this.#bar);
  }

  connect() {
    this.#observer = this.#observed("0%", AT_ONCE);
    addEventListener("beforeprint", this);
  }

  disconnect() {
    this.#observer?.disconnect();
    removeEventListener("beforeprint", this);
  }

  handleEvent() {
    for (const question of this.#questions) this.#come(question);
  }

  /** @param {Question} question */
  #come(question) {
    this.place(this.#questions.indexOf(question));
    question.wake();
  }

  /** Bring all to their places if that at a place may not be in its own. @param {number} at */
  place(at) {
    if (!this.#bar || at < this.#unplaced) return;
    const focused = /** @type {HTMLElement | null} */ (document.activeElement);
    this.#unplaced = Infinity;
    place(this.#questions, this.#bar);
    // What moves in a document loses focus.
    focused?.focus({ preventScroll: true });
  }

  /**
   * What is seen comes first, and only then what may be seen next.
   *
   * @param {string} rootMargin how far from the window is near, of its height
   * @param {number} [first] how many questions are looked for before all are
   */
  #observed(rootMargin, first) {
    const observer = new IntersectionObserver(
      (entries) => {
        const seen = entries.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => target);
        for (const question of this.#questions) if (seen.includes(question.field)) this.#come(question);
        if (seen.length || !first) this.#quiz.classList.add("is-ready");
        if (!first) return;
        observer.disconnect();
        this.#observer = this.#observed("25%");
      },
      { rootMargin },
    );
    for (const { field } of this.#questions.slice(0, first)) observer.observe(field);
    return observer;
  }
}
