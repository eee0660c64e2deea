/** Writes docs/surfaces.md from what tests note (surface.ts), as a reporter of the test run: `make test-surfaces`. */
import { writeFileSync } from 'node:fs';
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import { NOT_HELD, NOT_TESTED } from './not-held';
import { KINDS, type Surface } from './surface';

interface Row extends Surface {
  held: boolean;
}

export default class SurfacesReport implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const rows = tests.flatMap(rowOf);
    const page = pageOf(rows);
    writeFileSync(new URL('../../../docs/surfaces.md', import.meta.url), page);
    console.log(page);
  }
}

/** A test that was left out shows nothing. */
function rowOf(test: TestCase): Row[] {
  const { surface } = test.meta();
  const { state } = test.result();
  return surface && state !== 'skipped' ? [{ ...surface, held: state === 'passed' }] : [];
}

function pageOf(rows: Row[]): string {
  return `${[
    '# Ways to hand a photo to a page, and which are held',
    'Written by `make test-surfaces` from the end-to-end tests: a marker in the photo, or the face in it, shows\n' +
      'which bytes reached the server, and the same pages without the extension show that the original can. Do not edit.',
    ...KINDS.flatMap((kind) => [`## ${kind}`, tableOf(rows.filter((row) => row.kind === kind))]),
    '## Not held',
    NOT_HELD.map(({ what, why }) => `- ${what}: ${why}.`).join('\n'),
    '## Not tested',
    NOT_TESTED.map((line) => `- ${line}`).join('\n'),
  ].join('\n\n')}\n`;
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
