import { element } from "../page/element.mjs";

/**
 * What is written in a field, beside it: on paper this stands in the field's place, for a field shows no
 * more than fits into it, and paper cannot be scrolled.
 *
 * @param {import("./fields.mjs").Field} field
 */
export function write(field) {
  if (field.type === "checkbox") return;
  const next = field.nextElementSibling;
  const paper = next?.matches(".cw-written") ? next : element("span", "cw-written");
  paper.setAttribute("aria-hidden", "true");
  paper.textContent = field.value;
  field.after(paper);
}
