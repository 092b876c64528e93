import { button, element, link, pressed } from "../page/element.mjs";
import { sentence } from "../page/sentence.mjs";
import { store } from "../record/device.mjs";
import { recordAnswer } from "../record/ledger.mjs";
import { bestTry } from "../record/tries.mjs";
import { draw } from "./draw.mjs";
import { Kept } from "./kept.mjs";
import { outcome } from "./outcome.mjs";
import { Question } from "./question.mjs";
import { Turn } from "./turn.mjs";
import words from "./words.mjs";

/**
 * `<cw-quiz data-mode="quiz|check" data-quiz data-cut data-next data-next-title>` around questions.
 *
 * Both modes give feedback question by question; a quiz also counts, ends in a result, and is drawn
 * anew when it is taken again.
 * Sends `cw-done` when everything is answered.
 */
export default class Quiz extends HTMLElement {
  /** @type {Question[]} */
  #questions = [];
  #scope = this.dataset.quiz ?? "";
  #cut = Number(this.dataset.cut);
  #kept = new Kept(this.#scope);
  #again = button(words.again, "again");
  /** @type {Turn | null} */
  #turn = null;
  #isEnhanced = false;

  connectedCallback() {
    if (!this.#isEnhanced) this.#enhance();
    this.#isEnhanced = true;
    this.#turn?.connect();
  }

  disconnectedCallback() {
    this.#turn?.disconnect();
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "submit") event.preventDefault();
    else if (event.type === "keydown") this.#enter(/** @type {KeyboardEvent} */ (event));
    else if (event.type === "click") this.#press(event);
    else this.#choose(this.#questionAt(event));
  }

  #enhance() {
    for (const type of ["submit", "keydown", "click", "change"]) this.addEventListener(type, this);
    const fields = [...this.querySelectorAll("fieldset")].filter((field) => field.matches(".cw-q"));
    this.#questions = fields.map((field) => new Question(field));
    const form = this.querySelector("form");
    if (this.dataset.mode === "quiz") this.#turn = new Turn(this.#questions);
    if (form) this.#turn?.surround(form);
    if (!this.#turn) form?.append(element("p", "cw-act", this.#again));
    this.#draw(this.#kept.attempt);
    for (const question of this.#questions) this.#kept.restore(question);
    this.#settle();
    this.classList.add("is-ready");
    this.#turn?.resume();
  }

  /** @param {import("./kept.mjs").Attempt} attempt checks of a section always stay as they are */
  #draw(attempt) {
    if (this.#turn) draw(this.#questions, this.#turn.root, attempt);
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
    if (question) this.#kept.keep(question);
  }

  /** @param {Event} event */
  #press(event) {
    const value = pressed(event);
    const missed = event.target instanceof Element ? event.target.closest(".cw-missed a") : null;
    if (missed) event.preventDefault();
    if (missed) this.#turn?.open(missed.getAttribute("href") ?? "");
    else if (value === "check") this.#check(this.#questionAt(event));
    else if (value === "again" || value === "missed") this.#restart(value === "missed");
    else this.#turn?.press(value);
  }

  /** @param {Question | undefined} question */
  #check(question) {
    if (!question?.check()) return;
    recordAnswer(store, question);
    this.#kept.keep(question);
    if (this.#turn && this.#finished) this.#kept.enter(this.#questions, this.#cut);
    this.#settle();
    this.#follow(question);
    if (this.#finished) this.dispatchEvent(new Event("cw-done", { bubbles: true }));
  }

  /** @param {Question} question whose feedback is read first where it fills the screen */
  #follow(question) {
    if (this.#turn && this.#finished && !this.#turn.single) this.#turn.showOutcome();
    else question.focusVerdict();
  }

  /** Bring everything around the questions in line with how many are answered. */
  #settle() {
    this.classList.toggle("is-done", this.#finished);
    this.#again.hidden = !this.#finished;
    this.#turn?.settle(this.#finished ? this.#outcome() : null);
  }

  #outcome() {
    const { next = "", nextTitle = "" } = this.dataset;
    return outcome(this.#questions, {
      cut: this.#cut,
      best: bestTry(store.record.quizzes[this.#scope]),
      template: this.querySelector("template"),
      next: next ? link(sentence(words.go_on, { title: nextTitle }), next) : null,
      kept: store.kept,
      partial: this.#kept.attempt.partial,
    });
  }

  /** @param {boolean} partial whether only what was missed is asked again, where it stands */
  #restart(partial) {
    const asked = this.#questions.filter(({ verdict }) => !partial || verdict !== "right");
    for (const question of asked) question.reset();
    this.#draw(this.#kept.again(asked, partial));
    this.#settle();
    if (this.#turn) this.#turn.restart();
    else this.#questions[0]?.show();
  }

  /** @param {Event} event */
  #questionAt({ target }) {
    return this.#questions.find(({ field }) => target instanceof Node && field.contains(target));
  }

  get #finished() {
    return this.#questions.every(({ answered }) => answered);
  }
}
