import { button, element } from "../page/element.mjs";
import words from "./words.mjs";

/** @typedef {import("./adaptation.mjs").Adaptation} Adaptation */

/**
 * The fields of a role itself, in the order of its document.
 *
 * @param {Adaptation} adaptation
 */
export function postFields(adaptation) {
  const outside = String(adaptation.role.superior ?? words.none);
  const fields = [
    text("company", words.company),
    text("department", words.department),
    choice("reports_to", words.reports_to, ["", outside], ...(adaptation.choices.reports_to ?? [])),
    text("second_line", words.second_line),
    text("headcount", words.headcount),
    text("location", words.location),
    choice("grade", words.grade, ...(adaptation.choices.grade ?? [])),
  ];
  const whole = group(words.post, element("div", "cw-fields", ...fields));
  whole.open = true;
  return whole;
}

/**
 * A target for each indicator.
 *
 * @param {Adaptation} adaptation
 */
export function targetFields({ role }) {
  const fields = role.kpis.map(({ name }, at) => text(`kpis.${at + 1}.target`, name));
  return group(words.targets, element("div", "cw-fields", ...fields));
}

/**
 * What is still a proposal, each to be ticked, and who confirms it on which day.
 *
 * @param {Adaptation} adaptation
 * @param {HTMLElement} unsigned where it is said that nobody does yet
 */
export function proposalFields({ proposals }, unsigned) {
  const boxes = proposals.map(([name, title]) => {
    const field = Object.assign(element("input"), { type: "checkbox", name: `confirm.${name}` });
    return element("label", "cw-tick", field, title);
  });
  const date = text("confirmation.date", words.confirmed_on);
  const field = date.querySelector("input");
  if (field) field.type = "date";
  const signed = element("div", "cw-fields", text("confirmation.by", words.confirmed_by), date);
  const all = element("p", "cw-buttons", button(words.confirm_all, "settle"));
  return group(words.proposals, element("p", "cw-m", words.proposals_hint), signed, unsigned, all, ...boxes);
}

/**
 * One duty: what it says, how it is measured, its weight, and how to be rid of it.
 *
 * @param {import("./adaptation.mjs").DutyState} duty
 */
export function dutyFields({ number, isAdded }) {
  const key = `duties.${number}`;
  const weight = text(`${key}.weight`, words.weight);
  const field = weight.querySelector("input");
  if (field) Object.assign(field, { type: "number", min: "0", max: "100", step: "1", inputMode: "numeric" });
  const acts = isAdded
    ? [button(words.remove_duty, `remove.${number}`)]
    : [button(words.strike, `strike.${number}`), button(words.restore, `restore.${number}`)];
  const texts = [lines(`${key}.text`, words.duty_text), lines(`${key}.standard`, words.standard)];
  const fields = [...texts, weight, element("p", "cw-buttons", ...acts)];
  const whole = element("fieldset", "cw-duty", element("legend"), element("div", "cw-fields", ...fields));
  whole.dataset.number = String(number);
  return whole;
}

/**
 * A part of the editor that can be folded away.
 *
 * @param {string} title
 * @param {HTMLElement[]} content
 */
export function group(title, ...content) {
  return element("details", "cw-group", element("summary", "", title), ...content);
}

/**
 * @param {string} name
 * @param {string} label
 */
function text(name, label) {
  const field = element("input");
  return labelled(label, Object.assign(field, { type: "text", name, maxLength: 400, autocomplete: "off" }));
}

/**
 * @param {string} name
 * @param {string} label
 */
function lines(name, label) {
  return labelled(label, Object.assign(element("textarea"), { name, maxLength: 4000, rows: 2 }));
}

/**
 * @param {string} name
 * @param {string} label
 * @param {[value: string, words: string][]} choices
 */
function choice(name, label, ...choices) {
  const field = element("select");
  field.name = name;
  field.append(...choices.map(([value, shown]) => new Option(shown, value)));
  return labelled(label, field);
}

/**
 * @param {string} label
 * @param {HTMLElement} field
 */
function labelled(label, field) {
  return element("label", "", label, field);
}
