import { counted } from "../page/counted.mjs";
import { button, element, pressed } from "../page/element.mjs";
import { sentence } from "../page/sentence.mjs";
import { HolderFields } from "./holder.mjs";
import { moment } from "./stateline.mjs";
import words from "./words.mjs";

/** @typedef {import("./opening.mjs").Candidate} Candidate */

/** Where a code is that of a room: the number of who sits. */
export class NumberField {
  #field = element("input", "cw-number-field");
  #said = element("p", "cw-code-said");
  #candidates;

  /** @param {readonly Candidate[]} candidates */
  constructor(candidates) {
    this.#candidates = candidates;
    const label = element("label", "cw-label", words.number);
    label.htmlFor = this.#field.id = "cw-number";
    this.#field.autocomplete = "off";
    this.#said.role = "status";
    const next = element("p", "", button(words.go_on, "number", "cw-primary"));
    this.root = element("form", "cw-entrance-form", label, this.#field, this.#said, next);
  }

  /** The candidate of the number that was typed; else it is said that there is none. */
  get candidate() {
    const typed = folded(this.#field.value);
    const found = this.#candidates.find(({ number }) => folded(number) === typed) ?? null;
    this.#said.textContent = found ? "" : words.no_such_number;
    this.#said.classList.toggle("cw-warn", !found);
    if (!found) this.#field.select();
    return found;
  }

  focus() {
    this.#field.focus();
  }
}

/**
 * Whether it is they, the rules, and the button that starts the clock; or goes on where a sitting is kept.
 * Who has a spare code says first who they are.
 *
 * @param {Candidate} candidate
 * @param {import("./opening.mjs").Form} form
 * @param {import("./sitting.mjs").State | null} kept
 */
export function confirmation(candidate, form, kept) {
  const { extra, spare } = candidate;
  const holder = spare && !kept ? new HolderFields(candidate) : null;
  const known = kept?.holder ?? candidate;
  const whole = form.minutes + extra;
  const time = sentence(counted(words.minutes, whole), { count: whole });
  const more = extra ? [sentence(words.extra, { count: extra })] : [];
  const about = [
    sentence(counted(words.questions, form.questions.length), { count: form.questions.length }),
    sentence(counted(words.points, form.points), { count: form.points }),
    form.minutes ? [time, ...more].join(" ") : words.no_limit,
  ];
  const rules = form.rules.map((rule) => element("li", "", rule));
  const asked = sentence(words.is_it_you, { name: known.name, number: known.number });
  const title = element("h2", "", holder ? words.who_are_you : asked);
  title.tabIndex = -1;
  const made = element(
    "section",
    "cw-is-it",
    title,
    element("p", "", about.join(" · ")),
    ...(holder ? [holder.root] : []),
    ...(rules.length ? [element("h3", "", words.rules), element("ul", "", ...rules)] : []),
    element("p", "cw-m", kept ? sentence(words.kept_here, { time: moment(kept.saved) }) : words.clock_starts),
    element(
      "p",
      "cw-buttons",
      button(holder ? words.back : words.not_me, "not-me"),
      button(kept ? words.resume : holder ? words.begin_now : words.begin, "begin", "cw-primary"),
    ),
  );
  made.addEventListener("click", (event) => {
    if (pressed(event) === "begin" && holder && !holder.take()) event.stopPropagation();
  });
  return made;
}

/** @param {string} number */
function folded(number) {
  return number.normalize("NFKC").trim().toUpperCase();
}

/** The value of the button that a form is sent by, where a key sent it. @param {Event} event */
export function sent({ target }) {
  const form = target instanceof HTMLFormElement ? target : null;
  return form?.querySelector(/** @type {"button"} */ ("button.cw-primary"))?.value;
}
