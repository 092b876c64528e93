import { due } from "./account.mjs";
import { delivered, MOST } from "./delivery.mjs";
import { Pause } from "./pause.mjs";
import { statement } from "./statement.mjs";
import { given } from "./store.mjs";

/**
 * @typedef {import("./statement.mjs").About} About
 * @typedef {import("./launch.mjs").Launch} Launch
 * @typedef {"fine" | "later" | "denied" | "elsewhere" | "unlaunched"} State
 */

/**
 * Tells the account in use what is due, whenever something changes. Sends `change` when it stands otherwise.
 *
 * A store that cannot be reached is tried again after a pause; one that denies is not, until the page is
 * loaded anew or `retry` is called.
 */
export class Sender extends EventTarget {
  #about;
  #books;
  #store;
  #launch;
  /** @type {State} */
  #state = "fine";
  #isAtWork = false;
  #isAsked = false;
  #pause = new Pause(() => this.handleEvent());

  /**
   * @param {About} about
   * @param {import("./books.mjs").Books} books
   * @param {{record: import("../record/concerns.mjs").LearnerRecord}} store
   * @param {() => Launch | null} launch of this session, whose secret is sent to no other store
   */
  constructor(about, books, store, launch) {
    super();
    this.#about = about;
    this.#books = books;
    this.#store = store;
    this.#launch = launch;
  }

  get state() {
    return this.#state;
  }

  /** How many statements wait. */
  get waiting() {
    const { account } = this.#books;
    return account ? due(account, this.#store.record).length : 0;
  }

  handleEvent() {
    if (this.#state !== "denied" && this.#state !== "elsewhere") this.retry();
  }

  /** Send now; whoever asks while it is at work is served after that. */
  async retry() {
    this.#isAsked = true;
    if (this.#isAtWork) return;
    this.#isAtWork = true;
    this.#pause.end();
    while (this.#isAsked) {
      this.#isAsked = false;
      this.#turn(await alone(this.#books.key, () => this.#work()));
    }
    this.#isAtWork = false;
    this.dispatchEvent(new Event("change"));
  }

  /** @param {State} state */
  #turn(state) {
    this.#state = state;
    if (state === "later") this.#pause.begin();
    else this.#pause.forget();
  }

  /** @returns {Promise<State>} */
  async #work() {
    for (;;) {
      const { account } = this.#books;
      const batch = account ? due(account, this.#store.record).slice(0, MOST) : [];
      if (!account || !batch.length) return "fine";
      const launch = account.launched ? this.#launch() : null;
      if (account.launched && !(launch && this.#books.has(launch))) return "unlaunched";
      const to = { endpoint: account.endpoint, auth: launch?.auth, cookies: this.#about.cookies };
      const speaking = { ...launch, actor: account.actor };
      const answer = await delivered(
        batch,
        (part) => given(part.map((one) => statement(one, this.#about, speaking)), to),
        (part, isTaken) => this.#books.enter(account, part, isTaken),
      );
      if (answer !== "taken") return answer === "refused" ? "fine" : answer;
      this.dispatchEvent(new Event("change"));
    }
  }
}

/**
 * Where no other tab is at it. Without locks two may be, and the ids of statements tell what came twice.
 *
 * @template Result
 * @param {string} name
 * @param {() => Promise<Result>} work
 */
function alone(name, work) {
  return navigator.locks ? navigator.locks.request(name, work) : work();
}
