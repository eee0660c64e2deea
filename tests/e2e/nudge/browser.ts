/**
 * Stands for `wxt/browser` in the harness: our pages come from a second origin, as an extension's do. A page's address
 * may say which trouble the service has, as `?trouble=not-allowed`, and which page the tab shows.
 */
const query = new URLSearchParams(location.search);
const trouble = query.get('trouble');

export const browser = {
  runtime: {
    getURL: (path: string): string => {
      const [name = '', nonce = ''] = path.slice(1).split('#');
      return `http://localhost:${location.port}/extension/entrypoints/${name.replace('.html', '')}/index.html#${nonce}`;
    },
    sendMessage: () => Promise.resolve({ value: trouble ? { ok: false, trouble } : { ok: true, value: { version: '0.1.0' } } }),
  },
  storage: { local: { get: <T>(defaults: T) => Promise.resolve(defaults), set: () => Promise.resolve() } },
  tabs: { query: () => Promise.resolve([{ url: query.get('tab') ?? 'https://www.facebook.com/' }]) },
};
