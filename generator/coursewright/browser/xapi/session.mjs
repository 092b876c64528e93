import { parsed } from "../record/contents.mjs";
import { placed } from "../record/device.mjs";
import { Place } from "../record/place.mjs";
import { isLaunch, launchIn, withoutLaunch } from "./launch.mjs";

/** @typedef {import("./launch.mjs").Launch} Launch */

/**
 * The launch of this session: it has a secret, so it is gone with the tab. Where storage is denied it lasts
 * until the page is left.
 */
const place = new Place(() => sessionStorage, placed(":launch").key);
/** @type {Launch | null} */
let launch = parsed(place.read() ?? "null");
/** The address that the tab came to, until it is known which stores may launch. @type {URL | null} */
let arrived = null;

/** Take a launch out of the address bar, before it is copied or kept as a bookmark. */
export function arrive() {
  const url = new URL(location.href);
  if (!isLaunch(url)) return;
  arrived = url;
  history.replaceState(history.state, "", withoutLaunch(url));
}

/**
 * @param {readonly string[]} stores that the course names
 * @returns {Launch | null}
 */
export function launched(stores) {
  const found = arrived && launchIn(arrived, stores);
  arrived = null;
  if (found) {
    launch = found;
    place.write(JSON.stringify(found));
  }
  return launch;
}

/** Forget it: its learner wants nothing sent. */
export function dismiss() {
  launch = null;
  place.remove();
}
