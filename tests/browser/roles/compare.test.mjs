import assert from "node:assert/strict";
import { test } from "node:test";

import {
  readRoles,
  sideBySide,
  toggled,
  writeRoles,
} from "../../../generator/coursewright/browser/roles/comparison.mjs";
import { dice } from "../memory.mjs";

const known = ["a", "b", "c", "d"];

/** @type {import("../../../generator/coursewright/browser/roles/comparison.mjs").Comparison} */
const data = {
  aspects: [
    { title: "Level", kind: "line", names: {} },
    { title: "Duties", kind: "list", names: {} },
    { title: "Competencies", kind: "rows", names: { dig: "Digging", plan: "Planning", sell: "Selling" } },
  ],
  roles: [
    { id: "a", title: "A", url: "../a/", values: ["specialist", ["digs", "rakes"], { plan: "2", dig: "3" }] },
    { id: "b", title: "B", url: "../b/", values: ["specialist", ["plans"], { dig: "4" }] },
    { id: "c", title: "C", url: "../c/", values: ["", [], {}] },
  ],
};

test("an address names roles that exist, each once, and no more than fit", () => {
  assert.deepEqual(readRoles("?roles=b,a", known, 3), ["b", "a"]);
  assert.deepEqual(readRoles("?roles=b%2Ca", known, 3), ["b", "a"]);
  assert.deepEqual(readRoles("?roles=a,x,a,,__proto__,b", known, 3), ["a", "b"]);
  assert.deepEqual(readRoles("?roles=a,b,c,d", known, 3), ["a", "b", "c"]);
  assert.deepEqual(readRoles("", known, 3), []);
});

test("roles are written readably, and what else the address holds stays", () => {
  assert.equal(writeRoles("", ["a", "b"]), "?roles=a,b");
  assert.equal(writeRoles("?text=x&roles=c", ["a"]), "?text=x&roles=a");
  assert.equal(writeRoles("?roles=c", []), "");
  assert.equal(writeRoles("?text=x&roles=c", []), "?text=x");
});

test("a choice survives its way through the address", () => {
  const roll = dice(5);
  for (let round = 0; round < 100; round += 1) {
    const ids = known.filter(() => roll(2)).slice(0, 3);
    assert.deepEqual(readRoles(writeRoles(`?text=w${roll(9)}`, ids), known, 3), ids);
  }
});

test("a role is chosen, given up, and refused when there is no place for it", () => {
  assert.deepEqual(toggled([], "a", 3), ["a"]);
  assert.deepEqual(toggled(["a", "b"], "a", 3), ["b"]);
  assert.deepEqual(toggled(["a", "b", "c"], "d", 3), ["a", "b", "c"]);
  assert.deepEqual(toggled(["a", "b", "c"], "b", 3), ["a", "c"]);
});

test("aspects stand in their order, with a cell for each role", () => {
  const parts = sideBySide(data, ["b", "a"]);
  assert.deepEqual(parts.map(({ title }) => title), ["Level", "Duties", "Competencies"]);
  assert.deepEqual(parts[1]?.rows, [{ title: "", cells: [["plans"], ["digs", "rakes"]], differs: false }]);
});

test("rows are the union of what the roles have, in the order of the names", () => {
  const rows = sideBySide(data, ["a", "b"])[2]?.rows;
  assert.deepEqual(rows, [
    { title: "Digging", cells: [["3"], ["4"]], differs: true },
    { title: "Planning", cells: [["2"], []], differs: true },
  ]);
});

test("what is the same is not marked, what one role lacks is", () => {
  assert.equal(sideBySide(data, ["a", "b"])[0]?.rows[0]?.differs, false);
  assert.equal(sideBySide(data, ["a", "c"])[0]?.rows[0]?.differs, true);
  assert.deepEqual(sideBySide(data, ["a", "c"])[0]?.rows[0]?.cells, [["specialist"], []]);
});

test("roles that are not there are left out", () => {
  assert.deepEqual(sideBySide(data, ["a", "nobody"])[0]?.rows[0]?.cells, [["specialist"]]);
});
