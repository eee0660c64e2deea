/** The nudge's end of the conversation with its host. */
import type { PictureRequest } from './album';
import type { ToHost, ToNudge } from './protocol';

/** The way to the host. */
export interface Line {
  say(message: ToHost): void;
  /** To be called once. */
  hear(listener: (message: ToNudge) => void): void;
}

export interface Channel {
  tell(message: Exclude<ToHost, { kind: 'ask' }>): void;
  /** Rejects where the picture could not be made. */
  ask(request: PictureRequest): Promise<Blob>;
}

/**
 * Resolves with the one port that the host gives us. Anybody may frame this page, so a port counts only from our tab
 * and with the nonce of our address; the page has no power of its own that a stranger could use.
 */
export function acceptPort(nonce: string): Promise<MessagePort> {
  return new Promise((resolve) => {
    function consider(event: MessageEvent<unknown>): void {
      const [port] = event.ports;
      if (tabOf(event.source) !== window.top || event.data !== nonce || !nonce || !port) return;
      removeEventListener('message', consider);
      resolve(port);
    }
    addEventListener('message', consider);
  });
}

/** The host may be in a frame of the page that we are in. */
function tabOf(source: MessageEventSource | null): Window | null {
  return source && 'top' in source ? source.top : null;
}

export function lineOver(port: MessagePort): Line {
  return {
    say: (message) => { port.postMessage(message); },
    hear: (listener) => { port.onmessage = ({ data }: MessageEvent<ToNudge>) => { listener(data); }; },
  };
}

type Opening = Exclude<ToNudge, { kind: 'picture' }>;

/** Talks over `line`; `open` gets what the host opens with. */
export function openChannel(line: Line, open: (opening: Opening) => void): Channel {
  const waiting = new Map<number, (blob: Blob | null) => void>();
  let asked = 0;

  line.hear((message) => {
    if (message.kind !== 'picture') { open(message); return; }
    waiting.get(message.id)?.(message.blob);
    waiting.delete(message.id);
  });

  function ask(request: PictureRequest): Promise<Blob> {
    const id = asked++;
    return new Promise((resolve, reject) => {
      waiting.set(id, (blob) => { if (blob) resolve(blob); else reject(new Error('no picture')); });
      line.say({ kind: 'ask', id, request });
    });
  }

  return { tell: (message) => { line.say(message); }, ask };
}
