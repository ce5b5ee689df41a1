import { setTimeout as wait } from 'node:timers/promises';
import { Refusal } from './refusal.ts';

/** Calls that go in one group at most. */
const most = 50;
/**
 * Milliseconds from the beginning of one group to that of the next: what comes meanwhile shares its statements and one
 * commit. Measured with `npm run bench -- throughput`: at 50 a group has three articles and a third of all statements are
 * of groups, at 150 it has ten and the whole is 8 % faster.
 */
const apart = 150;

/**
 * Makes one call of many: those that come while a group is under way, or just after it began, go together in the next. A
 * call that comes alone goes at once. `work` answers each in their order; a Refusal is thrown at its caller, and what
 * `work` throws at all of them.
 */
export function together<Input, Output>(
  work: (inputs: Input[]) => Promise<(Output | Refusal)[]>,
): (input: Input) => Promise<Output> {
  const waiting: { input: Input; answer: PromiseWithResolvers<Output> }[] = [];
  let isRunning = false;

  async function run(): Promise<void> {
    isRunning = true;
    while (waiting.length > 0) {
      const group = waiting.splice(0, most);
      const pause = wait(apart);
      await answer(group);
      await pause;
    }
    isRunning = false;
  }

  async function answer(group: typeof waiting): Promise<void> {
    try {
      const answers = await work(group.map(({ input }) => input));
      for (const [index, { answer }] of group.entries()) {
        const given = answers[index] as Output | Refusal;
        if (given instanceof Refusal) answer.reject(given);
        else answer.resolve(given);
      }
    } catch (error) {
      for (const { answer } of group) answer.reject(error);
    }
  }

  return (input) => {
    const answer = Promise.withResolvers<Output>();
    waiting.push({ input, answer });
    if (!isRunning) void run();
    return answer.promise;
  };
}

/**
 * Does a work for all inputs at once, or, when one of them cannot be stored, for each by itself, so that the others are.
 * @param all does it in a transaction of its own; throws a Refusal when the data of one of them is refused
 */
export async function eachAlone<Input, Output>(
  inputs: Input[],
  all: (inputs: Input[]) => Promise<(Output | Refusal)[]>,
): Promise<(Output | Refusal)[]> {
  try {
    return await all(inputs);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (inputs.length === 1) return [error];
  }
  const answers: (Output | Refusal)[] = [];
  for (const input of inputs) answers.push(...(await eachAlone([input], all)));
  return answers;
}
