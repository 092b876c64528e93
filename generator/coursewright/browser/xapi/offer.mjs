import { button, element } from "../page/element.mjs";
import { sentence } from "../page/sentence.mjs";
import { values, who } from "./standing.mjs";
import words from "./words.mjs";

/**
 * What is asked of a learner before anything is sent: what would be, to whom, and as whom.
 *
 * @param {import("./statement.mjs").About} about
 * @param {import("./launch.mjs").Launch | null} launch
 * @param {HTMLInputElement} name where the learner writes an account's name, if no launch gives it
 */
export function offer(about, launch, name) {
  const endpoint = launch?.endpoint ?? about.endpoint;
  if (!endpoint) return [element("p", "", sentence(words.by_platform, { recipient: about.recipient }))];
  const agree = element("button", "cw-button cw-primary", words.agree);
  const fields = launch
    ? element("p", "", sentence(words.as, { who: who(launch.actor) }))
    : element("p", "cw-fields", element("label", "", words.account, name));
  const others = launch ? [button(words.decline, "decline")] : [];
  const what = sentence(words.what, values(about, endpoint, location.href));
  return [element("p", "", what), element("form", "", fields, element("p", "cw-buttons", agree, ...others))];
}
