import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { setupFiles: ['tests/support/setup.ts'], include: ['tests/**/*.test.ts'], restoreMocks: true, testTimeout: 20_000, unstubGlobals: true },
});
