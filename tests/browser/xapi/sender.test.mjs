import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";

import { Books } from "../../../generator/coursewright/browser/xapi/books.mjs";
import { MOST } from "../../../generator/coursewright/browser/xapi/delivery.mjs";
import { Sender } from "../../../generator/coursewright/browser/xapi/sender.mjs";
import { Memory, dice, placedOn } from "../memory.mjs";
import { about, actor, actors, noon, readAt, record, triedAt } from "./telling.mjs";

const AGREED = noon(10);
const to = { endpoint: about.endpoint, actor, launched: false };

/** A store as a record store is one: it keeps a statement once, and refuses what it says it refuses. */
class Lrs {
  kept = new Map();
  requests = [];
  /** What it answers before it keeps anything, and what it refuses. */
  instead = () => null;
  isBad = () => false;
  /** Called once it has kept what it was given. */
  after = () => {};

  async fetch(url, options) {
    this.requests.push({ url: String(url), ...options });
    const instead = this.instead();
    if (instead instanceof Error) throw instead;
    if (instead) return instead;
    const statements = JSON.parse(options.body);
    if (statements.some((one) => this.isBad(one))) return new Response("", { status: 400 });
    for (const one of statements) this.kept.set(one.id, one);
    this.after();
    return new Response(JSON.stringify(statements.map(({ id }) => id)), { status: 200 });
  }

  /** What it was told of, in turn. */
  get objects() {
    return [...this.kept.values()].map(({ object }) => object.id.split("/").slice(4).join("/"));
  }
}

let lrs;
globalThis.location = new URL("https://site.example/learn/");
globalThis.fetch = (...request) => lrs.fetch(...request);
beforeEach(() => {
  lrs = new Lrs();
  mock.timers.reset();
  mock.timers.enable({ apis: ["Date", "setTimeout"], now: AGREED });
});

/** A tab on a device: its record is `kept.record`, whatever is put there. */
function tab({ memory = new Memory(), kept = { record: record() }, launch = () => null } = {}) {
  const books = new Books(placedOn(memory)(":xapi"), () => kept.record);
  return { memory, kept, books, sender: new Sender(about, books, kept, launch) };
}

const items = (entries) => record({ items: entries });
/** A record of so many items, each tried once. */
function spread(count) {
  const entries = Array.from({ length: count }, (_, at) => [`i${at}`, triedAt(noon(11) + at)]);
  return items(Object.fromEntries(entries));
}

test("nothing is sent before somebody agreed, and nothing that was done before", async () => {
  const { books, sender } = tab({ kept: { record: items({ a: triedAt(noon(9), noon(11)) }) } });
  await sender.retry();
  assert.deepEqual(lrs.requests, []);
  books.agree(to);
  await sender.retry();
  assert.deepEqual(lrs.objects, ["items/a"]);
  assert.equal([...lrs.kept.values()][0].timestamp, "2026-01-11T12:00:00.000Z");
  assert.deepEqual([...lrs.kept.values()][0].actor, actor);
});

test("a request is as the standard has it, and takes no cookies elsewhere", async () => {
  const { books, sender } = tab({ kept: { record: spread(1) } });
  books.agree(to);
  await sender.retry();
  const [{ url, method, headers, credentials }] = lrs.requests;
  assert.equal(url, "https://lrs.example/xapi/statements");
  assert.equal(method, "POST");
  assert.deepEqual(headers, { "Content-Type": "application/json", "X-Experience-API-Version": "1.0.3" });
  assert.equal(credentials, "same-origin");
});

test("what was sent is not sent again, after a reload neither", async () => {
  const { memory, kept, books, sender } = tab({ kept: { record: spread(3) } });
  books.agree(to);
  await sender.retry();
  await sender.retry();
  await tab({ memory, kept }).sender.retry();
  assert.equal(lrs.requests.length, 1);
  assert.equal(books.account.count, 3);
});

test(`at most ${MOST} go at once, from the first to the last`, async () => {
  const { books, sender } = tab({ kept: { record: spread(2 * MOST + 1) } });
  books.agree(to);
  await sender.retry();
  assert.deepEqual(lrs.requests.map(({ body }) => JSON.parse(body).length), [MOST, MOST, 1]);
  assert.deepEqual(lrs.objects.slice(0, 3), ["items/i0", "items/i1", "items/i2"]);
});

