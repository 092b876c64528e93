import { counted } from "../page/counted.mjs";
import { button, element, link } from "../page/element.mjs";
import { sentence } from "../page/sentence.mjs";
import words from "./words.mjs";

/** @typedef {import("./memories.mjs").Listed} Listed */

/**
 * What has come back and what was wrong, or what there is to do where that is nothing.
 *
 * @param {import("./bank.mjs").Bank} bank
 * @param {import("../record/store.mjs").Store} store
 * @param {import("./filter.mjs").Filter} filter
 * @param {readonly Listed[]} today
 * @param {readonly Listed[]} wrong
 */
export function overview(bank, { record, kept }, filter, today, wrong) {
  const isNew = !Object.keys(record.items).length;
  const start = element("p", "", words.nothing_yet, " ", link(words.to_quizzes, bank.at("quizzes/")));
  const begin = today.length ? [element("p", "", button(words.start, "due", "cw-primary"))] : [];
  // What comes and goes has a place of its own, so that the others stay where they are.
  return [
    element("div", "", ...(kept ? [] : [element("p", "cw-warn", words.not_kept)])),
    isNew ? start : filter.root,
    element("h2", "", words.due_today),
    element("p", "", today.length ? comeBack(today.length) : nothing(filter, words.nothing_due)),
    element("div", "", ...begin),
    element("h2", "", words.mistakes),
    ...(wrong.length
      ? [bank.list(wrong, record), mistakeButtons()]
      : [element("p", "", nothing(filter, words.no_mistakes)), element("div")]),
  ];
}

function mistakeButtons() {
  return element("p", "cw-buttons", button(words.redo, "missed"), button(words.print, "print"));
}

/**
 * @param {import("./filter.mjs").Filter} filter
 * @param {string} all what to say where all of the course is looked at
 */
function nothing({ said }, all) {
  return said ? sentence(words.nothing_of, { chosen: said }) : all;
}

/** @param {number} count */
function comeBack(count) {
  return sentence(counted(words.due_count, count), { count });
}
