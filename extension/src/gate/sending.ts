/** Which form a click is about to send. */
import { isElement } from './elements';
import { listen } from './listen';

/** Answers with the pressed button, null for a form that is sent without one; undefined: no click sends it now. */
export function watchSending(signal: AbortSignal): (form: HTMLFormElement) => HTMLButtonElement | null | undefined {
  let click: Event | null = null;

  function onClick(event: Event): void {
    click = event;
    setTimeout(() => { click = null; }); // by then all that comes of it has happened
  }

  listen('click', onClick, signal);
  return (form) => {
    // Before all have heard of it, it is the page that asks whether its form is in order.
    if (!click || click.eventPhase !== Event.NONE || click.defaultPrevented) return undefined;
    const button = isElement(click.target) ? click.target.closest<HTMLButtonElement>('button,input') : null;
    return button?.form === form ? button : null;
  };
}
