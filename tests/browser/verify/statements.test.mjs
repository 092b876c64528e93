import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";

import { RDFC10 } from "../../../generator/coursewright/browser/canonize/rdfc10.mjs";
import { CREDENTIAL, LIST, PROOF } from "../../../generator/coursewright/browser/verify/documents.mjs";
import { fromBase58, toBase64url } from "../../../generator/coursewright/browser/verify/letters.mjs";
import { plain } from "../../../generator/coursewright/browser/verify/plain.mjs";
import { isOf } from "../../../generator/coursewright/browser/verify/shape.mjs";
import { canonical } from "../../../generator/coursewright/browser/verify/statements.mjs";
import { subtle } from "../../../generator/coursewright/browser/verify/subtle.mjs";
import { statements } from "./vectors.mjs";

const hash = async (text) => createHash("sha256").update(text).digest("hex");

test("documents say what another reader of JSON-LD makes of them", async () => {
  assert.ok(statements.length > 7);
  for (const { document, says } of statements) {
    const part = document["@context"].length === 2 ? CREDENTIAL : LIST;
    assert.ok(isOf(document, part));
    assert.equal(await canonical(document, part, hash), says);
  }
});

/** W3C “Data Integrity EdDSA Cryptosuites v1.0”, appendix B: the hashes of two proofs by one key. */
const KEY = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";
const PROOFS = {
  [`https://vc.example/issuers/5678#${KEY}`]:
    "4c4d3890a157f8d611b13c265c2c22f39aa0a567c7c7dd9ba3e45cd579784eeb",
  [`did:key:${KEY}#${KEY}`]: "bea7b7acfbad0126b135104024a5f1733e705108f42d59668b05c0c50004c6b0",
};
/** The first with the hash of its document, and what was signed of both. */
const DOCUMENT = "517744132ae165a5349155bef0bb0cf2258fff99dfe1dbd914b938d775a36017";
const VALUE = "21EVs3eXERqTn4acNHT9viboqgzUaQ3kTmhPT3eA8qrVPE7CrQq78WkzctnMX5W4CrzcKnHw8V6dvy5pgWYCU5e9";

test("a proof of the standard says what the standard has", async () => {
  for (const [method, hashed] of Object.entries(PROOFS)) {
    const options = {
      type: "DataIntegrityProof",
      cryptosuite: "eddsa-rdfc-2022",
      created: "2023-02-24T23:36:38Z",
      verificationMethod: method,
      proofPurpose: "assertionMethod",
    };
    assert.equal(await hash(await canonical(options, PROOF, hash)), hashed);
  }
});

test("the signature of the standard is good, with and without a browser's help", async () => {
  const jwk = { kty: "OKP", crv: "Ed25519", x: toBase64url(fromBase58(KEY.slice(1)).slice(2)) };
  for (const engine of [subtle, plain]) {
    const signature = fromBase58(VALUE);
    const signed = Buffer.from(Object.values(PROOFS)[0] + DOCUMENT, "hex");
    assert.equal(await engine.isSigned(jwk, signature, signed), true);
    signed[5] ^= 1;
    assert.equal(await engine.isSigned(jwk, signature, signed), false);
  }
});

test("what things without a name are called does not matter", async () => {
  const name = (value) => ({ termType: "NamedNode", value: `https://a.example/${value}` });
  const blank = (value) => ({ termType: "BlankNode", value });
  const graph = { termType: "DefaultGraph", value: "" };
  const ring = (names) =>
    names.map((each, at) => ({
      subject: blank(each),
      predicate: name("next"),
      object: blank(names[(at + 1) % names.length]),
      graph,
    }));
  const digest = () => {
    const made = createHash("sha256");
    return { update: (text) => made.update(text), digest: async () => made.digest("hex") };
  };
  const done = (quads) => new RDFC10({ createMessageDigest: digest, maxWorkFactor: 2 }).main(quads);
  assert.equal(await done(ring(["a", "b", "c"])), await done(ring(["z", "x", "y"]).reverse()));
});
