const CHOSEN = "input[type=radio], input[type=checkbox]";

/**
 * @typedef {import("./question.mjs").Question} Question
 * @typedef {object} Keyed
 * @property {readonly Question[]} questions
 * @property {(question: Question) => void} check
 * @property {() => void} onward for who has read a verdict
 */

/**
 * Do what a key asks for within questions.
 *
 * @param {KeyboardEvent} event
 * @param {boolean} mute whether single characters are no keys
 * @param {Keyed} quiz
 * @returns what it asked for
 */
export function press(event, mute, { questions, check, onward }) {
  const asked = askedBy(event, mute);
  if (asked === null) return asked;
  event.preventDefault();
  // The theme has single keys of its own.
  event.stopPropagation();
  const own = questions.find(({ field }) => event.target instanceof Node && field.contains(event.target));
  if (typeof asked === "number") choose(own ?? questions.find(isSeen), asked);
  else if (asked === "check" && own) own.answered ? onward() : check(own);
  return asked;
}

/**
 * What a key asks for: to check, or to list the keys; or the place of an option; or nothing. Nothing of what
 * belongs to the browser, to a field that is typed in, or to who composes a Chinese word.
 *
 * @param {KeyboardEvent} event
 * @param {boolean} mute
 * @returns {"check" | "list" | number | null}
 */
function askedBy({ key, target, isComposing, ctrlKey, altKey, metaKey }, mute) {
  if (isComposing || ctrlKey || altKey || metaKey || !(target instanceof HTMLElement)) return null;
  if (key === "Enter") return target.matches("input, [tabindex='-1']") ? "check" : null;
  const isTyping = target.matches(`input:not(${CHOSEN}), textarea, select, dialog *`);
  if (mute || isTyping || target.isContentEditable || key.length > 1) return null;
  if (key === "?" || key === "？") return "list";
  const at = Math.max("123456789".indexOf(key), "abcdefgh".indexOf(key.toLowerCase()));
  return at < 0 ? null : at;
}

/**
 * Choose one of the options, or take it back where there may be several; nothing in other shapes.
 *
 * @param {Question | undefined} question
 * @param {number} at the place of the option
 */
function choose(question, at) {
  const inputs = question?.field.querySelectorAll(/** @type {"input"} */ (":scope > .cw-o input"));
  inputs?.[at]?.focus();
  inputs?.[at]?.click();
}

/** @param {Question} question that is not above the window, nor hidden */
function isSeen({ field }) {
  return field.getBoundingClientRect().bottom > innerHeight / 4;
}
