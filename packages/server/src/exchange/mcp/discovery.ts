import type { Services } from '../../services.ts';
import { issuerOf, RECORD } from '../badges/index.ts';

/** Where the server is. */
export const MCP_PATH = '/mcp';
/** Where it says who lets an agent in (RFC 9728, section 3.1). */
export const RESOURCE_METADATA = `/.well-known/oauth-protected-resource${MCP_PATH}`;

/** The protected resource, and its authorization server: the one that lets applications read badges (RFC 9728, section 2). */
export function resourceMetadata({ settings }: Pick<Services, 'settings'>): object {
  return {
    resource: `${settings.url}${MCP_PATH}`,
    resource_name: settings.authority.name,
    authorization_servers: [issuerOf(settings)],
    scopes_supported: [RECORD],
    bearer_methods_supported: ['header'],
    resource_documentation: `${settings.url}/llms.txt`,
  };
}
