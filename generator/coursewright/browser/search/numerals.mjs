/** Numbers of chapters and sections, which Chinese writes in figures or in characters: 第6章, 第六章, 第6.3节. */

const DIGITS = "〇一二三四五六七八九";
const UNITS = "章节節课課讲講篇";
const COUNTED = new RegExp(`第\\s*(\\d+|[零两十百${DIGITS}]+)\\s*([${UNITS}])`, "g");
const SECTION = /第(\d+)章第(\d+)[节節]/g;
const DOTTED = new RegExp(`(?:第\\s*)?(\\d+(?:\\.\\d+)+)\\s*[${UNITS}]`, "g");
const FIGURES = new RegExp(`第(\\d+)([${UNITS}])`, "g");

/**
 * A text with these numbers in figures, and “6.3” for the third section of the sixth chapter.
 *
 * @param {string} text
 */
export function numbered(text) {
  return text
    .replace(COUNTED, (_, number, unit) => `第${Number(number) || valueOf(number)}${unit}`)
    .replace(SECTION, "$1.$2")
    .replace(DOTTED, "$1");
}

/**
 * The source of a pattern that finds a word of a query in either writing; all its signs stand for themselves.
 *
 * @param {string} word numbered
 */
export function eitherWay(word) {
  const plain = word.replace(/[^\p{L}\p{N}\s]/gu, "\\$&");
  return plain.replace(FIGURES, (_, number, unit) => `第\\s*(?:${number}|${written(+number)})\\s*${unit}`);
}

/** @param {string} number in characters, below a thousand */
function valueOf(number) {
  const digits = [...number.replace(/零/g, "〇").replace(/两/g, "二")];
  if (!/[十百]/.test(number)) return Number(digits.map((digit) => DIGITS.indexOf(digit)).join(""));
  let [sum, digit] = [0, 0];
  for (const sign of digits) {
    const unit = { 十: 10, 百: 100 }[sign];
    if (unit) sum += (digit || 1) * unit;
    digit = unit ? 0 : DIGITS.indexOf(sign);
  }
  return sum + digit;
}

/** @param {number} number below a hundred, or the figures are as good */
function written(number) {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  if (tens > 9) return String(number);
  const ten = tens > 1 ? `${DIGITS[tens]}十` : tens ? "十" : "";
  return ten + (ones ? DIGITS[ones] : "");
}
