/**
 * Show these nodes in an element. What stands there already stays, and with it focus, and where a reader is.
 *
 * @param {Element} host
 * @param {readonly Node[]} fresh
 */
export function refresh(host, fresh) {
  const shown = [...host.childNodes];
  if (shown.length !== fresh.length) host.replaceChildren(...fresh);
  else shown.forEach((old, at) => renew(old, /** @type {Node} */ (fresh[at])));
}

/**
 * @param {ChildNode} old
 * @param {Node} fresh
 */
function renew(old, fresh) {
  if (old.isEqualNode(fresh)) return;
  const isAlike = old instanceof Element && fresh instanceof Element && old.tagName === fresh.tagName;
  if (!isAlike) return old.replaceWith(fresh);
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes) old.setAttribute(name, value);
  refresh(old, [...fresh.childNodes]);
}
