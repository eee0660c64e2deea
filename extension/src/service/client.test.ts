import { beforeEach, describe, expect, it } from 'vitest';
import { Service } from './client';

const photo = new File(['the bytes'], 'beach.heic', { type: 'image/heic', lastModified: 1234 });
const HELLO = { service: 'pauza', version: '0.1.0', api: 1, state: 'ready' };
const region = { cx: 1.5, cy: 2, width: 3, height: 4, tilt: -15, face: null };

type Reply = Response | Error | (() => Promise<Response>);
const json = (value: unknown, init?: ResponseInit): Response => new Response(JSON.stringify(value), init);
const problem = (status: number, code: string, retryAfter?: number): Response => (
  json({ code }, { status, headers: retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) } })
);

/** A service that answers each resource in order, and a clock that only notes how long is waited. */
class Scene {
  port = 8765;
  replies: Record<string, Reply[]> = {};
  readonly calls: { url: URL; init: RequestInit }[] = [];
  readonly waits: number[] = [];
  running = 0;
  mostRunning = 0;

  readonly service = new Service({
    fetch: (input, init = {}) => this.answer(new URL(input as string), init),
    port: () => Promise.resolve(this.port),
    wait: (ms) => { this.waits.push(ms); return Promise.resolve(); },
    whyAway: () => Promise.resolve('service-away'),
  });

  get resources(): string[] {
    return this.calls.map(({ url }) => url.pathname.replace('/v1/', ''));
  }

  private async answer(url: URL, init: RequestInit): Promise<Response> {
    this.calls.push({ url, init });
    this.mostRunning = Math.max(this.mostRunning, ++this.running);
    await new Promise(setImmediate);
    this.running--;
    const reply = this.replies[url.pathname.replace('/v1/', '')]?.shift() ?? json(HELLO);
    if (reply instanceof Error) throw reply;
    return reply instanceof Response ? reply : reply();
  }
}

let scene: Scene;
beforeEach(() => { scene = new Scene(); });
const away = new TypeError('Failed to fetch');

describe('before a photo', () => {
  it('the service is greeted, each time', async () => {
    scene.replies = { analyses: [json({}), json({})] };
    await scene.service.analyse(photo, 'balanced', 1024);
    await scene.service.analyse(photo, 'balanced', 1024);
    expect(scene.resources).toEqual(['hello', 'analyses', 'hello', 'analyses']);
  });

  it.each([
    ['something else answers', json({ hello: 'world' }), 'not-pauza'],
    ['something else answers in no JSON', new Response('<html>'), 'not-pauza'],
    ['the service does not know this browser', new Response('', { status: 403 }), 'not-allowed'],
    ['the service is older', json({ ...HELLO, api: 0 }), 'service-old'],
    ['the service is newer', json({ ...HELLO, api: 2 }), 'service-new'],
    ['the service is unwell', json({ ...HELLO, state: 'unwell', code: 'weights_missing' }), 'unwell'],
    ['nobody answers', away, 'service-away'],
    ['the answer takes too long', new DOMException('late', 'TimeoutError'), 'took-too-long'],
  ])('no photo goes out when %s', async (_, reply, trouble) => {
    scene.replies = { hello: [reply] };
    expect(await scene.service.analyse(photo, 'balanced', 1024)).toEqual({ ok: false, trouble });
    expect(scene.resources).toEqual(['hello']);
  });

  it('a service that warms is waited for', async () => {
    scene.replies = { hello: [json({ ...HELLO, state: 'warming' }), json(HELLO)], analyses: [json({ nudge: false })] };
    expect(await scene.service.analyse(photo, 'balanced', 1024)).toEqual({ ok: true, value: { nudge: false } });
    expect(scene.waits).toEqual([1000]);
  });

  it('it is greeted again on another port', async () => {
    scene.replies = { analyses: [json({}), json({})] };
    await scene.service.analyse(photo, 'balanced', 1024);
    scene.port = 9000;
    await scene.service.analyse(photo, 'balanced', 1024);
    expect(scene.calls.map(({ url }) => url.host)).toEqual(
      ['127.0.0.1:8765', '127.0.0.1:8765', '127.0.0.1:9000', '127.0.0.1:9000'],
    );
  });
});

