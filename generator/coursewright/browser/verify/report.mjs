import { button, element } from "../page/element.mjs";
import { mark } from "../page/mark.mjs";
import { sentence } from "../page/sentence.mjs";
import { facts } from "./facts.mjs";
import words from "./words.mjs";

/**
 * @typedef {object} Told
 * @property {import("./verification.mjs").Verdict | "number"} verdict
 * @property {string} [kind]
 * @property {Record<string, any>} [credential]
 * @property {string} [listed] when the status list was made, UTC
 *
 * @typedef {object} About
 * @property {import("./verification.mjs").Issuer} issuer
 * @property {string} now UTC
 * @property {string} name of the file, or nothing
 * @property {string} root of this site
 */

/** @type {Record<Told["verdict"], "right" | "partly" | "wrong">} */
const MARKS = {
  valid: "right",
  expired: "partly",
  early: "partly",
  unknown: "partly",
  revoked: "wrong",
  altered: "wrong",
  forged: "wrong",
  impostor: "wrong",
  stranger: "wrong",
  unreadable: "partly",
  number: "partly",
  powerless: "partly",
};

/**
 * What was found, in words; what the credential says is shown only where the issuer signed it.
 *
 * @param {Told} told
 * @param {About} about
 */
export function report({ verdict, kind, credential, listed }, about) {
  const { issuer, now, name } = about;
  const title = element("h2", `cw-verdict is-${MARKS[verdict]}`, mark(MARKS[verdict], words[verdict]));
  const said = element("p", "", sentence(words[`${verdict}_told`], { issuer: issuer.name }));
  const shown = credential ? [facts(credential, about), element("p", "cw-m", words.compare)] : [];
  const bar = element("p", "cw-buttons", button(words.print, "print"), button(words.again, "again"));
  return [title, said, ...shown, ...circumstances(now, name, kind, listed), bar];
}

/**
 * @param {string} now
 * @param {string} name
 * @param {string} [kind]
 * @param {string} [listed]
 */
function circumstances(now, name, kind, listed) {
  const source = [name, kind].filter(Boolean).join(" · ");
  const when = new Date(now).toLocaleString(document.documentElement.lang || undefined);
  const said = [sentence(words.checked, { when })];
  if (listed) said.push(sentence(words.listed, { date: listed.slice(0, 10) }));
  if (source) said.unshift(sentence(words.read_from, { source }));
  return said.map((line) => element("p", "cw-m", line));
}
