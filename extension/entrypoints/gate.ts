/** The gate: in the isolated world of every frame of the sites, before the page's first script. */
import { init as drop } from '../src/gate/drop';
import { init as fileInput } from '../src/gate/file-input';
import { init as handed } from '../src/gate/handed';
import { holdFor } from '../src/gate/held';
import { listen } from '../src/gate/listen';
import { meetPageWorld } from '../src/gate/page-world';
import { init as paste } from '../src/gate/paste';
import { init as reopened } from '../src/gate/reopened';
import { init as submit } from '../src/gate/submit';
import { ask } from '../src/messages';
import { nudgeAhead, openTrouble } from '../src/nudge/host';
import { quietSign } from '../src/nudge/sign';
import { createJudge } from '../src/post/post';
import { GATE_RUNS } from '../src/sites/patterns';

const RUNS = Symbol.for(GATE_RUNS);

/**
 * Where it runs stands in wxt.config.ts. It is no content script of WXT's, for those greet the page by the extension's
 * id, and stop at an event that any page can send.
 */
export default defineUnlistedScript({
  globalName: false,
  main: () => {
    if (RUNS in globalThis) return; // two patterns match this frame
    Object.assign(globalThis, { [RUNS]: true });
    const isThere = (): boolean => (browser.runtime as { id?: string } | undefined)?.id !== undefined;
    const held = holdFor(createJudge(ask, { nudgeAhead, openTrouble, quietSign }, isThere));
    const { signal } = new AbortController(); // the gate lives as long as its frame
    listen('pagehide', () => { held.leave(); }, signal);
    for (const init of [fileInput, drop, paste, submit, handed, reopened]) init(held, signal);
    meetPageWorld();
  },
});
