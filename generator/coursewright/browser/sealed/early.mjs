import { drawing } from "./codes.mjs";

/** Fetch now what other pages fetch when it is asked for: here there may be no network then. */
export function fetchEarly() {
  const late = [import("../quiz/keylist/keylist.mjs"), import("../quiz/shapes/dragging.mjs")];
  Promise.allSettled([drawing.get(), ...late]);
}
