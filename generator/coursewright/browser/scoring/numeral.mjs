/** The twin of `writing/numeral.py`: numbers as people write them, read exactly. */

const WRITTEN = "零〇一壹二贰貳两兩三叁參叄四肆五伍六陆陸七柒八捌九玖拾佰仟萬億點圓塊负負‐‑‒–—―−";
const PLAIN = "00112222233334455666778899十百千万亿点圆块---------";
const WORD = WRITTEN.slice(2, 26);
const APART = new RegExp(
  `(?<![${WORD}\\p{Nd}零〇.点點])[${WORD}](?=[${WORD}](?![${WORD}\\p{Nd}零〇]))|` +
    "\\p{Nd}(?=\\p{No}|\\s*[点點]\\s*\\p{Nd}{2}(?!\\p{Nd}))",
  "gu",
);
/** A numeral, and the sign of a share. */
export const NUMBER = "((?:[0-9]+(?:\\.[0-9]+)?|[十百千万亿]){1,40})([%‰‱]?)";
const SHARE = new RegExp(`(?<![0-9十百千万亿])([百千万])分之(-?${NUMBER})`, "g");
/** @type {[string, bigint][]} */
const UNITS = Object.entries({ 亿: 100000000n, 万: 10000n, 千: 1000n, 百: 100n, 十: 10n });

/**
 * A text in one width, case and kind of digit, so that NUMBER finds its numbers.
 *
 * @param {string} text
 */
export function plainly(text) {
  return text
    .replace(/\p{DI}/gu, "")
    .replace(APART, "$&~")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/./g, (sign) => PLAIN[WRITTEN.indexOf(sign)] ?? sign)
    .replace(/(?<![0-9])[\t-\r ]+|[\t-\r ]+(?![0-9])/g, "")
    .replace(/(?<=[元圆块])0?(?=[0-9]分)/g, "0角")
    .replace(/[元圆块]0?([0-9])[角毛](?:0?([0-9])分)?/g, "点$1$2元")
    .replace(/(?<=[0-9])点(?=[0-9]+(?![0-9十]))/g, ".")
    .replace(/(?<=[十百千万亿])点(?=[0-9]+(?![0-9十分]))|(?<=^|[-+¥$€£之])\.(?=[0-9])/g, "0.")
    .replace(/(?<![0-9,.])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])/g, (found) => found.replaceAll(",", ""))
    .replace(/[1-9][0-9](?=十)|\.[0-9]+[百千万亿](?=[0-9])|[百千万亿](?=[1-9]\.)/g, "$&~")
    .replace(
      /([百千万亿])[1-9](?!\.?[0-9十百千万亿])/g,
      (short, of) => short + ("十百千"["百千万".indexOf(of)] ?? "千万"),
    )
    .replace(SHARE, (all, of, share, _, sign) => (sign ? all : share + "%‰‱"["百千万".indexOf(of)]));
}

/**
 * The value of what NUMBER found as a numeral, as so many of `10 ** -scale`.
 *
 * @param {string} numeral
 * @param {number} scale
 * @returns {bigint}
 */
export function read(numeral, scale) {
  for (const [unit, worth] of UNITS) {
    const at = numeral.lastIndexOf(unit);
    if (at >= 0)
      return read(numeral.slice(0, at) || "1", scale) * worth + read(numeral.slice(at + 1), scale);
  }
  const [whole = "", fraction = ""] = numeral.split(".");
  return BigInt(whole + fraction.padEnd(scale, "0"));
}

/**
 * What NUMBER found as a numeral, in plain decimals without idle zeros.
 *
 * @param {string} numeral
 */
export function decimal(numeral) {
  const scale = numeral.length;
  const digits = String(read(numeral, scale)).padStart(scale + 1, "0");
  return `${digits.slice(0, -scale)}.${digits.slice(-scale)}`.replace(/\.?0+$/, "");
}
