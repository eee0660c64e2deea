import { defineConfig } from 'vitest/config';

/** What takes too long for `make test`. */
export default defineConfig({
  test: { include: ['nightly/*.test.ts'], fileParallelism: false, testTimeout: 60_000, hookTimeout: 180_000 },
});
