import { element } from "../page/element.mjs";
import { fetchedQuestion } from "./fetched.mjs";
import words from "./words.mjs";

/** @typedef {import("./fetched.mjs").Fetched} Fetched */

/**
 * Questions to be worked on with a pen, and on pages of their own behind them answers and reasons.
 *
 * @param {readonly {id: string, url: string}[]} asked
 * @param {string} about what of the course they are of
 * @returns {Promise<{root: HTMLElement, lost: number}>} `lost` counts those that could not be had
 */
export async function paper(asked, about) {
  const found = await Promise.all(asked.map(({ id, url }) => fetchedQuestion(id, url)));
  const had = found.filter((each) => each !== null);
  const day = new Date().toLocaleDateString(document.documentElement.lang);
  const root = element("section", "cw-paper", element("h2", "", words.mistakes));
  root.append(element("p", "cw-m", [about, day].filter(Boolean).join(" · ")));
  const answers = had.map((question, at) => answer(question, at + 1));
  had.forEach((question, at) => root.append(...sheet(question, at + 1, had[at - 1])));
  root.append(element("h2", "cw-answers", words.answers), ...answers);
  await Promise.all([...root.querySelectorAll("img")].map(seen));
  return { root, lost: found.length - had.length };
}

/**
 * What is asked, with room to write. A case is printed once for all its questions.
 *
 * @param {Fetched} question
 * @param {number} number
 * @param {Fetched | undefined} before
 */
function sheet({ field, stimulus }, number, before) {
  for (const gone of field.querySelectorAll("details")) gone.remove();
  for (const control of field.querySelectorAll("li input"))
    control.replaceWith(element("span", "cw-blank"));
  const shown = field.querySelector("legend > b");
  if (shown) shown.textContent = String(number);
  const isNew = stimulus && stimulus.textContent !== before?.stimulus?.textContent;
  return isNew ? [stimulus, field] : [field];
}

/**
 * What `sheet` leaves out, under the number of the question.
 *
 * @param {Fetched} question
 * @param {number} number
 */
function answer({ field }, number) {
  const parts = [...(field.querySelector(":scope > .cw-a")?.cloneNode(true).childNodes ?? [])];
  const box = element("div", "cw-a", element("b", "", String(number)), ...parts);
  box.querySelector("summary")?.remove();
  box.dataset.shape = field.dataset.shape;
  return box;
}

/** @param {HTMLImageElement} image that has come, or will not */
async function seen(image) {
  image.loading = "eager";
  await image.decode().catch(() => {});
}
