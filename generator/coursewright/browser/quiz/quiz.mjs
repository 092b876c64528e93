import { button, element, pressed } from "../page/element.mjs";
import { store } from "../record/device.mjs";
import { recordAnswer } from "../record/ledger.mjs";
import { Kept } from "./kept.mjs";
import { Near } from "./near.mjs";
import { Question } from "./question.mjs";
import { Result } from "./result.mjs";
import { leave } from "./route.mjs";
import { Tools } from "./tools.mjs";
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
  #fields = this.querySelectorAll(/** @type {"fieldset"} */ ("fieldset.cw-q"));
  #questions = [...this.#fields].map((field) => new Question(field));
  #kept = new Kept(this.dataset.quiz ?? "");
  #again = button(words.again, "again");
  #tools = new Tools();
  /** @type {Turn | null} */
  #turn = null;
  #result = new Result();
  /** @type {Near | null} */
  #near = null;

  connectedCallback() {
    for (const type of ["storage", "pageshow"]) addEventListener(type, this);
    if (!this.#near) this.#enhance();
    this.#turn?.connect();
    this.#near?.connect();
  }

  disconnectedCallback() {
    for (const type of ["storage", "pageshow"]) removeEventListener(type, this);
    this.#turn?.disconnect();
    this.#near?.disconnect();
  }

  /** @param {any} event */
  handleEvent(event) {
    if (event.type === "submit") event.preventDefault();
    else if (event.type === "keydown") this.#tools.keying.key(event, this.#keyed);
    else if (event.type === "click") this.#press(event);
    else if (event.type === "input") this.#choose(this.#questionAt(event));
    else if (event.type === "focusin") this.#questionAt(event)?.wake();
    // A page that is only coming was not put away.
    else if (event.persisted !== false) this.#follow();
  }

  #enhance() {
    for (const type of ["submit", "keydown", "click", "input", "focusin"]) this.addEventListener(type, this);
    const form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
    const { root } = this.#tools;
    if (this.dataset.mode === "quiz") this.#turn = new Turn(this.#questions, form, root, this.#kept);
    else form.append(element("div", "cw-act", this.#again, root));
    this.#near = new Near(this.#questions, this, this.#turn?.bar);
    this.#follow();
  }

  /** @param {Question | undefined} question that the change is of, if not of a switch beside them */
  #choose(question) {
    question?.ready();
    if (question) this.#kept.keep(question);
    else this.#tools.ask(this.#questions);
  }

  /** @param {MouseEvent} event */
  #press(event) {
    const [value, question] = [pressed(event), this.#questionAt(event)];
    leave(event, question);
    if (value === "check") this.#check(question);
    else if (value === "retry") this.#settle().then(() => this.#turn?.press("result"));
    else if (value === "again" || value === "missed") this.#restart(value === "missed");
    else this.#turn?.press(value);
  }

  /** @param {Question | undefined} question */
  async #check(question) {
    if (!question) return;
    const isChecked = question.check();
    this.#kept.keep(question);
    if (!isChecked) return;
    recordAnswer(store, question);
    if (this.#turn) this.#result.prepare();
    if (this.#turn && this.#finished) this.#kept.enter(this.#questions, Number(this.dataset.cut));
    question.focusVerdict();
    await this.#settle();
    if (this.#finished) this.dispatchEvent(new Event("cw-done", { bubbles: true }));
  }

  /** Show what is kept; another window may have had answers that are open here, or begun anew. */
  #follow(again = this.#questions) {
    const other = this.#kept.other();
    if (other) {
      for (const question of again) question.reset();
      this.#near?.draw(other);
    }
    this.#kept.restore(this.#questions);
    this.#tools.ask(this.#questions);
    const settled = this.#settle();
    if (other) this.#turn?.resume((at) => this.#near?.place(at), settled);
  }

  get #keyed() {
    const [check, onward] = [this.#check.bind(this), this.#onward.bind(this)];
    return { questions: this.#questions, check, onward };
  }

  /** Bring everything around the questions in line with how many are answered. */
  async #settle() {
    this.classList.toggle("is-done", this.#finished);
    this.#again.hidden = !this.#finished;
    this.#turn?.settle(null);
    if (!this.#turn || !this.#finished) return;
    const go = (/** @type {number} */ at) => this.#turn?.show(at);
    const outcome = await this.#result.box(this.#questions, this, { ...this.#kept.entered, go });
    // Another window may have begun anew by now.
    if (this.#finished) this.#turn.settle(outcome);
  }

  /** @param {boolean} partial whether only what was missed is asked again, where it stands */
  #restart(partial) {
    const asked = this.#questions.filter(({ verdict }) => !partial || verdict !== "right");
    this.#kept.again(asked, partial);
    this.#follow(asked);
    this.#onward();
  }

  /** @param {Question} [from] to the next without an answer, or to the result */
  #onward(from) {
    if (this.#turn) this.#turn.onward(from);
    else this.#questions.find(({ answered }) => !answered)?.show();
  }

  /** @param {Event} event */
  #questionAt({ target }) {
    return this.#questions.find(({ field }) => target instanceof Node && field.contains(target));
  }

  get #finished() {
    return this.#questions.every(({ answered }) => answered);
  }
}
