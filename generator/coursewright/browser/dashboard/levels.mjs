import { byCompetency, bySection, mastery, standings } from "../learn/mastery.mjs";
import { element, pressed } from "../page/element.mjs";
import { sentence } from "../page/sentence.mjs";
import { store } from "../record/device.mjs";
import { stamp } from "../sheet/stamp.mjs";
import { CourseView } from "./courseview.mjs";
import { day } from "./day.mjs";
import { fetchedCourse } from "./fetchedcourse.mjs";
import { gaps } from "./gap.mjs";
import { gapTable, named } from "./gaptable.mjs";
import { judged, judgedAt, judgement } from "./judgement.mjs";
import { refresh } from "../learn/refreshed.mjs";
import words from "./words.mjs";

/** The choice is kept as a field of a sheet of its own: the later one wins, and it goes with the record. */
const [SHEET, FIELD] = ["my/levels", "role"];

/**
 * `<cw-levels data-root data-catalogue data-items data-framework>` on the page of own levels: keeps what is
 * chosen in its forms, and shows in `#gap` what the role chosen in `#role-chosen` needs beyond it.
 */
export default class Levels extends CourseView {
  #article = this.closest("article") ?? document.body;

  /** @override */
  connectedCallback() {
    for (const type of ["change", "click"]) this.#article.addEventListener(type, this);
    super.connectedCallback();
  }

  /** @override */
  disconnectedCallback() {
    for (const type of ["change", "click"]) this.#article.removeEventListener(type, this);
    super.disconnectedCallback();
  }

  /** @override @param {Event} [event] */
  handleEvent(event) {
    const { target } = event ?? {};
    if (event?.type === "click") this.#press(event);
    else if (target instanceof HTMLSelectElement) this.#choose(target.value);
    else if (target instanceof HTMLInputElement) this.#judge(target);
    else this.draw();
  }

  /** @override */
  async draw() {
    this.#fill();
    const course = await fetchedCourse(this.dataset);
    const host = this.#article.querySelector("#gap");
    this.#need(course.framework);
    refresh(this, this.troubles);
    if (host) refresh(host, this.#gap(course));
  }

  /** @param {Event} event */
  #press(event) {
    if (pressed(event) === "again") this.draw();
    const { target } = event;
    const to = target instanceof Element ? target.closest('a[href^="#own-"]') : null;
    const field = document.getElementById(to?.getAttribute("href")?.slice(1) ?? "");
    if (!field) return;
    // Material's instant navigation, further up, would fetch this page anew, and focus would be lost.
    event.preventDefault();
    event.stopPropagation();
    field.scrollIntoView();
    field.focus({ preventScroll: true });
  }

  /** @param {HTMLInputElement} radio */
  #judge({ name, value }) {
    store.put("levels", name, (old) => judged(old, Number(value), Date.now()));
  }

  /** @param {string} role */
  #choose(role) {
    store.put("sheets", SHEET, (old) => ({
      ...old,
      ...stamp(old, Date.now()),
      fields: { ...old?.fields, [FIELD]: role },
    }));
  }

  get #role() {
    return String(store.record.sheets[SHEET]?.fields[FIELD] ?? "");
  }

  /** Choose in the forms what the record says. */
  #fill() {
    for (const field of this.#fields) {
      const { competency = "" } = field.dataset;
      const last = judgement(store.record.levels[competency]);
      const level = String(last?.level ?? 0);
      for (const radio of field.querySelectorAll("input")) radio.checked = radio.value === level;
      const since = field.querySelector(".cw-since");
      const at = last ? judgedAt(store.record.levels[competency], Date.now()) : 0;
      if (since) since.textContent = at ? sentence(words.judged_on, { day: day(at) }) : "";
    }
    const select = this.#article.querySelector("select");
    const isListed = [...(select?.options ?? [])].some(({ value }) => value === this.#role);
    if (select) select.value = isListed ? this.#role : "";
  }

  /**
   * Say beside each competency what the chosen role needs of it.
   *
   * @param {import("./gap.mjs").Framework | null} framework
   */
  #need(framework) {
    const role = framework?.roles.find(({ id }) => id === this.#role);
    const names = framework?.levels ?? [];
    const needs = new Map((role?.needs ?? []).map(([id, level]) => [id, named(level, names)]));
    for (const field of this.#fields) {
      const level = needs.get(field.dataset.competency ?? "");
      const said = field.querySelector(".cw-needed");
      if (said) said.textContent = level ? sentence(words.needed, { level }) : "";
    }
  }

  /** @param {import("./fetchedcourse.mjs").Course} course */
  #gap({ catalogue, items, framework, isWhole }) {
    const record = store.record;
    if (!this.#role) return [element("p", "cw-m", words.no_role)];
    if (!catalogue || !framework || !isWhole) return this.unavailable;
    const known = items ? mastery(items, record, Date.now()) : new Map();
    const needs = gaps(framework, this.#role, {
      levels: record.levels,
      competencies: items ? standings(items, known, byCompetency) : new Map(),
      places: items ? standings(items, known, bySection) : new Map(),
      sections: catalogue.chapters.flatMap(({ sections }) => sections),
    });
    const role = framework.roles.find(({ id }) => id === this.#role);
    if (!role || !needs) return [element("p", "cw-warn", words.unknown_role)];
    return gapTable(role, needs, framework.levels, (place) => this.address(place));
  }

  /** @returns {NodeListOf<HTMLFieldSetElement>} */
  get #fields() {
    return this.#article.querySelectorAll("fieldset[data-competency]");
  }
}
