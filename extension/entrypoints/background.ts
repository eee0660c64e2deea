/** The background: answers messages, speaks to the service, keeps nothing. */
import { answerMessages, type Answer, type Handlers } from '../src/messages';
import { Service } from '../src/service/client';
import { fail } from '../src/service/request';
import { outside } from '../src/service/outside';
import { firstTold, recall, rememberDecision } from '../src/session';
import { readSettings } from '../src/settings';
import { registerAgain } from '../src/sites/extra';
import { siteHere, siteId } from '../src/sites/here';

const service = new Service(outside);

const handlers: Handlers = {
  'gate-bg/site': async (_, { url }) => siteHere(url, await readSettings()),
  'gate-bg/analyse': ({ photo }) => withPhoto(photo, async () => {
    const { sensitivity } = await readSettings();
    return service.analyse(photo, sensitivity);
  }),
  'gate-bg/preview': ({ photo, maxSide, cover }) => withPhoto(photo, () => service.preview(photo, maxSide, cover)),
  'gate-bg/redact': ({ photo, cover }) => withPhoto(photo, () => service.redact(photo, cover)),
  'gate-bg/recall': async ({ photo }, { url }) => (photo instanceof Blob ? recall(photo, siteId(url)) : null),
  'gate-bg/remember': async ({ photo, what }, { url }) => {
    if (photo instanceof Blob) await rememberDecision(photo, siteId(url), what);
    return null;
  },
  'gate-bg/trouble-told': async (_, { url }) => ({ first: await firstTold(siteId(url)) }),
  'gate-bg/not-checked': async (_, { tabId }) => {
    if (tabId !== null) await browser.action.setBadgeText({ tabId, text: '–' });
    return null;
  },
  'ui-bg/service': () => service.hello(),
};

/** A browser in which files do not pass by structured clone hands over something else, without an error. */
async function withPhoto<T>(photo: unknown, work: () => Promise<Answer<T>>): Promise<Answer<T>> {
  return photo instanceof Blob ? work() : fail('browser-old');
}

export default defineBackground(() => {
  answerMessages(handlers);
  browser.runtime.onStartup.addListener(() => void registerAgain());
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void registerAgain();
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
  });
});
