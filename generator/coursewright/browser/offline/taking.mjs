import { Copy } from "./kept.mjs";
import { address, course, documents } from "./scope.mjs";

const LANES = 6;

class Altered extends Error {}

/**
 * Keep everything of a part that is not kept yet. What has come stays when the rest does not.
 *
 * @param {import("./scope.mjs").Part} part
 * @param {(message: object) => unknown} say how far it is, or why it could not go on
 */
export async function take(part, say) {
  const list = part === "course" ? course : documents;
  const copy = await Copy.open();
  const tally = copy.tally(list);
  const left = Object.entries(list).filter(([path]) => !copy.kept.has(address(path)));
  const one = async (/** @type {typeof left[number]} */ [path, [hash, bytes]]) => {
    await copy.put(path, (await copy.unchanged(path, hash)) ?? (await fetched(path, hash)));
    tally.done += 1;
    tally.doneBytes += bytes;
    await say({ part, ...tally });
  };
  try {
    await copy.begin();
    await inLanes(left, one);
    if (part === "course") await copy.end();
  } catch (error) {
    await say({ part, failed: reason(error), ...tally });
    throw error;
  }
  return copy;
}

/**
 * Do something with each, several at a time, until it fails with one; those under way are waited for.
 *
 * @template One
 * @param {One[]} left
 * @param {(one: One) => Promise<void>} act
 */
async function inLanes(left, act) {
  const lane = async () => {
    try {
      for (let next = left.shift(); next; next = left.shift()) await act(next);
    } catch (error) {
      left.length = 0;
      throw error;
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: LANES }, lane));
  for (const end of ends) if (end.status === "rejected") throw end.reason;
}

/**
 * The file that the build made, and no page of a login or of another version. Where it was redirected to,
 * the answer does not say so, for a browser shows none that does.
 *
 * @param {string} path
 * @param {string} hash
 */
async function fetched(path, hash) {
  const response = await fetch(address(path), { cache: "no-cache" });
  const content = await response.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", content)).slice(0, hash.length / 2);
  const found = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (!response.ok || found !== hash) throw new Altered(path);
  const headers = new Headers(response.headers);
  headers.delete("vary");
  return new Response(content, { headers });
}

/** @param {unknown} error */
function reason(error) {
  if (error instanceof Altered) return "altered";
  return /** @type {Error} */ (error).name === "QuotaExceededError" ? "quota" : "network";
}
