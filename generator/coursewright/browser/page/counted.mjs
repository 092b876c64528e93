/**
 * The form of a text that goes with a count, in the language that the forms are in.
 *
 * @param {{ language: string, other: string } & Record<string, string>} forms by plural category
 * @param {number} count
 */
export function counted(forms, count) {
  return forms[new Intl.PluralRules(forms.language).select(count)] ?? forms.other;
}
