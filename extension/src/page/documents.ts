/** A document that is opened anew loses the gate's listeners. The gate puts back those that are gone. */
import { ask } from './channel';
import { around } from './natives';

export function init(): void {
  for (const name of ['open', 'write', 'writeln']) {
    around(Document.prototype, name, (_, original) => {
      const result = original();
      ask('opened', null);
      return result;
    });
  }
}
