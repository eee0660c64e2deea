/** What a page may do to take the nudge out of sight. */
export const TRICKS: Readonly<Record<string, () => void>> = {
  'removes the dialog': () => { document.querySelector('dialog')?.remove(); },
  'hides it': () => { document.querySelector('dialog')?.style.setProperty('display', 'none', 'important'); },
  'styles it away': () => {
    document.head.append(Object.assign(document.createElement('style'), {
      textContent: 'dialog, dialog * { display: none !important; opacity: 0 !important; pointer-events: none !important }',
    }));
  },
  'makes it inert': () => { for (const element of document.querySelectorAll<HTMLElement>('dialog, dialog *')) element.inert = true; },
  'closes it': () => { document.querySelector('dialog')?.close(); },
  'opens a modal of its own above': () => {
    const own = document.createElement('dialog');
    document.body.append(own);
    own.showModal();
  },
  'makes it see-through': () => { document.querySelector('dialog')?.style.setProperty('opacity', '0', 'important'); },
  'makes it see-through at the moment at which it is shown': () => {
    const dialog = document.querySelector('dialog');
    let left = 1;
    dialog?.addEventListener('beforetoggle', ({ newState }) => {
      if (newState === 'open' && left-- > 0) dialog.style.setProperty('opacity', '0', 'important');
    });
    dialog?.close();
  },
  'empties it': () => { document.querySelector('dialog')?.replaceChildren(); },
};

/** Tells in the page whether the nudge is up: ours, modal, and to be seen. */
export const IS_UP = `(() => {
  const hit = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
  return hit?.parentElement?.matches('dialog:modal') === true
    && [hit, hit.parentElement].every((one) => getComputedStyle(one).opacity === '1');
})()`;
