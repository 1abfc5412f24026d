import { CredentialError, deriveProof } from '@recognition/credentials';
import { problem } from '../../http/problem.ts';
import type { Routes } from '../../http/route.ts';
import { addSentences } from '../../http/sentences.ts';
import { requireIssuer } from './caller.ts';
import { issueCredential } from './issue.ts';
import {
  changed,
  credentialAnswer,
  deriveBody,
  issueBody,
  issuersAnswer,
  statusBody,
  verifiedAnswer,
  verifyCredentialBody,
  verifyPresentationBody,
} from './schemas.ts';
import { VC_API_SENTENCES } from './sentences.ts';
import { changeStatus } from './status.ts';
import { makeTestIssuers } from './test-issuers.ts';
import { verifyDocument } from './verify.ts';

const tags = ['VC API'];
const BASE = '/api/v1/vc-api';

/** The VC-API (W3C VCALM 1.0): issue, derive, verify and withdraw credentials, for systems with the scope, and for conformance suites. */
export const vcApiRoutes: Routes = (app, services) => {
  addSentences(VC_API_SENTENCES);
  const testIssuers = services.settings.vcApi === 'test' ? makeTestIssuers() : [];

  app.get(
    `${BASE}/issuers`,
    { schema: { tags, summary: 'The test issuers of this process', response: { 200: issuersAnswer } } },
    async (request) => {
      requireIssuer(request, services);
      return { items: testIssuers.map(({ id, curve }) => ({ id, curve })), next: null };
    },
  );

  app.post(
    `${BASE}/credentials/issue`,
    { schema: { tags, summary: 'Sign a credential', body: issueBody, response: { 201: credentialAnswer } } },
    async (request, reply) => {
      const { credential, options = {} } = request.body;
      const issued = await issueCredential(services, requireIssuer(request, services), testIssuers, credential, options);
      return reply.code(201).send({ verifiableCredential: Object.fromEntries(Object.entries(issued)) });
    },
  );

  app.post(
    `${BASE}/credentials/derive`,
    { schema: { tags, summary: 'Show a part of a credential', body: deriveBody, response: { 201: credentialAnswer } } },
    async (request, reply) => {
      requireIssuer(request, services);
      const { verifiableCredential, options } = request.body;
      try {
        return await reply.code(201).send({ verifiableCredential: { ...(await deriveProof(verifiableCredential, options)) } });
      } catch (error) {
        if (!(error instanceof CredentialError)) throw error;
        throw problem('not-derivable', 400, error.message, { credentialError: error.code });
      }
    },
  );

  app.post(
    `${BASE}/credentials/verify`,
    { schema: { tags, summary: 'Verify a credential', body: verifyCredentialBody, response: { 200: verifiedAnswer } } },
    async (request) => {
      requireIssuer(request, services);
      const { verifiableCredential, options = {} } = request.body;
      return verifyDocument(services, verifiableCredential, 'credential', options);
    },
  );

  app.post(
    `${BASE}/presentations/verify`,
    { schema: { tags, summary: 'Verify a presentation', body: verifyPresentationBody, response: { 200: verifiedAnswer } } },
    async (request) => {
      requireIssuer(request, services);
      const { verifiablePresentation, options = {} } = request.body;
      return verifyDocument(services, verifiablePresentation, 'presentation', options);
    },
  );

  app.post(
    `${BASE}/credentials/status`,
    { schema: { tags, summary: 'Withdraw, suspend or restore a credential', body: statusBody, response: { 200: changed } } },
    async (request) => {
      if (requireIssuer(request, services) !== 'authority')
        throw problem('role-needed', 403, 'This needs the scope credentials:issue.');
      const { credentialId, credentialStatus, status } = request.body;
      await changeStatus(services, { credentialId, purpose: credentialStatus.statusPurpose, raised: status });
      return { credentialId, status };
    },
  );
};
