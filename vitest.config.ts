import { existsSync } from 'node:fs';
import { defaultExclude, defineConfig } from 'vitest/config';

/** Of every project alike. Two cores are the machine we promise to be quick on. */
const limits = { maxWorkers: 2, testTimeout: 20_000, hookTimeout: 60_000 };

const dashboard = './apps/dashboard/vitest.config.ts';
/** Of the dashboard: plain modules, which share processes and with them the words of all pages, and the built server in a browser. */
const ofDashboard = existsSync(`${import.meta.dirname}/apps/dashboard/vitest.config.ts`)
  ? [
      {
        extends: dashboard,
        test: {
          ...limits,
          name: 'dashboard',
          root: './apps/dashboard',
          include: ['src/**/*.test.ts'],
          isolate: false,
        },
      },
      {
        extends: dashboard,
        test: { ...limits, name: 'browser', root: './apps/dashboard', include: ['e2e/**/*.test.ts'] },
      },
    ]
  : [];

/** Packages without input, output or clock. */
const pure = ['packages/{schema,language,extraction,status,interchange}/src/**/*.test.ts'];

export default defineConfig({
  test: {
    globalSetup: './infra/local/src/test-services.ts',
    ...limits,
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: pure,
          environment: 'node',
          // Pure functions leave nothing behind: files share a process, and with it the model and the tables of places.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'node',
          include: [
            'packages/*/src/**/*.test.ts',
            'packages/extraction/score/**/*.test.ts',
            'packages/language/{train,treebank}/**/*.test.ts',
            'apps/{cli,worker}/**/*.test.ts',
            'infra/local/**/*.test.ts',
          ],
          exclude: [...defaultExclude, ...pure],
          environment: 'node',
        },
      },
      ...ofDashboard,
    ],
  },
});
