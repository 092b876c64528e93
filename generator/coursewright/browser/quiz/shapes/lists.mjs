import { element } from "../../page/element.mjs";
import { grip, idOf } from "./entry.mjs";

const FIRST = 65; // A

/**
 * Give things the ids of their reasons, and every reason the id of the target whose letter it begins with:
 * as long as all stand as the page has them. Things without reasons have their ids already.
 *
 * @param {readonly HTMLElement[]} things
 * @param {readonly HTMLElement[]} targets
 * @param {import("./entry.mjs").Reasons} reasons
 */
export function identify(things, targets, reasons) {
  things.forEach((thing, at) => {
    const reason = reasons[at];
    if (!reason) return;
    thing.dataset.id = idOf(reason);
    reason.dataset.to = idOf(targets[(reason.textContent?.charCodeAt(0) ?? 0) - FIRST]);
  });
}

/**
 * Let the field for a letter become a list of letters, in which nothing is chosen, and the row be dragged.
 *
 * @param {HTMLElement} row
 * @param {readonly unknown[]} targets
 */
export function list(row, targets) {
  const field = /** @type {Element} */ (row.querySelector("input"));
  const letters = targets.map((_, at) => new Option(String.fromCharCode(FIRST + at)));
  const made = element("select", "", new Option("–"), ...letters);
  const name = field.getAttribute("aria-labelledby");
  if (name) made.setAttribute("aria-labelledby", name);
  field.replaceWith(made);
  row.prepend(grip());
}

/**
 * Let lists of letters choose from other targets; what is chosen stays.
 *
 * @param {readonly HTMLSelectElement[]} lists
 * @param {readonly string[]} ids by letter
 */
export function offer(lists, ids) {
  for (const list of lists) {
    const { value } = list;
    [...list.options].forEach((option, at) => (option.value = at ? (ids[at - 1] ?? "") : ""));
    list.value = ids.includes(value) ? value : "";
  }
}

/**
 * Let a list say what its letters are: only once it is used, for to fill all of them takes its time.
 *
 * @param {HTMLSelectElement} list
 * @param {ReadonlyMap<string, string>} texts by id
 */
export function name(list, texts) {
  for (const option of list.options)
    if (option.value) option.text = `${option.text[0]} ${texts.get(option.value)}`;
}
