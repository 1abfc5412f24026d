export { documentLoader, knownContexts, OPEN_BADGES, VC_V2 } from './contexts/index.ts';
export { buildDidDocument, didKeyDocument, type DidDocument, type DidKey, type VerificationMethod } from './did/did-document.ts';
export { didWebUrl, isLoopback } from './did/did-web.ts';
export { resolveController, type Resolver } from './did/resolve.ts';
export { buildElmCredential } from './elm/elm-credential.ts';
export type { ElmAchievement, ElmInput } from './elm/input.ts';
export { CredentialError, ERROR_SENTENCES, type CredentialErrorCode } from './errors/codes.ts';
export { awardName, buildAwardCredential, NO_LEVEL } from './open-badges/award-credential.ts';
export { digestSRI } from './open-badges/frame.ts';
export type {
  AwardCredentialInput,
  CredentialInput,
  OutcomeCredentialInput,
  OutcomeInput,
  SkillInput,
} from './open-badges/input.ts';
export type { OpenBadgeCredential } from './open-badges/open-badge.ts';
export { buildOutcomeCredential } from './open-badges/outcome-credential.ts';
export { credentialInPdf, isPdf } from './pdf/attachment.ts';
export { addProof, type DataIntegrityProof, type Signed, type Signer } from './proof/add-proof.ts';
export { decodeMultikey, encodeMultikey } from './proof/multikey.ts';
export { decodeStatusList, encodeStatusList, MIN_ENTRIES, readStatus, withStatus } from './status/bits.ts';
export {
  buildStatusListCredential,
  statusEntry,
  type StatusEntry,
  type StatusListCredential,
  type StatusPurpose,
} from './status/status-list-credential.ts';
export { CHECKS, type Answer, type CheckName, type CheckResult, type Outcome, type VerificationAnswer } from './verify/answer.ts';
export { FINDINGS, type Finding } from './verify/findings.ts';
export { answerOf, examineCredential, type Examination, verifyCredential } from './verify/index.ts';
export type { TrustedIssuer, VerifyOptions } from './verify/subject.ts';
export { parseTrustedIssuers, trustedIssuersFile } from './verify/trusted-issuers.ts';
export { headline, type Language, QUESTIONS, sentenceOf } from './verify/sentences.ts';
