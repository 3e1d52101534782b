import { defineConfig } from 'vitest/config'

const onMongoDb = 'test/**/*mongodb.test.ts'

export default defineConfig({
  test: {
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: [onMongoDb], testTimeout: 20_000 } },
      {
        extends: true,
        test: { name: 'mongodb', include: [onMongoDb], globalSetup: ['test/support/mongodb.ts'], testTimeout: 20_000 },
      },
    ],
  },
})
