import { begunQuizzes } from "../learn/begun.mjs";
import { isEmpty } from "../learn/learning.mjs";
import { byChapter, byCompetency, mastery, standings } from "../learn/mastery.mjs";
import { element, pressed } from "../page/element.mjs";
import { draft, store } from "../record/device.mjs";
import { dueFrom, remembered } from "../review/memories.mjs";
import { calibration } from "./calibration.mjs";
import { CourseView } from "./courseview.mjs";
import { EvidenceBox } from "./evidencebox.mjs";
import { fetchedCourse } from "./fetchedcourse.mjs";
import { plan } from "./plan.mjs";
import { planSection } from "./planview.mjs";
import { refresh } from "../learn/refreshed.mjs";
import { chapterBars, competencyBars } from "./standingview.mjs";
import { sureSection } from "./sureview.mjs";
import words from "./words.mjs";

/** @typedef {import("../record/concerns.mjs").LearnerRecord} LearnerRecord */

/**
 * `<cw-dashboard data-root data-catalogue data-items data-framework>`: what to do next, how much is mastered,
 * and the tries that say so. A course without questions has no `data-items`, one without competencies no
 * `data-framework`.
 */
export default class Dashboard extends CourseView {
  #shown = element("div", "", element("p", "cw-m", words.loading));
  #evidence = new EvidenceBox();

  /** @override */
  connectedCallback() {
    this.replaceChildren(this.#shown);
    this.addEventListener("click", this);
    super.connectedCallback();
  }

  /** @override */
  disconnectedCallback() {
    this.removeEventListener("click", this);
    this.#evidence.close();
    super.disconnectedCallback();
  }

  /** @override @param {Event} [event] */
  handleEvent(event) {
    const value = event?.type === "click" ? pressed(event) : "again";
    if (value === "csv") this.#evidence.give(store.record);
    else if (value === "again") this.draw();
  }

  /** @override */
  async draw() {
    const course = await fetchedCourse(this.dataset);
    // Asked after all has come, so that the newest state is what is shown.
    const record = store.record;
    const empty = isEmpty(record) ? [element("p", "", words.empty)] : [];
    // What comes and goes has a place of its own, so that the others stay where they are.
    refresh(this.#shown, [element("div", "", ...this.troubles, ...empty), ...this.#parts(course, record)]);
    if (!this.dataset.items) return;
    if (this.#evidence.root.parentNode !== this) this.append(this.#evidence.root);
    this.#evidence.show(course.catalogue, course.items, record);
  }

  /**
   * @param {import("./fetchedcourse.mjs").Course} course
   * @param {LearnerRecord} record
   */
  #parts({ catalogue, items, framework, isWhole }, record) {
    if (!catalogue || !isWhole) return this.unavailable;
    const address = (/** @type {{url: string}} */ place) => this.address(place);
    const now = Date.now();
    const known = items && mastery(items, record, now);
    const chapters = known && standings(items, known, byChapter);
    const begun = begunQuizzes(catalogue, draft);
    return [
      planSection(plan(catalogue, items, record, begun, now), items && nextBack(items, record, now), address),
      chapterBars(catalogue.chapters, chapters, record, address),
      element("div", "", ...sureSection(calibration(record))),
      ...(known && framework
        ? [competencyBars(framework.groups, standings(items, known, byCompetency), address)]
        : []),
    ];
  }
}

/**
 * @param {import("../review/memories.mjs").Items} items
 * @param {LearnerRecord} record
 * @param {number} now in milliseconds since 1970
 */
function nextBack(items, record, now) {
  const times = remembered(items, record, now).map(({ memory }) => dueFrom(memory));
  return times.length ? Math.min(...times) : null;
}
