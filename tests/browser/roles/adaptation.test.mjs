import assert from "node:assert/strict";
import { test } from "node:test";

import { Adaptation } from "../../../generator/coursewright/browser/roles/adaptation.mjs";
import { confirmed, isSettled, ticked } from "../../../generator/coursewright/browser/roles/confirming.mjs";
import { Place } from "../../../generator/coursewright/browser/record/place.mjs";
import { oneLine, wholePercent } from "../../../generator/coursewright/browser/roles/entered.mjs";
import { kindOf } from "../../../generator/coursewright/browser/roles/logo.mjs";
import { RoleDraft } from "../../../generator/coursewright/browser/roles/roledraft.mjs";
import { adaptedSource } from "../../../generator/coursewright/browser/roles/adaptedsource.mjs";
import { unfinished } from "../../../generator/coursewright/browser/roles/unfinished.mjs";
import { Memory } from "../memory.mjs";

const duty = (text, weight, source = true) => ({ text, standard: `${text} is done\n`, weight, source });
const role = {
  code: "RM-01",
  title: "客户经理",
  grade: "manager",
  company: null,
  department: "客户部",
  reports_to: "head",
  second_line: null,
  headcount: null,
  location: "分行",
  duties: [duty("sell", 50), duty("check", 30, false), duty("teach", 20)],
  kpis: [{ name: "sales", target: null }, { name: "quality", target: "100 %" }],
  required: [{ kind: "skill", text: "reads", proposed: true }],
  preferred: [],
  proposals: ["location", "kpis"],
  document: { version: "1.0", confirmations: [] },
};
const choices = { grade: [["manager", "经理"]], reports_to: [["head", "主管"], ["chief", "总监"]] };
const proposals = ["location", "kpis", "duties.2", "required.1", "weight"].map((name) => [name, name]);
const template = { file: "rm.yml", role, choices, proposals };
const fresh = (changes) => new Adaptation(template, changes);

test("what is not changed stays to the letter", () => {
  assert.deepEqual(adaptedSource(fresh()), role);
});

test("a field says what was entered, and in the reader's words", () => {
  const adaptation = fresh();
  adaptation.set("company", "  恒泰\n银行 ");
  adaptation.set("reports_to", "chief");
  assert.equal(adaptation.text("company"), "恒泰 银行");
  assert.equal(adaptation.shown("reports_to"), "总监");
  const { company, reports_to } = adaptedSource(adaptation);
  assert.deepEqual([company, reports_to], ["恒泰 银行", "chief"]);
});

test("entering what the template says is no change", () => {
  const adaptation = fresh();
  adaptation.set("department", "公司部");
  adaptation.set("department", "客户部 ");
  adaptation.set("duties.1.standard", "sell is done");
  assert.ok(!adaptation.isChanged("department"));
  assert.deepEqual(adaptedSource(adaptation), role);
});

test("an optional field can be emptied, a required one falls back to the template", () => {
  const adaptation = fresh();
  for (const key of ["location", "kpis.2.target", "department", "duties.1.text", "duties.1.weight"])
    adaptation.set(key, " ");
  const adapted = adaptedSource(adaptation);
  assert.deepEqual([adapted.location, adapted.kpis[1].target], [null, null]);
  assert.deepEqual([adapted.department, adapted.duties[0]], ["客户部", role.duties[0]]);
});

test("a struck duty goes with its weight and comes back with it", () => {
  const adaptation = fresh();
  adaptation.strike(2);
  assert.equal(adaptation.sum, 70);
  assert.deepEqual(adaptedSource(adaptation).duties.map(({ text }) => text), ["sell", "teach"]);
  adaptation.restore(2);
  assert.deepEqual(adaptedSource(adaptation), role);
});

test("an added duty has no source, and its number is not given twice", () => {
  const adaptation = fresh();
  assert.deepEqual([adaptation.add(), adaptation.add()], [4, 5]);
  adaptation.remove(4);
  assert.equal(adaptation.add(), 6);
  adaptation.set("duties.5.text", "report");
  assert.deepEqual(unfinished(adaptation), [4, 5]);
  adaptation.set("duties.5.standard", "monthly");
  adaptation.set("duties.5.weight", "12");
  adaptation.remove(6);
  assert.deepEqual(unfinished(adaptation), []);
  assert.deepEqual(adaptedSource(adaptation).duties[3], {
    text: "report",
    standard: "monthly",
    weight: 12,
    source: true,
  });
  assert.equal(adaptation.sum, 112);
});

test("removing an added duty forgets what it said", () => {
  const adaptation = fresh();
  const number = adaptation.add();
  adaptation.set(`duties.${number}.text`, "x");
  adaptation.remove(number);
  assert.deepEqual(adaptation.changes, { values: {}, struck: [], added: [] });
});

