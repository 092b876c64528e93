/**
 * What an exam may be drawn from, as the site lists it (`render/pool.py`). Lists refer to one another by
 * place; addresses are from the root of the site.
 *
 * @typedef {[id: string, edition: number, section: number, page: number, competencies: number[],
 *   demands: number[]]} Item
 * @typedef {readonly Item[]} Unit what is drawn as one: an item, or a case with its questions
 * @typedef {[title: string, url: string]} Named
 * @typedef {object} Pool
 * @property {number} minutes
 * @property {number} cut in percent
 * @property {number} total of items
 * @property {readonly [least: number, most: number | null][]} demands
 * @property {readonly Named[]} chapters
 * @property {readonly [chapter: number, title: string, url: string][]} sections
 * @property {readonly Named[]} competencies
 * @property {readonly string[]} pages
 * @property {readonly Unit[]} units
 * @property {readonly number[]} drawn units that meet every demand
 */

/**
 * The items of a pool by their ids.
 *
 * @param {Pool} pool
 */
export function itemsOf({ units }) {
  return new Map(units.flat().map((item) => [item[0], item]));
}
