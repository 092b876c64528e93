import { Draft } from "./draft.mjs";
import { Drawer } from "./drawer.mjs";
import { Store } from "./store.mjs";

/** What this device remembers of this course: one store and one draft a page. */
const course = document.querySelector("meta[name=coursewright-course]")?.getAttribute("content") || "course";
const key = `coursewright:${course}`;

export const store = new Store(
  new Drawer(() => localStorage, key),
  new Drawer(() => localStorage, `${key}:broken`),
);
export const draft = new Draft(new Drawer(() => sessionStorage, `${key}:draft`));

/**
 * Another place of this course's own on this device.
 *
 * @param {string} name
 */
export function drawer(name) {
  return new Drawer(() => localStorage, `${key}:${name}`);
}

window.addEventListener("storage", store);
