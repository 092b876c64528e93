/**
 * The twin of `writing/numeral.py`: numbers as people write them, read exactly.
 *
 * @typedef {{mantissa: bigint, scale: number}} Decimal `mantissa / 10 ** scale`
 */

const WRITTEN = [..."零〇一壹二贰貳两兩三叁參四肆五伍六陆陸七柒八捌九玖拾佰仟萬億负負‐‑‒–—―−"];
const PLAIN = "0011222223334455666778899十百千万亿---------";
export const NUMERAL = "(?:[0-9]+(?:\\.[0-9]+)?|[十百千万亿]){1,40}";
const SHARE = new RegExp(`([百千])分之(${NUMERAL})`, "g");
/** @type {Record<string, string>} */
const TENTHS = { 百: "十", 千: "百", 万: "千", 亿: "千万" };
/** @type {Record<string, bigint>} */
const TENS = { 十: 10n, 百: 100n, 千: 1000n };

/**
 * A text in one width, case and kind of digit, so that NUMERAL finds its numbers.
 *
 * @param {string} text
 */
export function plainly(text) {
  return [...text.normalize("NFKC").toLowerCase()]
    .map((sign) => PLAIN[WRITTEN.indexOf(sign)] ?? sign)
    .join("")
    .replace(/(?<![0-9])[ \t\n\r]+|[ \t\n\r]+(?![0-9])/g, "")
    .replace(/(?<=[0-9])点(?=[0-9])/g, ".")
    .replace(/(?<![0-9,.])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])/g, (found) => found.replaceAll(",", ""))
    .replace(/([百千万亿])[1-9](?![0-9.十百千万亿])/g, (short, of) => short + TENTHS[of])
    .replace(SHARE, (_, of, share) => share + (of === "百" ? "%" : "‰"));
}

/**
 * The value of what NUMERAL found.
 *
 * @param {string} numeral
 * @returns {Decimal}
 */
export function read(numeral) {
  const parts = [...numeral.matchAll(/([0-9]+)(?:\.([0-9]+))?|(.)/gu)];
  const scale = Math.max(...parts.map(([, , fraction = ""]) => fraction.length));
  const one = 10n ** BigInt(scale);
  let [total, section] = [0n, 0n];
  /** @type {bigint | null} */
  let waiting = null;
  for (const [, whole = "", fraction = "", unit] of parts) {
    if (!unit) waiting = BigInt(whole + fraction.padEnd(scale, "0"));
    else if (TENS[unit]) {
      section += (waiting ?? one) * TENS[unit];
      waiting = null;
    } else {
      section += waiting ?? (section || total ? 0n : one);
      total = unit === "亿" ? (total + section) * 100000000n : total + section * 10000n;
      [section, waiting] = [0n, null];
    }
  }
  return { mantissa: total + section + (waiting ?? 0n), scale };
}

/**
 * Plain decimals without idle zeros.
 *
 * @param {Decimal} number
 */
export function decimal({ mantissa, scale }) {
  const digits = String(mantissa).padStart(scale + 1, "0");
  const part = digits.slice(digits.length - scale).replace(/0+$/, "");
  return digits.slice(0, digits.length - scale) + (part && `.${part}`);
}
