import { mark } from "../page/mark.mjs";
import { RecordView } from "./recordview.mjs";
import words from "./words.mjs";

/** `<cw-visited data-section>`: says that a section was read. */
export default class Visited extends RecordView {
  /** @override @param {import("../record/concerns.mjs").LearnerRecord} record */
  draw({ sections }) {
    const read = sections[this.dataset.section ?? ""]?.read;
    this.replaceChildren(...(read ? [mark("right", words.read)] : []));
  }
}
