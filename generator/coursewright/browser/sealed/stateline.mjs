import { element } from "../page/element.mjs";
import { sentence } from "../page/sentence.mjs";
import words from "./words.mjs";

/**
 * Where the last save of an answer lies. What was restored from this device is never called sent.
 *
 * @typedef {"kept" | "restored" | "denied" | "sent"} Where
 */

export class StateLine {
  #said = element("span", "cw-saved-said");
  #alarm = element("span", "cw-warn");
  root = element("p", "cw-saved", this.#said, this.#alarm);

  constructor() {
    this.#alarm.role = "alert";
    this.#alarm.hidden = true;
  }

  /**
   * @param {Where} where
   * @param {number} at when it came there
   */
  show(where, at) {
    const isLost = where === "denied";
    this.root.classList.toggle("is-lost", isLost);
    this.#said.hidden = isLost;
    this.#alarm.hidden = !isLost;
    // An alarm that is raised again and again is heard once.
    if (isLost && !this.#alarm.textContent) this.#alarm.textContent = words.not_saved;
    if (!isLost) this.#alarm.textContent = "";
    if (where === "kept") this.#said.textContent = sentence(words.saved, { time: clock(at) });
    if (where === "restored") this.#said.textContent = sentence(words.restored, { time: clock(at) });
    if (where === "sent") this.#said.textContent = sentence(words.sent, { time: minute(at) });
  }
}

const language = () => document.documentElement.lang || undefined;

/** @param {number} at */
export function clock(at) {
  return new Intl.DateTimeFormat(language(), { timeStyle: "medium", hourCycle: "h23" }).format(at);
}

/** @param {number} at */
export function minute(at) {
  return new Intl.DateTimeFormat(language(), { timeStyle: "short", hourCycle: "h23" }).format(at);
}

/** @param {number} at a day and a time */
export function moment(at) {
  const how = /** @type {const} */ ({ dateStyle: "medium", timeStyle: "short", hourCycle: "h23" });
  return new Intl.DateTimeFormat(language(), how).format(at);
}
