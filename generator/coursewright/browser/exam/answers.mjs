import { isEmpty } from "../scoring/response.mjs";

/**
 * @typedef {import("../quiz/question.mjs").Question} Question
 * @typedef {import("./answersheet.mjs").State} State
 */

/** The answers of a sitting: those on the page, brought in line with those that are kept. */
export class Answers {
  #sitting;
  /** Ids of answers that are judged by who wrote them, after the end. @type {Set<string>} */
  #waiting = new Set();
  /** Ids of answers that are kept as scored. @type {Set<string>} */
  #scored = new Set();

  /**
   * @param {readonly Question[]} questions
   * @param {import("./sitting.mjs").Sitting} sitting
   */
  constructor(questions, sitting) {
    this.questions = questions;
    this.#sitting = sitting;
    this.restore();
  }

  get waiting() {
    return [...this.#waiting];
  }

  /** Whether all that was done will be known after a reload. */
  get isKept() {
    return this.#sitting.isKept;
  }

  get isOver() {
    return Boolean(this.#sitting.frame?.submitted);
  }

  /**
   * The question in which something happened.
   *
   * @param {Event} event
   */
  at({ target }) {
    return this.questions.find(({ field }) => target instanceof Node && field.contains(target));
  }

  /** Take over what is kept, as another window may have changed it. */
  restore() {
    const kept = this.#sitting.answers(this.questions);
    this.#scored = new Set(this.questions.flatMap(({ id }, at) => (kept[at]?.checked ? [id] : [])));
    this.questions.forEach((question, at) => this.#restore(question, kept[at] ?? null));
    if (this.isOver) this.close();
  }

  /**
   * Keep an answer; after the end what is ticked of one that is still to be judged.
   *
   * @param {Question} question
   */
  keep(question) {
    question.ready();
    if (!this.isOver || this.#waiting.has(question.id)) this.#sitting.keep(question);
  }

  /**
   * The end, unless another window was first.
   *
   * @param {number} now
   * @returns {number} when it came, or 0
   */
  submit(now) {
    const isOurs = this.#sitting.submit(now);
    this.close();
    if (!isOurs) return 0;
    for (const question of this.questions)
      if (!this.#waiting.has(question.id)) this.#sitting.keep(question);
    return this.#sitting.frame?.submitted ?? 0;
  }

  /** Score every answer, and show what is right; what is judged by who wrote it begins to wait for that. */
  close() {
    for (const question of this.questions.filter(({ verdict }) => verdict === "unanswered"))
      if (isEmpty(question.response)) question.close();
      else if (this.#waits(question) || !question.check(true)) this.#waiting.add(question.id);
    this.#mark();
  }

  /** @param {Question} question of which the criteria may be ticked in part */
  #waits({ id, response }) {
    return this.#waiting.has(id) || ("met" in Object(response) && !this.#scored.has(id));
  }

  /**
   * Whether a judgement could be made.
   *
   * @param {Question} question
   */
  judge(question) {
    if (!this.#waiting.has(question.id) || !question.check()) return false;
    this.#waiting.delete(question.id);
    this.#sitting.keep(question);
    this.#mark();
    return true;
  }

  /** @returns {State[]} */
  get states() {
    const { isOver } = this;
    return this.questions.map(({ id, response, verdict, isDoubtful }) => {
      if (isOver) return this.#waiting.has(id) ? "waiting" : verdict;
      if (isEmpty(response)) return "open";
      return isDoubtful ? "doubtful" : "answered";
    });
  }

  get flags() {
    return this.#sitting.flags(this.questions);
  }

  /**
   * @param {Question} question
   * @param {import("../record/draft.mjs").DraftAnswer | null} kept
   */
  #restore(question, kept) {
    const response = kept?.response ?? null;
    const isSame = JSON.stringify(response) === JSON.stringify(question.response);
    if (question.answered || isSame || (!kept && isEmpty(question.response))) return;
    if (this.#waiting.has(question.id) && !kept?.checked) return;
    question.response = response;
    if (kept?.checked) this.#waiting.delete(question.id);
  }

  /** Only what is still to be judged has a button. */
  #mark() {
    for (const { id, field } of this.questions) field.classList.toggle("is-judged", this.#waiting.has(id));
  }
}
