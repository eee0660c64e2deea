import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['*.test.ts'],
    fileParallelism: false, // each file has a browser and a service; two of them would fight for the machine
    retry: process.env['CI'] === undefined ? 0 : 2, // a real browser's driver may lose a race on a busy machine
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
