import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['*.test.ts'],
    fileParallelism: false, // each file has a browser and a service; two of them would fight for the machine
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
