import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/** What we read of vitest's JSON reporter (5.x). */
const report = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
});

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/**
 * Counts a vitest run. What vitest itself reports as failed without a failed test counts as one failure:
 * a file that could not be loaded, an error outside every test, a crash, a run without any test.
 * @param exited whether vitest ended with status 0
 */
export function countTests(file: string, exited: boolean): Counts {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const parsed = existsSync(file) ? report.safeParse(parseJson(readFileSync(file, 'utf8'))) : undefined;
  if (parsed?.success) {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = parsed.data;
    const unloadable = testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
    );
    counts.passed = numPassedTests;
    counts.failed = numFailedTests + unloadable.length;
    counts.skipped = numPendingTests + numTodoTests;
  }
  if (counts.failed === 0 && (!exited || counts.passed === 0)) counts.failed = 1;
  return counts;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
