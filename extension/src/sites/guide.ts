/** Reads the site files; knows the name of no site. */
import { MatchPattern } from 'wxt/utils/match-patterns';

export interface Site {
  id: string;
  name: string;
  matches: string[];
  audience: {
    scope: 'per-post' | 'account' | 'recipients' | 'none';
    steps: string[];
    /** Day on which the steps were last followed on the site itself (ISO); null: not verified. */
    checked: string | null;
  };
}

const files = import.meta.glob<Site>(['./*.json', '!./schema.json'], { eager: true, import: 'default' });

/** Every listed site, by id. */
export const SITES: readonly Site[] = Object.values(files).sort((a, b) => a.id.localeCompare(b.id));

/** The listed site of an address; the most exact pattern wins. */
export function siteOf(url: string, sites: readonly Site[] = SITES): Site | null {
  const found = sites
    .flatMap((site) => site.matches.map((pattern) => ({ site, pattern })))
    .filter(({ pattern }) => matches(pattern, url))
    .sort((a, b) => b.pattern.length - a.pattern.length);
  return found[0]?.site ?? null;
}

/** Match patterns have no port; neither counts the port of the address. */
function matches(pattern: string, url: string): boolean {
  if (!URL.canParse(url)) return false;
  const portless = new URL(url);
  portless.port = '';
  return new MatchPattern(pattern).includes(portless.href); // as text: it asks for `Location`, which a worker lacks
}