test("changes to what the template no longer has are passed over", () => {
  const values = { "duties.9.text": "x", "kpis.7.target": "y", hack: "z", __proto__: "p" };
  const adaptation = fresh({ values, struck: [9], added: [] });
  assert.deepEqual(adaptedSource(adaptation), role);
  assert.ok(!adaptation.isChanged("toString"));
});

test("what is ticked is confirmed once it is said who does and when, and that is kept", () => {
  const adaptation = fresh();
  for (const name of ["location", "duties.2", "required.1", "weight"])
    adaptation.set(`confirm.${name}`, "settled");
  assert.deepEqual([ticked(adaptation).length, confirmed(adaptation)], [4, []]);
  assert.deepEqual(adaptedSource(adaptation), role);
  adaptation.set("confirmation.by", "王某");
  adaptation.set("confirmation.date", "2026-12-01");
  const adapted = adaptedSource(adaptation);
  assert.deepEqual(adapted.proposals, ["kpis"]);
  assert.equal(adapted.duties[1].source, true);
  assert.equal(adapted.required[0].proposed, false);
  const fields = ["location", "duties.2", "required.1", "weight"];
  assert.deepEqual(adapted.document.confirmations, [{ by: "王某", date: "2026-12-01", fields }]);
});

test("what HR wrote itself is no proposal", () => {
  const adaptation = fresh();
  adaptation.set("location", "总行");
  adaptation.set("duties.2.text", "audit");
  assert.deepEqual(adaptedSource(adaptation).proposals, ["kpis"]);
  assert.equal(adaptedSource(adaptation).duties[1].source, true);
  assert.ok(isSettled(adaptation, "location") && !isSettled(adaptation, "kpis"));
});

test("a percentage is whole and between none and all", () => {
  assert.deepEqual(["12", "12.6", "-3", "300", "x", ""].map(wholePercent), [12, 13, 0, 100, 0, 0]);
});

test("an entry is one line of characters that every format takes", () => {
  assert.equal(oneLine(" a\u0000\u2028b\tc\ud800\ufeff😀\u007f "), "a bc 😀".replace("bc", "b c"));
});

test("a draft survives a reload with the digest of its template", () => {
  const memory = new Memory();
  const open = () => new RoleDraft(...["role", "logo", "company"].map((key) => new Place(() => memory, key)));
  const changes = { values: { company: "恒泰" }, struck: [1], added: [4] };
  const logo = { name: "a.png", kind: "png", url: "data:image/png;base64,AA==", width: 1, height: 1 };
  assert.ok(!open().exists);
  assert.ok(open().keep("d1", changes) && open().keepLogo(logo));
  assert.ok(open().exists && open().canKeep);
  assert.deepEqual(open().read(), { digest: "d1", changes });
  assert.deepEqual(open().readLogo(), logo);
  const other = new RoleDraft(...["other", "logo", "company"].map((key) => new Place(() => memory, key)));
  assert.deepEqual(other.read().changes.values, { company: "恒泰" });
  assert.deepEqual(other.readLogo(), logo);
  open().clear();
  assert.ok(!open().exists);
  assert.deepEqual(open().read().changes, { values: {}, struck: [], added: [] });
});

test("a broken draft is no draft, a newer one is left alone, a logo from elsewhere is none", () => {
  const memory = new Memory();
  const draft = new RoleDraft(...["role", "logo", "company"].map((key) => new Place(() => memory, key)));
  const none = { digest: null, changes: { values: {}, struck: [], added: [] } };
  for (const broken of ["{", "null", "7", '{"version":"1"}']) {
    memory.setItem("role", broken);
    assert.deepEqual(draft.read(), none);
  }
  memory.setItem("role", '{"version":1,"digest":"d","values":{"a":1,"b":"x"},"struck":["1",2],"added":7}');
  assert.deepEqual(draft.read().changes, { values: { b: "x" }, struck: [2], added: [] });
  memory.setItem("logo", '{"url":"https://elsewhere.example/a.png"}');
  assert.equal(draft.readLogo(), null);
  const newer = '{"version":2}';
  memory.setItem("role", newer);
  assert.deepEqual(draft.read(), none);
  assert.equal(draft.keep("d", none.changes), false);
  draft.clear();
  assert.equal(memory.getItem("role"), newer);
});

test("denied and full storage keep nothing and say so", () => {
  const memory = new Memory();
  const draft = new RoleDraft(...["role", "logo", "company"].map((key) => new Place(() => memory, key)));
  memory.full = true;
  assert.equal(draft.keepLogo({ url: "data:image/png;base64,AA==" }), false);
  memory.denied = true;
  assert.equal(draft.canKeep, false);
  assert.equal(draft.keep("d", { values: {}, struck: [], added: [] }), false);
});

test("a picture is known by its first bytes", () => {
  assert.equal(kindOf(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0)), "png");
  assert.equal(kindOf(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)), "jpeg");
  for (const wrong of ["", "GIF89a", "<svg/>", "\x89PNG"])
    assert.equal(kindOf(new TextEncoder().encode(wrong)), null);
});
