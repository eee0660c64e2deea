/** A picked folder gives its files paths, which a file that a script gives back to an input has lost. */
import { fileAt, filesOf } from './carrier';
import { onTold } from './channel';

export function init(): void {
  onTold('paths', (input, paths) => {
    const files = filesOf(input);
    paths.forEach((value, index) => {
      Object.defineProperty(fileAt(files, index), 'webkitRelativePath', { value, configurable: true });
    });
  });
}
