/** What the peers from npm share: a server for their models, and photos in, faces and times out. */
const { readFile, readFileSync } = require('node:fs');
const { createServer } = require('node:http');
const { basename, join } = require('node:path');

/** Peers load their models over HTTP: from their own package, on loopback. */
exports.withModels = (models, run) => {
  const packages = join(process.argv[2], 'node_modules');
  const server = createServer((request, response) => {
    readFile(join(packages, models, basename(request.url)), (error, data) => {
      response.writeHead(error ? 404 : 200).end(data);
    });
  });
  server.listen(0, '127.0.0.1', async () => {
    await run(`http://127.0.0.1:${server.address().port}/`, packages);
    server.close();
  });
};

/** Processor seconds for each photo that stands on stdin, after one that warms up. */
exports.timed = async (look) => {
  const photos = JSON.parse(readFileSync(0, 'utf8'));
  await look(...photos[0]);
  for (const photo of photos) {
    const before = process.cpuUsage();
    const faces = await look(...photo);
    const { user, system } = process.cpuUsage(before);
    console.log(JSON.stringify({ seconds: (user + system) / 1e6, faces }));
  }
};
