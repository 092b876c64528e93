import { essence, LONGEST } from "./canonical.mjs";
import { NUMBER, plainly, read } from "./numeral.mjs";

/**
 * What a pattern below found; a group that found nothing is empty.
 *
 * @typedef {[string, string, string, string, string, string, string]} Found
 */

const TYPED = new RegExp(`^["'“”‘’「『:=]*((?:人民币|rmb)?[¥$€£]?)([-+]?)([¥$€£]?)${NUMBER}([^]*)`);
/** What stands for a currency before a number, RMB by its last letter, with what its unit is called. */
const MONEY =
  /[¥b币](日?元|¥|cny|yuan)|\$.*([^日欧]元|美金|港币|\$|dollar|usd)|€.*(欧|€|eur)|£.*(镑|£|pound|gbp)/;
/**
 * Two words for one unit, each with its reason in the other twin.
 *
 * @type {Record<string, string>}
 */
const SAME = { 日: "天", 星期: "周", 周岁: "岁", 毛: "角" };

/**
 * The twin of `scoring/quantity.py`: whether a number is within a tolerance of another one in a unit.
 *
 * @param {string} typed
 * @param {{value: string, tolerance?: string, unit?: string}} expected
 */
export function isWithin(typed, { value, tolerance = "0", unit = "" }) {
  const found = [...typed].length <= LONGEST && TYPED.exec(plainly(typed));
  if (!found) return false;
  const [, before, sign, behind, numeral, share, rest] = /** @type {Found} */ (
    /** @type {unknown} */ (found)
  );
  const [, magnitude, part, name] = /** @type {Found} */ (
    /** @type {unknown} */ (/^([十百千万亿]*)([%‰‱]?)([^]*)/.exec(plainly(unit)))
  );
  const [written, base, currency] = [named(rest), named(name), before + behind];
  const isTenths = written === "角" && base === "元" && !share;
  if ((written && written !== base && !isTenths) || /^\/|[-〜%‰‱]$/.test(rest)) return false;
  const asked = base || part;
  if (currency && asked && !MONEY.test(currency + asked)) return false;
  const scale = (value + tolerance + numeral).length + 4;
  const factor = read(magnitude || "1", 0);
  // Each share's sign stands where its places behind the point say.
  const shared = (/** @type {string} */ text, /** @type {string} */ of) =>
    read(text, scale - " 角%‰‱".indexOf(of));
  const isNear = (/** @type {bigint} */ number) => {
    const apart = number * BigInt(sign + 1) - shared(value, part) * factor;
    return apart ** 2n <= (shared(tolerance, part) * factor) ** 2n;
  };
  const isWhole = written || share || new RegExp(`${magnitude || "万"}|[万亿]`).test(numeral);
  // ¥72000 may be meant whole, and ¥7.2 in the unit that stands beside.
  return (
    ((isWhole || currency) && isNear(shared(numeral, isTenths ? written : share))) ||
    (!isWhole && isNear(shared(numeral, part) * factor))
  );
}

/** @param {string} unit */
function named(unit) {
  const name = essence(unit)
    .replace(/(人民币|rmb|[元圆块])+/g, "元")
    .replace(/^个|[整正钱]$/g, "");
  return SAME[name] ?? name;
}