test("two tabs at once send everything, and the store has each once", async () => {
  const { memory, kept, books, sender } = tab({ kept: { record: spread(MOST + 7) } });
  books.agree(to);
  const other = tab({ memory, kept });
  await Promise.all([sender.retry(), other.sender.retry()]);
  assert.equal(lrs.kept.size, MOST + 7);
  assert.equal(other.sender.waiting, 0);
});

test("an answer that was lost on its way makes it be sent again, and be kept once", async () => {
  const { books, sender } = tab({ kept: { record: spread(2) } });
  books.agree(to);
  lrs.after = () => {
    throw new TypeError("network");
  };
  await sender.retry();
  assert.equal(sender.state, "later");
  assert.equal(sender.waiting, 2);
  lrs.after = () => {};
  await sender.retry();
  assert.equal(sender.state, "fine");
  assert.equal(lrs.requests.length, 2);
  assert.equal(lrs.kept.size, 2);
});

test("a store that cannot be reached is tried again after growing pauses", async () => {
  const { books, sender } = tab({ kept: { record: spread(1) } });
  books.agree(to);
  lrs.instead = () => new TypeError("network");
  await sender.retry();
  const pauses = [];
  for (let seconds = 1; lrs.requests.length < 5; seconds += 1) {
    const before = lrs.requests.length;
    mock.timers.tick(1000);
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    await new Promise((done) => setImmediate(done));
    if (lrs.requests.length > before) pauses.push(seconds);
  }
  assert.deepEqual(pauses, [5, 15, 35, 75]);
});

test("one that is refused blocks no other, and is not sent again", async () => {
  const { books, sender } = tab({ kept: { record: spread(9) } });
  books.agree(to);
  lrs.isBad = ({ object }) => object.id.endsWith("/i4");
  await sender.retry();
  assert.equal(lrs.kept.size, 8);
  assert.deepEqual([books.account.count, books.account.refused, sender.waiting], [8, 1, 0]);
  const { length } = lrs.requests;
  await sender.retry();
  assert.equal(lrs.requests.length, length);
});

test("one that the store has in other words is there", async () => {
  const { books, sender } = tab({ kept: { record: spread(1) } });
  books.agree(to);
  lrs.instead = () => new Response("", { status: 409 });
  await sender.retry();
  assert.deepEqual([books.account.count, books.account.refused], [1, 0]);
});

test("a store that denies is asked no more until somebody says so", async () => {
  for (const status of [401, 403]) {
    lrs = new Lrs();
    const { books, sender } = tab({ kept: { record: spread(1) } });
    books.agree(to);
    lrs.instead = () => new Response("", { status });
    await sender.retry();
    sender.handleEvent();
    mock.timers.tick(3600e3);
    assert.equal(sender.state, "denied");
    assert.equal(lrs.requests.length, 1);
    lrs.instead = () => null;
    await sender.retry();
    assert.equal(lrs.kept.size, 1);
  }
});

test("a page that says that all is well is no store", async () => {
  const answers = [
    new Response("<p>Sign in</p>", { status: 200 }),
    new Response("{}", { status: 200 }),
    new Response("", { status: 404 }),
  ];
  for (const answer of answers) {
    lrs = new Lrs();
    const { books, sender } = tab({ kept: { record: spread(1) } });
    books.agree(to);
    lrs.instead = () => answer;
    await sender.retry();
    assert.equal(sender.state, "elsewhere");
    assert.equal(sender.waiting, 1);
  }
});

test("a way to another page is a demand to sign in", async () => {
  const { books, sender } = tab({ kept: { record: spread(1) } });
  books.agree(to);
  lrs.instead = () => ({ status: 0, type: "opaqueredirect" });
  await sender.retry();
  assert.equal(sender.state, "denied");
  assert.equal(lrs.requests[0].redirect, "manual");
});

test("where nothing can be kept it is sent all the same, once", async () => {
  for (const trouble of ["denied", "full"]) {
    lrs = new Lrs();
    const memory = new Memory();
    memory[trouble] = true;
    const { books, sender } = tab({ memory, kept: { record: spread(2) } });
    books.agree(to);
    await sender.retry();
    await sender.retry();
    assert.equal(lrs.requests.length, 1);
    assert.equal(books.account.count, 2);
  }
});

test("who ends it sends nothing more, not even what waits, and may begin anew", async () => {
  const { kept, books, sender } = tab({ kept: { record: spread(2) } });
  books.agree(to);
  mock.timers.setTime(noon(11) + 9);
  books.hold();
  books.withdraw();
  await sender.retry();
  assert.equal(books.account, null);
  mock.timers.setTime(noon(12));
  books.agree(to);
  kept.record = items({ ...kept.record.items, later: triedAt(noon(13)) });
  await sender.retry();
  assert.deepEqual(lrs.objects, ["items/later"]);
});

