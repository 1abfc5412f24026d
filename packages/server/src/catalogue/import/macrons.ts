// NZQA's older exports lost every letter with a macron: "M?ori", "P?keh?". A letter is given back only where no other Māori word
// fits what is left; "m?" may be mō or mā, "t?tahi" tētahi or tātahi, and stays as it came.
const KNOWN = [
  'Māori',
  'Pākehā',
  'kōrero',
  'whaikōrero',
  'pūrākau',
  'pūkenga',
  'pūoro',
  'pāngarau',
  'pūtaiao',
  'mātauranga',
  'māramatanga',
  'mōhio',
  'mōhiotanga',
  'pānui',
  'whānau',
  'whānui',
  'rākau',
  'kākahu',
  'tākaro',
  'mōteatea',
  'rēhia',
  'tūhura',
  'rōpū',
  'pāpori',
  'hapū',
  'āhuatanga',
  'ākonga',
  'tūāpapa',
];

const KEYS = new Map(KNOWN.map((word) => [broken(word.toLowerCase()), word.toLowerCase()]));

function broken(word: string): string {
  return word.replaceAll(/[āēīōū]/g, '?');
}

/** The text with macrons given back to the words that can only be one; everything else as it came. */
export function restoreMacrons(text: string): string {
  if (!text.includes('?')) return text;
  return text.replaceAll(/[\p{L}?]+/gu, (word) => {
    const whole = KEYS.get(word.toLowerCase());
    return whole === undefined ? word : inCaseOf(word, whole);
  });
}

function inCaseOf(word: string, whole: string): string {
  if (word.length > 1 && word === word.toUpperCase()) return whole.toUpperCase();
  const [first = ''] = word;
  const capital = first === '?' ? false : first === first.toUpperCase();
  return capital ? whole[0]?.toUpperCase() + whole.slice(1) : whole;
}

/** Whether one text is the other with letters lost: the same, but that "?" stands where the other has a vowel with a macron. */
export function isBrokenFormOf(lost: string, whole: string): boolean {
  if (lost.length !== whole.length || lost === whole) return false;
  for (let at = 0; at < lost.length; at += 1) {
    if (lost[at] !== whole[at] && !(lost[at] === '?' && /[āēīōūĀĒĪŌŪ]/.test(whole[at] ?? ''))) return false;
  }
  return true;
}
