/** The background: answers messages, speaks to the service, keeps nothing of a photo. */
import { showNotChecked, showOpenBefore, showState, stateAfter } from '../src/look/toolbar';
import { answerMessages, type Answer, type Finding, type Handlers } from '../src/messages';
import { SHOWN_SIDE } from '../src/nudge/album';
import { openWindow } from '../src/nudge/open-window';
import { readPolicy } from '../src/policy';
import { Service } from '../src/service/client';
import { fail } from '../src/service/request';
import { outside } from '../src/service/outside';
import { noteTold, recall, rememberDecision, wasTold } from '../src/session';
import { readSettings, type Settings } from '../src/settings';
import { registerAgain } from '../src/sites/extra';
import { isOn, siteHere, siteId } from '../src/sites/here';

const service = new Service(outside);
const SITE_OFF = { ok: true, value: { known: 'site-off' } } as const;

const handlers: Handlers = {
  'gate-bg/check': async ({ photo }, { url, tabId }) => {
    const settings = await readSettings();
    const found = isOn(url, settings) ? await withPhoto(photo, () => check(photo, url, settings)) : SITE_OFF;
    const state = stateAfter(found);
    if (state && tabId !== null) void showState(tabId, state);
    return found;
  },
  'gate-bg/preview': ({ photo, maxSide, cover }) => withPhoto(photo, () => service.preview(photo, maxSide, cover)),
  'gate-bg/redact': ({ photo, cover }) => withPhoto(photo, () => service.redact(photo, cover)),
  'gate-bg/remember': async ({ photo, what }, { url }) => {
    if (photo instanceof Blob) await rememberDecision(photo, siteId(url), what);
    return null;
  },
  // Told in brief, a photo would go out unchecked: where none may, it is always told in full.
  'gate-bg/was-told': async (_, { url }) => (await readPolicy()).uncheckedAllowed && wasTold(siteId(url)),
  'gate-bg/told': async (_, { url }) => {
    await noteTold(siteId(url));
    return null;
  },
  'gate-bg/not-checked': async (_, { tabId }) => {
    if (tabId !== null) await showNotChecked(tabId);
    return null;
  },
  'gate-bg/open-nudge': async ({ nonce }, { tabId, frameId, isPrivate }) => (
    tabId !== null && openWindow({ nonce, tabId, frameId }, isPrivate)
  ),
  'ui-bg/service': () => service.hello(),
};

async function check(photo: Blob, url: string, settings: Settings): Promise<Answer<Finding>> {
  const decided = await recall(photo, siteId(url));
  if (decided) return { ok: true, value: { known: 'before', decided } };
  const answer = await service.analyse(photo, settings.sensitivity, SHOWN_SIDE);
  if (!answer.ok) return answer;
  return { ok: true, value: { known: 'now', analysis: answer.value, site: siteHere(url, settings) } };
}

/** A browser in which files do not pass by structured clone hands over something else, without an error. */
async function withPhoto<T>(photo: unknown, work: () => Promise<Answer<T>>): Promise<Answer<T>> {
  return photo instanceof Blob ? work() : fail('browser-old');
}

/** Of every site: which one a tab shows, the browser does not tell without a further permission. */
async function markOpenTabs(): Promise<void> {
  for (const { id } of await browser.tabs.query({})) if (id !== undefined) void showOpenBefore(id);
}

export default defineBackground(() => {
  answerMessages(handlers);
  browser.runtime.onStartup.addListener(() => void registerAgain());
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void registerAgain();
    if (reason === 'install' || reason === 'update') void markOpenTabs();
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
  });
});
