/**
 * The shape of a credential that we issue, and what each of its names means (1EdTech “Open Badges 3.0”, W3C
 * “Verifiable Credentials Data Model v2.0”, “Bitstring Status List v1.0”, “Data Integrity”). Nothing else is
 * read as ours: a name that a context does not know would be in a file without being signed.
 *
 * @typedef {object} Field
 * @property {string} means as an IRI
 * @property {(value: any) => boolean} [fits] a plain value
 * @property {string} [type] of the value, as an IRI
 * @property {boolean} [isNode] whether the value names a thing
 * @property {string} [stands] for this IRI, where the value is a word
 * @property {Part} [part] of which it is one, or with `isList` several
 * @property {boolean} [isList]
 * @property {boolean} [isOptional]
 *
 * @typedef {object} Part
 * @property {string | string[]} [type] as it stands there
 * @property {string[]} kinds the same as IRIs
 * @property {boolean} isNamed whether it has an id
 * @property {readonly string[]} [context] what it begins with
 * @property {Record<string, Field>} fields
 */

import { isAddress, isText, oneOf } from "./values.mjs";

const BADGE = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#";
const SCHEMA = "https://schema.org/";
/** As the context of Open Badges has it. */
const TYPES = "https://www.w3.org/2001/XMLSchema#";

/** @type {Part} */
export const PROFILE = {
  type: ["Profile"],
  kinds: [`${BADGE}Profile`],
  isNamed: true,
  fields: { name: { means: `${SCHEMA}name`, fits: isText } },
};

/** @type {Part} */
const IDENTITY = {
  type: "IdentityObject",
  kinds: [`${BADGE}IdentityObject`],
  isNamed: false,
  fields: {
    hashed: { means: `${BADGE}hashed`, fits: oneOf(true, false), type: `${TYPES}boolean` },
    identityHash: { means: `${BADGE}identityHash`, fits: isText },
    identityType: { means: `${BADGE}identityType`, fits: oneOf("name", "identifier") },
    salt: { means: `${BADGE}salt`, fits: isText, isOptional: true },
  },
};

/** @type {Part} */
const ALIGNMENT = {
  type: ["Alignment"],
  kinds: [`${SCHEMA}AlignmentObject`],
  isNamed: false,
  fields: {
    targetCode: { means: `${BADGE}targetCode`, fits: isText },
    targetName: { means: `${SCHEMA}targetName`, fits: isText },
    targetUrl: { means: `${SCHEMA}targetUrl`, fits: isAddress, type: `${TYPES}anyURI` },
    targetFramework: { means: `${SCHEMA}targetFramework`, fits: isText, isOptional: true },
  },
};

/** @type {Part} */
const ACHIEVEMENT = {
  type: ["Achievement"],
  kinds: [`${BADGE}Achievement`],
  isNamed: true,
  fields: {
    achievementType: { means: `${BADGE}achievementType`, fits: oneOf("Certificate") },
    name: { means: `${SCHEMA}name`, fits: isText },
    description: { means: `${SCHEMA}description`, fits: isText },
    criteria: {
      means: `${BADGE}Criteria`,
      part: {
        kinds: [],
        isNamed: false,
        fields: { narrative: { means: `${BADGE}narrative`, fits: isText } },
      },
    },
    inLanguage: { means: `${SCHEMA}inLanguage`, fits: isText },
    alignment: { means: `${BADGE}alignment`, part: ALIGNMENT, isList: true, isOptional: true },
  },
};

/** @type {Part} */
export const SUBJECT = {
  type: ["AchievementSubject"],
  kinds: [`${BADGE}AchievementSubject`],
  isNamed: true,
  fields: {
    identifier: { means: `${BADGE}identifier`, part: IDENTITY, isList: true },
    achievement: { means: `${BADGE}achievement`, part: ACHIEVEMENT },
  },
};

/** @type {Part} */
export const EVIDENCE = {
  type: ["Evidence"],
  kinds: [`${BADGE}Evidence`],
  isNamed: true,
  fields: {
    name: { means: `${SCHEMA}name`, fits: isText, isOptional: true },
    narrative: { means: `${BADGE}narrative`, fits: isText, isOptional: true },
  },
};
