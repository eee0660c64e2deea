/**
 * Writes docs/surfaces.md from what tests note (surface.ts), as a reporter of the test run: `make test-surfaces`,
 * `make nightly`. A table of which nothing was run stays as it is; one of which anything was run is written anew from
 * that run alone: where only some of its files ran, or only one browser, the other rows and cells are gone.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import { chromiumPath } from './chromium';
import { firefoxPath } from './firefox';
import { NOT_HELD, NOT_TESTED } from './not-held';
import { KINDS, type Surface } from './surface';

const BROWSERS = [['Chromium', chromiumPath], ['Firefox', firefoxPath]] as const;
const PAGE = new URL('../../../docs/surfaces.md', import.meta.url);

interface Row extends Surface {
  held: boolean;
}

export default class SurfacesReport implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const rows = tests.flatMap(rowOf);
    const page = pageOf(rows, readFileSync(PAGE, 'utf8'));
    writeFileSync(PAGE, page);
    console.log(page);
  }
}

/** A test that was left out shows nothing. */
function rowOf(test: TestCase): Row[] {
  const { surface } = test.meta();
  const { state } = test.result();
  return surface && state !== 'skipped' ? [{ ...surface, held: state === 'passed' }] : [];
}

function pageOf(rows: Row[], before: string): string {
  return `${[
    '# Ways to hand a photo to a page, and which are held',
    'Written by `make test-surfaces` and `make nightly` from the end-to-end tests: a marker in the photo, or the face in\n' +
      'it, shows which bytes reached the server, and the same pages without the extension show that the original can.\n' +
      'Do not edit.',
    ...KINDS.map((kind) => sectionOf(kind, rows) ?? sectionIn(before, kind)),
    '## Not held',
    NOT_HELD.map(({ what, why }) => `- ${what}: ${why}.`).join('\n'),
    '## Not tested',
    NOT_TESTED.map((line) => `- ${line}`).join('\n'),
  ].join('\n\n')}\n`;
}

function sectionOf(kind: Surface['kind'], all: Row[]): string | null {
  const rows = all.filter((row) => row.kind === kind);
  if (rows.length === 0) return null;
  const browsers = BROWSERS.flatMap(([name, path]) => (
    path !== undefined && rows.some(({ browser }) => browser === name) ? [versionOf(path)] : []
  ));
  const day = new Date().toISOString().slice(0, 10);
  return [`## ${kind}`, tableOf(rows), `Run on ${day} in ${browsers.join(' and ')}.`].join('\n\n');
}

function sectionIn(page: string, kind: Surface['kind']): string {
  return page.split(/\n\n(?=## )/).find((section) => section.startsWith(`## ${kind}\n`)) ?? `## ${kind}`;
}

/** Such as `Chromium 156.0.8078.79`, without what the maker adds. */
function versionOf(browser: string): string {
  const said = execFileSync(browser, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return /\w+ \d[\w.]*/.exec(said)?.[0] ?? said.trim();
}

function tableOf(rows: Row[]): string {
  const names = [...new Set(rows.map(({ name }) => name))];
  const lines = names.map((name) => {
    const of = rows.filter((row) => row.name === name);
    const remarks = new Set(of.flatMap(({ layer, standIn }) => [layer, ...(standIn === undefined ? [] : [standIn])]));
    return `| ${name} | ${cellOf(of, 'Chromium')} | ${cellOf(of, 'Firefox')} | ${[...remarks].join('; ')} |`;
  });
  return ['| case | Chromium | Firefox | caught by |', '| --- | --- | --- | --- |', ...lines].join('\n');
}

function cellOf(rows: Row[], browser: Surface['browser']): string {
  const [row] = rows.filter((row) => row.browser === browser);
  if (!row) return '';
  return row.held ? 'held' : '**not held**';
}
