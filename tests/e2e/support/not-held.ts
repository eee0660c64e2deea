/** What docs/surfaces.md says beside what tests show: what is not held, and what no test can reach. */

export const NOT_HELD: readonly { what: string; why: string }[] = [
  {
    what: 'pictures of a camera that a page takes itself (`getUserMedia`)',
    why: 'no file is handed over; bytes on their way out are not looked at',
  },
  { what: 'pictures that a page draws or makes from a video', why: 'bytes on their way out are not looked at' },
  {
    what: 'files that the page had before, in its own storage or in a tab that was open at the installation',
    why: 'bytes on their way out are not looked at; such tabs are marked in the toolbar, and have to be loaded anew',
  },
  { what: 'an image of another page, dropped as an address', why: 'it is on the web already, and the site fetches it' },
  {
    what: 'a picked folder whose handle the page sends to a worker (Chromium)',
    why: 'no script of an extension runs in a worker',
  },
  {
    what: 'a frame whose window the page prepared before its first navigation',
    why: 'its listeners are there before ours; tested in hostile-page.test.ts',
  },
  {
    what: 'an input that the page takes away within a person’s click on it, with a capture listener on it',
    why: 'the browser’s picker fills it out of our sight (decisions/40)',
  },
  {
    what: 'not a leak, but lost: the folder in the file names of a form that sends a picked folder',
    why: 'scripts get `webkitRelativePath` back, forms take the bare name',
  },
  { what: 'other browsers, phone apps, private windows in which the extension is not allowed', why: 'it does not run there' },
];

/** Why a cell of the table is empty. */
export const NOT_TESTED: readonly string[] = [
  'A real folder, picked in Firefox: its driver refuses folders, and with it no picker opens on the screen that a real mouse could use.',
  'Pickers of handles, and drops read by handles, in Firefox: it has neither.',
  'Drops on whole systems in Firefox: its driver can’t drop; a real mouse drops on other pages instead.',
  'An input made by another frame in Firefox: it opens no picker there, with or without the extension.',
];
