/**
 * How a learning platform starts the course and says for whom: by the parameters of the address (Rustici's
 * launch method for xAPI: endpoint, auth, actor, registration, activity_id). Pure.
 *
 * @typedef {import("./account.mjs").Actor} Actor
 * @typedef {object} Launch
 * @property {string} endpoint
 * @property {string} auth the value of a header; a secret of this session
 * @property {Actor} actor
 * @property {string} [registration]
 * @property {string} [activity] what the platform calls the course
 */

const NAMES = ["endpoint", "auth", "actor", "registration", "activity_id"];
/** Others that come along, and mean nothing here. */
const OTHERS = ["activity_platform", "content_endpoint", "content_token", "externalRegistration", "grouping"];
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const IDENTIFIERS = /** @type {const} */ (["account", "mbox", "mbox_sha1sum", "openid"]);

/**
 * The launch in an address, behind ? or behind #, if its store is one of those that the course names.
 *
 * @param {URL} url
 * @param {readonly string[]} stores how addresses of stores begin
 * @returns {Launch | null}
 */
export function launchIn(url, stores) {
  const found = parameters(url);
  const endpoint = found.get("endpoint") ?? "";
  const actor = actorIn(found.get("actor") ?? "");
  if (!actor || !isOneOf(stores, endpoint, url)) return null;
  const registration = found.get("registration") ?? "";
  const activity = found.get("activity_id") ?? "";
  return {
    endpoint,
    auth: found.get("auth") ?? "",
    actor,
    ...(UUID.test(registration) ? { registration } : {}),
    ...(isAddress(activity) ? { activity } : {}),
  };
}

/** @param {URL} url */
export function isLaunch(url) {
  return ["endpoint", "actor"].every((name) => parameters(url).has(name));
}

/**
 * The address without what is in it of a launch: a secret must not stay in bookmarks.
 *
 * @param {URL} url
 */
export function withoutLaunch(url) {
  const rest = new URL(url);
  const isBehindHash = isLaunch(new URL(url.hash.replace(/^#\??/, "?"), url));
  if (isBehindHash) rest.hash = "";
  for (const name of [...NAMES, ...OTHERS]) rest.searchParams.delete(name);
  return rest.href;
}

/** @param {URL} url */
function parameters({ search, hash }) {
  const behindHash = new URLSearchParams(hash.replace(/^#\??/, ""));
  return behindHash.has("endpoint") ? behindHash : new URLSearchParams(search);
}

/**
 * @param {readonly string[]} stores
 * @param {string} endpoint
 * @param {URL} page
 */
function isOneOf(stores, endpoint, page) {
  if (!isAddress(endpoint)) return false;
  const { origin, pathname, username, password } = new URL(endpoint);
  return stores.some((store) => {
    const known = new URL(store, page);
    const isBelow = `${pathname}/`.startsWith(`${known.pathname.replace(/\/+$/, "")}/`);
    return known.origin === origin && isBelow && !username && !password;
  });
}

/**
 * An agent with one identifier. Platforms of before version 1.0 put each part into a list.
 *
 * @param {string} text
 * @returns {Actor | null}
 */
function actorIn(text) {
  const given = first(parsed(text));
  if (!(given instanceof Object)) return null;
  const { homePage, name } = accountIn(first(given.account));
  const known = {
    account: homePage && name ? { homePage, name } : null,
    mbox: first(given.mbox),
    mbox_sha1sum: first(given.mbox_sha1sum),
    openid: first(given.openid),
  };
  const identifier = IDENTIFIERS.find((each) => known[each]);
  if (!identifier) return null;
  const called = first(given.name);
  const shown = typeof called === "string" && called.trim() ? { name: called } : {};
  return { objectType: "Agent", ...shown, [identifier]: known[identifier] };
}

/** @param {any} account @returns {{homePage?: string, name?: string}} */
function accountIn(account) {
  const homePage = account?.homePage ?? account?.accountServiceHomePage;
  const name = account?.name ?? account?.accountName;
  return isAddress(homePage) && name ? { homePage, name: String(name) } : {};
}

/** @param {any} text */
function isAddress(text) {
  try {
    return Boolean(new URL(text));
  } catch {
    return false;
  }
}

/** @param {any} value */
function first(value) {
  return Array.isArray(value) ? value[0] : value;
}

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
