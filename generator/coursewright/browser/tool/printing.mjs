/**
 * Print, with a class on some elements until it is done.
 *
 * @param {string} [className]
 * @param {readonly Element[]} marked
 */
export function print(className = "", ...marked) {
  for (const one of marked) one.classList.add(className);
  const undo = () => marked.forEach((one) => one.classList.remove(className));
  window.addEventListener("afterprint", undo, { once: true });
  window.print();
}
