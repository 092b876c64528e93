import { button, element } from "../page/element.mjs";
import { habits, keepHabits } from "./habits.mjs";
import { press } from "./keys.mjs";
import words from "./words.mjs";

/** How one wants to be asked: a switch for saying how sure one is, and the list of the keys. */
export class Tools {
  #sure = element("input");
  #keys = button(words.keys, "keys");
  #failures = 0;

  constructor() {
    this.#sure.type = "checkbox";
    this.#sure.checked = Boolean(habits.sure);
    this.root = element("span", "cw-tools", element("label", "", this.#sure, words.say_sure), this.#keys);
    this.#sure.addEventListener("input", this);
  }

  handleEvent() {
    keepHabits({ sure: this.#sure.checked });
  }

  /** @param {readonly import("./question.mjs").Question[]} questions */
  ask(questions) {
    for (const question of questions) question.ask(Boolean(habits.sure));
  }

  /**
   * @param {Event} event
   * @param {Omit<import("./keys.mjs").Keyed, "list">} quiz
   */
  key(event, quiz) {
    press(/** @type {KeyboardEvent} */ (event), habits.mute, { ...quiz, list: () => this.list() });
  }

  /** Show the list of the keys, of which nothing is loaded before. */
  async list() {
    try {
      const { showKeys } = await this.#code();
      showKeys(this.root, !habits.mute, (isOn) => keepHabits({ mute: !isOn }));
    } catch {
      this.#failures += 1;
      this.#keys.textContent = words.keys_failed;
    }
  }

  /**
   * A browser remembers that a module did not come, by its address, so it is asked for by another.
   *
   * @returns {Promise<typeof import("./keylist/keylist.mjs")>}
   */
  #code() {
    return this.#failures
      ? import(`./keylist/keylist.mjs?${this.#failures}`)
      : import("./keylist/keylist.mjs");
  }
}
