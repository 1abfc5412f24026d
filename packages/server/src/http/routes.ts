import { accountRoutes } from '../account/routes.ts';
import { awardRoutes } from '../award/routes.ts';
import { bankRoutes } from '../bank/routes.ts';
import { caseRoutes } from '../catalogue/registers/case-routes.ts';
import { catalogueRoutes } from '../catalogue/routes.ts';
import { consistencyRoutes } from '../consistency/routes.ts';
import { coursePackageRoutes } from '../course-package/routes.ts';
import { creditTransferRoutes } from '../credit-transfer/routes.ts';
import { delegationRoutes } from '../delegation/routes.ts';
import { disputeRoutes } from '../dispute/routes.ts';
import { draftingRoutes } from '../drafting/routes.ts';
import { elmRoutes } from '../elm/routes.ts';
import { evidenceRoutes } from '../evidence/routes.ts';
import { badgeRoutes } from '../exchange/badges/routes.ts';
import { mcpRoutes } from '../exchange/mcp/routes.ts';
import { vcApiRoutes } from '../exchange/vc-api/routes.ts';
import { microCredentialRoutes } from '../micro-credential/routes.ts';
import { noticeRoutes } from '../notice/routes.ts';
import { employerRoutes } from '../employer/routes.ts';
import { demandRoutes } from '../demand/routes.ts';
import { foundRoutes } from '../found/routes.ts';
import { jobRoleRoutes } from '../job-role/routes.ts';
import { frameworkRoutes } from '../framework/routes.ts';
import { offeringRoutes } from '../offering/routes.ts';
import { learningAccountRoutes } from '../learning-account/routes.ts';
import { organisationRoutes } from '../organisation/routes.ts';
import { pageRoutes } from '../pages/routes.ts';
import { paperRoutes } from '../paper/routes.ts';
import { pathwayRoutes } from '../pathway/routes.ts';
import { presentationRoutes } from '../presentation/routes.ts';
import { readingRoutes } from '../reading/routes.ts';
import { recordRoutes } from '../record/routes.ts';
import { reportingRoutes } from '../reporting/routes.ts';
import { rplRoutes } from '../rpl/routes.ts';
import { sharingRoutes } from '../sharing/routes.ts';
import { skillRoutes } from '../skill/routes.ts';
import { stewardshipRoutes } from '../stewardship/routes.ts';
import { walletRoutes } from '../wallet/routes.ts';
import type { Routes } from './route.ts';

/** Everything that the service answers, by folder. */
export const routes: readonly Routes[] = [
  accountRoutes,
  catalogueRoutes,
  caseRoutes,
  organisationRoutes,
  offeringRoutes,
  skillRoutes,
  consistencyRoutes,
  draftingRoutes,
  recordRoutes,
  readingRoutes,
  reportingRoutes,
  awardRoutes,
  elmRoutes,
  paperRoutes,
  noticeRoutes,
  disputeRoutes,
  stewardshipRoutes,
  employerRoutes,
  jobRoleRoutes,
  foundRoutes,
  demandRoutes,
  coursePackageRoutes,
  sharingRoutes,
  delegationRoutes,
  walletRoutes,
  presentationRoutes,
  frameworkRoutes,
  microCredentialRoutes,
  bankRoutes,
  learningAccountRoutes,
  evidenceRoutes,
  rplRoutes,
  creditTransferRoutes,
  pathwayRoutes,
  badgeRoutes,
  vcApiRoutes,
  mcpRoutes,
  pageRoutes,
];
