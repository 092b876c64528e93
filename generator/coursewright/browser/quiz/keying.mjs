import { button, element } from "../page/element.mjs";
import { habits, keepHabits } from "./habits.mjs";
import { press } from "./keys.mjs";
import { Late } from "./late.mjs";
import words from "./words.mjs";

/** Keys for questions, and the button that lists them. */
export class Keying {
  #button = button(words.keys, "keys");
  #code = new Late(keylist);
  root = element("span", "cw-tools", this.#button);
  #isSat;

  /** @param {boolean} [isSat] whether they are those of an exam, where nothing is checked before the end */
  constructor(isSat) {
    this.#isSat = isSat;
    this.#button.addEventListener("click", () => this.list());
  }

  /**
   * @template {import("./keys.mjs").Answerable} Question
   * @param {Event} event
   * @param {Omit<import("./keys.mjs").Keyed<Question>, "list">} quiz
   */
  key(event, quiz) {
    press(/** @type {KeyboardEvent} */ (event), habits.mute, { ...quiz, list: () => this.list() });
  }

  /** Show the list of the keys, of which nothing is loaded before. */
  async list() {
    const code = await this.#code.get();
    if (code) code.showKeys(this.root, !habits.mute, (isOn) => keepHabits({ mute: !isOn }), this.#isSat);
    else this.#button.textContent = `${words.keys} · ${words.retry}`;
  }
}

/**
 * @param {string} end of its address
 * @returns {Promise<typeof import("./keylist/keylist.mjs")>}
 */
function keylist(end) {
  return end ? import(`./keylist/keylist.mjs${end}`) : import("./keylist/keylist.mjs");
}
