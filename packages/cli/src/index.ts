import { command as awardAssess } from './award/assess.ts';
import { command as awardEveryone } from './award/everyone.ts';
import { awardClaim } from './award/claim.ts';
import { command as awardList } from './award/list.ts';
import { command as awardShow } from './award/show.ts';
import { awardWithdraw } from './award/withdraw.ts';
import { command as backup } from './backup/backup.ts';
import { bankAdmit } from './bank/admit.ts';
import { bankDeposit } from './bank/deposit.ts';
import { bankStatement } from './bank/statement.ts';
import { catalogueConsistency } from './catalogue/consistency.ts';
import { catalogueExport } from './catalogue/export.ts';
import { catalogueImport } from './catalogue/import.ts';
import { catalogueWording } from './catalogue/wording.ts';
import { clientAdd } from './client/add.ts';
import { clientList } from './client/list.ts';
import { clientRevoke } from './client/revoke.ts';
import type { Command } from './command.ts';
import { composeBundle, composeRebundle } from './compose/bundle.ts';
import { composeClaimable } from './compose/claimable.ts';
import { composeConvert } from './compose/convert.ts';
import { composeDefinitions } from './compose/definitions.ts';
import { composePackage } from './compose/package.ts';
import { composeUnbundle } from './compose/unbundle.ts';
import { command as config } from './config/config.ts';
import { credentialIssue } from './credential/issue.ts';
import { command as credentialVerify } from './credential/verify.ts';
import { frameworkCases } from './framework/cases.ts';
import { frameworkCheck } from './framework/check.ts';
import { frameworkImport } from './framework/import.ts';
import { frameworkList } from './framework/list.ts';
import { frameworkPathway } from './framework/pathway.ts';
import { command as keysRotate } from './keys/rotate.ts';
import { command as learnersMerge } from './learners/merge.ts';
import { command as learnersUnmerge } from './learners/unmerge.ts';
import { microCredentialCheck } from './micro-credential/check.ts';
import { learningAccountOpen } from './learning-account/open.ts';
import { learningAccountStatement } from './learning-account/statement.ts';
import { command as migrate } from './migrate/migrate.ts';
import { offeringFind } from './offering/find.ts';
import { offeringPublish } from './offering/publish.ts';
import { organisationAccredit } from './organisation/accredit.ts';
import { organisationAdd } from './organisation/add.ts';
import { organisationList } from './organisation/list.ts';
import { pathwayPlan } from './pathway/plan.ts';
import { recordExport } from './record/export.ts';
import { recordRebuild } from './record/rebuild.ts';
import { command as restore } from './restore/restore.ts';
import { resultsGenerate } from './results/generate.ts';
import { resultsImport } from './results/import.ts';
import { rplDecide } from './rpl/decide.ts';
import { rplList } from './rpl/list.ts';
import { skillCrosswalk } from './skill/crosswalk.ts';
import { skillImport } from './skill/import.ts';
import { skillSuggest } from './skill/suggest.ts';
import { transferAgreementImport } from './transfer-agreement/import.ts';

/** Every `nzrr` command, in the order in which the list shows them. */
export const commands: readonly Command[] = [
  catalogueImport,
  catalogueExport,
  skillImport,
  skillSuggest,
  skillCrosswalk,
  catalogueWording,
  catalogueConsistency,
  organisationList,
  organisationAdd,
  organisationAccredit,
  offeringPublish,
  offeringFind,
  pathwayPlan,
  clientAdd,
  clientList,
  clientRevoke,
  resultsImport,
  resultsGenerate,
  rplList,
  rplDecide,
  transferAgreementImport,
  recordExport,
  recordRebuild,
  awardAssess,
  awardEveryone,
  awardClaim,
  awardWithdraw,
  awardList,
  awardShow,
  credentialIssue,
  frameworkList,
  frameworkCheck,
  frameworkCases,
  microCredentialCheck,
  frameworkImport,
  frameworkPathway,
  composeDefinitions,
  composeUnbundle,
  composeBundle,
  composeRebundle,
  composePackage,
  composeClaimable,
  composeConvert,
  bankAdmit,
  bankDeposit,
  bankStatement,
  learningAccountOpen,
  learningAccountStatement,
  credentialVerify,
  learnersMerge,
  learnersUnmerge,
  keysRotate,
  backup,
  restore,
  migrate,
  config,
];
