import { asString, isObject } from '../json.ts';

/** A text, or a language value object, or several of them (VC Data Model 2.0, section 11.1): `@value`, and perhaps `@language` and `@direction`. */
export function isTextInLanguage(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every((one) => isTextInLanguage(one));
  if (asString(value) !== null) return true;
  if (!isObject(value) || asString(value['@value']) === null) return false;
  const { '@value': _, '@language': language, '@direction': direction, ...more } = value;
  return (
    Object.keys(more).length === 0 &&
    (language === undefined || /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/u.test(asString(language) ?? '')) &&
    (direction === undefined || direction === 'ltr' || direction === 'rtl')
  );
}
