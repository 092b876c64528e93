// A candidate with Firefox, whom a test tells what to do: by WebDriver BiDi, which Firefox itself speaks.
// In: JSON {firefox, profile, folder, page, code, presses, numbers, crash} on standard input.
// Out, unless the browser is to crash: JSON {version, text, complaints, asked}; the file is in `folder`.
import { readdir } from "node:fs/promises";
import puppeteer from "puppeteer-core";

let text = "";
for await (const piece of process.stdin) text += piece;
const told = JSON.parse(text);

const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: told.firefox,
  userDataDir: told.profile,
  defaultViewport: { width: 1280, height: 900 },
  extraPrefsFirefox: {
    "browser.download.dir": told.folder,
    "browser.download.folderList": 2,
    "browser.helperApps.neverAsk.saveToDisk": "text/plain",
    "intl.accept_languages": "en",
  },
});
const page = await browser.newPage();
page.setDefaultTimeout(20_000);
const complaints = [];
const asked = [];
page.on("pageerror", (error) => complaints.push(String(error)));
page.on("console", (said) => said.type() === "error" && complaints.push(said.text()));
page.on("request", (request) => asked.push(request.url()));

const shown = (what) => page.waitForSelector(what, { visible: true });
const press = async (what) => (await shown(what)).click();
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

const answering = {
  choice: async (field, places) => {
    const options = await field.$$("input");
    for (const at of places) await options[at].click();
  },
  order: async (field, places) => {
    for (const at of places) await (await field.$$(".cw-steps > li button[value=down]"))[at].click();
  },
  match: async (field, targets) => {
    for (const [at, select] of (await field.$$("select")).entries()) {
      await select.select(await select.evaluate((own, index) => own.options[index].value, targets[at] + 1));
    }
  },
  gaps: async (field, texts) => {
    for (const [at, gap] of (await field.$$("input")).entries()) await gap.type(texts[at]);
  },
  written: async (field, said) => (await field.$("textarea")).type(said),
};

await page.goto(told.page);
await (await shown(".cw-code")).type(told.code);
await page.keyboard.press("Enter");
await press("button[value=begin]");
for (const number of told.numbers) {
  const field = await shown(`#q-q${number}`);
  const [[shape, what]] = Object.entries(told.presses[number - 1]);
  await answering[shape](field, what);
}
if (told.crash) {
  await pause(600);
  // waitForFunction makes functions of text, which the policy of the page forbids
  while (!/\d:\d\d:\d\d/.test(await page.$eval(".cw-saved", (said) => said.textContent))) await pause(100);
  browser.process().kill("SIGKILL");
  process.exit();
}
await press("button[value=submit]");
await press("dialog button[value=sure]");
await press("button[value=download]");
while (!(await readdir(told.folder)).some((name) => name.endsWith(".cwr"))) {
  await pause(100);
}
await press("button[value=text]");
const given = await page.$eval(".cw-sealed-text", (field) => field.value);
console.log(JSON.stringify({ version: await browser.version(), text: given, complaints, asked }));
await browser.close();
