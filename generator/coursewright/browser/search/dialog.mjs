import { counted } from "../page/counted.mjs";
import { button, element, pressed } from "../page/element.mjs";
import { fetchedData } from "../page/fetched.mjs";
import { sentence } from "../page/sentence.mjs";
import { isComposed } from "../page/typing.mjs";
import { Index } from "./index.mjs";
import { hit } from "./hit.mjs";
import words from "./words.mjs";

const AT_ONCE = 30;
/** The index stands beside the folder of our code, which is two below the folder of all files. */
const ADDRESS = new URL("../../", import.meta.url);
const ROOT = new URL("../../", ADDRESS);

/** Where words are typed and what is found is listed. The names come first, the texts after them. */
export class Dialog {
  #field = element("input");
  #said = element("p", "md-search-result__meta");
  #list = element("ol", "md-search-result__list cw-found");
  #more = button(words.more, "more");
  #root = element("dialog", "cw-search-dialog");
  /** @type {Index | null} */
  #index = null;
  /** Whether all there is has come; null until that is known. @type {boolean | null} */
  #isWhole = null;
  #isLoading = false;
  #shown = AT_ONCE;

  constructor() {
    this.#field.type = "search";
    this.#field.autocomplete = "off";
    this.#field.enterKeyHint = "search";
    this.#field.placeholder = words.hint;
    this.#field.setAttribute("aria-label", words.search);
    this.#root.setAttribute("aria-label", words.search);
    this.#said.setAttribute("role", "status");
    const form = element("form", "", this.#field, button(words.close, "close"));
    this.#root.append(form, this.#said, this.#list, this.#more);
    for (const type of ["input", "submit", "click", "keydown"]) this.#root.addEventListener(type, this);
    document.body.append(this.#root);
  }

  /** @param {string} query to begin with */
  open(query) {
    this.#load();
    if (!this.#root.isConnected) document.body.append(this.#root);
    if (!this.#root.open) this.#root.showModal();
    if (query) this.#field.value = query;
    this.#field.select();
    this.#show();
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "input" || event.type === "submit") this.#load();
    if (event.type === "submit") this.#go(event);
    else if (event.type === "keydown") this.#move(/** @type {KeyboardEvent} */ (event));
    else if (event.type === "click") this.#press(event);
    else this.#type();
  }

  /** Anew at every opening and every key, until everything has come; what was said of the last time goes. */
  async #load() {
    if (this.#isWhole || this.#isLoading) return;
    this.#isLoading = true;
    this.#isWhole = null;
    const files = ["names.json", "texts.json"].map((file) => new URL(file, ADDRESS).href);
    const [names, texts] = files.map(fetchedData);
    const named = /** @type {import("./index.mjs").Named[] | null} */ (await names);
    if (named) this.#take(new Index(named, [], words.asked));
    const parts = /** @type {import("./index.mjs").Part[] | null} */ (await texts);
    this.#isLoading = false;
    this.#isWhole = Boolean(named && parts);
    if (named && parts) this.#take(new Index(named, parts, words.asked));
    else this.#show();
  }

  /** @param {Index} index */
  #take(index) {
    this.#index = index;
    this.#show();
  }

  #type() {
    this.#shown = AT_ONCE;
    this.#show();
  }

  #show() {
    const typed = this.#field.value.trim();
    const query = this.#index?.sought(typed) ?? typed;
    const found = this.#index?.find(query) ?? [];
    const hits = found.slice(0, this.#shown).map((one) => hit(one, query, ROOT));
    this.#list.replaceChildren(...hits);
    this.#more.hidden = found.length <= this.#shown;
    this.#say(query ? found.length : null);
  }

  /** Nothing is counted before all was searched. @param {number | null} count null where nothing was asked */
  #say(count) {
    const isCounted = this.#isWhole && count !== null;
    const said = isCounted ? sentence(counted(words.found, count), { count }) : "";
    const status = this.#isWhole === false ? words.unavailable : said;
    // What is put there a second time is said a second time.
    if (this.#said.textContent !== status) this.#said.textContent = status;
  }

  /** @param {Event} event */
  #go(event) {
    event.preventDefault();
    this.#links[0]?.click();
  }

  /** @param {Event} event */
  #press(event) {
    const value = pressed(event);
    const isLink = event.target instanceof Element && event.target.closest("a");
    if (value === "more") this.#showMore();
    // A press on the dialog itself is one beside what is in it.
    if (value === "close" || isLink || event.target === this.#root) this.#root.close();
  }

  #showMore() {
    const next = this.#shown;
    this.#shown += AT_ONCE;
    this.#show();
    this.#links[next]?.focus();
  }

  /** @param {KeyboardEvent} event */
  #move(event) {
    if (isComposed(event)) return;
    // At first a field of type search would only empty itself.
    if (event.key === "Escape") this.#root.close();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const stops = [this.#field, ...this.#links];
    const here = stops.findIndex((stop) => stop === document.activeElement);
    stops[Math.max(0, Math.min(here + step, stops.length - 1))]?.focus();
  }

  get #links() {
    return [...this.#list.querySelectorAll("a")];
  }
}
