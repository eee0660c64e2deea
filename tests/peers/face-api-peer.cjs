/** One of the peers of `make bench-peers`: npm @vladmandic/face-api with its WASM backend. */
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { timed, withModels } = require('./peer.cjs');

withModels('@vladmandic/face-api/model', async (base, packages) => {
  const wasm = require(join(packages, '@tensorflow/tfjs-backend-wasm'));
  wasm.setWasmPaths(join(packages, '@tensorflow/tfjs-backend-wasm/dist/'));
  const faceApi = require(join(packages, '@vladmandic/face-api/dist/face-api.node-wasm.js'));
  await faceApi.tf.setBackend('wasm');
  await faceApi.tf.ready();
  const { ssdMobilenetv1, faceLandmark68Net, ageGenderNet } = faceApi.nets;
  for (const net of [ssdMobilenetv1, faceLandmark68Net, ageGenderNet]) await net.loadFromUri(base);
  const options = new faceApi.SsdMobilenetv1Options({ maxResults: 50 });
  await timed(async (path, width, height) => {
    const picture = faceApi.tf.tensor3d(new Int32Array(readFileSync(path)), [height, width, 3], 'int32');
    const found = await faceApi.detectAllFaces(picture, options).withFaceLandmarks().withAgeAndGender();
    faceApi.tf.dispose(picture);
    return found.map(({ detection: { box }, age }) => [box.x, box.y, box.width, box.height, age]);
  });
});
