import { element } from "../../page/element.mjs";

/**
 * Let the field for a letter become a list of letters, in which nothing is chosen.
 *
 * @param {HTMLElement} row
 * @param {readonly unknown[]} targets
 */
export function list(row, targets) {
  const field = /** @type {Element} */ (row.querySelector("input"));
  const letters = targets.map((_, at) => new Option(String.fromCharCode(65 + at)));
  const made = element("select", "", new Option("–"), ...letters);
  const name = field.getAttribute("aria-labelledby");
  if (name) made.setAttribute("aria-labelledby", name);
  field.replaceWith(made);
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
