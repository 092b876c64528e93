import { button, element, pressed } from "../page/element.mjs";
import { random, toHex } from "./crypt/bytes.mjs";
import { engine } from "./crypt/engine.mjs";
import { closed, Door } from "./door.mjs";
import { fetchEarly } from "./early.mjs";
import { openForm, openTicket } from "./opening.mjs";
import { packageOf } from "./package.mjs";
import { Room } from "./room.mjs";
import { askSeb } from "./seb.mjs";
import { Session } from "./session.mjs";
import { Shelf } from "./shelf.mjs";
import { warning } from "./warning.mjs";
import { confirmation, NumberField, sent } from "./who.mjs";
import words from "./words.mjs";

/** @typedef {import("./opening.mjs").Candidate} Candidate */

/** How often it is looked whether another window is still there, in milliseconds. */
const LOOK = 1000;

/**
 * `<cw-sealed data-package>`: a sealed exam from the door to the receipt. Its package is in the page, or in
 * the file of that address.
 */
export default class Sealed extends HTMLElement {
  #shelf = new Shelf(toHex(random(8)));
  /** @type {import("./crypt/engine.mjs").Engine | null} */
  #engine = null;
  /** @type {import("./package.mjs").Package | null} */
  #exam = null;
  /** @type {Door | null} */
  #door = null;
  /** @type {import("./opening.mjs").Ticket | null} */
  #ticket = null;
  /** @type {NumberField | null} */
  #number = null;
  /** @type {import("./room.mjs").Ready | null} */
  #ready = null;
  /** @type {Room | null} */
  #room = null;
  #isBusy = false;
  /** @type {number | undefined} */
  #timer;

  connectedCallback() {
    for (const type of ["click", "submit"]) this.addEventListener(type, this);
    this.#load();
  }

  disconnectedCallback() {
    this.#room?.disconnect();
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "submit") event.preventDefault();
    const value = event.type === "submit" ? sent(event) : pressed(event);
    if (value === "retry") this.#load();
    else if (value === "open") this.#once(() => this.#open());
    else if (value === "number") this.#once(() => this.#identify(this.#number?.candidate ?? null));
    else if (value === "not-me") this.#enter();
    else if (value === "take-over") this.#once(() => this.#claim(true));
    else if (value === "begin") this.#once(() => this.#begin());
  }

  /** Two presses do one thing. @param {() => Promise<void>} act */
  async #once(act) {
    if (this.#isBusy) return;
    this.#isBusy = true;
    await act().finally(() => (this.#isBusy = false));
  }

  /** Everything that is needed later comes now, for there may be no network then. */
  async #load() {
    askSeb();
    [this.#exam, this.#engine] = await Promise.all([packageOf(this.dataset.package), engine()]);
    fetchEarly();
    if (this.#exam && this.#engine) return this.#enter();
    this.#say(words.not_loaded, button(words.try_again, "retry", "cw-primary"));
  }

  #enter() {
    if (!this.#exam) return;
    this.#ready = null;
    this.#door = new Door(this.#exam);
    this.replaceChildren(this.#door.root);
  }

  async #open() {
    const [exam, tool, door] = [this.#exam, this.#engine, this.#door];
    const code = door?.code;
    if (!exam || !tool || !door || !code) return;
    door.wait(true);
    this.#ticket = await openTicket(tool, exam, code);
    const { candidates = [] } = this.#ticket ?? {};
    if (!candidates.length) return door.refuse(words.wrong_code);
    if (candidates.length === 1) return this.#identify(candidates[0] ?? null);
    this.#number = new NumberField(candidates);
    this.replaceChildren(this.#number.root);
    return this.#number.focus();
  }

  /** @param {Candidate | null} candidate */
  async #identify(candidate) {
    const [exam, tool, ticket] = [this.#exam, this.#engine, this.#ticket];
    if (!candidate || !exam || !tool || !ticket) return;
    const form = await openForm(tool, exam, ticket, candidate);
    if (!form) return this.#say(words.altered);
    const session = new Session({ engine: tool, shelf: this.#shelf, exam, ticket, candidate });
    this.#ready = { session, candidate, form };
    await this.#claim(false);
  }

  /** @param {boolean} takesOver */
  async #claim(takesOver) {
    const [ready, exam] = [this.#ready, this.#exam];
    window.clearTimeout(this.#timer);
    if (!ready || !exam) return;
    const { session, candidate, form } = ready;
    const fate = await session.claim(takesOver);
    if (fate === "elsewhere") return this.#wait();
    if (session.found?.submitted) return this.#begin();
    const why = session.found ? "" : closed(exam, Date.now());
    if (why) return this.#say(why, button(words.back, "not-me"));
    const confirmed = confirmation(candidate, form, session.found);
    this.replaceChildren(confirmed);
    if (fate === "denied") confirmed.append(warning(words.not_saved));
    return confirmed.querySelector("h2")?.focus();
  }

  /** Until the other window is gone, or is taken over: one that crashed was heard of a moment ago. */
  #wait() {
    const isSaid = this.querySelector("button[value=take-over]");
    if (!isSaid) this.#say(words.elsewhere, button(words.take_over, "take-over"));
    this.#timer = window.setTimeout(() => this.#once(() => this.#claim(false)), LOOK);
  }

  async #begin() {
    const [ready, exam] = [this.#ready, this.#exam];
    if (!ready || !exam) return;
    this.#room = new Room(this, exam, ready);
    await this.#room.begin();
  }

  /** @param {string} said @param {Node[]} more */
  #say(said, ...more) {
    this.replaceChildren(warning(said), ...(more.length ? [element("p", "", ...more)] : []));
  }
}
