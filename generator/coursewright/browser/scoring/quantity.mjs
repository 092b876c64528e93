import { essence, LONGEST } from "./canonical.mjs";
import { NUMERAL, plainly, read } from "./numeral.mjs";

/** @typedef {import("./numeral.mjs").Decimal} Decimal */

const TYPED = new RegExp(`^((?:人民币|rmb)?[¥$€£]?)([-+]?)[¥$€£]?(${NUMERAL})([%‰]?)([^]*)$`);
const UNIT = /^([十百千万亿]*)([%‰]?)([^]*)$/;
/** @type {Record<string, number>} */
const SHARES = { "": 0, "%": 2, "‰": 3 };

/**
 * The twin of `scoring/quantity.py`: whether a number is within a tolerance of another one in a unit.
 *
 * @param {string} typed
 * @param {{value: string, tolerance?: string, unit?: string}} expected
 */
export function isWithin(typed, { value, tolerance = "0", unit = "" }) {
  const found = [...typed].length <= LONGEST && TYPED.exec(plainly(typed));
  if (!found) return false;
  const [, currency, sign, numeral = "", share = "", rest = ""] = found;
  const [, magnitude = "", part = "", name = ""] = UNIT.exec(plainly(unit)) ?? [];
  const factor = { mantissa: magnitude ? read(magnitude).mantissa : 1n, scale: SHARES[part] ?? 0 };
  const [base, written] = [named(name), named(rest)];
  if (written && written !== base) return false;
  const { mantissa, scale } = read(numeral);
  const number = { mantissa: sign === "-" ? -mantissa : mantissa, scale: scale + (SHARES[share] ?? 0) };
  const isWhole = written || share || new RegExp(`${magnitude || "万"}|[万亿]`).test(numeral);
  const [wanted, most] = [times(asDecimal(value), factor), times(asDecimal(tolerance), factor)];
  // ¥72000 may be meant whole, and ¥7.2 in the unit that stands beside.
  const isAmount = (isWhole || currency) && isNear(number, wanted, most);
  return isAmount || (!isWhole && isNear(times(number, factor), wanted, most));
}

/** @param {string} unit */
function named(unit) {
  return essence(unit)
    .replace(/圆|块钱?/g, "元")
    .replace(/^个|整$|人民币$/g, "");
}

/**
 * @param {string} text
 * @returns {Decimal}
 */
function asDecimal(text) {
  const [whole = "", fraction = ""] = text.split(".");
  return { mantissa: BigInt(whole + fraction), scale: fraction.length };
}

/**
 * @param {Decimal} number
 * @param {Decimal} factor
 * @returns {Decimal}
 */
function times(number, factor) {
  return { mantissa: number.mantissa * factor.mantissa, scale: number.scale + factor.scale };
}

/** @param {[Decimal, Decimal, Decimal]} numbers what was found, what is wanted, how far from it is near */
function isNear(...numbers) {
  const most = Math.max(...numbers.map(({ scale }) => scale));
  const [found, wanted, tolerance] = /** @type {[bigint, bigint, bigint]} */ (
    numbers.map(({ mantissa, scale }) => mantissa * 10n ** BigInt(most - scale))
  );
  const apart = found - wanted;
  return (apart < 0n ? -apart : apart) <= tolerance;
}
