/**
 * Whether a key is for who composes a word, as of Chinese, and not for us. Safari sends the one that ends it
 * when the composition is over, and tells it only by its code (UI Events, 229).
 *
 * @param {KeyboardEvent} event of a key that goes down
 */
export function isComposed({ isComposing, keyCode }) {
  return isComposing || keyCode === 229;
}
