import { button, element } from "../page/element.mjs";
import { sentence } from "../page/sentence.mjs";
import { store } from "../record/device.mjs";
import { RecordView } from "../learn/recordview.mjs";
import { tryCount } from "./evidence.mjs";
import words from "./words.mjs";

/** An element that shows the record against what the course holds, and says what is in the way. */
export class CourseView extends RecordView {
  /**
   * @param {{url: string}} place with an address from the root of the site, which the element names
   */
  address({ url }) {
    return new URL(url, new URL(this.dataset.root ?? ".", location.href)).href;
  }

  /** What is wrong with the record. */
  get troubles() {
    return [
      ...(store.kept ? [] : [element("p", "cw-warn", words.denied)]),
      ...(store.damaged ? [element("p", "cw-warn", words.damaged)] : []),
    ];
  }

  /** Said where the course could not be had, with a button `again`. */
  get unavailable() {
    const said = sentence(words.unavailable, { count: tryCount(store.record) });
    return [element("p", "cw-warn", said), element("p", "cw-buttons", button(words.again, "again"))];
  }
}
