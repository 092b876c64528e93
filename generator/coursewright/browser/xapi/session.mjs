import { parsed } from "../record/contents.mjs";
import { placed } from "../record/device.mjs";
import { Place } from "../record/place.mjs";
import { isLaunch, launchIn, withoutLaunch } from "./launch.mjs";

/**
 * @typedef {import("./launch.mjs").Launch} Launch
 * @typedef {{arrived: string}} Arrival the address that the tab came to, until it is known who may launch
 */

/**
 * The launch of this session: it has a secret, so it is gone with the tab. Where storage is denied it lasts
 * until the page is left.
 */
const place = new Place(() => sessionStorage, placed(":launch").key);
/** @type {Launch | Arrival | null} */
let kept = parsed(place.read() ?? "null");

/** Take a launch out of the address bar, before it is copied or kept as a bookmark. */
export function arrive() {
  const url = new URL(location.href);
  if (!isLaunch(url)) return;
  keep({ arrived: url.href });
  history.replaceState(history.state, "", withoutLaunch(url));
}

/**
 * @param {readonly string[]} stores that the course names
 * @returns {Launch | null}
 */
export function launched(stores) {
  if (!kept || !("arrived" in kept)) return kept;
  const found = launchIn(new URL(kept.arrived), stores);
  if (found) keep(found);
  else dismiss();
  return found;
}

/** Forget it: its learner wants nothing sent. */
export function dismiss() {
  kept = null;
  place.remove();
}

/** @param {Launch | Arrival} what */
function keep(what) {
  kept = what;
  place.write(JSON.stringify(what));
}
