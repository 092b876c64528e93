import { Draft } from "./draft.mjs";
import { Place } from "./place.mjs";
import { Store } from "./store.mjs";

/** @type {HTMLMetaElement | null} */
const named = document.querySelector("meta[name=coursewright-course]");

/** The id of the course that the page is of. */
export const course = named?.content || "course";
const key = `coursewright:${course}`;

/** What this device remembers of this course: the learner's record, and the answers of quizzes under way. */
export const store = new Store(placed);
export const draft = new Draft(placed(":draft"));

/**
 * A place of this course's own on this device.
 *
 * @param {string} end of its name
 */
export function placed(end) {
  return new Place(() => localStorage, key + end);
}

addEventListener("storage", store);
