import { button, element } from "../page/element.mjs";
import { sentence } from "../page/sentence.mjs";
import { Narrow } from "./narrow.mjs";
import { reveal } from "./reveal.mjs";
import { following, named, open, stay } from "./route.mjs";
import words from "./words.mjs";

/** @typedef {import("./question.mjs").Question} Question */

/**
 * How far one is, and the result. On a narrow screen one question at a time, and the way between them; on
 * a wide one all of them.
 */
export class Turn {
  #questions;
  #done = element("span", "cw-bar-text");
  #progress = element("progress");
  #kept;
  #narrow;
  #ways;
  #previous = button(words.previous, "previous");
  #place = element("span", "cw-place");
  #onward = button(words.next, "next");
  #result = button(words.see_result, "result", "cw-primary");
  /** Position of the question that is shown, at first of none; after the last one comes the result. */
  #at = -1;
  /** @type {HTMLElement | null} */
  #outcome = null;

  /**
   * @param {readonly Question[]} questions
   * @param {HTMLFormElement} form of the questions
   * @param {Element} tools to stand beside how far one is
   * @param {import("./kept.mjs").Kept} kept
   */
  constructor(questions, form, tools, kept) {
    this.#kept = kept;
    this.#questions = questions;
    this.#narrow = new Narrow(questions);
    this.#progress.ariaLabel = words.answered;
    this.bar = element("div", "cw-bar", this.#done, this.#progress, this.#result, tools);
    this.#ways = element("div", "cw-turn", this.#previous, this.#place, this.#onward);
    form.prepend(this.bar);
    form.append(this.#ways);
  }

  connect() {
    addEventListener("popstate", this);
    this.#narrow.connect(this);
    this.#arrange();
  }

  disconnect() {
    removeEventListener("popstate", this);
    this.#narrow.disconnect(this);
  }

  /** Links and Back lead where they say; what is in hand stays in view. @param {Event} event */
  handleEvent({ type }) {
    const asked = named(this.#questions);
    if (type === "popstate") return asked < 0 ? this.#outcome && this.press("result") : this.show(asked);
    this.#stand(this.#narrow.inHand(this.#at));
    this.#reveal();
  }

  /** @param {HTMLElement | null} outcome the box that comes after the last question, once there is one */
  settle(outcome) {
    const [done, total] = [this.#questions.filter(({ answered }) => answered).length, this.#questions.length];
    this.#progress.value = done / total;
    this.#done.textContent = sentence(words.done, { done, total });
    this.#outcome?.remove();
    this.#outcome = outcome;
    if (outcome) this.#ways.before(outcome);
    this.#arrange();
  }

  /** @param {string | undefined} value of a button */
  press(value) {
    if (value === "previous") this.show(this.#at - 1);
    else if (value === "next") this.show(this.#following());
    else if (value === "result") this.show(this.#questions.length);
  }

  /**
   * Go to the question of the address if one has just come, else to the first open one or the result.
   *
   * @param {(at: number) => void} place what stands there
   * @param {Promise<void>} settled once the result is there
   */
  resume(place, settled) {
    const asked = this.#at < 0 ? named(this.#questions) : -1;
    this.#stand(asked < 0 ? open(this.#questions) : asked);
    if (asked < 0 && !this.#at) return;
    place(this.#at);
    // Or a browser scrolls to where one was, though feedback had another height then.
    history.scrollRestoration = "manual";
    // Material scrolls to the top of a page once it is there.
    settled.then(() => requestAnimationFrame(() => this.#reveal()));
  }

  /** Go to the next open one, else to the first, else to the result. @param {Question} [from] */
  onward(from) {
    const at = from ? this.#questions.indexOf(from) : -1;
    this.show(following(this.#questions, at, ({ answered }) => !answered));
  }

  /** @param {number} at */
  show(at) {
    this.#stand(at);
    this.#questions[at]?.wake();
    this.#shown?.focus({ preventScroll: true });
    this.#reveal();
  }

  get #shown() {
    return this.#questions[this.#at]?.field ?? this.#outcome;
  }

  #reveal() {
    if (this.#shown) reveal(this.#shown);
  }

  /** @param {number} at */
  #stand(at) {
    this.#at = at;
    stay(this.#questions, at);
    this.#arrange();
  }

  #arrange() {
    const [single, total] = [this.#narrow.matches, this.#questions.length];
    this.#narrow.show(single ? this.#at : null);
    if (this.#outcome) this.#outcome.hidden = single && this.#at !== total;
    this.#ways.hidden = !single;
    this.#previous.disabled = this.#at === 0;
    const place = sentence(words.place, { number: this.#at + 1, total });
    this.#place.textContent = this.#at < total ? place : words.result;
    this.#onward.hidden = this.#outcome !== null && this.#at >= total - 1;
    this.#onward.classList.toggle("cw-primary", this.#questions[this.#at]?.answered ?? false);
    this.#result.hidden = !this.#outcome || (single && this.#at === total);
  }

  /** The next place but for what was right and is not asked again; then the first without an answer. */
  #following() {
    const { partial } = this.#kept.attempt;
    return following(this.#questions, this.#at, ({ answered }) => !(partial && answered));
  }
}
