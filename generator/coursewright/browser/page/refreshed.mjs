/**
 * Show these nodes in an element. What stands there already stays, and with it focus, and where a reader is.
 *
 * @param {Element} host
 * @param {readonly Node[]} fresh
 */
export function refresh(host, fresh) {
  const shown = [...host.childNodes];
  if (shown.length !== fresh.length) host.replaceChildren(...fresh);
  else shown.forEach((old, at) => old.isEqualNode(fresh[at] ?? null) || old.replaceWith(fresh[at] ?? ""));
}
