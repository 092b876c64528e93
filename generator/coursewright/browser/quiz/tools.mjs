import { element } from "../page/element.mjs";
import { habits, keepHabits } from "./habits.mjs";
import { Keying } from "./keying.mjs";
import words from "./words.mjs";

/** How one wants to be asked: a switch for saying how sure one is, and the keys. */
export class Tools {
  keying = new Keying();
  root = this.keying.root;
  #sure = element("input");

  constructor() {
    this.#sure.type = "checkbox";
    this.#sure.checked = Boolean(habits.sure);
    this.root.prepend(element("label", "", this.#sure, words.say_sure));
    this.#sure.addEventListener("input", this);
  }

  handleEvent() {
    keepHabits({ sure: this.#sure.checked });
  }

  /** @param {readonly import("./question.mjs").Question[]} questions */
  ask(questions) {
    for (const question of questions) question.ask(Boolean(habits.sure));
  }
}
