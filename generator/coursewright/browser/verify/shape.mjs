import { isObject, same } from "./strictjson.mjs";
import { isAddress } from "./values.mjs";

/**
 * Whether a value is of a part's shape, with nothing more in it and nothing missing.
 *
 * @param {any} value
 * @param {import("./parts.mjs").Part} part
 * @returns {boolean}
 */
export function isOf(value, { type, isNamed, context, fields }) {
  if (!isObject(value)) return false;
  const own = { ...value };
  if (context && !same(own["@context"], context)) return false;
  if (isNamed && !isAddress(own.id)) return false;
  if (type && !same(own.type, type)) return false;
  if (context) delete own["@context"];
  if (isNamed) delete own.id;
  if (type) delete own.type;
  return (
    Object.keys(own).every((name) => Object.hasOwn(fields, name)) &&
    Object.entries(fields).every(([name, field]) =>
      Object.hasOwn(own, name) ? holds(field, own[name]) : (field.isOptional ?? false),
    )
  );
}

/**
 * @param {import("./parts.mjs").Field} field
 * @param {any} value
 */
function holds({ fits, part, isList }, value) {
  if (!part) return fits?.(value) ?? false;
  if (!isList) return isOf(value, part);
  return Array.isArray(value) && value.every((each) => isOf(each, part));
}
