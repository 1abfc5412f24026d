export { type Association, buildClrCredential, type ClrCredential, type ClrInput, MAX_IN_RECORD } from './clr/clr-credential.ts';
export { envelopedCose, issueCoseCredential, issueCosePresentation } from './cose/credential.ts';
export { documentLoader, knownContexts, OPEN_BADGES, VC_V2 } from './contexts/index.ts';
export { buildDidDocument, didKeyDocument, type DidDocument, type DidKey, type VerificationMethod } from './did/did-document.ts';
export { didWebUrl, isLoopback } from './did/did-web.ts';
export { multikeyOfJwk } from './did/jwk.ts';
export { resolveController, type Resolver } from './did/resolve.ts';
export { buildElmCredential } from './elm/elm-credential.ts';
export type { ElmAchievement, ElmInput } from './elm/input.ts';
export { CredentialError, ERROR_SENTENCES, type CredentialErrorCode } from './errors/codes.ts';
export { awardName, buildAwardCredential, NO_LEVEL } from './open-badges/award-credential.ts';
export { buildEndorsement, type EndorsementCredential, type EndorsementInput } from './open-badges/endorsement.ts';
export { buildFrameworkAward } from './open-badges/framework-award.ts';
export { digestSRI } from './open-badges/frame.ts';
export type {
  AwardCredentialInput,
  CredentialInput,
  FrameworkAwardInput,
  OutcomeCredentialInput,
  OutcomeInput,
  SkillInput,
} from './open-badges/input.ts';
export { bakeIntoPng, bakeIntoSvg, takeFromPng, takeFromSvg } from './open-badges/baked.ts';
export { isOpenBadge2, type OpenBadge2, openBadge2AsEvidence, readOpenBadge2 } from './open-badges/open-badge-2.ts';
export { type KnownPerson, type Recipient, recipientOf } from './open-badges/recipient.ts';
export type { OpenBadgeCredential } from './open-badges/open-badge.ts';
export { buildOutcomeCredential } from './open-badges/outcome-credential.ts';
export { credentialInPdf, isPdf } from './pdf/attachment.ts';
export { enveloped, issueJwtCredential, issueJwtPresentation } from './jose/credential.ts';
export { type IssueAlgorithm, jwkSigner, type JwtSigner, jwtSigner, signCompact } from './jose/sign.ts';
export { type DpopProof, readDpop } from './openid4vc/dpop.ts';
export { readEncryptedResponse, RESPONSE_ENCRYPTION } from './openid4vc/encrypted-response.ts';
export { type HolderKey, type KeyProof, readKeyProof } from './openid4vc/key-proof.ts';
export { addProof, type AddProofOptions } from './proof/add-proof.ts';
export type { Digest } from './proof/digest.ts';
export { type Curve, decodeMultikey, encodeMultikey } from './proof/multikey.ts';
export { addBaseProof } from './proof/selective/base.ts';
export { deriveProof } from './proof/selective/derive.ts';
export type { DataIntegrityProof, ProofPurpose, Signed, Signer } from './proof/statements.ts';
export { WHOLE_SUITES, type WholeSuiteName } from './proof/suites/index.ts';
export type { DisclosureFrame } from './sd-jwt/conceal.ts';
export { issueSdJwtVc, type SdJwtVcInput } from './sd-jwt/open-badge-claims.ts';
export { bindSdJwt, issueSdJwt, type PresentationFrame, presentSdJwt } from './sd-jwt/token.ts';
export {
  decodeTokenList,
  encodeTokenList,
  type EntryBits,
  readToken,
  signTokenList,
  TOKEN_STATUS,
  tokenStatus,
  withToken,
} from './status/token-status-list.ts';
export { decodeStatusList, encodeStatusList, MIN_ENTRIES, readStatus, withEntry, withStatus } from './status/bits.ts';
export {
  buildStatusListCredential,
  statusEntry,
  type StatusEntry,
  type StatusMessage,
  type StatusListCredential,
  type StatusPurpose,
} from './status/status-list-credential.ts';
export { CHECKS, type Answer, type CheckName, type CheckResult, type Outcome, type VerificationAnswer } from './verify/answer.ts';
export { FINDINGS, type Finding } from './verify/findings.ts';
export { answerOf, examineCredential, type Examination, verifyCredential } from './verify/index.ts';
export { type ProblemDetails, problemDetails } from './verify/problem-details.ts';
export { differingResources } from './verify/related-resource.ts';
export { shapeProblems } from './verify/schema.ts';
export type { ExpectedPresentation, TrustedIssuer, VerifyOptions } from './verify/subject.ts';
export {
  type OpenedBundle,
  openTrustBundle,
  signTrustBundle,
  type TrustBundle,
  type TrustRefusal,
} from './verify/trust-bundle.ts';
export { parseTrustedIssuers, trustedIssuersFile } from './verify/trusted-issuers.ts';
export { headline, type Language, QUESTIONS, sentenceOf } from './verify/sentences.ts';
