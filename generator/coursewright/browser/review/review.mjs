import { refresh } from "../learn/refreshed.mjs";
import { button, element, pressed } from "../page/element.mjs";
import { fetchedData } from "../page/fetched.mjs";
import { print } from "../tool/printing.mjs";
import { sentence } from "../page/sentence.mjs";
import { store } from "../record/device.mjs";
import { Bank } from "./bank.mjs";
import { Filter } from "./filter.mjs";
import { overview } from "./overview.mjs";
import { paper } from "./paper.mjs";
import { Round } from "./round.mjs";
import words from "./words.mjs";

/**
 * `<cw-review data-items data-stems data-root>`: what is due today, one question after the other; and every
 * question whose last answer was not right, to be answered again here or on paper.
 */
export default class Review extends HTMLElement {
  /** @type {{bank: Bank, filter: Filter} | null} once it has come */
  #course = null;
  /** @type {Round | null} */
  #round = null;
  #shown = element("div");

  connectedCallback() {
    for (const type of ["storage", "pageshow"]) window.addEventListener(type, this);
    document.addEventListener("visibilitychange", this);
    if (this.#course) return;
    for (const type of ["click", "change", "submit"]) this.addEventListener(type, this);
    this.#load();
  }

  disconnectedCallback() {
    for (const type of ["storage", "pageshow"]) window.removeEventListener(type, this);
    document.removeEventListener("visibilitychange", this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    const value = pressed(event);
    if (event.type === "submit") event.preventDefault();
    else if (["storage", "pageshow", "visibilitychange"].includes(event.type)) this.#follow();
    else if (event.type === "change") this.#filter(event.target);
    else if (value === "load") this.#load();
    else if (value === "due" || value === "missed") this.#begin(this.#listed[value]);
    else if (value === "print") this.#print();
  }

  async #load() {
    const { items: listed, stems: texts } = this.dataset;
    const [items, stems] = /** @type {any[]} */ (await Promise.all([listed, texts].map(fetchedData)));
    if (!items) {
      const again = element("p", "", button(words.try_again, "load", "cw-primary"));
      return this.replaceChildren(element("p", "cw-warn", words.not_loaded), again);
    }
    const bank = new Bank(items, stems ?? {}, new URL(this.dataset.root ?? ".", location.href));
    this.#course = { bank, filter: new Filter(bank) };
    return this.#overview();
  }

  #overview() {
    this.replaceChildren(this.#shown);
    this.#refresh();
  }

  /** What another window did since, or another day has brought back, is known here too. */
  #follow() {
    if (this.#round) this.#round.follow();
    else this.#refresh();
  }

  #refresh() {
    if (!this.#course) return;
    const { bank, filter } = this.#course;
    const { due, missed } = this.#listed;
    refresh(this.#shown, overview(bank, store, filter, due, missed));
  }

  /** @param {EventTarget | null} list which loses focus when everything is drawn anew */
  #filter(list) {
    if (!(list instanceof HTMLSelectElement && this.#course?.filter.root.contains(list))) return;
    this.#course.filter.keep();
    this.#overview();
    list.focus();
  }

  /** @param {readonly Listed[]} items */
  #begin(items) {
    this.#round = new Round(this.#addressed(items), (said) => this.#end(said));
    this.replaceChildren(this.#round.root);
    this.#round.begin();
  }

  /** @param {string} said */
  #end(said) {
    this.#round = null;
    this.#overview();
    this.#say(said);
  }

  async #print() {
    const asked = this.#addressed(this.#listed.missed);
    const { root, lost } = await paper(asked, this.#course?.filter.said ?? "");
    if (lost) this.#say(sentence(words.lost, { count: lost }));
    if (lost === asked.length) return;
    this.querySelector(".cw-paper")?.remove();
    this.append(root);
    print("cw-print-one", document.documentElement, root);
  }

  /** @param {string} text where focus goes, so that it is read */
  #say(text) {
    const said = element("p", "cw-best", text);
    said.tabIndex = -1;
    this.querySelector(":scope > .cw-best")?.remove();
    this.prepend(said);
    said.focus();
  }

  /** @param {readonly Listed[]} items */
  #addressed(items) {
    return items.map((item) => ({ id: item[0], url: this.#course?.bank.address(item) ?? "" }));
  }

  get #listed() {
    const { bank, filter } = this.#course ?? {};
    const of = (/** @type {"due" | "missed"} */ name) =>
      bank && filter ? bank[name](store.record, filter.chosen) : [];
    return { due: of("due"), missed: of("missed") };
  }
}

/** @typedef {import("./memories.mjs").Listed} Listed */
