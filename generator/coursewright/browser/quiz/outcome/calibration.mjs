import { element } from "../../page/element.mjs";
import { sentence } from "../../page/sentence.mjs";
import { LEVELS } from "../sureness.mjs";
import words from "./words.mjs";

/**
 * How many of each level were right.
 *
 * @param {readonly {verdict: string, sure: number}[]} questions
 */
export function calibration(questions) {
  const rows = LEVELS.flatMap((level, at) => {
    const own = questions.filter(({ sure }) => sure === at + 1);
    const right = own.filter(({ verdict }) => verdict === "right").length;
    return own.length ? [sentence(words.calibrated, { level, right, total: own.length })] : [];
  });
  return rows.length ? [element("p", "cw-m", `${words.calibration} ${rows.join(" · ")}`)] : [];
}
