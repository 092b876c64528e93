/**
 * Whether a credential is good, by the keys that the site names as its issuer's and no others: a key that a
 * file brings proves nothing.
 *
 * What is told apart: a file that names a key of the issuer's, and is not what that key signed, was altered;
 * one that names the issuer and a key that is none of its own was forged, and so was one that a key signed
 * after its end, whatever date it has; one of another identity was issued by somebody else, be it under the
 * same name. Of all of these nothing that they say is shown.
 *
 * @typedef {import("./engine.mjs").Key} Key
 *
 * @typedef {object} Issuer
 * @property {string} name
 * @property {string} site its address
 * @property {string} list address of its status list, as credentials have it
 * @property {string} kept the list of when the site was built, as a JWT
 * @property {Key[]} keys
 *
 * @typedef {"valid" | "expired" | "early" | "revoked" | "unknown" | "altered" | "forged" | "impostor"
 *   | "stranger" | "unreadable" | "powerless"} Verdict
 *   `unknown`: good but for its status, which cannot be told; `powerless`: what computes did not come
 *
 * @typedef {object} Finding
 * @property {Verdict} verdict
 * @property {import("./carried.mjs").Kind} [kind]
 * @property {Record<string, any>} [credential] where the issuer signed it
 * @property {string} [listed] when the status list was made, UTC
 */

import { Late } from "../quiz/late.mjs";
import { alike } from "./alike.mjs";
import { carried } from "./carried.mjs";
import { CREDENTIAL } from "./documents.mjs";
import { engine } from "./engine.mjs";
import { statusOf } from "./revoked.mjs";
import { isOf } from "./shape.mjs";
import { isObject } from "./strictjson.mjs";
import { isListed, isSignedBy, namedBy, signsAt } from "./signer.mjs";

/** Few certificates come as JSON, and what they say is put in order by a library. */
const proof = new Late(readsProofs);

/** Has all come that is loaded later, for there may be no network then. */
export function fetchRest() {
  proof.get();
  for (const curve of /** @type {const} */ (["P-256", "Ed25519"])) engine(curve);
}

/**
 * What a file is worth at a moment. Never throws for what is in the file.
 *
 * @param {Uint8Array} file
 * @param {Issuer} issuer
 * @param {string} now UTC, to the second
 * @param {() => Promise<string | null>} fetched the status list as it is now, as a JWT, if it can be had
 * @returns {Promise<Finding>}
 */
export async function verified(file, issuer, now, fetched) {
  const found = await carried(file).catch(() => null);
  const claimed = found && claimedBy(found.body);
  if (!found || !claimed) return { verdict: "unreadable" };
  const { kind } = found;
  if (!issuer.keys.some((key) => didOf(key) === claimed.id))
    return { verdict: alike(claimed.name) === alike(issuer.name) ? "impostor" : "stranger", kind };
  const key = namedBy(found, issuer.keys);
  if (!key || didOf(key) !== claimed.id) return { verdict: "forged", kind };
  const by = await engine(found.token ? "P-256" : "Ed25519");
  const proofs = found.token ? null : await proof.get();
  if (!by || !(found.token || proofs)) return { verdict: "powerless", kind };
  const signed = async () =>
    found.token
      ? isSignedBy(found.token, key, by)
      : proofs?.isProved(found.body, CREDENTIAL, found.proof ?? {}, key, by);
  const isGood = isOf(found.body, CREDENTIAL) && (await signed().catch(() => false));
  if (!isGood) return { verdict: "altered", kind };
  const credential = found.body;
  const isInTime = signsAt(key, credential.validFrom) && (await isListed(found, key, by));
  if (!isInTime) return { verdict: "forged", kind };
  const { isRevoked, listed } = await statusOf(credential.credentialStatus, issuer, fetched);
  return { verdict: standing(credential, isRevoked, now), kind, credential, listed };
}

/**
 * @param {string} end of its address
 * @returns {Promise<typeof import("./proof.mjs")>}
 */
function readsProofs(end) {
  return end ? import(`./proof.mjs${end}`) : import("./proof.mjs");
}

/**
 * The issuer's identity and name, as the file says; null where it says none.
 *
 * @param {Record<string, any>} body
 */
function claimedBy({ issuer }) {
  if (typeof issuer === "string") return { id: issuer, name: "" };
  if (!isObject(issuer) || typeof issuer.id !== "string") return null;
  return { id: issuer.id, name: typeof issuer.name === "string" ? issuer.name : "" };
}

/** @param {Key} key */
function didOf({ id }) {
  return id.split("#")[0];
}

/**
 * Moments are of one spelling, so they compare as texts.
 *
 * @param {Record<string, any>} credential
 * @param {boolean | null} isRevoked
 * @param {string} now
 * @returns {Verdict}
 */
function standing({ validFrom, validUntil }, isRevoked, now) {
  if (isRevoked) return "revoked";
  if (validUntil !== undefined && validUntil <= now) return "expired";
  if (now < validFrom) return "early";
  return isRevoked === null ? "unknown" : "valid";
}
