import { store } from "../record/device.mjs";
import { drawn } from "./drawing.mjs";
import { metLast } from "./entry.mjs";

/**
 * The items of the next sitting, which asks what the last one did not; that may not be in the record yet.
 *
 * @param {import("./pool.mjs").Pool} pool
 * @param {number} seed
 * @param {import("./sitting.mjs").Frame | null} last
 */
export function nextItems(pool, seed, last) {
  const met = [...metLast(store.record, Date.now()), ...(last?.items ?? []).map(([id]) => id)];
  const items = drawn(pool, seed, new Set(met)).flat();
  return items.map(([id, edition]) => /** @type {[string, number]} */ ([id, edition]));
}
