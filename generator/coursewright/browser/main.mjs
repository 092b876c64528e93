import { holdArrival } from "./page/arrival.mjs";

/**
 * Defines the custom elements that are on the page, and only those.
 *
 * @type {Record<string, () => Promise<{default: CustomElementConstructor}>>}
 */
const ELEMENTS = {
  "cw-search": () => import("./search/searchbox.mjs"),
  "cw-quiz": () => import("./quiz/quiz.mjs"),
  "cw-exam": () => import("./exam/exam.mjs"),
  "cw-under-way": () => import("./exam/underway.mjs"),
  "cw-review": () => import("./review/review.mjs"),
  "cw-dashboard": () => import("./dashboard/dashboard.mjs"),
  "cw-levels": () => import("./dashboard/levels.mjs"),
  "cw-transcript": () => import("./dashboard/transcript.mjs"),
  "cw-notes": () => import("./learn/notes.mjs"),
  "cw-terms": () => import("./learn/terms.mjs"),
  "cw-record": () => import("./record/recordbox.mjs"),
  "cw-progress": () => import("./learn/progress.mjs"),
  "cw-chapter-state": () => import("./learn/chapterstate.mjs"),
  "cw-result": () => import("./learn/result.mjs"),
  "cw-visit": () => import("./learn/visit.mjs"),
  "cw-visited": () => import("./learn/visited.mjs"),
  "cw-filter": () => import("./roles/filter.mjs"),
  "cw-picks": () => import("./roles/picks.mjs"),
  "cw-compare": () => import("./roles/compare.mjs"),
  "cw-customise": () => import("./roles/customise.mjs"),
  "cw-sheet": () => import("./sheet/sheet.mjs"),
  "cw-tool": () => import("./tool/tool.mjs"),
  "cw-verify": () => import("./verify/verify.mjs"),
  "cw-xapi": () => import("./xapi/xapi.mjs"),
  "cw-reporting": () => import("./xapi/reporting.mjs"),
  "cw-print": () => import("./tool/print.mjs"),
  "cw-offline": () => import("./offline/offlinebox.mjs"),
};

const ROOT = new URL("../../../", import.meta.url).href;

function look() {
  if (!isOfOurBuild()) return location.reload();
  nameNavigation();
  const found = [...document.querySelectorAll(":not(:defined)")].map(({ localName }) => localName);
  for (const tag of new Set(found)) define(tag);
  tellOfCopy();
}

/** Who has taken the course along is told how old it is, and of a newer one; nobody else loads that. */
async function tellOfCopy() {
  if (navigator.serviceWorker?.controller?.scriptURL !== `${ROOT}worker.js`) return;
  const { tellOf } = await import("./offline/notice.mjs");
  tellOf(ROOT);
}

/**
 * The theme names every part of its navigation by a switch that has no name itself, and takes the button of
 * a piece of code for navigation.
 */
function nameNavigation() {
  for (const part of document.querySelectorAll(".md-nav__container > label[id]:not(:has(.cw-hidden))")) {
    const name = document.createElement("span");
    name.className = "cw-hidden";
    name.textContent = part.previousElementSibling?.textContent?.trim() ?? "";
    part.append(name);
  }
  for (const part of document.querySelectorAll("nav.md-code__nav")) part.role = "none";
}

/** Instant navigation may have brought a page of a newer build, whose code is somewhere else. */
function isOfOurBuild() {
  const styles = document.querySelector('link[href$="/tokens.css"]');
  return !(styles instanceof HTMLLinkElement) || styles.href === new URL("tokens.css", import.meta.url).href;
}

/** @param {string} tag that may be somebody else's */
async function define(tag) {
  const { default: element } = (await ELEMENTS[tag]?.()) ?? {};
  // Another look may have come first while the module was on its way.
  if (element && !customElements.get(tag)) customElements.define(tag, element);
}

holdArrival();
/** Material's instant navigation announces every page, the first one included. */
const { document$: pages } =
  /** @type {{document$?: {subscribe(next: () => void): void}}} */ (/** @type {unknown} */ (window));
if (pages) pages.subscribe(look);
else look();
