/** `https://www.w3.org/ns/credentials/examples/v2`, which W3C's examples and test vectors use and no package publishes: any term is an example. */
export const EXAMPLES_V2 = 'https://www.w3.org/ns/credentials/examples/v2';
export const examplesV2: { [key: string]: never } = JSON.parse(
  '{ "@context": { "@vocab": "https://www.w3.org/ns/credentials/examples#" } }',
);

/** `https://www.w3.org/ns/credentials/undefined-terms/v2`, by which an issuer says that words without a definition are meant (VC Data Model 2.0, section 5.2). */
export const UNDEFINED_TERMS_V2 = 'https://www.w3.org/ns/credentials/undefined-terms/v2';
export const undefinedTermsV2: { [key: string]: never } = JSON.parse(
  '{ "@context": { "@vocab": "https://www.w3.org/ns/credentials/undefined-term#" } }',
);
