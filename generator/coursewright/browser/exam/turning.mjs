import { button, element } from "../page/element.mjs";
import { sentence } from "../page/sentence.mjs";
import { Keying } from "../quiz/keying.mjs";
import { Narrow } from "../quiz/narrow.mjs";
import words from "./words.mjs";

/** @typedef {Pick<import("../quiz/question.mjs").Question, "id" | "field" | "answered" | "show">} Question */

/**
 * On a narrow screen one question at a time, and the way between them; on a wide one all of them. Behind the
 * last one it is submitted.
 */
export class Turning {
  #questions;
  #narrow;
  #previous = button(words.previous, "previous");
  #place = element("span", "cw-place");
  #next = button(words.next, "next");
  #submit = button(words.submit, "submit", "cw-primary");
  #at = 0;
  #isOver = false;
  #noted;
  keying = new Keying(true);

  /**
   * @param {readonly Question[]} questions
   * @param {(at: number) => void} noted called with the place where one stands, as often as that changes
   */
  constructor(questions, noted) {
    this.#questions = questions;
    this.#noted = noted;
    this.#narrow = new Narrow(questions);
    this.root = element("div", "cw-turn", this.#previous, this.#place, this.#next, this.#submit);
  }

  connect() {
    this.#narrow.connect(this);
    this.#arrange();
  }

  disconnect() {
    this.#narrow.disconnect(this);
  }

  /** The question in hand stays in view when the window becomes narrow or wide, as a phone that is turned. */
  handleEvent() {
    this.stand(this.#narrow.inHand(this.#at));
    if (!this.#isOver) this.#questions[this.#at]?.field.scrollIntoView();
  }

  /** The place of the question that is shown alone, -1 where all are seen. */
  get here() {
    return this.#isSingle ? this.#at : -1;
  }

  /** Show all questions from now on, for reading. */
  end() {
    this.#isOver = true;
    this.#arrange();
  }

  /** @param {number} at where one was before a reload */
  resume(at) {
    if (at) this.show(at);
  }

  /** @param {number} by how many places to go */
  go(by) {
    this.show(this.#at + by);
  }

  /** @param {number} at */
  show(at) {
    this.stand(at);
    this.#questions[this.#at]?.show();
  }

  /** @param {number} at the place of what is read or answered now */
  stand(at) {
    this.#at = Math.min(Math.max(0, at), this.#questions.length - 1);
    this.#arrange();
    if (!this.#isOver) this.#noted(this.#at);
  }

  /** @param {Event} event of a key */
  key(event) {
    const check = (/** @type {Question} */ question) => this.show(this.#questions.indexOf(question) + 1);
    if (!this.#isOver) this.keying.key(event, { questions: this.#questions, check, onward() {} });
  }

  get #isSingle() {
    return this.#narrow.matches && !this.#isOver;
  }

  #arrange() {
    this.#narrow.show(this.#isSingle ? this.#at : null);
    const isLast = this.#at === this.#questions.length - 1;
    this.root.hidden = this.#isOver;
    this.#previous.hidden = this.#place.hidden = !this.#isSingle;
    this.#next.hidden = !this.#isSingle || isLast;
    this.#submit.hidden = this.#isSingle && !isLast;
    this.#previous.disabled = this.#at === 0;
    const where = { number: this.#at + 1, total: this.#questions.length };
    this.#place.textContent = sentence(words.place, where);
  }
}
