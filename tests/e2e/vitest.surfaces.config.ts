import { defineConfig } from 'vitest/config';

/** Every way to hand a photo to a page, also by a real mouse and keyboard, which takes too long for `make test`. */
export default defineConfig({
  test: {
    include: ['*-{pickers,frames,drop-paste,other-drops,front-ends}.test.ts', 'desktop/*.test.ts'],
    fileParallelism: false, testTimeout: 60_000, hookTimeout: 60_000,
  },
});
