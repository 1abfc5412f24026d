/**
 * Micro-credentials of New Zealand as documents: what a developer writes, what the catalogue says of its parts, the one set of checks,
 * and where it stacks onward. Pure, so that the browser checks with the very code of the server. Rows N1 to N4.
 */
export { type MicroCredentialContent, microCredentialContent, NOTHING_WRITTEN } from './content.ts';
export { type ReadDocument, readDocument } from './document-file.ts';
export { type PartFacts, partFacts, type PartSource } from './facts.ts';
export { creditsOf, type MicroCredential, refsOf, toDefinition } from './definition.ts';
export { type CheckOptions, checkMicroCredential, publishedChecks } from './checks/index.ts';
export { type Overlap, overlapsOf } from './overlaps.ts';
export { type OnwardAward, type OnwardDefinition, stacksOnward } from './onward.ts';
export { AWARD, FRAMEWORK, ruleOf, ruleVersions } from './framework.ts';
export { holdings, type Holding } from './holding.ts';
