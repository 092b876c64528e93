/** What is signed: a credential, the list of those that were revoked, and what a proof says of itself. */

import { EVIDENCE, PROFILE, SUBJECT } from "./parts.mjs";
import { isAddress, isIndex, isList, isMoment, isText, oneOf } from "./values.mjs";

/** @typedef {import("./parts.mjs").Part} Part */

const VC = "https://www.w3.org/ns/credentials/v2";
const OB = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
const BADGE = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#";
const SCHEMA = "https://schema.org/";
const CREDENTIALS = "https://www.w3.org/2018/credentials#";
const STATUS = "https://www.w3.org/ns/credentials/status#";
const SECURITY = "https://w3id.org/security#";
const TIME = "http://www.w3.org/2001/XMLSchema#dateTime";

/** @type {Part} */
const ENTRY = {
  type: "BitstringStatusListEntry",
  kinds: [`${STATUS}BitstringStatusListEntry`],
  isNamed: true,
  fields: {
    statusPurpose: { means: `${STATUS}statusPurpose`, fits: oneOf("revocation") },
    statusListIndex: { means: `${STATUS}statusListIndex`, fits: isIndex },
    statusListCredential: { means: `${STATUS}statusListCredential`, fits: isAddress, isNode: true },
  },
};

/** @type {Part} */
export const CREDENTIAL = {
  context: [VC, OB],
  type: ["VerifiableCredential", "OpenBadgeCredential"],
  kinds: [`${CREDENTIALS}VerifiableCredential`, `${BADGE}OpenBadgeCredential`],
  isNamed: true,
  fields: {
    issuer: { means: `${CREDENTIALS}issuer`, part: PROFILE },
    name: { means: `${SCHEMA}name`, fits: isText },
    validFrom: { means: `${CREDENTIALS}validFrom`, fits: isMoment, type: TIME },
    validUntil: { means: `${CREDENTIALS}validUntil`, fits: isMoment, type: TIME, isOptional: true },
    credentialSubject: { means: `${CREDENTIALS}credentialSubject`, part: SUBJECT },
    evidence: { means: `${CREDENTIALS}evidence`, part: EVIDENCE, isList: true },
    credentialStatus: { means: `${CREDENTIALS}credentialStatus`, part: ENTRY },
  },
};

/** @type {Part} */
const LISTED = {
  type: "BitstringStatusList",
  kinds: [`${STATUS}BitstringStatusList`],
  isNamed: true,
  fields: {
    statusPurpose: { means: `${STATUS}statusPurpose`, fits: oneOf("revocation") },
    encodedList: { means: `${STATUS}encodedList`, fits: isList, type: `${SECURITY}multibase` },
  },
};

/** @type {Part} */
export const LIST = {
  context: [VC],
  type: ["VerifiableCredential", "BitstringStatusListCredential"],
  kinds: [`${CREDENTIALS}VerifiableCredential`, `${STATUS}BitstringStatusListCredential`],
  isNamed: true,
  fields: {
    issuer: { means: `${CREDENTIALS}issuer`, fits: isAddress, isNode: true },
    validFrom: { means: `${CREDENTIALS}validFrom`, fits: isMoment, type: TIME },
    credentialSubject: { means: `${CREDENTIALS}credentialSubject`, part: LISTED },
  },
};

/** What a proof says beside its value. @type {Part} */
export const PROOF = {
  type: "DataIntegrityProof",
  kinds: [`${SECURITY}DataIntegrityProof`],
  isNamed: false,
  fields: {
    cryptosuite: {
      means: `${SECURITY}cryptosuite`,
      fits: oneOf("eddsa-rdfc-2022"),
      type: `${SECURITY}cryptosuiteString`,
    },
    created: { means: "http://purl.org/dc/terms/created", fits: isMoment, type: TIME },
    verificationMethod: { means: `${SECURITY}verificationMethod`, fits: isAddress, isNode: true },
    proofPurpose: {
      means: `${SECURITY}proofPurpose`,
      fits: oneOf("assertionMethod"),
      isNode: true,
      stands: `${SECURITY}assertionMethod`,
    },
  },
};
