/** Reads the site files; knows the name of no site. */
import { MatchPattern } from 'wxt/utils/match-patterns';

export interface Site {
  id: string;
  name: string;
  matches: string[];
  surfaces: ('file-input' | 'drop' | 'paste' | 'camera')[];
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

/** Match patterns of the pages in which the gate runs; none lies within another. */
export function gatePatterns(sites: readonly Site[] = SITES): string[] {
  const all = sites.flatMap((site) => site.matches);
  return all.filter((pattern) => !all.some((other) => other !== pattern && covers(other, pattern))).sort();
}

function covers(wide: string, narrow: string): boolean {
  return wide.endsWith('/*') && narrow.startsWith(wide.slice(0, -1));
}

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
  return new MatchPattern(pattern).includes(portless);
}
