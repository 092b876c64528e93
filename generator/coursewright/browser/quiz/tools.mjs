import { button, element } from "../page/element.mjs";
import { habits, keepHabits } from "./habits.mjs";
import { press } from "./keys.mjs";
import { Late } from "./late.mjs";
import words from "./words.mjs";

/** How one wants to be asked: a switch for saying how sure one is, and the list of the keys. */
export class Tools {
  #sure = element("input");
  #keys = button(words.keys, "keys");
  #code = new Late(keylist);

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
    const code = await this.#code.get();
    if (code) code.showKeys(this.root, !habits.mute, (isOn) => keepHabits({ mute: !isOn }));
    else this.#keys.textContent = `${words.keys} · ${words.retry}`;
  }
}

/**
 * @param {string} end of its address
 * @returns {Promise<typeof import("./keylist/keylist.mjs")>}
 */
function keylist(end) {
  return end ? import(`./keylist/keylist.mjs${end}`) : import("./keylist/keylist.mjs");
}
