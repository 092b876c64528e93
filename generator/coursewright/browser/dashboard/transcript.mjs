import { isEmpty } from "../learn/learning.mjs";
import { button, element, pressed } from "../page/element.mjs";
import { store } from "../record/device.mjs";
import { CourseView } from "./courseview.mjs";
import { day } from "./day.mjs";
import { fetchedCourse } from "./fetchedcourse.mjs";
import { Holder } from "./holder.mjs";
import { refresh } from "../learn/refreshed.mjs";
import { chapterResults, examResults, quizResults } from "./results.mjs";
import { chapterTable, levelTable, resultTable } from "./transcripttables.mjs";
import words from "./words.mjs";

/**
 * `<cw-transcript data-root data-catalogue data-items data-framework data-course data-edition data-owner>`:
 * what the record says, for paper.
 */
export default class Transcript extends CourseView {
  #holder = new Holder();
  #about = element("dl", "cw-transcript-head");
  #shown = element("div", "", element("p", "cw-m", words.loading));

  /** @override */
  connectedCallback() {
    const bar = element("p", "cw-buttons", button(words.print, "print", "cw-primary"));
    const said = element("p", "cw-m", words.unverified);
    this.replaceChildren(this.#holder.root, bar, this.#about, said, this.#shown);
    for (const type of ["click", "input", "change", "submit"]) this.addEventListener(type, this);
    // The day of print, also of a page that was left open overnight.
    addEventListener("beforeprint", this);
    super.connectedCallback();
  }

  /** @override */
  disconnectedCallback() {
    removeEventListener("beforeprint", this);
    super.disconnectedCallback();
  }

  /** @override @param {Event} [event] */
  handleEvent(event) {
    const value = event?.type === "click" ? pressed(event) : undefined;
    if (event?.type === "submit") event.preventDefault();
    else if (value === "print") print();
    else if (event?.type === "input" || event?.type === "beforeprint") this.#head();
    else if (event?.type === "change" && event.target instanceof Element) this.#holder.keep();
    else if (event?.type !== "click" || value === "again") this.draw();
  }

  /** @override */
  async draw() {
    this.#head();
    const { catalogue, items, framework, isWhole } = await fetchedCourse(this.dataset);
    const record = store.record;
    if (!catalogue || !isWhole) return refresh(this.#shown, [...this.troubles, ...this.unavailable]);
    const now = Date.now();
    const empty = isEmpty(record) ? [element("p", "", words.nothing_yet)] : [];
    refresh(this.#shown, [
      element("div", "", ...this.troubles, ...empty),
      chapterTable(chapterResults(catalogue, items, record, now)),
      ...resultTable(words.quizzes, words.quiz_title, quizResults(catalogue, record, now)),
      ...resultTable(words.exams, words.exam, examResults(catalogue, record, now)),
      ...(framework ? levelTable(framework, record.levels, now) : []),
    ]);
  }

  #head() {
    const { course = "", edition = "", owner = "" } = this.dataset;
    const lines = [
      ...this.#holder.lines,
      [words.course, course],
      [words.edition, edition],
      [words.owner, owner],
      [words.printed, day(Date.now())],
    ];
    const pairs = lines.map(([label = "", value = ""]) =>
      element("div", "", element("dt", "", label), element("dd", "", value)),
    );
    refresh(this.#about, pairs);
  }
}
