import assert from "node:assert/strict";
import { test } from "node:test";

import { RoleDraft } from "../../../generator/coursewright/browser/roles/roledraft.mjs";

const place = (isRoom) => ({ read: () => null, write: () => isRoom, remove: () => true });
const CHANGES = { values: { company: "A", department: "B" }, struck: [], added: [] };

test("a draft is kept when all of it is", () => {
  for (const [changes, company] of [
    [true, true],
    [true, false],
    [false, true],
  ]) {
    const draft = new RoleDraft(place(changes), place(true), place(company));
    assert.equal(draft.keep("digest", CHANGES), changes && company);
  }
});
