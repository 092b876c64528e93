/** How deep a platform may have put the page into frames (SCORM 2004 4th ed., RTE 3.3.1 tries as many). */
const DEEPEST = 500;
/** What SCORM 1.2 answers for an element that a platform need not have, such as interactions. */
const ABSENT = "401";

/**
 * What a platform gave the frame above, or the window that opened this one.
 *
 * @param {string} name `API` in SCORM 1.2, `API_1484_11` in SCORM 2004
 * @returns {any} null where there is none
 */
export function runtime(name) {
  return above(window, name) ?? (window.opener && above(window.opener, name)) ?? null;
}

/**
 * @param {Window} from
 * @param {string} name
 */
function above(from, name) {
  let frame = from;
  for (let depth = 0; depth < DEEPEST; depth++) {
    const found = own(frame, name);
    if (found || frame.parent === frame) return found;
    frame = frame.parent;
  }
  return null;
}

/**
 * @param {Window} frame that may be of another origin, which tells nothing
 * @param {string} name
 */
function own(frame, name) {
  try {
    return /** @type {any} */ (frame)[name] ?? null;
  } catch {
    return null;
  }
}

/**
 * A platform's data, by the names of its functions. What it refuses is told by its number, and nothing
 * throws: a learner goes on.
 */
export class Runtime {
  /** The first error since the page came, such as “405 cmi.core.score.raw”. */
  trouble = "";
  #api;
  #names;

  /**
   * @param {any} api
   * @param {{get: string, set: string, error: string}} names
   */
  constructor(api, names) {
    this.#api = api;
    this.#names = names;
  }

  /** @param {string} element */
  get(element) {
    return String(this.#asked(this.#names.get, element) ?? "");
  }

  /**
   * @param {string} element
   * @param {string | number} value
   */
  set(element, value) {
    this.call(this.#names.set, element, String(value));
  }

  /**
   * Whether a function of the platform did what it is for.
   *
   * @param {string} name
   * @param {...string} values
   */
  call(name, ...values) {
    if (String(this.#asked(name, ...values)) === "true") return true;
    const error = String(this.#asked(this.#names.error));
    if (error !== ABSENT) this.trouble ||= `${error} ${values[0] || name}`;
    return false;
  }

  /**
   * What a function answers; nothing where the platform's own page has gone.
   *
   * @param {string} name
   * @param {...string} values
   */
  #asked(name, ...values) {
    try {
      return this.#api[name](...values);
    } catch {
      return undefined;
    }
  }
}
