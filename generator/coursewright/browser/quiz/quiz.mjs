import { button, element, pressed } from "../page/element.mjs";
import { draft, store } from "../record/device.mjs";
import { recordAnswer, recordResult } from "../record/ledger.mjs";
import { Bar } from "./bar.mjs";
import { outcome } from "./outcome.mjs";
import { Question } from "./question.mjs";
import { Turn } from "./turn.mjs";
import words from "./words.mjs";

/**
 * `<cw-quiz data-mode="quiz|check" data-quiz data-cut data-next>` around questions.
 *
 * Both modes give feedback question by question; a quiz also counts, and ends in a result.
 * Sends `cw-done` when everything is answered.
 */
export default class Quiz extends HTMLElement {
  /** @type {Question[]} */
  #questions = [];
  #scope = this.dataset.quiz ?? "";
  #again = button(words.again, "again");
  /** @type {{bar: Bar, turn: Turn} | null} */
  #course = null;

  connectedCallback() {
    if (!this.#questions.length) this.#enhance();
    this.#course?.turn.connect();
  }

  disconnectedCallback() {
    this.#course?.turn.disconnect();
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "submit") event.preventDefault();
    else if (event.type === "keydown") this.#enter(/** @type {KeyboardEvent} */ (event));
    else if (event.type === "click") this.#press(event);
    else this.#choose(this.#questionAt(event));
  }

  #enhance() {
    const form = this.querySelector("form");
    const fields = [...this.querySelectorAll("fieldset")].filter((field) => field.matches(".cw-q"));
    this.#questions = fields.map((field) => new Question(field));
    if (this.dataset.mode === "quiz")
      this.#course = { bar: new Bar(this.#questions.length), turn: new Turn(this.#questions) };
    if (this.#course) form?.prepend(this.#course.bar.root);
    form?.append(this.#course?.turn.root ?? element("p", "cw-act", this.#again));
    for (const type of ["submit", "keydown", "click", "change"]) this.addEventListener(type, this);
    for (const question of this.#questions) this.#restore(question);
    this.#settle();
  }

  /** @param {Question} question */
  #restore(question) {
    const kept = draft.answer(this.#scope, question.id, question.edition);
    if (kept) question.response = kept.response;
    if (kept?.checked) question.check();
  }

  /** @param {KeyboardEvent} event */
  #enter(event) {
    if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    this.#check(this.#questionAt(event));
  }

  /** @param {Question | undefined} question */
  #choose(question) {
    question?.ready();
    if (question) this.#keep(question);
  }

  /** @param {Event} event */
  #press(event) {
    const value = pressed(event);
    const missed = event.target instanceof Element ? event.target.closest(".cw-missed a") : null;
    if (missed) event.preventDefault();
    if (missed) this.#course?.turn.open(missed.getAttribute("href") ?? "");
    else if (value === "check") this.#check(this.#questionAt(event));
    else if (value === "again") this.#restart();
    else this.#course?.turn.press(value);
  }

  /** @param {Question | undefined} question */
  #check(question) {
    if (!question?.check()) return;
    this.#keep(question);
    recordAnswer(store, question);
    if (this.#course && this.#finished) recordResult(store, this.#scope, this.#questions, this.#cut);
    this.#settle();
    this.#follow(question);
    if (this.#finished) this.dispatchEvent(new Event("cw-done", { bubbles: true }));
  }

  /** @param {Question} question */
  #follow(question) {
    const turn = this.#course?.turn;
    // Where one question fills the screen its feedback is read first; the result is one press away.
    if (turn?.outcome && !turn.single) turn.outcome.focus();
    else question.focusVerdict();
  }

  /** Bring everything around the questions in line with how many are answered. */
  #settle() {
    this.classList.toggle("is-done", this.#finished);
    this.#again.hidden = !this.#finished;
    if (!this.#course) return;
    this.#course.bar.show(this.#questions.filter(({ answered }) => answered).length);
    this.#course.turn.outcome = this.#finished ? this.#outcome() : null;
  }

  #outcome() {
    return outcome(this.#questions, {
      cut: this.#cut,
      template: this.querySelector("template"),
      next: this.dataset.next ?? "",
      kept: store.kept,
    });
  }

  #restart() {
    for (const question of this.#questions) {
      question.reset();
      draft.keep(this.#scope, question.id, null);
    }
    this.#course?.turn.restart();
    this.#settle();
    this.#questions[0]?.field.focus({ preventScroll: true });
    this.scrollIntoView();
  }

  /** @param {Question} question */
  #keep({ id, edition, response, answered }) {
    draft.keep(this.#scope, id, { edition, response, checked: answered });
  }

  /** @param {Event} event */
  #questionAt({ target }) {
    return this.#questions.find(({ field }) => target instanceof Node && field.contains(target));
  }

  get #finished() {
    return this.#questions.every(({ answered }) => answered);
  }

  get #cut() {
    return Number(this.dataset.cut);
  }
}
