/**
 * Count the hints of a question that are opened before there is a verdict. A hint comes after the one before
 * it, so its place says how many were.
 *
 * @param {import("./question.mjs").Question} question
 */
export function countHints(question) {
  const { field } = question;
  const all = [...field.querySelectorAll(/** @type {"details"} */ (":scope > .cw-hint"))];
  const count = (/** @type {Event} */ { target }) => {
    const opened = all.findIndex((hint) => hint === target && hint.open) + 1;
    if (question.answered || opened <= question.hints) return;
    question.hints = opened;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  for (const hint of all) hint.addEventListener("toggle", count);
}
