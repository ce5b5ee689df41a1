import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { countTests } from './vitest-report.ts';

const folder = mkdtempSync(join(tmpdir(), 'trucewatch-report-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function counted(report: object | string, exited: boolean) {
  const file = join(folder, 'report.json');
  writeFileSync(file, typeof report === 'string' ? report : JSON.stringify(report));
  return countTests(file, exited);
}

const fine = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0, testResults: [] };
const unloadable = { status: 'failed', assertionResults: [] };
const withFailure = { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] };

it.each([
  ['a green run', fine, true, { passed: 3, failed: 0, skipped: 1 }],
  [
    'failed tests',
    { ...fine, numFailedTests: 1, testResults: [withFailure] },
    false,
    { passed: 3, failed: 1, skipped: 1 },
  ],
  [
    'a file that cannot be loaded',
    { ...fine, testResults: [unloadable] },
    false,
    { passed: 3, failed: 1, skipped: 1 },
  ],
  ['an error outside every test', fine, false, { passed: 3, failed: 1, skipped: 1 }],
  [
    'no test at all',
    { ...fine, numPassedTests: 0, numPendingTests: 0 },
    true,
    { passed: 0, failed: 1, skipped: 0 },
  ],
  ['half a report', '{"numPassed', false, { passed: 0, failed: 1, skipped: 0 }],
])('counts %s', (_, report, exited, expected) => {
  expect(counted(report, exited)).toEqual(expected);
});

it('counts a crash that left no report as a failure', () => {
  expect(countTests(join(folder, 'absent.json'), false)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});
