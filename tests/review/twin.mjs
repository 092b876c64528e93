/** Answers each line of JSON, a list of [rating, at], with the memory after each of them. */
import { createInterface } from "node:readline";

import { after, retrievability } from "../../generator/coursewright/browser/review/fsrs.mjs";

for await (const line of createInterface({ input: process.stdin })) {
  let memory = null;
  const told = JSON.parse(line).map(([rating, at]) => {
    const known = memory ? retrievability(memory, at) : 0;
    memory = after(memory, rating, at);
    return [memory.stability, memory.difficulty, memory.due, known];
  });
  console.log(JSON.stringify(told));
}
