import { asList, isObject, type JsonObject } from '../json.ts';
import { expand } from '../proof/canonicalise.ts';
import { rootValues } from '../proof/fast/index.ts';

const CREDENTIALS = 'https://www.w3.org/2018/credentials#';
/** What the other checks read by its plain name, and what it means: the plain names are those of VC 2.0 and 1.1. */
const READ: ReadonlyMap<string, readonly string[]> = new Map([
  [`${CREDENTIALS}issuer`, ['issuer']],
  [`${CREDENTIALS}credentialStatus`, ['credentialStatus']],
  [`${CREDENTIALS}validFrom`, ['validFrom']],
  [`${CREDENTIALS}validUntil`, ['validUntil']],
  [`${CREDENTIALS}issuanceDate`, ['issuanceDate']],
  [`${CREDENTIALS}expirationDate`, ['expirationDate']],
]);

/**
 * A signature covers what a document means, not how its JSON spells it. With a context of one's own, `credentialStatus` could be renamed
 * after signing and the signature would still fit, while every check that reads the plain name finds nothing. So: what the document means
 * and what the checks read must be the same number of values.
 */
export async function hidesTerms(document: JsonObject): Promise<boolean> {
  if (asList(document['@context']).every((context) => typeof context === 'string')) return false;
  const { proof: _, ...unsecured } = document;
  const meantOf = await meanings(unsecured);
  if (meantOf === null) return true;
  for (const [meaning, names] of READ) {
    const meant = meantOf(meaning);
    const readable = names.reduce((sum, name) => sum + asList(document[name]).length, 0);
    if (meant !== readable) return true;
  }
  return false;
}

/** How many values a document has for what a name means: the short way where that is certain, else by expanding it. Null: it is not one thing. */
async function meanings(unsecured: JsonObject): Promise<((meaning: string) => number) | null> {
  const known = rootValues(unsecured);
  if (known !== null) return (meaning) => known.get(meaning) ?? 0;
  const [root, ...more] = await expand(unsecured);
  return !isObject(root) || more.length > 0 ? null : (meaning) => asList(root[meaning]).length;
}
