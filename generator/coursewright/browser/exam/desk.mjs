import { element, pressed } from "../page/element.mjs";
import { store } from "../record/device.mjs";
import { Answers } from "./answers.mjs";
import { enterAnswers, enterResult, triesAt } from "./entry.mjs";
import { addFlags, showFlags } from "./flags.mjs";
import { HandIn } from "./handin.mjs";
import { notes } from "./notes.mjs";
import { result } from "./result.mjs";
import { Reviewing } from "./reviewing.mjs";
import { Side } from "./side.mjs";
import { Turning } from "./turning.mjs";

/** @typedef {import("../quiz/question.mjs").Question} Question */

/** What stands before who sits an exam: questions, answer sheet, clock; and after the end the result. */
export class Desk {
  #place;
  #answers;
  #side;
  #turning;
  #reviewing;
  #handIn = new HandIn();
  /** @type {HTMLElement | null} */
  #outcome = null;

  /**
   * @param {import("./paper.mjs").Paper} paper
   * @param {import("./result.mjs").Place} place
   */
  constructor(paper, place) {
    const { roots, questions } = paper;
    addFlags(questions);
    this.#place = place;
    this.#answers = new Answers(questions, place.sitting);
    this.#turning = new Turning(questions, (at) => (place.sitting.here = at));
    this.#side = new Side(questions, this.#turning.keying.root, () => this.#submit());
    this.#reviewing = new Reviewing(questions);
    const form = element("form", "", ...notes(paper), this.#reviewing.root, ...roots, this.#turning.root);
    this.root = element("div", "cw-sitting", this.#side.root, form, this.#handIn.root);
    this.root.addEventListener("keydown", (event) => this.#turning.key(event));
  }

  connect() {
    this.#turning.connect();
    if (this.#answers.isOver) return this.#end();
    this.#side.start(this.#place.sitting);
    this.#turning.resume(this.#place.sitting.here);
    this.#settle();
  }

  disconnect() {
    this.#turning.disconnect();
    this.#side.stop();
  }

  /** Go to the first question. */
  begin() {
    this.#turning.show(0);
  }

  /** Another window may have changed, submitted or judged answers. Else the result stays as it stands. */
  sync() {
    const before = this.#answers.states.join();
    this.#answers.restore();
    const { isOver, states } = this.#answers;
    if (isOver && !(this.#outcome && states.join() === before)) this.#end();
    else this.#settle();
  }

  /** Enter the result into the record, if it is over; what no window has judged counts nothing. */
  enter() {
    this.#answers.restore();
    const { exam, sitting, pool } = this.#place;
    enterResult(store, exam, sitting, this.#answers.questions, pool.cut);
  }

  /** @param {Event} event */
  change(event) {
    const question = this.#answers.at(event);
    if (question) this.#answers.keep(question);
    if (question) this.#turning.stand(this.#answers.questions.indexOf(question));
    else this.#reviewing.filter();
    this.#settle();
  }

  /** @param {Event} event */
  press(event) {
    const value = pressed(event);
    const to = event.target instanceof Element ? event.target.closest("a")?.getAttribute("href") : null;
    const question = this.#answers.at(event);
    if (to?.startsWith("#q-")) this.#go(event, to);
    else if (value === "flag" && question) this.#place.sitting.flag(question.id);
    else if (value === "check" && question) this.#judge(question);
    else if (value === "previous") this.#turning.go(-1);
    else if (value === "next") this.#turning.go(1);
    else if (value === "submit") this.#handIn.ask(this.#answers);
    else if (value === "sure") this.#submit();
    else if (value === "go-on") this.#handIn.close();
    this.#settle();
  }

  /** @param {Event} event @param {string} to */
  #go(event, to) {
    event.preventDefault();
    this.#handIn.close();
    this.#side.fold();
    this.#reviewing.showAll();
    this.#turning.show(this.#answers.questions.findIndex(({ field }) => `#${field.id}` === to));
  }

  /** @param {Question} question */
  #judge(question) {
    if (!this.#answers.judge(question)) return;
    enterAnswers(store, [question], this.#place.sitting.frame?.submitted ?? 0);
    this.#end();
    question.focusVerdict();
  }

  #submit() {
    const at = this.#answers.submit(Date.now());
    if (at) enterAnswers(store, this.#answers.questions, at);
    this.#end();
    this.#outcome?.focus({ preventScroll: true });
    this.#outcome?.scrollIntoView();
  }

  /** Everything is as it is after the end. */
  #end() {
    this.#side.stop();
    this.#handIn.close();
    this.#turning.end();
    if (!this.#answers.waiting.length) this.enter();
    this.#reviewing.begin();
    this.#outcome?.remove();
    this.#outcome = result(this.#answers, this.#place, triesAt(store.record, this.#place.exam));
    this.#reviewing.root.before(this.#outcome);
    this.#settle();
  }

  #settle() {
    const { flags, isOver, questions } = this.#answers;
    this.#side.show(this.#answers, this.#turning.here);
    this.root.classList.toggle("is-over", isOver);
    showFlags(questions, flags);
  }
}
