import { describe, expect, it } from 'vitest';
import { contentsOf, transferOf, withFiles } from './transfer';

const photo = new File(['a'], 'a.png', { type: 'image/png' });
const covered = new File(['b'], 'a.png', { type: 'image/png' });
const contents = { files: [photo], texts: new Map([['text/html', '<img src="original">']]) };

describe('what goes along with decided files', () => {
  it('is all the text when no file was changed', () => {
    expect(withFiles(contents, [photo]).texts).toBe(contents.texts);
  });

  it('is no text when a file was changed: it may be the original', () => {
    expect(withFiles(contents, [covered])).toEqual({ files: [covered], texts: new Map() });
  });
});

it('a transfer of ours carries the files and the texts', () => {
  const transfer = transferOf(contents);
  expect([...transfer.files]).toEqual([photo]);
  expect(transfer.getData('text/html')).toBe('<img src="original">');
});

it('the contents are copied from a transfer without the browser’s word for files', () => {
  const transfer = { types: ['text/plain', 'Files'], files: [photo], getData: (type: string) => `as ${type}` };
  expect(contentsOf(transfer as unknown as DataTransfer)).toEqual(
    { files: [photo], texts: new Map([['text/plain', 'as text/plain']]) },
  );
});
