import { button, element, pressed } from "../page/element.mjs";
import { sentence } from "../page/sentence.mjs";
import { store } from "../record/device.mjs";
import { books, desk } from "./desk.mjs";
import { offer } from "./offer.mjs";
import { dismiss } from "./session.mjs";
import { tally, trouble, values, who } from "./standing.mjs";
import words from "./words.mjs";

/** @typedef {import("./desk.mjs").Desk} Desk */

/** `<cw-reporting data-about>`: where learners agree that what they do is sent, see what was, and end it. */
export default class Reporting extends HTMLElement {
  /** @type {Desk | null} */
  #desk = null;
  #view = "";
  #name = element("input");
  #said = element("p", "cw-m");
  #to = element("p");
  #tally = element("p", "cw-m");
  #problem = element("p", "cw-warn");
  #retry = button(words.retry, "retry");
  #stop = button(words.stop, "stop");

  async connectedCallback() {
    this.#name.autocomplete = "off";
    this.#name.maxLength = 200;
    this.#said.setAttribute("role", "status");
    this.addEventListener("click", this);
    this.addEventListener("submit", this);
    this.#desk = await desk(this.dataset.about);
    if (!this.isConnected) return;
    store.addEventListener("change", this);
    this.#desk?.sender.addEventListener("change", this);
    this.#draw();
  }

  disconnectedCallback() {
    this.removeEventListener("click", this);
    this.removeEventListener("submit", this);
    store.removeEventListener("change", this);
    this.#desk?.sender.removeEventListener("change", this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "change") this.#draw();
    else if (event.type === "submit") this.#agree(event);
    else this.#press(pressed(event));
  }

  /** @param {string | undefined} value */
  #press(value) {
    if (value === "stop") this.#end();
    else if (value === "retry") this.#desk?.sender.retry();
    else if (value === "decline") this.#decline();
  }

  /** @param {Event} event */
  #agree(event) {
    event.preventDefault();
    if (!this.#desk) return;
    const { about, launch, sender } = this.#desk;
    const name = this.#name.value.normalize("NFKC").trim();
    if (launch) books.agree({ endpoint: launch.endpoint, actor: launch.actor, launched: true });
    else if (!name) return this.#miss();
    else {
      const actor = { objectType: "Agent", account: { homePage: about.homePage, name } };
      books.agree({ endpoint: about.endpoint ?? "", actor, launched: false });
    }
    this.#say(words.agreed);
    sender.retry();
    this.#draw();
    this.#stop.focus();
  }

  #miss() {
    this.#say(words.account_missing);
    this.#name.focus();
  }

  #end() {
    books.withdraw();
    this.#say(sentence(words.stopped, { recipient: this.#desk?.about.recipient ?? "" }));
    this.#draw();
    this.querySelector("button")?.focus();
  }

  #decline() {
    dismiss();
    if (this.#desk) this.#desk.launch = null;
    this.#say(words.declined);
    this.#draw();
  }

  /** @param {string} text */
  #say(text) {
    this.#said.textContent = text;
  }

  #draw() {
    if (!this.#desk) return;
    const { about, launch } = this.#desk;
    const { account } = books;
    if (account && !(launch && !books.has(launch))) this.#stand(account, this.#desk);
    else this.#show(launch ? "launched" : "offered", () => offer(about, launch, this.#name));
  }

  /**
   * What stands already stays, or focus would be lost with it.
   *
   * @param {string} view
   * @param {() => Node[]} parts
   */
  #show(view, parts) {
    if (view === this.#view) return;
    this.#view = view;
    const title = sentence(words.title, { recipient: this.#desk?.about.recipient ?? "" });
    this.replaceChildren(element("section", "cw-note", element("h3", "", title), ...parts(), this.#said));
  }

  /**
   * @param {import("./account.mjs").Account} account
   * @param {Desk} desk
   */
  #stand(account, { about, sender }) {
    const named = values(about, account.endpoint, location.href);
    const problem = trouble(sender.state, named);
    this.#to.textContent = sentence(words.on, { ...named, who: who(account.actor) });
    this.#tally.textContent = tally(account, sender.waiting, about.course.language);
    this.#problem.textContent = problem;
    this.#problem.hidden = this.#retry.hidden = !problem;
    this.#show("standing", () => {
      return [this.#to, this.#tally, this.#problem, element("p", "cw-buttons", this.#retry, this.#stop)];
    });
  }
}
