// @ts-nocheck
/*! noble-curves 2.4.0 - MIT License (c) 2022 Paul Miller (paulmillr.com) */
import { ecdsa } from "./curves/abstract/weierstrass.mjs";
import { sha256 } from "./hashes/sha2.mjs";
import { p256 } from "./p256.mjs";

/** ES256 (RFC 7518, 3.4), where either of both s is a signature. */
export const es256 = /* @__PURE__ */ ecdsa(p256.Point, sha256, { lowS: false });
