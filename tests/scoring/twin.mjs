/** Answers each line of JSON with what the browser's scoring makes of it. */
import { createInterface } from "node:readline";

import { score } from "../../generator/coursewright/browser/scoring/score.mjs";
import { passes, percent, total, verdict } from "../../generator/coursewright/browser/scoring/scoring.mjs";

for await (const line of createInterface({ input: process.stdin }))
  console.log(JSON.stringify(answer(JSON.parse(line))));

function answer({ asked, response, scores, worth, cut }) {
  if (asked) {
    const reached = score(asked, response);
    return [reached.points, reached.of, verdict(reached, response)];
  }
  const reached = total(scores.map(([points, of]) => ({ points, of })), worth ?? undefined);
  return [reached.points, reached.of, percent(reached), passes(reached, cut)];
}
