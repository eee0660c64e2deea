/** The client of the service: the one place that speaks to it. Every way to fail is a value of `Trouble`. */
import type { Answer, Cover, Redaction, Trouble } from '../messages';
import type { Analysis, Region, Sensitivity } from '../wire';
import { greetingOf, type Greeting } from './hello';
import { atMost } from './limit';
import { lostBy } from './lost';
import { redactionName } from './names';
import { fail, patiently, post, type Outside } from './request';

const HELLO_MS = 3_000;
/** Below the 30 s after which Chromium ends a background that waits for an answer. */
const WORK_MS = 28_000;
/** Photos with the service at a time: one in work, one on its way. */
const AT_A_TIME = 2;

export class Service {
  readonly #outside: Outside;
  readonly #inTurn = atMost(AT_A_TIME);

  constructor(outside: Outside) {
    this.#outside = outside;
  }

  async hello(): Promise<Answer<Greeting>> {
    const port = await this.#outside.port();
    const url = addressOf(port, 'hello');
    return patiently(this.#outside, () => (
      post(this.#outside, url, null, HELLO_MS, async (response) => greetingOf(await response.json().catch(() => null)))
    ));
  }

  /** With a plain preview of at most `previewSide` pixels where the photo nudges. */
  analyse(photo: Blob, sensitivity: Sensitivity, previewSide: number): Promise<Answer<Analysis>> {
    const query: Query = [['sensitivity', sensitivity], ['preview_side', String(previewSide)]];
    return this.#work(photo, 'analyses', query, (response) => response.json() as Promise<Analysis>);
  }

  /** A JPEG for the eye, at most `maxSide` pixels wide and high. */
  preview(photo: Blob, maxSide: number, cover?: Cover): Promise<Answer<Blob>> {
    const query: Query = [['max_side', String(maxSide)], ...(cover ? queryOf(cover) : [])];
    return this.#work(photo, 'previews', query, (response) => response.blob());
  }

  /** What is posted in its place, covered or only cleaned, with its date and name; the ending fits what it is now. */
  redact(photo: File, cover: Cover | null): Promise<Answer<Redaction>> {
    return this.#work(photo, 'redactions', cover ? queryOf(cover) : [], async (response) => {
      const bytes = await response.blob();
      const { type } = bytes;
      const file = new File([bytes], redactionName(photo, type), { type, lastModified: photo.lastModified });
      return { file, lost: lostBy(response.headers) };
    });
  }

  #work<T>(photo: Blob, resource: string, query: Query, read: (response: Response) => Promise<T>): Promise<Answer<T>> {
    return this.#inTurn(async () => {
      const met = await this.hello(); // a photo goes to nobody who does not answer as Pauza does, each time
      if (!met.ok) return met;
      const url = `${addressOf(await this.#outside.port(), resource)}?${new URLSearchParams(query)}`;
      const answer = await patiently(this.#outside, () => (
        post(this.#outside, url, photo, WORK_MS, async (response) => ({ ok: true, value: await read(response) }))
      ));
      return answer.ok || answer.trouble !== 'service-away' ? answer : this.#explainLoss();
    });
  }

  /** The request broke: either the service is gone, or the photo could not be read on its way. */
  async #explainLoss(): Promise<{ ok: false; trouble: Trouble }> {
    const hello = await this.hello();
    return hello.ok ? fail('failed') : hello;
  }
}

type Query = [string, string][];

function addressOf(port: number, resource: string): string {
  return `http://127.0.0.1:${port}/v1/${resource}`;
}

function queryOf({ style, regions }: Cover): Query {
  return [['style', style], ...regions.map((region): [string, string] => ['region', wireOf(region)])];
}

function wireOf({ cx, cy, width, height, tilt }: Region): string {
  return [cx, cy, width, height, tilt].join(',');
}