describe('a photo', () => {
  it('goes out as raw bytes, without cookies, to this computer alone', async () => {
    scene.replies = { analyses: [json({})] };
    await scene.service.analyse(photo, 'careful', 512);
    const { url, init } = scene.calls[1]!;
    expect(url.href).toBe('http://127.0.0.1:8765/v1/analyses?sensitivity=careful&preview_side=512');
    expect(init).toMatchObject(
      { method: 'POST', body: photo, credentials: 'omit', redirect: 'error', cache: 'no-store' },
    );
  });

  it('comes back as a preview, plain or covered', async () => {
    scene.replies = { previews: [new Response('jpeg'), new Response('jpeg')] };
    await scene.service.preview(photo, 512);
    await scene.service.preview(photo, 512, { style: 'soft', regions: [region, region] });
    expect(scene.calls[1]!.url.search).toBe('?max_side=512');
    expect([...scene.calls[3]!.url.searchParams]).toEqual(
      [['max_side', '512'], ['style', 'soft'], ['region', '1.5,2,3,4,-15'], ['region', '1.5,2,3,4,-15']],
    );
  });

  it('comes back as a redaction with its date, and a name that fits its new kind', async () => {
    scene.replies = { redactions: [new Response('covered', { headers: { 'Content-Type': 'image/jpeg' } })] };
    const answer = await scene.service.redact(photo, { style: 'soft', regions: [region] });
    expect(answer).toMatchObject({
      ok: true, value: { file: { name: 'beach.jpg', type: 'image/jpeg', lastModified: 1234 }, lost: [] },
    });
  });

  it('says what its redaction lost, as far as that is known here', async () => {
    const headers = { 'Content-Type': 'image/png', 'Pauza-Changes': 'still, mirrored, eight-bit' };
    scene.replies = { redactions: [new Response('covered', { headers })] };
    expect(await scene.service.redact(photo, null)).toMatchObject({
      value: { lost: ['The site gets a still picture.', 'The site gets fewer shades of colour.'] },
    });
  });

  it('waits as long as a busy service says, without a word', async () => {
    scene.replies = { analyses: [problem(503, 'busy', 2), problem(503, 'busy', 3), json({ nudge: true })] };
    expect(await scene.service.analyse(photo, 'balanced', 1024)).toMatchObject({ ok: true });
    expect(scene.waits).toEqual([2000, 3000]);
  });

  it('is given up when the service stays busy', async () => {
    scene.replies = { analyses: Array.from({ length: 99 }, () => problem(503, 'busy', 1)) };
    expect(await scene.service.analyse(photo, 'balanced', 1024)).toEqual({ ok: false, trouble: 'busy' });
    expect(scene.waits.length).toBeLessThan(20);
  });

  it('whose request breaks while the service is well has failed itself', async () => {
    scene.replies = { analyses: [away] };
    expect(await scene.service.analyse(photo, 'balanced', 1024)).toEqual({ ok: false, trouble: 'failed' });
  });

  it('whose request breaks because the service went away says so, and the next is greeted first', async () => {
    scene.replies = { hello: [json(HELLO), away], analyses: [away, json({})] };
    expect(await scene.service.analyse(photo, 'balanced', 1024)).toEqual({ ok: false, trouble: 'service-away' });
    await scene.service.analyse(photo, 'balanced', 1024);
    expect(scene.resources).toEqual(['hello', 'analyses', 'hello', 'hello', 'analyses']);
  });

  it('whose answer breaks off in the middle is a trouble as well', async () => {
    const broken = new Response(new ReadableStream({ start: (stream) => { stream.error(away); } }));
    scene.replies = { analyses: [broken] };
    expect(await scene.service.analyse(photo, 'balanced', 1024)).toEqual({ ok: false, trouble: 'failed' });
  });
});

it('two photos are with the service at a time', async () => {
  scene.replies = { analyses: Array.from({ length: 6 }, () => json({})) };
  await scene.service.hello();
  await Promise.all(Array.from({ length: 6 }, () => scene.service.analyse(photo, 'balanced', 1024)));
  expect(scene.mostRunning).toBe(2);
});
