import { readFile } from "node:fs/promises";

/** What the site of the small course says, as `tests/render/test_xapi.py` holds it. */
export const about = JSON.parse(
  await readFile(new URL("../../snapshots/render/xapi/xapi.json", import.meta.url), "utf8"),
);
export const actor = { objectType: "Agent", account: { homePage: about.homePage, name: "A-17" } };

/** Sent in their names: one with an identifier of every kind. */
export const actors = [
  actor,
  { objectType: "Agent", name: "李 雷", mbox: "mailto:lei@garden.example" },
  { objectType: "Agent", mbox_sha1sum: "ebd31e95054c018b10727ccffd2ef2ec3a016ee9" },
  { objectType: "Agent", openid: "https://id.example/lei" },
];

/** Noon of a day, in milliseconds since 1970. */
export function noon(day) {
  return Date.UTC(2026, 0, day, 12);
}

/** A record with these concerns, and nothing else in it. */
export function record(concerns = {}) {
  return { items: {}, quizzes: {}, sections: {}, sheets: {}, ...concerns };
}

/** An entry of tries at these times. */
export function triedAt(...times) {
  return { tries: times.map((at) => ({ at, points: 1, of: 1, response: ["qaeg"] })) };
}

/** A section that was read. */
export function readAt(at) {
  return { title: "Layers", url: "/learn/soil/layers/", at, read: at };
}
