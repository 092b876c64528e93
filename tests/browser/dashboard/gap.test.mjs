import assert from "node:assert/strict";
import { test } from "node:test";

import { gaps } from "../../../generator/coursewright/browser/dashboard/gap.mjs";

const one = (id, sections = []) => ({ id, title: id, url: `c/#${id}`, sections });
const FRAMEWORK = {
  levels: ["1", "2", "3", "4"],
  groups: [
    { title: "g", competencies: [one("a", ["s1", "s2", "s3", "s4", "s5"]), one("b")] },
    { title: "h", competencies: [one("c"), one("d", ["s1"])] },
  ],
  roles: [
    {
      ...{ id: "r", title: "R", url: "r/" },
      needs: [
        ["b", 2, false],
        ["c", 2, true],
        ["a", 4, true],
        ["gone", 1, true],
        ["d", 3, true],
      ],
    },
  ],
};
const SECTIONS = ["s1", "s2", "s3", "s4", "s5"].map((id) => ({ id, title: id, url: `${id}/`, minutes: 5 }));
const share = (value) => ({ share: value, asked: 1, total: 1 });
const KNOWN = {
  levels: { d: { tries: [{ at: 1, level: 4 }] }, a: { tries: [{ at: 1, level: 4 }, { at: 2, level: 1 }] } },
  competencies: new Map([["a", share(0.4)]]),
  places: new Map([
    ["s1/", share(0.9)],
    ["s2/", share(0.7)],
    ["s4/", share(0.1)],
  ]),
  sections: SECTIONS,
};

test("the largest gap comes first, what is essential before what is desirable", () => {
  const needs = gaps(FRAMEWORK, "r", KNOWN);
  assert.deepEqual(
    needs.map(({ competency, own, gap }) => [competency.id, own, gap]),
    [
      ["a", 1, 3],
      ["c", 0, 2],
      ["b", 0, 2],
      ["d", 4, 0],
    ],
  );
  assert.equal(needs[0].evidence.share, 0.4);
  assert.equal(needs[1].evidence, undefined);
});

test("what closes it are at most three sections that are not mastered, the least known first", () => {
  const [a, , , d] = gaps(FRAMEWORK, "r", KNOWN);
  assert.deepEqual(a.sections.map(({ id }) => id), ["s3", "s5", "s4"]);
  assert.deepEqual(d.sections, []);
});

test("a role that there is not has no gap", () => {
  assert.equal(gaps(FRAMEWORK, "constructor", KNOWN), null);
  assert.deepEqual(gaps({ ...FRAMEWORK, roles: [] }, "r", KNOWN), null);
});