test("what comes with a record from elsewhere is not sent, what waited for it is", async () => {
  const { kept, books, sender } = tab({ kept: { record: items({ a: triedAt(noon(11)) }) } });
  books.agree(to);
  mock.timers.setTime(noon(12));
  books.hold();
  kept.record = items({ a: triedAt(noon(10) + 1, noon(11)), b: triedAt(noon(11)) });
  mock.timers.setTime(noon(13));
  kept.record.items.c = triedAt(noon(13));
  await sender.retry();
  assert.deepEqual(lrs.objects, ["items/a", "items/c"]);
});

test("an account sends what waited while another was in use, and nothing of the other", async () => {
  const { kept, books, sender } = tab({ kept: { record: items({ a: triedAt(noon(11)) }) } });
  books.agree(to);
  mock.timers.setTime(noon(12));
  books.agree({ ...to, actor: actors[1] });
  kept.record = items({ ...kept.record.items, b: triedAt(noon(13)) });
  await sender.retry();
  mock.timers.setTime(noon(14));
  books.agree(to);
  await sender.retry();
  const name = ({ mbox, account }) => mbox ?? account.name;
  const told = [...lrs.kept.values()].map(({ actor, object }) => [name(actor), object.id.at(-1)]);
  assert.deepEqual(told, [["mailto:lei@garden.example", "b"], ["A-17", "a"]]);
});

test("an account of a launch waits for one, of the same learner", async () => {
  const launches = [null];
  const { books, sender } = tab({ kept: { record: spread(1) }, launch: () => launches.at(-1) });
  books.agree({ ...to, launched: true });
  await sender.retry();
  assert.equal(sender.state, "unlaunched");
  launches.push({ endpoint: about.endpoint, actor: actors[1], auth: "Basic b" });
  await sender.retry();
  assert.equal(lrs.requests.length, 0);
  launches.push({ endpoint: about.endpoint, actor: { ...actor, name: "Lei" }, auth: "Basic a" });
  await sender.retry();
  assert.equal(lrs.requests[0].headers.Authorization, "Basic a");
});

test("what another version keeps is left alone, and nothing is sent", async () => {
  const { memory, books, sender } = tab({ kept: { record: spread(1) } });
  const newer = JSON.stringify({ version: 2, what: "a later site knows" });
  memory.setItem("coursewright:course:xapi", newer);
  await sender.retry();
  assert.equal(books.account, null);
  assert.equal(memory.getItem("coursewright:course:xapi"), newer);
});

test("two devices that exchange records send each thing once, whatever happens in between", async () => {
  const roll = dice(31);
  for (let run = 0; run < 60; run += 1) {
    lrs = new Lrs();
    mock.timers.setTime(AGREED);
    const [one, other] = [tab(), tab()];
    for (const { books } of [one, other]) books.agree(to);
    const done = new Set();
    for (let step = 0; step < 12; step += 1) {
      mock.timers.setTime(AGREED + 1000 * (step + 1));
      const [here, there] = roll(2) ? [one, other] : [other, one];
      const act = roll(4);
      lrs.instead = () => (roll(3) ? null : new TypeError("network"));
      if (act < 2) {
        here.kept.record = items({ ...here.kept.record.items, [`i${step}`]: triedAt(Date.now()) });
        done.add(`items/i${step}`);
      } else if (act === 2) {
        here.books.hold();
        here.kept.record = items({ ...there.kept.record.items, ...here.kept.record.items });
      }
      await here.sender.retry();
    }
    lrs.instead = () => null;
    for (const { sender } of [one, other]) await sender.retry();
    assert.deepEqual(new Set(lrs.objects), done);
    assert.equal(lrs.kept.size, done.size);
    assert.equal(one.books.account.count + other.books.account.count, done.size);
  }
});

test("what was read and what was answered on one day goes in the order of its times", async () => {
  const sections = { "soil/layers": readAt(noon(11) + 5) };
  const kept = { record: record({ sections, items: { a: triedAt(noon(11), noon(11) + 9) } }) };
  const { books, sender } = tab({ kept });
  books.agree(to);
  await sender.retry();
  assert.deepEqual(lrs.objects, ["items/a", "sections/soil/layers", "items/a"]);
});
