import { McpServer, ProtocolError, ProtocolErrorCode, ResourceTemplate } from '@modelcontextprotocol/server';
import { outcomeMarkdown } from '../../catalogue/markdown.ts';
import { showOutcome } from '../../catalogue/list.ts';
import { Problem } from '../../http/problem.ts';
import type { Services } from '../../services.ts';
import type { Application } from '../badges/index.ts';
import { catalogueTools } from './catalogue-tools.ts';
import { checkingTools } from './checking-tools.ts';
import { NOTICE } from './data.ts';
import { ownTools } from './own-tools.ts';

const HOUR_MS = 3_600_000;

/** The tools and resources of one request. What is listed is the same for everybody, so it may be kept. */
export function mcpServer(services: Services, application: Application | null, count: () => Promise<void>): McpServer {
  const { url, authority } = services.settings;
  const lists = { ttlMs: HOUR_MS, cacheScope: 'public' } as const;
  const server = new McpServer(
    { name: 'recognition-repository', title: authority.name, version: '1.0.0', websiteUrl: url },
    {
      instructions: `A record of learning outcomes. ${NOTICE}`,
      capabilities: { tools: {}, resources: {} },
      cacheHints: {
        'tools/list': lists,
        'resources/list': lists,
        'resources/templates/list': lists,
        'server/discover': lists,
        'resources/read': { ttlMs: 60_000, cacheScope: 'public' },
      },
    },
  );
  catalogueTools(server, services);
  checkingTools(server, services, count);
  ownTools(server, services, application);
  server.registerResource(
    'definition',
    new ResourceTemplate(`${url}/catalogue/{code}/{version}.md`, { list: undefined }),
    {
      title: 'A definition as Markdown',
      description: 'One version of an outcome, as its page says it.',
      mimeType: 'text/markdown',
    },
    async (uri, { code, version }) => {
      try {
        const number = version === 'unstated' ? null : Number(version);
        const outcome = await showOutcome(services, null, decodeURIComponent(String(code)), number);
        return { contents: [{ uri: uri.href, mimeType: 'text/markdown', text: outcomeMarkdown(outcome, url) }] };
      } catch (error) {
        if (error instanceof Problem) throw new ProtocolError(ProtocolErrorCode.InvalidParams, error.message, { uri: uri.href });
        throw error;
      }
    },
  );
  return server;
}
