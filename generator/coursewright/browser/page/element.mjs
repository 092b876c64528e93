/**
 * An element with a class and children; strings become text, never markup.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} [className]
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, className = "", ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/**
 * A button that never submits. Whoever listens tells buttons apart by their value.
 *
 * @param {string} label
 * @param {string} value
 * @param {string} [className]
 */
export function button(label, value, className = "") {
  const made = element("button", `cw-button ${className}`.trim(), label);
  made.type = "button";
  made.value = value;
  return made;
}

/**
 * @param {string} label
 * @param {string} href
 */
export function link(label, href) {
  const made = element("a", "", label);
  made.href = href;
  return made;
}

/**
 * The value of the button that was clicked, or nothing.
 *
 * @param {Event} event
 */
export function pressed(event) {
  return event.target instanceof Element ? event.target.closest("button")?.value : undefined;
}
