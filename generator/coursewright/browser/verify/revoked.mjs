import { LIST } from "./documents.mjs";
import { engine } from "./engine.mjs";
import { isOf } from "./shape.mjs";
import { isSignedBy, namedBy, signsAt } from "./signer.mjs";
import { bitsOf, isSet } from "./status.mjs";
import { parted } from "./token.mjs";

/**
 * @typedef {object} Status
 * @property {boolean | null} isRevoked null where that cannot be told
 * @property {string} listed when the newest list was made, UTC; empty where none was signed by the issuer
 */

/**
 * What the site's list of now and that of when it was built say of a credential.
 *
 * A revocation is never taken back, so either of them is enough. One of now that is older than the other is
 * none: somebody hands out an old one, which knows nothing of later revocations.
 *
 * @param {{statusListIndex: string, statusListCredential: string}} entry
 * @param {import("./verification.mjs").Issuer} issuer
 * @param {() => Promise<string | null>} fetched the list as it is now
 * @returns {Promise<Status>}
 */
export async function statusOf({ statusListIndex, statusListCredential }, issuer, fetched) {
  if (statusListCredential !== issuer.list) return { isRevoked: null, listed: "" };
  const index = Number(statusListIndex);
  const now = await marked(await fetched().catch(() => null), index, issuer);
  const then = await marked(issuer.kept, index, issuer);
  const listed = [now.listed, then.listed].sort()[1] ?? "";
  if (now.isRevoked || then.isRevoked) return { isRevoked: true, listed };
  return { isRevoked: now.listed < then.listed ? null : now.isRevoked, listed };
}

/**
 * What a list says, if the issuer signed it.
 *
 * @param {string | null} list as a JWT
 * @param {number} index
 * @param {import("./verification.mjs").Issuer} issuer
 * @returns {Promise<Status>}
 */
async function marked(list, index, issuer) {
  const nothing = { isRevoked: null, listed: "" };
  try {
    const token = parted((list ?? "").trim());
    const { body } = token;
    const key = namedBy({ token }, issuer.keys);
    const by = await engine("P-256");
    const isOurs = key && by && isOf(body, LIST) && body.id === issuer.list;
    if (!isOurs || !key.id.startsWith(`${body.issuer}#`) || !signsAt(key, body.validFrom)) return nothing;
    if (!(await isSignedBy(token, key, by))) return nothing;
    const bits = await bitsOf(body.credentialSubject.encodedList);
    return { isRevoked: isSet(bits, index), listed: body.validFrom };
  } catch {
    return nothing;
  }
}
