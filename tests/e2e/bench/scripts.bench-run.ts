/** What the extension's scripts cost a page on which nothing is picked, from a trace; printed, never judged. */
import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession } from 'playwright-core';
import { it } from 'vitest';
import { Chromium, chromiumPath } from '../support/chromium';
import { describeWith } from '../support/needs';
import { setStage } from '../support/stage';
import { medianOf, warmMedianOf } from './median';

const RUNS = 7;
const NODES = 2000;
const INPUTS = 50;
const FRAMES = 20;
/** What runs after the load, if anything, is counted as well. */
const SETTLED_MS = 500;

const describe = describeWith('Chromium', chromiumPath, 'chrome-mv3');

/** An event of Chromium's tracing about a script that ran; `tdur` is the thread's own time in microseconds. */
interface Ran {
  name: string;
  tdur?: number;
  args: { data?: { url?: string; frame?: string } };
}

describe('the scripts in a frame', () => {
  const stage = setStage((site, service) => Chromium.withExtension(site, service));

  it(`of a page of ${NODES} nodes, ${INPUTS} inputs and ${FRAMES} frames`, async () => {
    stage.site.made = new Map([['/large.html', largePage()], ['/leaf.html', '<!doctype html><p>A frame']]);
    const medians: number[] = [];
    const most: number[] = [];
    for (let run = 0; run <= RUNS; run++) {
      const page = await stage.browser.context.newPage();
      const events = await traced(await page.context().newCDPSession(page), async () => {
        await page.goto(stage.site.url('large.html'));
        await pause(SETTLED_MS);
      });
      const times = timesByFrame(events);
      if (times.length !== FRAMES + 1) throw new Error(`The scripts ran in ${times.length} frames.`);
      medians.push(medianOf(times));
      most.push(Math.max(...times));
      await page.close();
    }
    const [median, worst] = [medians, most].map((times) => warmMedianOf(times).toFixed(1));
    console.log(`script time a frame: median ${median} ms, the most of ${FRAMES + 1} frames ${worst} ms `
      + `(medians of ${RUNS})`);
  });
});

function largePage(): string {
  const inputs = '<input type="file">'.repeat(INPUTS);
  const frames = '<iframe src="leaf.html"></iframe>'.repeat(FRAMES);
  return `<!doctype html><title>A large page</title>${inputs}${frames}${'<p>'.repeat(NODES - INPUTS - FRAMES)}`;
}

async function traced(cdp: CDPSession, run: () => Promise<void>): Promise<Ran[]> {
  const events: Ran[] = [];
  cdp.on('Tracing.dataCollected', ({ value }) => { events.push(...(value as unknown[] as Ran[])); });
  const complete = new Promise((done) => { cdp.once('Tracing.tracingComplete', done); });
  const traceConfig = { includedCategories: ['devtools.timeline'] };
  await cdp.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig });
  await run();
  await cdp.send('Tracing.end');
  await complete;
  return events;
}

/** How long our scripts ran in each frame, in ms: compiled, evaluated, and called later. */
function timesByFrame(events: Ran[]): number[] {
  const times = new Map<string, number>();
  for (const { name, tdur = 0, args: { data } } of events) {
    const isOurs = data?.url?.startsWith('chrome-extension://') && ['EvaluateScript', 'FunctionCall'].includes(name);
    if (isOurs && data?.frame) times.set(data.frame, (times.get(data.frame) ?? 0) + tdur / 1000);
  }
  return [...times.values()];
}
