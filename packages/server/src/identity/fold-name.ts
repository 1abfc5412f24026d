/**
 * A name as it is compared: letters only, without case, macrons or other marks; a doubled vowel is one (Māori, Maori and Maaori are
 * one spelling, domain 8); apostrophes joined, hyphens parting; the words in alphabetical order, so that it does not matter which
 * part was called the family name. Empty when there is no letter in it.
 */
export function foldName(familyName: string, givenNames: string): string {
  const text = `${familyName} ${givenNames}`;
  const plain = ASCII.test(text) ? text.toLowerCase() : unmarked(text);
  const words = plain.replace(APOSTROPHES, '').replace(DOUBLED_VOWEL, '$1').split(PARTING);
  return words
    .filter((word) => word !== '')
    .sort()
    .join(' ');
}

const ASCII = /^[\x20-\x7e]*$/;
const APOSTROPHES = /['\u2018\u2019\u02bb\u02bc`]/g;
const DOUBLED_VOWEL = /([aeiou])\1+/g;
const PARTING = /[^\p{L}\p{N}]+/u;
// Letters that Unicode does not take apart into a plain letter and a mark.
const WHOLE: Readonly<Record<string, string>> = { ø: 'o', đ: 'd', ð: 'd', ł: 'l', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ı: 'i' };

function unmarked(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øđðłßæœþı]/g, (letter) => WHOLE[letter] ?? letter);
}
