import { button, element, pressed } from "../page/element.mjs";
import { sentence } from "../page/sentence.mjs";
import { Question } from "../quiz/question.mjs";
import { Tools } from "../quiz/tools.mjs";
import { store } from "../record/device.mjs";
import { recordAnswer } from "../record/ledger.mjs";
import { fetchedQuestion } from "./fetched.mjs";
import words from "./words.mjs";

/** Questions asked one after the other; one that cannot be had is passed over, and counted. */
export class Round {
  root = element("div");
  #tools = new Tools();
  #asked;
  #end;
  #done = 0;
  #lost = 0;
  /** @type {Question | null} */
  #question = null;

  /**
   * @param {readonly {id: string, url: string}[]} asked
   * @param {(said: string) => void} end called with what became of it
   */
  constructor(asked, end) {
    this.#asked = [...asked];
    this.#end = end;
    for (const type of ["click", "input", "keydown"]) this.root.addEventListener(type, this);
    this.#next();
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "click") this.#press(pressed(event));
    else if (event.type === "keydown") this.#tools.keying.key(event, this.#keyed);
    else if (event.target instanceof Node && this.#question?.field.contains(event.target))
      this.#question.ready();
    else this.#tools.ask(this.#questions);
  }

  /** @param {string | undefined} value */
  #press(value) {
    if (value === "check") this.#check();
    else if (value === "next") this.#next();
    else if (value === "stop") this.#stop();
  }

  /** @returns {Promise<void>} */
  async #next() {
    const asked = this.#asked.shift();
    if (!asked) return this.#stop();
    this.#question = await this.#fetched(asked);
    if (this.#question) return this.#question.show();
    this.#lost += 1;
    return this.#next();
  }

  /** @param {{id: string, url: string}} asked that may not be had */
  async #fetched({ id, url }) {
    const found = await fetchedQuestion(id, url);
    if (!found) return null;
    const question = new Question(found.field);
    question.draw(this.#done + 1, 0);
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
    if (!this.#question?.check()) return;
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
