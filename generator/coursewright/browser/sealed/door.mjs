import { counted } from "../page/counted.mjs";
import { button, element } from "../page/element.mjs";
import { sentence } from "../page/sentence.mjs";
import { readCode } from "./code.mjs";
import { moment } from "./stateline.mjs";
import words from "./words.mjs";

/** What is seen before an exam is opened: what everybody may know of it, and the field for the code. */
export class Door {
  #field = element("input", "cw-code");
  #said = element("p", "cw-code-said");
  #open = button(words.open, "open", "cw-primary");

  /** @param {import("./package.mjs").Package} exam */
  constructor(exam) {
    const label = element("label", "cw-label", words.code);
    label.htmlFor = this.#field.id = "cw-code";
    const typed = { autocomplete: "off", autocapitalize: "characters", spellcheck: false, maxLength: 40 };
    Object.assign(this.#field, typed);
    this.#said.id = "cw-code-said";
    this.#said.role = "status";
    this.#field.setAttribute("aria-describedby", this.#said.id);
    this.#field.addEventListener("input", (event) => this.#type(/** @type {InputEvent} */ (event)));
    const asked = [label, this.#field, this.#said, element("p", "", this.#open)];
    const form = element("form", "cw-entrance-form", ...asked);
    const facts = [...time(exam), words.known_saved, words.known_left, words.known_once];
    this.root = element(
      "section",
      "cw-entrance",
      element("h2", "", words.before),
      element("ul", "", ...facts.map((fact) => element("li", "", fact))),
      ...(crypto.subtle ? [] : [element("p", "cw-m", words.plain_http)]),
      form,
    );
  }

  /** The code as it was typed, once it is whole; else it is said what is missing. */
  get code() {
    const code = readCode(this.#field.value);
    if (!code.strange.length && !code.missing) return code;
    this.#say(code.strange.length ? strange(code) : sentence(words.code_short, { count: 16 }), true);
    this.#field.focus();
    return null;
  }

  /** @param {boolean} isBusy while the code is tried */
  wait(isBusy) {
    this.#open.setAttribute("aria-disabled", String(isBusy));
    if (isBusy) this.#say(words.opening, false);
  }

  /** @param {string} why it does not open */
  refuse(why) {
    this.wait(false);
    this.#say(why, true);
    this.#field.focus();
    this.#field.select();
  }

  focus() {
    this.#field.focus();
  }

  /** Show it in groups; who mends something in the middle is left alone. @param {InputEvent} event */
  #type({ inputType, isComposing }) {
    const { value, selectionStart } = this.#field;
    const code = readCode(value);
    const isAtEnd = selectionStart === value.length && !inputType?.startsWith("delete");
    if (isAtEnd && !isComposing && !code.strange.length) this.#field.value = code.shown;
    this.#say(code.strange.length ? strange(code) : "", code.strange.length > 0);
  }

  /** @param {string} text @param {boolean} isTrouble */
  #say(text, isTrouble) {
    if (this.#said.textContent !== text) this.#said.textContent = text;
    this.#said.classList.toggle("cw-warn", isTrouble && text !== "");
    this.#field.setAttribute("aria-invalid", String(isTrouble && text !== ""));
  }
}

/**
 * Why an exam does not open now, by the clock of this device; nothing where it does.
 *
 * @param {import("./package.mjs").Package} exam
 * @param {number} now
 */
export function closed({ opens, closes }, now) {
  const said = { now: moment(now) };
  if (opens && now < Date.parse(opens)) return sentence(words.too_early, { ...said, time: at(opens) });
  if (closes && now > Date.parse(closes)) return sentence(words.too_late, { ...said, time: at(closes) });
  return "";
}

/** @param {import("./package.mjs").Package} exam */
function time({ minutes, opens, closes }) {
  const given = sentence(counted(words.minutes, minutes), { count: minutes });
  return [
    minutes ? given : words.no_limit,
    ...(opens ? [sentence(words.opens, { time: at(opens) })] : []),
    ...(closes ? [sentence(words.closes, { time: at(closes) })] : []),
  ];
}

/** @param {string} utc */
function at(utc) {
  return moment(Date.parse(utc));
}

/** @param {import("./code.mjs").Typed} code */
function strange({ strange: signs }) {
  return sentence(counted(words.code_strange, signs.length), { signs: signs.join(" ") });
}
