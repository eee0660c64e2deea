/** Where the gate runs, as the manifest's content scripts. */

/** Where the build puts the gate, and what runs in the page's own world. The gate has to be there first. */
export const GATE_SCRIPT = 'gate.js';
export const PAGE_SCRIPT = 'page.js';

/** Key of the symbol that says, in the gate's own world, that it runs in a frame. */
export const GATE_RUNS = 'pauza.gate';

/**
 * Content scripts for match patterns. Frames without an address of their own are matched by their origin, which
 * browsers allow only for patterns that take every path.
 */
export function gateScripts(patterns: readonly string[]): object[] {
  const outer = patterns.filter((one) => !patterns.some((other) => other !== one && covers(other, one))).sort();
  const everywhere = { run_at: 'document_start', all_frames: true, match_about_blank: true };
  const byOrigin = { ...everywhere, matches: outer.filter(takesEveryPath), match_origin_as_fallback: true };
  const byPath = { ...everywhere, matches: outer.filter((pattern) => !takesEveryPath(pattern)) };
  return [byOrigin, byPath].filter(({ matches }) => matches.length > 0).flatMap((where) => [
    { ...where, js: [GATE_SCRIPT] },
    { ...where, js: [PAGE_SCRIPT], world: 'MAIN' },
  ]);
}

function takesEveryPath(pattern: string): boolean {
  return pattern.endsWith('/*');
}

/** A frame that two scripts match would hold every photo twice. */
function covers(wide: string, narrow: string): boolean {
  return takesEveryPath(wide) && narrow.startsWith(wide.slice(0, -1));
}
