import { messageOf } from './problem.ts';
import { redisProgram } from './redis.ts';

// A step of npm test: has the Redis for the tests at hand before they run, or says why not.
try {
  if (!process.env.TEST_REDIS_URL) await redisProgram();
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 1;
}
