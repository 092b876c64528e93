import { counted } from "../page/counted.mjs";
import { button, element, pressed } from "../page/element.mjs";
import { fetchedData } from "../page/fetched.mjs";
import { sentence } from "../page/sentence.mjs";
import { Question } from "../quiz/question.mjs";
import { store } from "../record/device.mjs";
import { recordAnswer } from "../record/ledger.mjs";
import { Bank } from "./bank.mjs";
import { fetchedQuestion } from "./fetched.mjs";
import words from "./words.mjs";

/** @typedef {import("./memories.mjs").Listed} Listed */

/**
 * `<cw-review data-items data-root>`: what is due today, one question after the other; and every question
 * whose last answer was not right.
 */
export default class Review extends HTMLElement {
  /** @type {Bank | null} */
  #bank = null;
  #chapter = element("select");
  /** @type {Listed[]} what is still to be asked */
  #queue = [];
  #done = 0;
  /** @type {Question | null} */
  #question = null;

  async connectedCallback() {
    if (this.#bank) return;
    for (const type of ["click", "change", "submit", "keydown"]) this.addEventListener(type, this);
    const items = /** @type {any} */ (await fetchedData(this.dataset.items));
    if (!items) return;
    this.#bank = new Bank(items, new URL(this.dataset.root ?? ".", location.href));
    this.#chapter.setAttribute("aria-label", words.chapter);
    this.#chapter.append(new Option(words.all_chapters, ""), ...this.#bank.chapters.map(chapterOption));
    this.#overview();
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "submit") event.preventDefault();
    else if (event.target === this.#chapter) this.#overview();
    else if (event.type === "keydown") this.#enter(/** @type {KeyboardEvent} */ (event));
    else if (event.type === "change") this.#question?.ready();
    else this.#press(pressed(event));
  }

  /** @param {KeyboardEvent} event */
  #enter(event) {
    if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    this.#press("check");
  }

  /** @param {string | undefined} value */
  #press(value) {
    if (value === "due") this.#begin(this.#due);
    else if (value === "missed") this.#begin(this.#missed);
    else if (value === "check" && this.#question?.check()) this.#answered(this.#question);
    else if (value === "next") this.#next();
    else if (value === "stop") this.#overview();
  }

  #overview() {
    this.#question = null;
    const [today, wrong] = [this.#due, this.#missed];
    const start = today.length ? [element("p", "", button(words.start, "due", "cw-primary"))] : [];
    const again = element("p", "", button(words.redo, "missed"));
    this.replaceChildren(
      element("p", "cw-filter", this.#chapter),
      element("h2", "", words.due_today),
      element("p", "", today.length ? comeBack(today.length) : words.nothing_due),
      ...start,
      element("h2", "", words.mistakes),
      ...(wrong.length && this.#bank
        ? [this.#bank.list(wrong), again]
        : [element("p", "", words.no_mistakes)]),
    );
  }

  /** @param {Listed[]} queue */
  #begin(queue) {
    this.#queue = [...queue];
    this.#done = 0;
    this.#next();
  }

  /** @returns {Promise<void>} */
  async #next() {
    const item = this.#queue.shift();
    if (!item) return this.#end();
    const found = await fetchedQuestion(item[0], this.#bank?.address(item) ?? "");
    if (!found) return this.#next();
    this.#question = new Question(found.field);
    this.#question.draw(this.#done + 1, null);
    const left = element("span", "cw-m", sentence(words.left, { count: this.#queue.length }));
    const turn = element("p", "cw-buttons", button(words.stop, "stop"), left);
    this.replaceChildren(element("form", "", found.root), turn);
    this.#question.show();
  }

  /** @param {Question} question */
  #answered(question) {
    this.#done += 1;
    recordAnswer(store, question);
    const next = button(this.#queue.length ? words.next : words.finish, "next", "cw-primary");
    this.querySelector(".cw-buttons")?.prepend(next);
    question.focusVerdict();
  }

  #end() {
    const said = element("p", "cw-best", sentence(words.done, { count: this.#done }));
    this.#overview();
    this.prepend(said);
    said.tabIndex = -1;
    said.focus();
  }

  get #due() {
    return this.#bank?.due(store.record, this.#chapter.value) ?? [];
  }

  get #missed() {
    return this.#bank?.missed(store.record, this.#chapter.value) ?? [];
  }
}

/** @param {number} count */
function comeBack(count) {
  return sentence(counted(words.due_count, count), { count });
}

/** @param {number} chapter */
function chapterOption(chapter) {
  return new Option(sentence(words.chapter_number, { number: chapter }), String(chapter));
}
