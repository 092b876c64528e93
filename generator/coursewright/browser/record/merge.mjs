import { KINDS } from "./record.mjs";

/**
 * Add what another record knows; of two entries the later one stays.
 *
 * @param {import("./record.mjs").LearnerRecord} record changed in place
 * @param {import("./record.mjs").LearnerRecord} other
 */
export function merge(record, other) {
  for (const kind of KINDS) {
    const mine = /** @type {Record<string, {at: number}>} */ (record[kind]);
    for (const [id, entry] of Object.entries(other[kind])) {
      const old = Object.hasOwn(mine, id) ? mine[id] : undefined;
      if (!old || entry.at > old.at) mine[id] = entry;
    }
  }
  for (const [id, { read }] of Object.entries(other.sections)) {
    const visit = record.sections[id];
    if (visit) visit.read = Math.max(visit.read, read);
  }
}
