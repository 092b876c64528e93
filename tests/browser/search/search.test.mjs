import assert from "node:assert/strict";
import { test } from "node:test";

import { excerpt, marked } from "../../../generator/coursewright/browser/search/excerpt.mjs";
import { folded } from "../../../generator/coursewright/browser/search/fold.mjs";
import { Index } from "../../../generator/coursewright/browser/search/index.mjs";

const NAMED = [
  ["glossary/#asymmetry", "term", ["信息不对称", "information asymmetry", "逆向选择的原因"], "xxbdc"],
  ["learn/a/", "section", ["信息不对称", "1.1"], "xxbdc"],
  ["glossary/#crm", "term", ["客户关系管理", "CRM", "customer relationship management"], "khgxgl"],
  ["people/#gao", "person", ["高志远"], "gzy"],
  ["people/#couple", "person", ["许国平、沈玉兰夫妇"], "xgpsylff"],
  ["toolkits/visit/", "toolkit", ["拜访准备一页纸", "T-04"], "bfzbyyz"],
  ["roles/manager/", "role", ["客户经理", "RM-01"], "khjl"],
  ["learn/box/", "section", ["Owning a Box<T>", "4.2"], ""],
  ["learn/six/", "chapter", ["客户风险管理", "第 6 章"], "khfxgl"],
  ["learn/six/three/", "section", ["内部风险", "6.3"], "nbfx"],
];
const PARTS = [
  ["glossary/#asymmetry", "术语表", "信息不对称", "一方比另一方知道得多。"],
  ["learn/a/", "信息不对称", "", "客户经理每天都遇到信息不对称，投诉由此而来。"],
  ["learn/a/#why", "信息不对称", "为什么", "当时没有说清投诉的处理时限；投诉人因此不满。"],
  ["people/", "案例人物", "", "高温天气 高志远"],
  ["learn/box/", "Owning a Box<T>", "", "You borrow what a Box<T> owns. Crédito."],
  ["learn/b/", "开户", "", "许国平夫妇来开户，问什么是客户关系管理。"],
  ["guides/a/", "指南", "", "先读第二十三章，再读第 110 节。"],
];
const FORMS = "what is a {name} | what is {name} | what does {name} mean | 什么是{name} | {name}是什么";
const index = new Index(NAMED, PARTS, FORMS);
const first = (query) => index.find(query)[0]?.address;

test("a name has its own entry first, and what explains it before what teaches it", () => {
  assert.equal(first("信息不对称"), "glossary/#asymmetry");
  assert.equal(index.find("信息不对称")[1].address, "learn/a/");
  assert.equal(first("高志远"), "people/#gao");
  assert.equal(first("拜访准备一页纸"), "toolkits/visit/");
  assert.equal(first("客户经理"), "roles/manager/");
  assert.equal(first("RM-01"), "roles/manager/");
});

test("width, capitals, spaces and accents make no difference", () => {
  for (const typed of ["crm", "ＣＲＭ", " Crm ", "客户 关系管理", "客户关系管理 CRM", "ＣＲＭ客户关系管理"])
    assert.equal(first(typed), "glossary/#crm", typed);
  assert.equal(first("ｒｍ－０１"), "roles/manager/");
  assert.equal(first("credito"), "learn/box/");
});

test("an English name, a beginning, a part and pinyin initials lead to the entry", () => {
  assert.equal(first("Information Asymmetry"), "glossary/#asymmetry");
  assert.equal(first("拜访准备"), "toolkits/visit/");
  assert.equal(first("不对称"), "glossary/#asymmetry");
  assert.equal(first("gzy"), "people/#gao");
});

test("what has no name is found in the texts, to its last character", () => {
  assert.deepEqual(
    index.find("投诉").map(({ address }) => address),
    ["learn/a/#why", "learn/a/"],
  );
  assert.equal(first("没有说清"), "learn/a/#why");
  assert.equal(first("投诉 不满"), "learn/a/#why");
});

test("marks around and between words are no part of them", () => {
  const typed = "投诉？ 投诉！ 投诉。 投诉， 、投诉； 投诉： 「投诉」 （投诉） 《投诉》 【投诉】 “投诉” 投诉… …投诉…… 投诉?! ¡投诉!";
  for (const word of typed.split(" ")) assert.equal(first(word), "learn/a/#why", word);
  for (const whole of ["CRM？", "T-04。", "《拜访准备一页纸》", "高志远——", "'CRM'."])
    assert.ok(index.find(whole)[0]?.score >= 950, whole);
  assert.equal(first("投诉……不满"), "learn/a/#why");
  assert.deepEqual(index.find("？！"), []);
});

