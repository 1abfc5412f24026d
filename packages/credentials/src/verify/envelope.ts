import { asString, hasType, type JsonObject } from '../json.ts';
import type { Resolution } from '../did/resolve.ts';
import type { FindingCode } from './findings.ts';

/** What an envelope carries: the media type of its `data:` URL and the text after the comma. */
export interface Envelope {
  readonly mediaType: string;
  readonly content: string;
  readonly kind: 'credential' | 'presentation';
}

/** What came out of an envelope: the document inside and what was found about the signature around it. */
export type EnvelopeReading =
  | {
      readonly status: 'read';
      readonly document: JsonObject;
      readonly proof: {
        readonly code: FindingCode<'proof'>;
        /** The key that the signature names, as a DID URL or an address, for the check whether it is the issuer's. */
        readonly methodId: string;
        /** RFC 3339, if the envelope says when it was made. */
        readonly created?: string;
      };
    }
  | { readonly status: 'unsupported' };

/**
 * Opens envelopes of one or more kinds (VC-JOSE-COSE, SD-JWT). It checks the signature and the purpose of the key; everything that is said
 * inside is checked afterwards like any other document. Lent to `verifyCredential` by whoever knows these forms.
 */
export type EnvelopeReader = (
  envelope: Envelope,
  lent: { readonly now: string; readonly controller: (id: string) => Promise<Resolution> },
) => Promise<EnvelopeReading>;

/** The envelope in a document of type `EnvelopedVerifiableCredential` or `EnvelopedVerifiablePresentation`, or null if its `id` is none. */
export function envelopeOf(document: JsonObject): Envelope | null {
  const [, mediaType, content] = /^data:([\w.+-]+\/[\w.+-]+)[^,]*,(.+)$/su.exec(asString(document['id']) ?? '') ?? [];
  if (mediaType === undefined || content === undefined) return null;
  return { mediaType, content, kind: hasType(document, 'EnvelopedVerifiablePresentation') ? 'presentation' : 'credential' };
}
