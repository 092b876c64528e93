import { essence, LONGEST } from "./canonical.mjs";
import { NUMBER, plainly, read } from "./numeral.mjs";

/**
 * What a pattern below found; a group that found nothing is empty.
 *
 * @typedef {[string, string, string, string, string, string]} Found
 */

const TYPED = new RegExp(`^["'“”‘’「『:=]*(人民币|rmb|[¥$€£]?)([-+]?)[¥$€£]?${NUMBER}([^]*)`);
/**
 * Two words for one unit, each with its reason in the other twin.
 *
 * @type {Record<string, string>}
 */
const SAME = { 日: "天", 星期: "周", 周岁: "岁" };

/**
 * The twin of `scoring/quantity.py`: whether a number is within a tolerance of another one in a unit.
 *
 * @param {string} typed
 * @param {{value: string, tolerance?: string, unit?: string}} expected
 */
export function isWithin(typed, { value, tolerance = "0", unit = "" }) {
  const found = [...typed].length <= LONGEST && TYPED.exec(plainly(typed));
  if (!found) return false;
  const [, currency, sign, numeral, share, rest] = /** @type {Found} */ (/** @type {unknown} */ (found));
  const [, magnitude, part, name] = /** @type {Found} */ (
    /** @type {unknown} */ (/^([十百千万亿]*)([%‰‱]?)([^]*)/.exec(plainly(unit)))
  );
  const written = named(rest);
  if ((written && written !== named(name)) || /^\/|[-〜%‰‱]$/.test(rest)) return false;
  const scale = (value + tolerance + numeral).length + 4;
  const factor = read(magnitude || "1", 0);
  // Each share's sign stands where its places behind the point say.
  const shared = (/** @type {string} */ text, /** @type {string} */ of) =>
    read(text, scale - "  %‰‱".indexOf(of));
  const isNear = (/** @type {bigint} */ number) => {
    const apart = number * BigInt(sign + 1) - shared(value, part) * factor;
    return apart ** 2n <= (shared(tolerance, part) * factor) ** 2n;
  };
  const isWhole = written || share || new RegExp(`${magnitude || "万"}|[万亿]`).test(numeral);
  // ¥72000 may be meant whole, and ¥7.2 in the unit that stands beside.
  return (
    ((isWhole || currency) && isNear(shared(numeral, share))) ||
    (!isWhole && isNear(shared(numeral, part) * factor))
  );
}

/** @param {string} unit */
function named(unit) {
  const name = essence(unit)
    .replace(/[元圆块]钱?/g, "元")
    .replace(/^个|[整正]$|人民币/g, "");
  return SAME[name] ?? name;
}
