import { FIELDS } from "./adaptation.mjs";
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
  return { ...role, ...fields, duties, kpis };
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
  return own ? { ...own, ...written } : written;
}

/**
 * @param {import("./adaptation.mjs").Adaptation} adaptation
 * @param {string} key
 * @param {unknown} original
 */
function now(adaptation, key, original) {
  return adaptation.isChanged(key) ? adaptation.text(key) || null : original ?? null;
}