test("numbers of chapters and sections are found in figures and in characters", () => {
  for (const typed of ["第6章", "第六章", "第 6 章", "第６章", "第 六 章", "《第六章》"])
    assert.equal(first(typed), "learn/six/", typed);
  const section = ["第六章第三节", "第 6 章第 3 节", "6.3", "第6.3节", "第６．３节", "第 6.3 节", "6.3节"];
  for (const typed of section) assert.equal(first(typed), "learn/six/three/", typed);
  for (const typed of ["第23章", "第二十三章", "第110节", "第一百一十节", "第一一〇节"])
    assert.equal(first(typed), "guides/a/", typed);
  assert.deepEqual(marked("先读第二十三章。", "第23章"), ["先读", "第二十三章", "。"]);
  assert.deepEqual(marked("再读第 10 节", "第十节"), ["再读", "第 10 节", ""]);
});

test("a question has the entry of what it asks for first, unless it is itself the name of one", () => {
  const questions = ["什么是CRM？", "“什么是 ＣＲＭ”", "客户关系管理是什么", "What is  CRM?", "what does crm mean?!"];
  for (const typed of questions) assert.equal(first(index.sought(typed)), "glossary/#crm", typed);
  assert.equal(first(index.sought("什么是6.3？")), "learn/six/three/");
  assert.equal(index.sought("what is a box<t>"), "box<t>");
  for (const typed of ["什么是", "是什么", "什么是葡萄牙语", "CRM"]) assert.equal(index.sought(typed), typed);
  const asking = new Index([...NAMED, ["learn/why/", "section", ["什么是CRM"], ""]], PARTS, FORMS);
  assert.equal(asking.sought("什么是CRM？"), "什么是CRM？");
  assert.equal(new Index(NAMED, PARTS).sought("what is CRM"), "what is CRM");
});

test("noughts before a number make no difference, but where they are typed they come first", () => {
  for (const typed of ["t-4", "T4", "ｔ－４", "T-004", "t-04"])
    assert.equal(first(typed), "toolkits/visit/", typed);
  assert.equal(first("rm-1"), "roles/manager/");
  const both = new Index([["four/", "toolkit", ["T-4"], ""], ["nought/", "toolkit", ["T-04"], ""]], []);
  const found = ["T-4", "T-04"].map((typed) => both.find(typed).map(({ address }) => address));
  assert.deepEqual(found, [["four/", "nought/"], ["nought/", "four/"]]);
  assert.equal(both.find("T-0")[0].address, "nought/");
});

test("of those who have a name together the first is found with what is said of both", () => {
  for (const typed of ["许国平夫妇", "沈玉兰夫妇", "许国平", "许国平、沈玉兰"])
    assert.equal(first(typed), "people/#couple", typed);
});

test("signs are letters too where code is taught", () => {
  assert.equal(first("Box<T>"), "learn/box/");
});

test("what nothing says leads to what is like it, and nonsense to nothing", () => {
  assert.equal(first("信息不对等"), "glossary/#asymmetry");
  assert.equal(first("borrows"), "learn/box/");
  assert.deepEqual(index.find("葡萄牙语"), []);
  assert.deepEqual(index.find(" 、。"), []);
  assert.deepEqual(index.find("constructor"), []);
});

test("a part says of what page it is, a page of none", () => {
  const [part] = index.find("处理时限");
  assert.deepEqual([part.title, part.page], ["为什么", "信息不对称"]);
  assert.equal(index.find("每天都遇到")[0].page, "");
});

test("folding keeps every place, whatever the writing", () => {
  for (const text of ["ＣＲＭ　Ａ", "Crédito", "İstanbul", "ﬁn", "Straße", "𠮷野家", "ﾘﾎﾟｼﾞﾄﾘ"])
    assert.equal(folded(text).length, text.length, text);
});

test("an excerpt has what was typed in it, and marks it", () => {
  const text = `${"甲".repeat(300)}投诉${"乙".repeat(300)}`;
  const piece = excerpt(text, "投诉");
  assert.ok(piece.includes("投诉") && piece.length < 130 && piece.startsWith("…") && piece.endsWith("…"));
  assert.deepEqual(marked("用ＣＲＭ记录", "crm"), ["用", "ＣＲＭ", "记录"]);
  assert.deepEqual(marked("a.b*c", ".*"), ["a.b*c"]);
  assert.deepEqual(marked("没有", "别的"), ["没有"]);
});
