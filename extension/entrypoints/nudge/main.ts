import { acceptPort, openChannel } from '../../src/nudge/channel';
import { showTrouble } from '../../src/nudge/trouble';
import { Nudge } from '../../src/nudge/view';
import { readPolicy } from '../../src/policy';

const root = document.getElementById('root');
const nonce = location.hash.slice(1);

if (root) {
  const port = await acceptPort(nonce);
  const channel = openChannel(port, (opening) => {
    if (opening.kind === 'album') new Nudge(root, opening.album, channel);
    else void readPolicy().then((policy) => { showTrouble(root, opening, policy, location.origin, channel); });
  });
}
