/** One of the peers of `make bench-peers`: npm @vladmandic/human with its WASM backend. */
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { timed, withModels } = require('./peer.cjs');

const OFF = { enabled: false };

withModels('@vladmandic/human/models', async (base, packages) => {
  const { Human } = require(join(packages, '@vladmandic/human/dist/human.node-wasm.js'));
  const human = new Human({
    backend: 'wasm', modelBasePath: base, wasmPath: join(packages, '@tensorflow/tfjs-backend-wasm/dist/'),
    cacheSensitivity: 0, filter: OFF, gesture: OFF, body: OFF, hand: OFF, object: OFF, segmentation: OFF,
    face: { detector: { maxDetected: 50 }, iris: OFF, emotion: OFF, antispoof: OFF, liveness: OFF },
  });
  await human.load();
  await human.warmup();
  await timed(async (path, width, height) => {
    const picture = human.tf.tensor3d(new Int32Array(readFileSync(path)), [height, width, 3], 'int32');
    const found = await human.detect(picture);
    human.tf.dispose(picture);
    return found.face.map(({ box, age }) => [...box, age ?? null]);
  });
});
