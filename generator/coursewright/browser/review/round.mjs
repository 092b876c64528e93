import { button, element, pressed } from "../page/element.mjs";
import { sentence } from "../page/sentence.mjs";
import { Question } from "../quiz/question.mjs";
import { Tools } from "../quiz/tools.mjs";
import { store } from "../record/device.mjs";
import { recordAnswer } from "../record/ledger.mjs";
import { lastTry, turn } from "../record/tries.mjs";
import { fetchedQuestion } from "./fetched.mjs";
import { keepHalfMade, restoreHalfMade } from "./halfmade.mjs";
import words from "./words.mjs";

/** @typedef {{id: string, url: string, last: number}} Asked `last` is the place of the last try then */

/**
 * Questions asked one after the other; one that cannot be had is passed over, and counted. What another
 * window has had answered since they were listed is done.
 */
export class Round {
  root = element("div");
  #tools = new Tools();
  #asked;
  #end;
  #done = 0;
  #lost = 0;
  /** What is in hand. @type {Asked | undefined} */
  #here;
  /** @type {Question | null} */
  #question = null;

  /**
   * @param {readonly {id: string, url: string}[]} asked
   * @param {(said: string) => void} end called with what became of it
   */
  constructor(asked, end) {
    this.#asked = asked.map((each) => ({ ...each, last: answeredAt(each.id) }));
    this.#end = end;
    for (const type of ["click", "input", "keydown"]) this.root.addEventListener(type, this);
  }

  begin() {
    this.#next();
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "click") this.#press(pressed(event));
    else if (event.type === "keydown") this.#tools.keying.key(event, this.#keyed);
    else if (event.target instanceof Node && this.#question?.field.contains(event.target)) this.#choose();
    else this.#tools.ask(this.#questions);
  }

  #choose() {
    this.#question?.ready();
    this.#keep();
  }

  #keep() {
    if (this.#question && this.#here) keepHalfMade(this.#question, this.#here.last);
  }

  /** @param {string | undefined} value */
  #press(value) {
    if (value === "check") this.#check();
    else if (value === "next") this.#next();
    else if (value === "stop") this.#stop();
  }

  /** Go on if another window has had the question in hand answered; whether it has. */
  follow() {
    if (!this.#question || this.#question.answered || !this.#isDone) return false;
    this.#done += 1;
    this.#next();
    return true;
  }

  get #isDone() {
    return this.#here && answeredAt(this.#here.id) !== this.#here.last;
  }

  /** @returns {Promise<void>} */
  async #next() {
    this.#question = null;
    this.#here = this.#asked.shift();
    if (!this.#here) return this.#stop();
    if (this.#isDone) this.#done += 1;
    else this.#question = await this.#fetched(this.#here);
    if (this.#question) return this.#question.show();
    return this.#next();
  }

  /** @param {Asked} asked that may not be had */
  async #fetched({ id, url, last }) {
    const found = await fetchedQuestion(id, url);
    if (!found) {
      this.#lost += 1;
      return null;
    }
    const question = new Question(found.field);
    // Until it is answered its entries stand in one order, also after a reload.
    question.draw(this.#done + 1, last || 1);
    restoreHalfMade(question, last);
    this.#tools.ask([question]);
    const left = element("span", "cw-left", sentence(words.left, { count: this.#asked.length }));
    this.root.replaceChildren(
      element("div", "cw-bar", left, this.#tools.root),
      element("form", "", found.root),
      element("p", "cw-buttons", button(words.stop, "stop")),
    );
    return question;
  }

  #check() {
    if (this.follow() || !this.#question) return;
    const isChecked = this.#question.check();
    this.#keep();
    if (!isChecked) return;
    this.#done += 1;
    recordAnswer(store, this.#question);
    const next = button(this.#asked.length ? words.next : words.finish, "next", "cw-primary");
    this.root.querySelector(".cw-buttons")?.prepend(next);
    this.#question.focusVerdict();
  }

  #stop() {
    const lost = this.#lost ? [sentence(words.lost, { count: this.#lost })] : [];
    this.#end([sentence(words.done, { count: this.#done }), ...lost].join(" "));
  }

  get #questions() {
    return this.#question ? [this.#question] : [];
  }

  get #keyed() {
    const [check, onward] = [this.#check.bind(this), this.#next.bind(this)];
    return { questions: this.#questions, check, onward };
  }
}

/** The place in the order of the last try at an item, 0 where there is none. @param {string} id */
function answeredAt(id) {
  const last = lastTry(store.record.items[id]);
  return last ? turn(last) : 0;
}
