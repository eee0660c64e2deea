/** The gate: in the isolated world of every frame of the sites, before the page's first script. */
import { init as drop } from '../src/gate/drop';
import { init as fileInput } from '../src/gate/file-input';
import { Held } from '../src/gate/held';
import { init as paste } from '../src/gate/paste';
import { init as submit } from '../src/gate/submit';
import { ask } from '../src/messages';
import { openNudge, openTrouble } from '../src/nudge/host';
import { quietSign } from '../src/nudge/sign';
import { createJudge } from '../src/post/post';
import { gatePatterns } from '../src/sites/guide';

export default defineContentScript({
  matches: gatePatterns(),
  runAt: 'document_start',
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  main({ signal }) {
    const held = new Held(createJudge(ask, { openNudge, openTrouble, quietSign }));
    window.addEventListener('pagehide', () => { held.leave(); }, { capture: true, signal });
    for (const init of [fileInput, drop, paste, submit]) init(held, signal);
  },
});
