/**
 * A learning record store, as statements are given to it (xAPI 1.0.3, Communication 2.1.2).
 *
 * @typedef {"taken" | "refused" | "denied" | "elsewhere" | "later"} Answer
 *   `refused` is about these statements; `denied` asks to sign in; `elsewhere` is no answer of a store
 * @typedef {{endpoint: string, auth?: string | undefined, cookies: boolean}} Store
 */

const PATIENCE = 30000;
const ABOUT_STATEMENTS = [400, 409, 413, 422];
const FOR_NOW = [408, 425, 429];

/**
 * @param {readonly object[]} statements
 * @param {Store} store its endpoint may be a path on the host of the page
 * @returns {Promise<Answer>}
 */
export async function given(statements, { endpoint, auth, cookies }) {
  const url = new URL(`${endpoint.replace(/\/+$/, "")}/statements`, location.href);
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        "X-Experience-API-Version": "1.0.3",
        ...(auth ? { Authorization: auth } : {}),
      },
      body: JSON.stringify(statements),
      credentials: cookies ? "include" : "same-origin",
      // A way to a page for signing in would end at one that says that all is well.
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE),
    });
    return await meaning(response, statements.length);
  } catch {
    return "later";
  }
}

/**
 * One statement that the store has already, and that differs, is there: its id says of whom it is, and what
 * of and when.
 *
 * @param {Response} response
 * @param {number} count
 * @returns {Promise<Answer>}
 */
async function meaning(response, count) {
  const { status, type } = response;
  if (status === 204 || (status === 409 && count === 1)) return "taken";
  if (status === 200) return Array.isArray(await response.json().catch(() => null)) ? "taken" : "elsewhere";
  if (ABOUT_STATEMENTS.includes(status)) return "refused";
  if (type === "opaqueredirect" || status === 401 || status === 403) return "denied";
  return FOR_NOW.includes(status) || status >= 500 ? "later" : "elsewhere";
}
