import { sentence } from "../page/sentence.mjs";
import { store } from "../record/device.mjs";
import { RecordView } from "../record/recordview.mjs";
import { catalogue } from "./catalogue.mjs";
import { mastery, reading } from "./learning.mjs";
import words from "./words.mjs";

/** `<cw-chapter-state data-chapter data-catalogue>`: how much of a chapter is read and mastered. */
export default class ChapterState extends RecordView {
  /** @override */
  async draw() {
    const known = await catalogue(this.dataset.catalogue);
    const chapter = known?.chapters.find(({ id }) => id === this.dataset.chapter);
    this.textContent = chapter ? said(chapter) : "";
  }
}

/** @param {import("./learning.mjs").Chapter} chapter */
function said(chapter) {
  // Asked after the catalogue has come, so that the newest state is what is shown.
  const { read, total: sections } = reading(chapter, store.record);
  const { right, total: items } = mastery(chapter, store.record);
  if (!read && !right) return "";
  const mastered = items ? ` · ${sentence(words.mastered, { right, total: items })}` : "";
  return ` · ${sentence(words.sections_read, { read, total: sections })}${mastered}`;
}
