/**
 * What the names of all caches of a site begin with: others live at the same origin, and their caches too.
 *
 * @param {string} root the address of the site
 */
export const prefixOf = (root) => `coursewright ${new URL(root).pathname} `;
