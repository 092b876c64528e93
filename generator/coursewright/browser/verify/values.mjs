/** What a value of a credential may be. */

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const ADDRESS = /^(?:https?|urn|did):[!-~]+$/;
const INDEX = /^(?:0|[1-9]\d{0,6})$/;
const LIST = /^u[\w-]+$/;
const LONE = /\p{Surrogate}/u;

/** @param {any} value */
export const isAddress = (value) => isText(value) && value.length <= 2000 && ADDRESS.test(value);
/** @param {any} value */
export const isText = (value) =>
  typeof value === "string" && value !== "" && value.length <= 20_000 && !LONE.test(value);
/** @param {any} value a time of the calendar, UTC, to the second */
export const isMoment = (value) =>
  isText(value) && MOMENT.test(value) && toMoment(new Date(value)) === value;
/** @param {any} value as text */
export const isIndex = (value) => typeof value === "string" && INDEX.test(value);
/** @param {any} value bits in letters */
export const isList = (value) => typeof value === "string" && value.length <= 1_000_000 && LIST.test(value);
/** @param {...any} values @returns {(value: any) => boolean} */
export const oneOf = (...values) => (value) => values.includes(value);

/** @param {Date} date */
export function toMoment(date) {
  return Number.isNaN(date.getTime()) ? "" : `${date.toISOString().slice(0, 19)}Z`;
}
