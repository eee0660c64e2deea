import { expect, it } from 'vitest';
import { folderOf, isFolder, put, type Folder } from './folders';

const named = (name: string): File => new File([name], name);

function tree(folder: Folder): unknown[] {
  return [...folder.inside.values()].map((thing) => (isFolder(thing) ? [thing.path, ...tree(thing)] : thing.name));
}

it('folders are built anew from the paths of their files, in the order of the files', () => {
  const root = folderOf('');
  put(root, '/album/a.jpg', named('a.jpg'));
  put(root, '/album/day 1/b.jpg', named('b.jpg'));
  put(root, '/c.jpg', named('c.jpg'));
  put(root, '/album/d.jpg', named('d.jpg'));
  expect(tree(root)).toEqual([['/album', 'a.jpg', ['/album/day 1', 'b.jpg'], 'd.jpg'], 'c.jpg']);
});

it('a file is found under the name that it was released with', () => {
  const root = folderOf('');
  put(root, '/album/a.heic', named('a.jpg'));
  expect(tree(root)).toEqual([['/album', 'a.jpg']]);
});
