/** What must run in the page's own world, before the page's first script. It asks the gate, and decides nothing. */
import { greetGate } from '../src/page/channel';
import { init as clipboard } from '../src/page/clipboard';
import { init as documents } from '../src/page/documents';
import { init as entries } from '../src/page/entries';
import { init as forms } from '../src/page/forms';
import { init as handles } from '../src/page/handles';
import { init as paths } from '../src/page/paths';
import { init as pickers } from '../src/page/pickers';
import { init as trees } from '../src/page/trees';

export default defineUnlistedScript({
  globalName: false, // the page is not to find a name of ours
  main: () => {
    greetGate();
    for (const init of [trees, documents, forms, entries, paths, handles, pickers, clipboard]) init();
  },
});
