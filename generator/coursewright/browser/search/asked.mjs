import { folded } from "./fold.mjs";

/**
 * A question for what a name means: the words before the name, and those after it.
 *
 * @typedef {readonly [before: string, after: string]} Form
 */

const NAME = "{name}";
const AROUND = /^[\s\p{Ps}\p{Pi}"'¿]+|[\s\p{Pe}\p{Pf}"'?!.。…]+$/gu;

/**
 * Forms as a catalog has them, “what is {name} | {name}?”, which is how each language asks.
 *
 * @param {string} forms
 * @returns {Form[]}
 */
export function formsOf(forms) {
  const each = forms.split("|").map((form) => folded(form.trim()).split(NAME));
  return each.filter(({ length }) => length === 2).map(([before = "", after = ""]) => [before, after]);
}

/**
 * The name that a question asks for, the shortest that a form leaves; what is typed where it is none.
 *
 * @param {string} typed
 * @param {readonly Form[]} forms
 */
export function asked(typed, forms) {
  const plain = folded(typed.normalize("NFKC")).replace(/\s+/g, " ").replace(AROUND, "");
  const names = forms
    .filter(([before, after]) => plain.startsWith(before) && plain.endsWith(after))
    .map(([before, after]) => plain.slice(before.length, plain.length - after.length).trim());
  return names.filter(Boolean).reduce((one, other) => (other.length < one.length ? other : one), typed);
}
