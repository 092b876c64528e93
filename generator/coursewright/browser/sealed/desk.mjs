import { addFlags, showFlags } from "../exam/flags.mjs";
import { HandIn } from "../exam/handin.mjs";
import { Side } from "../exam/side.mjs";
import { Turning } from "../exam/turning.mjs";
import { button, element, pressed } from "../page/element.mjs";
import { Away } from "./away.mjs";
import { Overhead } from "./overhead.mjs";
import { StateLine } from "./stateline.mjs";
import { Stopwatch } from "./stopwatch.mjs";
import words from "./words.mjs";

/** @typedef {import("./asked.mjs").Asked} Asked */

/** What stands before who sits a sealed exam: questions, answer sheet, clock, where the last save lies. */
export class Desk {
  #questions;
  #sitting;
  #side;
  #turning;
  #state = new StateLine();
  #handIn = new HandIn(words.sure_note);
  #watch;
  #submit;
  /** What goes on as long as one sits here. */
  #present;
  /** Until something is answered, what is kept is what was restored. */
  #isRestored = false;

  /**
   * @param {import("./paper.mjs").Paper} paper
   * @param {import("./sitting.mjs").Sitting} sitting
   * @param {(isTimeUp: boolean) => void} submit
   */
  constructor({ roots, questions }, sitting, submit) {
    this.#questions = questions;
    this.#sitting = sitting;
    this.#submit = submit;
    addFlags(questions);
    this.#turning = new Turning(questions, (at) => (sitting.here = at));
    const away = new Away((what, seconds) => this.#note(what, seconds));
    this.#watch = new Stopwatch((id, seconds) => sitting.spend(id, seconds));
    this.#side = new Side(questions, this.#turning.keying.root, () => this.#end(true));
    this.#side.root.firstElementChild?.after(this.#state.root);
    this.#present = [this.#turning, away, new Overhead(this.#side.root)];
    const save = element("p", "cw-export", button(words.export, "export"));
    const form = element("form", "", ...roots, this.#turning.root, save);
    form.autocomplete = "off";
    this.root = element("div", "cw-sitting cw-sealed-sitting", this.#side.root, form, this.#handIn.root);
    this.root.addEventListener("keydown", (event) => this.#turning.key(event));
    for (const type of ["click", "input", "submit", "focusin"]) this.root.addEventListener(type, this);
    for (const question of questions) question.response = sitting.state.answers[question.id] ?? null;
  }

  connect() {
    this.#side.start(this.#sitting);
    for (const each of this.#present) each.connect();
    this.#turning.resume(this.#sitting.state.here);
    this.#settle();
  }

  disconnect() {
    for (const each of this.#present) each.disconnect();
    this.#side.stop();
    this.#watch.stop();
    this.#handIn.close();
  }

  /** Go to the first question, or to that which was shown last. */
  begin() {
    this.#turning.show(this.#sitting.state.here);
  }

  /** @param {import("./stateline.mjs").Where} where the last save lies @param {number} at */
  tell(where, at) {
    this.#isRestored ||= where === "restored";
    this.#state.show(where === "kept" && this.#isRestored ? "restored" : where, at);
  }

  /** @param {Event} event */
  handleEvent(event) {
    const question = this.#questions.find(
      ({ field }) => event.target instanceof Node && field.contains(event.target),
    );
    if (question) this.#watch.turn(question.id);
    if (event.type === "submit") event.preventDefault();
    else if (event.type === "input" && question) this.#keep(question);
    else if (event.type === "click") this.#press(event, question);
    if (event.type !== "focusin") this.#settle();
  }

  /** @param {Asked} question */
  #keep(question) {
    this.#isRestored = false;
    this.#sitting.keep(question);
    this.#turning.stand(this.#questions.indexOf(question));
  }

  /** @param {Event} event @param {Asked | undefined} question */
  #press(event, question) {
    const value = pressed(event);
    const to = event.target instanceof Element ? event.target.closest("a")?.getAttribute("href") : null;
    if (to?.startsWith("#q-")) this.#go(event, to);
    else if (value === "flag" && question) this.#sitting.flag(question.id);
    else if (value === "previous") this.#turning.go(-1);
    else if (value === "next") this.#turning.go(1);
    else if (value === "submit") this.#handIn.ask(this.#asked);
    else if (value === "sure") this.#end(false);
    else if (value === "go-on") this.#handIn.close();
  }

  /** @param {Event} event @param {string} to */
  #go(event, to) {
    event.preventDefault();
    this.#handIn.close();
    this.#side.fold();
    this.#turning.show(this.#questions.findIndex(({ id }) => `#q-${id}` === to));
  }

  /** @param {import("./sitting.mjs").What} what @param {number} [seconds] */
  #note(what, seconds) {
    if (what === "left") this.#watch.stop();
    this.#sitting.note(what, seconds);
  }

  /** @param {boolean} isTimeUp */
  #end(isTimeUp) {
    this.#watch.stop();
    for (const question of this.#questions) this.#sitting.keep(question);
    this.#submit(isTimeUp);
  }

  get #asked() {
    const { flags } = this.#sitting.state;
    return {
      questions: this.#questions,
      states: this.#questions.map(({ state }) => state),
      flags: this.#questions.map(({ id }) => flags.includes(id)),
      isOver: false,
      // The line below the clock says so.
      isKept: true,
    };
  }

  #settle() {
    this.#side.show(this.#asked, this.#turning.here);
    showFlags(this.#questions, this.#asked.flags);
  }
}
