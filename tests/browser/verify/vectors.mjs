import { readFile } from "node:fs/promises";

import { verified } from "../../../generator/coursewright/browser/verify/verification.mjs";

/** What Python made, and thinks of it. */
export const { issuers, cases, older, statements } = JSON.parse(
  await readFile(new URL("../../vectors/credentials.json", import.meta.url), "utf8"),
);

export const bytes = (text) => new TextEncoder().encode(text);

/** As a site publishes it. */
export function published(name) {
  const { site, status, ...more } = issuers[name];
  return { ...more, site, list: `${site}credentials/status.json`, kept: status.token };
}

/** What the page would say of a file now, with the list at hand. */
export function judged(file, { now = "2026-12-01T00:00:00Z", issuer = "ours" } = {}) {
  const by = published(issuer);
  return verified(typeof file === "string" ? bytes(file) : file, by, now, async () => by.kept);
}

export const GOOD = new Set(["valid", "expired", "early", "revoked", "unknown"]);

/** A file of the cases by its name. */
export const fileOf = (name) => cases.find((each) => each.name === name).file;
