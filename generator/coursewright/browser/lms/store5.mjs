/**
 * The store of a platform of cmi5 (Quartz, sections 8, 10, 11): how a launch is read, and what is kept there.
 *
 * @typedef {Record<"endpoint" | "fetch" | "actor" | "registration" | "activityId", string>} Launch
 */

const NAMES = /** @type {const} */ (["endpoint", "fetch", "actor", "registration", "activityId"]);
const STATE = "coursewright";

/**
 * @param {URL} url
 * @returns {Launch | null} null where the page was opened in another way
 */
export function launchIn({ searchParams }) {
  const found = NAMES.map((name) => [name, searchParams.get(name) ?? ""]);
  return found.every(([, value]) => value) ? /** @type {Launch} */ (Object.fromEntries(found)) : null;
}

/** Requests in the name of one learner, for one session. */
export class Store {
  #launch;
  #headers;

  /**
   * @param {Launch} launch
   * @param {string} token
   */
  constructor(launch, token) {
    this.#launch = launch;
    this.#headers = { Authorization: `Basic ${token}`, "X-Experience-API-Version": "1.0.3" };
  }

  /**
   * A launch's one token. Throws where it was taken before.
   *
   * @param {Launch} launch
   */
  static async opened(launch) {
    const answer = await (await fetch(launch.fetch, { method: "POST" })).json();
    const { "auth-token": token, "error-text": text, "error-code": code } = answer;
    if (!token) throw new Error(String(text ?? code ?? ""));
    return new Store(launch, token);
  }

  /** What the platform says of this launch. */
  launchData() {
    return this.#read("activities/state", this.#ofUnit("LMS.LaunchData"));
  }

  /** What the learner prefers; nothing of it changes anything here, but the standard wants it asked for. */
  preferences() {
    return this.#read("agents/profile", { profileId: "cmi5LearnerPreferences", agent: this.#launch.actor });
  }

  /** What was kept of this learner's attempt, null at first. */
  kept() {
    return this.#read("activities/state", this.#ofUnit(STATE));
  }

  /** @param {object} state */
  keep(state) {
    return this.#write("PUT", "activities/state", this.#ofUnit(STATE), state);
  }

  /** @param {readonly object[]} statements in their order */
  tell(statements) {
    return this.#write("POST", "statements", {}, statements);
  }

  /** @param {string} id */
  #ofUnit(id) {
    const { actor, registration, activityId } = this.#launch;
    return { stateId: id, activityId, agent: actor, registration };
  }

  /**
   * @param {string} resource
   * @param {Record<string, string>} parameters
   */
  async #read(resource, parameters) {
    const answer = await fetch(this.#address(resource, parameters), { headers: this.#headers });
    if (answer.status === 404) return null;
    if (!answer.ok) throw new Error(`${answer.status} ${resource}`);
    return answer.json();
  }

  /**
   * What is sent when the page goes arrives all the same.
   *
   * @param {string} method
   * @param {string} resource
   * @param {Record<string, string>} parameters
   * @param {object} body
   */
  async #write(method, resource, parameters, body) {
    const headers = { ...this.#headers, "Content-Type": "application/json" };
    const sent = { method, headers, body: JSON.stringify(body), keepalive: true };
    const answer = await fetch(this.#address(resource, parameters), sent);
    if (!answer.ok) throw new Error(`${answer.status} ${resource}`);
  }

  /**
   * @param {string} resource
   * @param {Record<string, string>} parameters
   */
  #address(resource, parameters) {
    const { endpoint } = this.#launch;
    const asked = new URLSearchParams(parameters).toString();
    return `${endpoint}${endpoint.endsWith("/") ? "" : "/"}${resource}${asked && `?${asked}`}`;
  }
}
