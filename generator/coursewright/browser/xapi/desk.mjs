import { fetchedData } from "../page/fetched.mjs";
import { placed, store } from "../record/device.mjs";
import { Books } from "./books.mjs";
import { Sender } from "./sender.mjs";
import { arrive, launched } from "./session.mjs";

/**
 * @typedef {import("./launch.mjs").Launch} Launch
 * @typedef {object} Desk
 * @property {import("./statement.mjs").About} about
 * @property {Sender} sender
 * @property {Launch | null} launch
 */

export const books = new Books(placed(":xapi"), () => store.record);
/** @type {Promise<Desk | null> | null} */
let opened = null;

store.addEventListener("merge", () => books.hold());
store.addEventListener("clear", () => books.clear());

/**
 * The one of this page that sends; null where the site does not say what may be sent, as on pages that are
 * offline, and then it is asked for again next time.
 *
 * @param {string | undefined} address of what it says
 */
export async function desk(address) {
  arrive();
  opened ??= open(address);
  const found = await opened;
  if (!found) opened = null;
  else found.launch = launched(found.about.stores);
  return found;
}

/**
 * @param {string | undefined} address
 * @returns {Promise<Desk | null>}
 */
async function open(address) {
  const about = /** @type {import("./statement.mjs").About | null} */ (await fetchedData(address));
  if (!about) return null;
  const sender = new Sender(about, books, store, () => launched(about.stores));
  store.addEventListener("change", sender);
  window.addEventListener("online", sender);
  sender.handleEvent();
  return { about, sender, launch: null };
}
