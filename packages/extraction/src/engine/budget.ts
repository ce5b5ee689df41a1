import type { Clock } from './clock.ts';
import { ModelFault } from './model-fault.ts';
import type { ModelLimits } from './model-settings.ts';

export interface Budget {
  /**
   * Sets one call and its expected tokens aside before it is made, so that calls at the same time cannot overspend.
   * @returns what is told afterwards: how many tokens it really took
   * @throws ModelFault `budget` when the run has none left
   */
  reserve(tokens: number): (spent: number) => void;
}

/** The calls and tokens that one run may use. */
export function openBudget({ runCalls, runTokens, runMs }: ModelLimits, clock: Clock): Budget {
  let calls = 0;
  let tokens = 0;
  let since = clock.now();
  return {
    reserve(expected) {
      if (runMs !== null && clock.now() - since >= runMs) {
        calls = 0;
        tokens = 0;
        since = clock.now();
      }
      if (calls >= runCalls)
        throw new ModelFault('budget', `the run's ${runCalls} calls of the language model are used up`);
      if (tokens + expected > runTokens)
        throw new ModelFault('budget', `the run's ${runTokens} tokens of the language model are used up`);
      calls += 1;
      tokens += expected;
      return (spent) => {
        tokens += spent - expected;
      };
    },
  };
}
