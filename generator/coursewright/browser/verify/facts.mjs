import { element, link } from "../page/element.mjs";
import words from "./words.mjs";

/**
 * What a credential says, as a list.
 *
 * @param {Record<string, any>} credential of the shape of one, and signed by its issuer
 * @param {import("./report.mjs").About} about
 */
export function facts(credential, { issuer, root }) {
  const { credentialSubject: subject, evidence, validFrom, validUntil } = credential;
  const { achievement } = subject;
  const competencies = (achievement.alignment ?? []).map(
    (/** @type {{targetName: string}} */ { targetName }) => targetName,
  );
  return element(
    "dl",
    "cw-facts",
    ...holder(subject.identifier),
    row(words.certificate, element("strong", "", credential.name)),
    row(words.issuer, credential.issuer.name),
    // As the paper has them.
    row(words.since, validFrom.slice(0, 10)),
    row(words.until, validUntil ? validUntil.slice(0, 10) : words.endless),
    row(words.criteria, achievement.criteria.narrative),
    ...(competencies.length ? [row(words.competencies, ...paragraphs(competencies))] : []),
    row(words.evidence, ...evidence.map((/** @type {any} */ each) => proof(each, issuer.site, root))),
    row(words.id, credential.id.replace(/^urn:uuid:/, "")),
  );
}

/** @param {{hashed: boolean, identityHash: string, identityType: string}[]} identities */
function holder(identities) {
  const told = (/** @type {string} */ type) =>
    identities.filter((each) => !each.hashed && each.identityType === type).at(-1)?.identityHash;
  const [name, number] = [told("name"), told("identifier")];
  const first = row(words.holder, name ? element("strong", "", name) : words.holder_hidden);
  return number ? [first, row(words.holder_number, number)] : [first];
}

/**
 * A page of this site is linked where the site is now, which may be a copy within a company.
 *
 * @param {{id: string, name?: string, narrative?: string}} evidence
 * @param {string} site the address that credentials have
 * @param {string} root of the site as it is now
 */
function proof({ id, name, narrative }, site, root) {
  const href = id.startsWith(site) ? new URL(`./${id.slice(site.length)}`, root).href : id;
  const title = /^https?:/.test(href) ? link(name ?? id, href) : (name ?? id);
  return element("p", "", title, ...(narrative ? [element("span", "cw-m cw-narrative", narrative)] : []));
}

/** @param {string[]} texts */
function paragraphs(texts) {
  return texts.map((text) => element("p", "", text));
}

/**
 * @param {string} name
 * @param {(Node | string)[]} content
 */
function row(name, ...content) {
  return element("div", "", element("dt", "", name), element("dd", "", ...content));
}
