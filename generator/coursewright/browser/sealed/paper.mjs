import { counted } from "../page/counted.mjs";
import { element } from "../page/element.mjs";
import { sentence } from "../page/sentence.mjs";
import { Asked } from "./asked.mjs";
import words from "./words.mjs";

/**
 * @typedef {import("./opening.mjs").Form} Form
 * @typedef {import("./opening.mjs").Posed} Posed
 *
 * @typedef {object} Paper
 * @property {HTMLElement[]} roots parts with their questions, in their order
 * @property {Asked[]} questions
 */

/**
 * The questions of a form, ready to be answered. Throws a TypeError for what is no question.
 *
 * @param {Form} form
 * @returns {Paper}
 */
export function paperOf(form) {
  const questions = form.questions.map((posed) => new Asked(fieldOf(posed, form), posed.item));
  const fields = new Map(form.questions.map(({ number }, at) => [number, questions[at]?.field]));
  const posed = new Map(form.questions.map((each) => [each.number, each]));
  const roots = form.parts.map(({ title, questions: numbers }) => {
    const made = element("section", "cw-exam-part");
    if (title) made.append(element("h2", "", title));
    for (const number of numbers) place(made, fields.get(number), posed.get(number)?.case ?? null, form);
    return made;
  });
  return { roots, questions };
}

/**
 * @param {HTMLElement} part
 * @param {HTMLElement | undefined} field
 * @param {string | null} unit the case that it is of
 * @param {Form} form
 */
function place(part, field, unit, form) {
  if (!field) return;
  const before = part.lastElementChild;
  if (unit === null) part.append(field);
  else if (before?.id === `c-${unit}`) before.append(field);
  else part.append(caseOf(unit, field, form));
}

/**
 * @param {string} id
 * @param {HTMLElement} field
 * @param {Form} form
 */
function caseOf(id, field, { cases, media }) {
  const { title = "", html = "" } = cases[id] ?? {};
  const stimulus = element("details", "cw-stimulus", element("summary", "", title || words.read_first));
  stimulus.open = true;
  stimulus.append(...nodesOf(html, media));
  const made = element("section", "cw-case", stimulus, field);
  made.id = `c-${id}`;
  made.setAttribute("aria-label", title || words.read_first);
  return made;
}

/**
 * @param {Posed} posed
 * @param {Form} form
 */
function fieldOf({ html, item, points }, { media }) {
  const field = nodesOf(html, media).find((node) => node instanceof HTMLFieldSetElement);
  if (!(field instanceof HTMLFieldSetElement)) throw new TypeError(`no question: ${item}`);
  const worth = sentence(counted(words.points, points), { count: points });
  // A stem of more than a line stands behind the legend.
  const stem = field.querySelector(":scope > [id^=s-]");
  const end = stem?.querySelector(":scope > p:last-child") ?? stem ?? field.querySelector("legend");
  end?.append(" ", element("span", "cw-worth", worth));
  return field;
}

/**
 * What HTML says, with its pictures in it. It is read apart from the page, where nothing is fetched.
 *
 * @param {string} html
 * @param {Record<string, string>} media
 */
function nodesOf(html, media) {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const picture of body.querySelectorAll("img")) {
    const data = media[picture.getAttribute("src") ?? ""];
    if (data) picture.src = data;
  }
  return [...body.childNodes].map((node) => document.importNode(node, true));
}
