/**
 * Many statements given to a store, a batch at a time. Pure but for `give`.
 *
 * @typedef {import("./store.mjs").Answer} Answer
 */

/** As many as a store takes at once without complaint, with the texts of their items. */
export const MOST = 50;

/**
 * Give a batch; one that is refused is halved until the statement is found that it is refused for, so that
 * no other waits behind it.
 *
 * @template Part
 * @param {readonly Part[]} batch
 * @param {(part: readonly Part[]) => Promise<Answer>} give
 * @param {(part: readonly Part[], isTaken: boolean) => void} enter what the store has answered for good
 * @returns {Promise<Answer>} `taken` when all of it is entered, or what it stopped at
 */
export async function delivered(batch, give, enter) {
  const answer = await give(batch);
  if (answer === "refused" && batch.length > 1) {
    const middle = batch.length >> 1;
    for (const half of [batch.slice(0, middle), batch.slice(middle)]) {
      const stopped = await delivered(half, give, enter);
      if (stopped !== "taken") return stopped;
    }
    return "taken";
  }
  if (answer !== "taken" && answer !== "refused") return answer;
  enter(batch, answer === "taken");
  return "taken";
}
