import { LIST } from "./documents.mjs";
import { engine } from "./engine.mjs";
import { isOf } from "./shape.mjs";
import { isSignedBy, namedBy, signsAt } from "./signer.mjs";
import { bitsOf, isSet } from "./status.mjs";
import { parted } from "./token.mjs";

/**
 * Whether a credential was revoked; null where that cannot be told: a list of when the site was built knows
 * only of what was revoked before.
 *
 * @param {{statusListIndex: string, statusListCredential: string}} entry
 * @param {import("./verification.mjs").Issuer} issuer
 * @param {() => Promise<string | null>} fetched the list as it is now
 */
export async function isRevoked({ statusListIndex, statusListCredential }, issuer, fetched) {
  if (statusListCredential !== issuer.list) return null;
  const index = Number(statusListIndex);
  const now = await marked(await fetched().catch(() => null), index, issuer);
  if (now !== null) return now;
  return (await marked(issuer.kept, index, issuer)) || null;
}

/**
 * What a list says, if the issuer signed it.
 *
 * @param {string | null} list as a JWT
 * @param {number} index
 * @param {import("./verification.mjs").Issuer} issuer
 */
async function marked(list, index, issuer) {
  try {
    const token = parted((list ?? "").trim());
    const { body } = token;
    const key = namedBy({ token }, issuer.keys);
    const by = await engine("P-256");
    const isOurs = key && by && isOf(body, LIST) && body.id === issuer.list;
    if (!isOurs || !key.id.startsWith(`${body.issuer}#`) || !signsAt(key, body.validFrom)) return null;
    if (!(await isSignedBy(token, key, by))) return null;
    return isSet(await bitsOf(body.credentialSubject.encodedList), index);
  } catch {
    return null;
  }
}
