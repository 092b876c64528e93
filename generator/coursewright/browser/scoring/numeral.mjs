/** The twin of `writing/numeral.py`: numbers as people write them, read exactly. */

const WRITTEN = "零〇一壹二贰貳两兩三叁參叄四肆五伍六陆陸七柒八捌九玖拾佰仟萬億點圓塊负負‐‑‒–—―−";
const PLAIN = "00112222233334455666778899十百千万亿点圆块---------";
const WORD = WRITTEN.slice(2, 26);
/** What only looks like a number. */
const NONE = new RegExp(`(?<![点點零〇\\d${WORD}])[${WORD}]{2}(?![零〇折\\d${WORD}])`, "g");
const DIGIT = `[\\p{Nd}${WRITTEN}十百千万亿.]`;
/** What NFKC would make digits of the number beside it. */
const RAISED = "[¹²³⁰-⁹₀-₉①-⑳]";
const BESIDE = new RegExp(`(?<=${DIGIT})(?=${RAISED})|(?<=${RAISED})(?=${DIGIT})`, "gu");
/** A numeral, and the sign of a share. */
export const NUMBER = "((?:\\d+(?:\\.\\d+)?|[十百千万亿]){1,40})([%‰‱]?)";
const SHARE = new RegExp(`(?<![\\d十百千万亿])([百千万])分之(-?${NUMBER})`, "g");

/**
 * A text in one width, case and kind of digit, so that NUMBER finds its numbers.
 *
 * @param {string} text
 */
export function plainly(text) {
  return text
    .replace(/\p{DI}/gu, "")
    .replace(BESIDE, "~")
    .normalize("NFKC")
    .toLowerCase()
    .replace(NONE, "~$&")
    .replace(/[点點](?=[\t-\r ]*\d{2}(?![%元\d十百千万亿]))/g, "点:")
    .replace(/./g, (sign) => PLAIN[WRITTEN.indexOf(sign)] ?? sign)
    .replace(/(?<!\d)[\t-\r ]+|[\t-\r ]+(?!\d)/g, "")
    .replace(/(?<=[元圆块])0?(?=\d分)/g, "0角")
    .replace(/(?<=[\d十百千万亿]块\d)(?=[.。]?$)/, "角")
    .replace(/[元圆块]0?(\d)[角毛](?:0?(\d)分)?/g, "点$1$2元")
    .replace(/(?<=\d)点(?=\d+(?![\d十]))/g, ".")
    .replace(/(?<=[十百千万亿])点(?=\d+(?![\d十分]))|(?<=^|[-+¥$€£之])\.(?=\d)/g, "0.")
    .replace(/(?<![\d,.])\d{1,3}(?:,\d{3})+(?!\d)/g, (found) => found.replaceAll(",", ""))
    .replace(/[1-9]\d(?=十)|\.\d+[百千万亿](?=\d)|[百千万亿](?=[1-9]\.)/g, "$&~")
    .replace(
      /([百千万亿])[1-9](?!\.?[\d十百千万亿])/g,
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
  const units = { 亿: 100000000n, 万: 10000n, 千: 1000n, 百: 100n, 十: 10n };
  for (const [unit, worth] of Object.entries(units)) {
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
