import { commandFor } from '../../src/look/command';
import { acceptPort, lineOver, openChannel } from '../../src/nudge/channel';
import { callFrame } from '../../src/nudge/window-line';
import { showTrouble } from '../../src/nudge/trouble';
import { Nudge } from '../../src/nudge/view';
import { readPolicy } from '../../src/policy';
import { readSettings } from '../../src/settings';

const root = document.getElementById('root');
const hash = location.hash.slice(1);

if (root) {
  const line = window === window.top ? callFrame(hash) : lineOver(await acceptPort(hash));
  const channel = openChannel(line, (opening) => {
    if (opening.kind === 'album') new Nudge(root, opening.album, channel);
    else void Promise.all([readPolicy(), readSettings()]).then(([policy, { port }]) => {
      showTrouble(root, opening, policy, commandFor(opening.trouble, location.origin, port), channel);
    });
  });
}
