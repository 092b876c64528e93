import { element } from "../page/element.mjs";
import { sentence } from "../page/sentence.mjs";
import { store } from "../record/device.mjs";
import { RecordView } from "./recordview.mjs";
import { catalogue } from "./catalogue.mjs";
import { steps } from "./learning.mjs";
import words from "./words.mjs";

/** `<cw-chapter-state data-chapter data-catalogue>`: how many steps of a chapter are done. */
export default class ChapterState extends RecordView {
  /** @override */
  async draw() {
    const known = await catalogue(this.dataset.catalogue);
    const chapter = known?.chapters.find(({ id }) => id === this.dataset.chapter);
    // Asked after the catalogue has come, so that the newest state is what is shown.
    const state = chapter && steps(chapter, store.record);
    this.replaceChildren(...(state?.done ? shown(state) : []));
  }
}

/** @param {{done: number, total: number}} state */
function shown({ done, total }) {
  const bar = element("progress");
  bar.max = total;
  bar.value = done;
  // The words beside it say the same.
  bar.setAttribute("aria-hidden", "true");
  return [bar, " ", sentence(words.steps_done, { done, total })];
}
