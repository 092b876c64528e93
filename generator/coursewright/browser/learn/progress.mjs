import { element, link } from "../page/element.mjs";
import { sentence } from "../page/sentence.mjs";
import { store } from "../record/device.mjs";
import { RecordBox } from "../record/recordbox.mjs";
import { RecordView } from "../record/recordview.mjs";
import { catalogue } from "./catalogue.mjs";
import { due, isEmpty, lastVisit, mastery, nextStep } from "./learning.mjs";
import words from "./words.mjs";

/**
 * `<cw-progress data-catalogue data-root>`: where a learner was, what comes next, what is due.
 *
 * Stays hidden until there is something to show; `data-always` shows at least the box
 * with the learner's own data, where a record from another device can be brought in.
 */
export default class Progress extends RecordView {
  #strip = element("div", "cw-strip");
  #box = new RecordBox();

  /** @override */
  connectedCallback() {
    if (!this.#strip.isConnected) this.replaceChildren(this.#strip, this.#box.root);
    super.connectedCallback();
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    this.#box.close();
  }

  /** @override */
  async draw() {
    const known = await catalogue(this.dataset.catalogue);
    const record = store.record;
    const empty = isEmpty(record);
    this.#strip.replaceChildren(...(empty ? [] : known ? this.#all(known, record) : this.#some(record)));
    this.#strip.hidden = !this.#strip.hasChildNodes();
    // Who has just deleted a record must be able to read that it is gone.
    this.hidden = empty && !this.#box.root.open && !this.hasAttribute("data-always");
  }

  /**
   * @param {import("./learning.mjs").Catalogue} known
   * @param {import("../record/concerns.mjs").LearnerRecord} record
   */
  #all(known, record) {
    const last = lastVisit(record);
    const here = known.chapters.flatMap(({ sections }) => sections).find(({ id }) => id === last?.id);
    const next = nextStep(known, record);
    const redo = due(known, record).filter(({ id }) => id !== next?.id);
    const lines = [
      here ? line(next?.id === here.id ? words.go_on_with : words.last_read, [this.#to(here)]) : null,
      next && next.id !== here?.id ? line(words.next_step, [this.#to(next)]) : null,
      next ? null : line(words.next_step, [words.all_done]),
      redo.length ? line(words.due, redo.map((quiz) => this.#to(quiz))) : null,
    ];
    const bars = known.chapters.map((chapter) => this.#bar(chapter, record));
    return [...lines.filter((each) => each !== null), element("ul", "cw-bars", ...bars)];
  }

  /** @param {import("../record/concerns.mjs").LearnerRecord} record */
  #some(record) {
    const last = lastVisit(record);
    return last && isOurs(last.url) ? [line(words.last_read, [link(last.title, last.url)])] : [];
  }

  /**
   * @param {import("./learning.mjs").Chapter} chapter
   * @param {import("../record/concerns.mjs").LearnerRecord} record
   */
  #bar(chapter, record) {
    const { right, total } = mastery(chapter, record);
    const bar = element("progress");
    bar.max = total || 1;
    bar.value = right;
    bar.setAttribute("aria-label", sentence(words.mastery_of, { title: chapter.title }));
    const to = this.#to({ ...chapter, title: sentence(words.chapter, { number: chapter.number }) });
    to.title = chapter.title;
    return element("li", "", to, " ", bar, " ", element("span", "cw-m", `${right}/${total}`));
  }

  /** @param {{title: string, url: string}} place with an address from the root of the site */
  #to({ title, url }) {
    return link(title, new URL(url, new URL(this.dataset.root ?? ".", location.href)).href);
  }
}

/**
 * @param {string} label
 * @param {(Node | string)[]} things
 */
function line(label, things) {
  const parted = things.flatMap((thing, at) => (at ? [" · ", thing] : [thing]));
  return element("p", "", element("span", "cw-label", label), " ", ...parted);
}

/**
 * An imported record may hold any address; only one of this site may become a link.
 *
 * @param {string} url
 */
function isOurs(url) {
  try {
    const { protocol, host } = new URL(url, location.href);
    return protocol === location.protocol && host === location.host;
  } catch {
    return false;
  }
}
