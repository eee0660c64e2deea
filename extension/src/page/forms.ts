/** A form that a script sends: no event tells of it. While its photo is held it waits, and the gate sends it. */
import { ask } from './channel';
import { around } from './natives';

export function init(): void {
  around(HTMLFormElement.prototype, 'submit', (form, original) => {
    if (!ask('submit', form)) original();
  });
}
