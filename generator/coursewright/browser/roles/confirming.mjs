import { FIELDS } from "./adaptation.mjs";

/**
 * What HR confirms of a role. A tick is a value of the adaptation; nothing is confirmed until it is said
 * who does, and on which day.
 *
 * @typedef {import("./adaptation.mjs").Adaptation} Adaptation
 */

/** The value of a tick, and of a mark in Word that is confirmed. */
export const SETTLED = "settled";
export const SIGNED = ["confirmation.by", "confirmation.date"];

/** @param {Adaptation} adaptation */
export function isSigned(adaptation) {
  return SIGNED.every((key) => adaptation.text(key));
}

/** The names of what is ticked. @param {Adaptation} adaptation */
export function ticked(adaptation) {
  const names = adaptation.proposals.map(([name]) => name);
  return names.filter((name) => adaptation.text(`confirm.${name}`) === SETTLED);
}

/** The names of what is confirmed. @param {Adaptation} adaptation */
export function confirmed(adaptation) {
  return isSigned(adaptation) ? ticked(adaptation) : [];
}

/**
 * Whether what has this name is no proposal any more: confirmed, or HR's own words.
 *
 * @param {Adaptation} adaptation
 * @param {string} name
 */
export function isSettled(adaptation, name) {
  const own = name.startsWith("duties.") ? `${name}.text` : FIELDS.includes(name) ? name : "";
  return confirmed(adaptation).includes(name) || adaptation.isChanged(own);
}
