import { defineConfig } from 'vitest/config'

const onMongoDb = 'test/**/*mongodb.test.ts'
const endToEnd = 'test/e2e/**/*.test.ts'

export default defineConfig({
  test: {
    setupFiles: ['test/support/property-seed.ts'],
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: [onMongoDb, endToEnd], testTimeout: 20_000 },
      },
      {
        extends: true,
        test: { name: 'mongodb', include: [onMongoDb], globalSetup: ['test/support/mongodb.ts'], testTimeout: 20_000 },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: [endToEnd],
          globalSetup: ['test/e2e/chromium.ts'],
          testTimeout: 40_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
