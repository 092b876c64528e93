import { button, element } from "../page/element.mjs";
import { sentence } from "../page/sentence.mjs";
import { MOST_DUTIES } from "./adaptation.mjs";
import { SETTLED, isSigned, ticked } from "./confirming.mjs";
import { dutyFields, group, postFields, proposalFields, targetFields } from "./rolefields.mjs";
import { unfinished } from "./unfinished.mjs";
import words from "./words.mjs";

/**
 * The editor in which HR changes a role. It shows an adaptation; whoever owns it listens to its `input`,
 * `change` and `click`.
 */
export class RoleEditor {
  #adaptation;
  #duties = element("div", "cw-duties");
  #add = button(words.add_duty, "add");
  #sum = element("p", "cw-sum");
  #faults = element("p", "cw-faults");
  #unsigned = element("p", "cw-faults");

  /** @param {import("./adaptation.mjs").Adaptation} adaptation */
  constructor(adaptation) {
    this.#adaptation = adaptation;
    for (const said of [this.#sum, this.#faults, this.#unsigned]) said.setAttribute("role", "status");
    const targets = adaptation.role.kpis.length ? [targetFields(adaptation)] : [];
    const add = element("p", "cw-buttons", this.#add);
    const duties = group(words.duties, this.#duties, add, this.#sum, this.#faults);
    const open = adaptation.proposals.length ? [proposalFields(adaptation, this.#unsigned)] : [];
    this.root = element("form", "cw-role-editor", postFields(adaptation), ...targets, duties, ...open);
    this.root.noValidate = true;
    this.show();
  }

  /** Everything as the adaptation has it. */
  show() {
    const known = new Map(this.#blocks.map((block) => [Number(block.dataset.number), block]));
    const { duties } = this.#adaptation;
    this.#duties.replaceChildren(...duties.map((duty) => known.get(duty.number) ?? dutyFields(duty)));
    for (const field of this.#fields.filter((one) => one !== document.activeElement))
      if (field instanceof HTMLInputElement && field.type === "checkbox")
        field.checked = this.#adaptation.text(field.name) === SETTLED;
      else field.value = this.#adaptation.text(field.name);
    this.check();
  }

  /**
   * A field that was left shows what it counts as.
   *
   * @param {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} field
   */
  settle(field) {
    if (field.type !== "checkbox") field.value = this.#adaptation.text(field.name);
    this.check();
  }

  /** What hangs on the values: the sum of the weights, what is missing, which duties are struck. */
  check() {
    const { duties, kept, sum } = this.#adaptation;
    for (const [at, block] of this.#blocks.entries()) showState(block, at + 1, Boolean(duties[at]?.isStruck));
    const word = sum < 100 ? words.sum_less : sum > 100 ? words.sum_more : words.sum;
    say(this.#sum, sentence(word, { sum, rest: Math.abs(100 - sum) }));
    this.#sum.classList.toggle("is-wrong", sum !== 100);
    say(this.#faults, this.#faultsSaid());
    const isOpen = ticked(this.#adaptation).length && !isSigned(this.#adaptation);
    say(this.#unsigned, isOpen ? words.unsigned : "");
    this.#add.disabled = kept.length >= MOST_DUTIES;
  }

  /** Where to go on after a duty was struck, restored, added or removed. @param {number} number */
  focusDuty(number) {
    const block = this.#blocks.find(({ dataset }) => dataset.number === String(number));
    const first = block?.querySelector("textarea:enabled") ?? block?.querySelector("button:not([hidden])");
    const target = first ?? this.#add;
    if (target instanceof HTMLElement) target.focus();
  }

  #faultsSaid() {
    const { kept } = this.#adaptation;
    const most = kept.length >= MOST_DUTIES ? [sentence(words.most_duties, { most: MOST_DUTIES })] : [];
    const none = kept.length ? [] : [words.no_duty];
    const odd = this.#weights.every((field) => field.validity.valid) ? [] : [words.weight_counts];
    const open = unfinished(this.#adaptation).map((number) => sentence(words.duty_unfinished, { number }));
    return [...most, ...none, ...odd, ...open].join(" ");
  }

  /** @returns {HTMLElement[]} */
  get #blocks() {
    return [...this.#duties.children].filter((block) => block instanceof HTMLElement);
  }

  get #weights() {
    return [...this.#duties.querySelectorAll("input")].filter(({ type }) => type === "number");
  }

  get #fields() {
    return [...this.root.elements].filter(isField);
  }
}

/**
 * What a field says.
 *
 * @param {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} field
 */
export function entered(field) {
  if (!(field instanceof HTMLInputElement) || field.type !== "checkbox") return field.value;
  return field.checked ? SETTLED : "";
}

/**
 * @param {unknown} target
 * @returns {target is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement}
 */
export function isField(target) {
  return [HTMLInputElement, HTMLTextAreaElement, HTMLSelectElement].some((kind) => target instanceof kind);
}

/**
 * @param {HTMLElement} block
 * @param {number} number as the reader counts
 * @param {boolean} isStruck
 */
function showState(block, number, isStruck) {
  const legend = block.querySelector("legend");
  const name = sentence(words.duty_number, { number });
  if (legend) legend.textContent = isStruck ? `${name} · ${words.struck}` : name;
  for (const field of block.querySelectorAll("input, textarea")) field.toggleAttribute("disabled", isStruck);
  const useless = isStruck ? "strike" : "restore";
  for (const one of block.querySelectorAll("button")) one.hidden = one.value.startsWith(useless);
}

/**
 * The same again would be announced again.
 *
 * @param {HTMLElement} place
 * @param {string} text
 */
function say(place, text) {
  if (place.textContent !== text) place.textContent = text;
}
