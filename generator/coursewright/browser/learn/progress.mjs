import { counted } from "../page/counted.mjs";
import { element, link } from "../page/element.mjs";
import { fetchedData } from "../page/fetched.mjs";
import { sentence } from "../page/sentence.mjs";
import { draft, store } from "../record/device.mjs";
import { RecordView } from "./recordview.mjs";
import { due as dueNow, remembered } from "../review/memories.mjs";
import { smallBars } from "./bars.mjs";
import { begunQuizzes } from "./begun.mjs";
import { catalogue } from "./catalogue.mjs";
import { due, isEmpty, lastVisit, nextStep } from "./learning.mjs";
import { byChapter, mastery, standings } from "./mastery.mjs";
import { refresh } from "./refreshed.mjs";
import words from "./words.mjs";

/**
 * `<cw-progress data-catalogue data-root>` around `a.cw-primary` and `.cw-strip`: for who was here before,
 * the one leads to what comes next, and the other says where they were and what is below the cut score.
 */
export default class Progress extends RecordView {
  #button = /** @type {HTMLAnchorElement | null} */ (this.querySelector("a.cw-primary"));
  #strip = this.querySelector(".cw-strip");
  /** What is on the page for a newcomer. */
  #first = { label: this.#button?.textContent ?? "", href: this.#button?.href ?? "" };
  #about = this.#strip?.cloneNode(true);

  /** @override */
  async draw() {
    const known = await catalogue(this.dataset.catalogue);
    const record = store.record;
    /** @type {Node[]} */
    const lines = isEmpty(record) ? [] : known ? await this.#all(known, record) : this.#some(record);
    const shown = lines.length ? lines : (this.#about?.cloneNode(true).childNodes ?? []);
    // What comes and goes has a place of its own, so that the others stay where they are.
    const damage = element("div", "", ...(store.damaged ? [element("p", "cw-warn", words.damaged)] : []));
    if (this.#strip) refresh(this.#strip, [damage, ...shown]);
    const next = known && !isEmpty(record) ? nextStep(known, record, Date.now()) : null;
    this.#lead(next ? sentence(words.go_on, { title: next.title }) : this.#first.label, this.#address(next));
  }

  /**
   * @param {string} label
   * @param {string} href
   */
  #lead(label, href) {
    if (!this.#button) return;
    this.#button.textContent = label;
    this.#button.href = href;
  }

  /** @param {{url: string} | null} next with an address from the root of the site */
  #address(next) {
    return next ? new URL(next.url, new URL(this.dataset.root ?? ".", location.href)).href : this.#first.href;
  }

  /**
   * @param {import("./learning.mjs").Catalogue} known
   * @param {import("../record/concerns.mjs").LearnerRecord} record
   */
  async #all(known, record) {
    return [element("div", "", ...this.#places(known, record)), ...(await this.#remembered(known, record))];
  }

  /**
   * @param {import("./learning.mjs").Catalogue} known
   * @param {import("../record/concerns.mjs").LearnerRecord} record
   */
  #places(known, record) {
    const now = Date.now();
    const last = lastVisit(record, now);
    const here = known.chapters.flatMap(({ sections }) => sections).find(({ id }) => id === last?.id);
    const [begun, redo] = [begunQuizzes(known, draft), due(known, record)];
    return [
      ...(here ? [line(words.last_read, [this.#to(here)])] : []),
      ...(begun.length ? [line(words.under_way, begun.map((quiz) => this.#begun(quiz)))] : []),
      ...(redo.length ? [line(words.due, redo.map((quiz) => this.#to(quiz)))] : []),
      ...(nextStep(known, record, now) ? [] : [line(words.next_step, [words.all_done])]),
    ];
  }

  /**
   * What has come back to be reviewed, and how much is mastered.
   *
   * @param {import("./learning.mjs").Catalogue} known
   * @param {import("../record/concerns.mjs").LearnerRecord} record
   */
  async #remembered({ chapters }, record) {
    const more = link(words.my_learning, this.#address({ url: "my/" }));
    const isAsked = Object.keys(record.items).length > 0;
    const items = isAsked ? /** @type {any} */ (await fetchedData(this.dataset.items)) : null;
    if (!items) return [element("p", "", more)];
    const now = Date.now();
    const count = dueNow(remembered(items, record, now), now).length;
    const said = sentence(counted(words.come_back, count), { count });
    const mastered = standings(items, mastery(items, record, now), byChapter);
    const back = count ? [line(words.review, [link(said, this.#address({ url: "quizzes/review/" }))])] : [];
    return [
      element("div", "", ...back),
      line(words.mastery, [more]),
      smallBars(chapters, mastered, (chapter) => this.#address(chapter)),
    ];
  }

  /** @param {import("../record/concerns.mjs").LearnerRecord} record */
  #some(record) {
    const last = lastVisit(record, Date.now());
    return last && isOurs(last.url) ? [line(words.last_read, [link(last.title, last.url)])] : [];
  }

  /** @param {import("./begun.mjs").BegunQuiz} quiz */
  #begun({ title, url, done, questions: total }) {
    return link(sentence(words.answered_of, { title, done, total }), this.#address({ url }));
  }

  /** @param {{title: string, url: string}} place */
  #to(place) {
    return link(place.title, this.#address(place));
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
