import { isComposed } from "../page/typing.mjs";

/**
 * @typedef {Pick<import("./question.mjs").Question, "id" | "field" | "answered">} Answerable
 */

/**
 * @template {Answerable} Question
 * @typedef {object} Keyed
 * @property {readonly Question[]} questions
 * @property {(question: Question) => void} check
 * @property {(question: Question) => void} onward for who has read its verdict
 * @property {() => void} list the keys
 */

const TYPED = "input:not([type=radio], [type=checkbox]), textarea, select, dialog *";
/** Two for each place of an option. */
const CHOOSING = "1a2b3c4d5e6f7g8h9";

/**
 * Do what a key asks for within questions, once however long it is held. Nothing of what belongs to the
 * browser, to a field that is typed in, or to who composes a Chinese word.
 *
 * @template {Answerable} Question
 * @param {KeyboardEvent} event
 * @param {boolean | undefined} mute whether single characters are no keys
 * @param {Keyed<Question>} quiz
 */
export function press(event, mute, quiz) {
  const { key, target, repeat, ctrlKey, altKey, metaKey } = event;
  if (isComposed(event) || repeat || ctrlKey || altKey || metaKey || !(target instanceof Element)) return;
  const own = quiz.questions.find(({ field }) => field.contains(target));
  const isOurs = key === "Enter" ? enter(target, own, quiz) : !mute && single(key, target, own, quiz);
  if (!isOurs) return;
  event.preventDefault();
  // The theme has single keys of its own.
  event.stopPropagation();
}

/**
 * @template {Answerable} Question
 * @param {Element} target
 * @param {Question | undefined} own
 * @param {Keyed<Question>} quiz
 */
function enter(target, own, { check, onward }) {
  if (!target.matches("input, [tabindex='-1']") || target.closest(".cw-rubric")) return false;
  if (own?.answered) onward(own);
  else if (own) check(own);
  return true;
}

/**
 * @template {Answerable} Question
 * @param {string} key
 * @param {Element} target
 * @param {Question | undefined} own
 * @param {Keyed<Question>} quiz
 */
function single(key, target, own, { questions, list }) {
  if (key.length > 1 || target.matches(TYPED)) return false;
  if ("?？".includes(key)) list();
  const at = CHOOSING.indexOf(key.toLowerCase()) >> 1;
  const { field } = own ?? questions.find(isSeen) ?? {};
  const option = field?.querySelectorAll(/** @type {"input"} */ (":scope > .cw-o input"))[at];
  option?.focus();
  option?.click();
  return at >= 0 || "?？".includes(key);
}

/** @param {Answerable} question that is neither above the window nor below it, nor hidden */
function isSeen({ field }) {
  const { top, bottom } = field.getBoundingClientRect();
  return bottom > innerHeight / 4 && top < innerHeight;
}

// Where nothing has focus, who is alone on the page hears what no theme and no browser wants for itself.
document.addEventListener("keydown", (event) => {
  const [tools, other] = document.querySelectorAll(".cw-tools");
  // The theme's keys for other pages would lead away from what is being answered.
  if (tools && /^[np.,]$/.test(event.key)) event.stopPropagation();
  if (event.target !== document.body || !tools || other || !/^[1-9?？]$/.test(event.key)) return;
  if (!tools.dispatchEvent(new KeyboardEvent("keydown", event))) event.preventDefault();
});
