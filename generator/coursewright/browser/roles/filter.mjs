import { button } from "../page/element.mjs";
import { sentence } from "../page/sentence.mjs";
import { matches, readChoice, writeChoice } from "./query.mjs";
import words from "./words.mjs";

/** `<cw-filter data-list>` around fields: shows the entries of a list that fit; the address keeps it. */
export default class Filter extends HTMLElement {
  #form = this.querySelector("form");
  #all = button(words.show_all, "all");

  connectedCallback() {
    const choice = readChoice(location.search, this.#fields.map(({ name }) => name));
    for (const field of this.#fields) field.value = choice[field.name] ?? "";
    this.addEventListener("input", this);
    this.addEventListener("submit", this);
    this.addEventListener("click", this);
    this.querySelector(".cw-count")?.before(this.#all);
    this.hidden = false;
    this.#show();
  }

  disconnectedCallback() {
    this.removeEventListener("input", this);
    this.removeEventListener("submit", this);
    this.removeEventListener("click", this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "submit") return event.preventDefault();
    if (event.type === "click" && !this.#reset(event)) return;
    const search = writeChoice(location.search, this.#choice);
    // Material keeps the scroll position in the state.
    history.replaceState(history.state, "", location.pathname + search + location.hash);
    this.#show();
  }

  /** @param {Event} event */
  #reset({ target }) {
    if (target !== this.#all) return false;
    for (const field of this.#fields) field.value = "";
    this.#fields[0]?.focus();
    return true;
  }

  #show() {
    this.#all.hidden = !Object.values(this.#choice).some(Boolean);
    const entries = [...(document.getElementById(this.dataset.list ?? "")?.children ?? [])];
    for (const entry of entries) {
      // What scripts add beside an entry's link is no part of what it says.
      const text = (entry.querySelector("a") ?? entry).textContent ?? "";
      if (entry instanceof HTMLElement)
        entry.hidden = !matches({ text, values: entry.dataset }, this.#choice);
    }
    const shown = entries.filter((entry) => !entry.hasAttribute("hidden")).length;
    const count = this.querySelector(".cw-count");
    const word = shown ? words.shown : words.none_shown;
    if (count) count.textContent = sentence(word, { shown, total: entries.length });
  }

  get #choice() {
    return Object.fromEntries(this.#fields.map(({ name, value }) => [name, value]));
  }

  get #fields() {
    const fields = [...(this.#form?.elements ?? [])];
    return fields.filter((field) => field instanceof HTMLInputElement || field instanceof HTMLSelectElement);
  }
}
