import { FIELDS } from "./adaptation.mjs";
import { SIGNED, confirmed, isSettled } from "./confirming.mjs";
import { wholePercent } from "./entered.mjs";

/**
 * The whole source of an adapted role, in the order of the model. What is not changed stays to the letter.
 *
 * @param {import("./adaptation.mjs").Adaptation} adaptation
 */
export function adaptedSource(adaptation) {
  const { role } = adaptation;
  const fields = Object.fromEntries(FIELDS.map((name) => [name, now(adaptation, name, role[name])]));
  const kpis = role.kpis.map((kpi, at) => {
    return { ...kpi, target: now(adaptation, `kpis.${at + 1}.target`, kpi.target) };
  });
  const duties = adaptation.kept.map(({ number }) => duty(adaptation, number));
  const lists = ["required", "preferred"].map((name) => [name, qualifications(adaptation, name)]);
  const proposals = role.proposals.filter((name) => !isSettled(adaptation, name));
  const own = { duties, kpis, proposals, document: confirmedDocument(adaptation) };
  // A superior by name gives way to a role.
  if (role.superior && adaptation.isChanged("reports_to")) Object.assign(own, { superior: null });
  return { ...role, ...fields, ...Object.fromEntries(lists), ...own };
}

/**
 * @param {import("./adaptation.mjs").Adaptation} adaptation
 * @param {string} name of the list
 */
function qualifications(adaptation, name) {
  const entries = /** @type {import("./adaptation.mjs").Qualification[]} */ (adaptation.role[name]);
  return entries.map((one, at) => {
    return isSettled(adaptation, `${name}.${at + 1}`) ? { ...one, proposed: false } : one;
  });
}

/**
 * Who confirmed what, and when, is kept.
 *
 * @param {import("./adaptation.mjs").Adaptation} adaptation
 */
function confirmedDocument(adaptation) {
  const { role } = adaptation;
  const fields = confirmed(adaptation);
  if (!fields.length) return role.document;
  const [by, date] = SIGNED.map((key) => adaptation.text(key));
  const confirmations = [...(role.document.confirmations ?? []), { by, date, fields }];
  return { ...role.document, confirmations };
}

/**
 * @param {import("./adaptation.mjs").Adaptation} adaptation
 * @param {number} number
 */
function duty(adaptation, number) {
  const own = adaptation.role.duties[number - 1];
  const key = `duties.${number}`;
  const text = now(adaptation, `${key}.text`, own?.text) ?? "";
  const standard = now(adaptation, `${key}.standard`, own?.standard) ?? "";
  const written = { text, standard, weight: wholePercent(adaptation.text(`${key}.weight`)) };
  const source = !own || own.source || isSettled(adaptation, key);
  return own ? { ...own, ...written, source } : { ...written, source };
}

/**
 * @param {import("./adaptation.mjs").Adaptation} adaptation
 * @param {string} key
 * @param {unknown} original
 */
function now(adaptation, key, original) {
  return adaptation.isChanged(key) ? adaptation.text(key) || null : original ?? null;
}
