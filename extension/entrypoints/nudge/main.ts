import { acceptPort, lineOver, openChannel } from '../../src/nudge/channel';
import { callFrame } from '../../src/nudge/own-window';
import { showTrouble } from '../../src/nudge/trouble';
import { Nudge } from '../../src/nudge/view';
import { readPolicy } from '../../src/policy';

const root = document.getElementById('root');
const hash = location.hash.slice(1);

if (root) {
  const line = window === window.top ? callFrame(hash) : lineOver(await acceptPort(hash));
  const channel = openChannel(line, (opening) => {
    if (opening.kind === 'album') new Nudge(root, opening.album, channel);
    else void readPolicy().then((policy) => { showTrouble(root, opening, policy, location.origin, channel); });
  });
}
