import { button, element, pressed } from "../page/element.mjs";
import { sentence } from "../page/sentence.mjs";
import { Courier } from "./courier.mjs";
import { Documents } from "./documents.mjs";
import { day } from "./said.mjs";
import words from "./words.mjs";

/** At the foot of every page of a course that was taken along: a newer version, or how old the copy is. */
class Notice {
  #courier;
  #workers = navigator.serviceWorker;
  #said = element("span");
  #bar = element("div", "cw-notice md-typeset");
  #isLoading = false;
  #isClosed = false;

  /** @param {string} root */
  constructor(root) {
    this.#courier = new Courier(root);
    this.#bar.setAttribute("role", "status");
    this.#bar.hidden = true;
    document.body.append(this.#bar);
    this.#bar.addEventListener("click", this);
    this.#workers.addEventListener("controllerchange", this);
    for (const type of ["online", "offline"]) addEventListener(type, this);
    document.addEventListener("click", new Documents(root, () => this.#show(words.not_here)));
    this.#follow();
  }

  /** @param {Event} event */
  handleEvent(event) {
    const value = pressed(event);
    if (value === "close") this.#bar.hidden = this.#isClosed = true;
    else if (value === "replace") this.#replace();
    else if (event.type === "controllerchange") this.#changed();
    else if (event.type === "updatefound" || event.type === "statechange") this.#wait();
    else if (event.type !== "click") this.look();
  }

  /** Say so where the page came without a network. */
  async look() {
    const state = await this.#courier.state();
    if (this.#bar.querySelector("[value=replace]")) return;
    const isOffline = Boolean(state?.since) && (!navigator.onLine || !state?.reached);
    this.#isClosed &&= isOffline;
    this.#bar.hidden = !isOffline || this.#isClosed;
    if (isOffline && !this.#isClosed) this.#show(sentence(words.offline, { date: day(state?.since ?? 0) }));
  }

  async #follow() {
    const registration = await this.#courier.registration();
    registration?.addEventListener("updatefound", this);
    this.#wait();
  }

  /** A version that has come waits until nobody is on the last one, or somebody asks for it. */
  async #wait() {
    const registration = await this.#courier.registration();
    registration?.installing?.addEventListener("statechange", this);
    if (registration?.waiting) this.#offer();
  }

  #offer() {
    this.#show("", button(words.newer, "replace", "cw-primary"));
  }

  async #replace() {
    const waiting = (await this.#courier.registration())?.waiting;
    this.#isLoading = true;
    if (waiting) waiting.postMessage("replace");
    else location.reload();
  }

  /** Another tab asked for the newer version; what is being done in this one is not taken away. */
  #changed() {
    if (this.#isLoading) location.reload();
    else this.#offer();
  }

  /**
   * @param {string} text
   * @param {Node[]} buttons
   */
  #show(text, ...buttons) {
    this.#said.textContent = text;
    const close = button("×", "close");
    close.ariaLabel = words.close;
    this.#bar.replaceChildren(this.#said, ...buttons, close);
    this.#bar.hidden = false;
  }
}

/** @type {Notice | undefined} */
let notice;

/** @param {string} root */
export function tellOf(root) {
  notice ??= new Notice(root);
  notice.look();
}
