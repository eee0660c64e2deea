import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['bench/*.bench-run.ts'], fileParallelism: false, testTimeout: 120_000, hookTimeout: 60_000 },
});
