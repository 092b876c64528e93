import assert from "node:assert/strict";
import { test } from "node:test";

import { yaml } from "../../../generator/coursewright/browser/files/yaml.mjs";

test("a mapping is written in its own order, lists of mappings as blocks", () => {
  const duties = [{ text: "a: b", weight: 25, source: true }, { text: "-", weight: 75 }];
  const role = { code: "RM-01", aliases: ["甲", "乙"], duties, document: { version: "1.0" } };
  assert.equal(
    yaml(role),
    `code: "RM-01"
aliases:
  - "甲"
  - "乙"
duties:
  - text: "a: b"
    weight: 25
    source: true
  - text: "-"
    weight: 75
document:
  version: "1.0"
`,
  );
});

test("mappings in mappings in lists keep their depth", () => {
  const written = yaml({ a: [{ b: [{ c: 1 }], d: { e: 2 } }] });
  assert.equal(written, "a:\n  - b:\n      - c: 1\n    d:\n      e: 2\n");
});

test("what is null or an empty list is left out, what is false, zero or an empty text is not", () => {
  assert.equal(yaml({ a: null, b: [], c: undefined, d: false, e: 0, f: "" }), 'd: false\ne: 0\nf: ""\n');
});

test("quotes, ends of line and characters that do not print are escaped", () => {
  const text = yaml({ a: 'say "x"\\\n\t\u2028\u0085\u007f\ufeff', b: "no: # yes", c: "😀" });
  assert.equal(text, 'a: "say \\"x\\"\\\\\\n\\t\\u2028\\u0085\\u007f\\ufeff"\nb: "no: # yes"\nc: "😀"\n');
});
