/**
 * Let lists of letters choose from other targets; what is chosen stays.
 *
 * @param {readonly HTMLSelectElement[]} lists
 * @param {readonly string[]} ids by letter
 */
export function offer(lists, ids) {
  for (const list of lists) {
    const { value } = list;
    [...list.options].forEach((option, at) => (option.value = at ? (ids[at - 1] ?? "") : ""));
    list.value = ids.includes(value) ? value : "";
  }
}

/**
 * Let a list say what its letters are: only once it is used, for to fill all of them takes its time.
 *
 * @param {HTMLSelectElement} list
 * @param {ReadonlyMap<string, string>} texts by id
 */
export function name(list, texts) {
  for (const option of list.options)
    if (option.value) option.text = `${option.text[0]} ${texts.get(option.value)}`;
}
