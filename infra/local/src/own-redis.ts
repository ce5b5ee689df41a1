import { messageOf } from './problem.ts';
import { redisProgram, startRedis } from './redis.ts';

/** A Redis of one's own, for measuring outside of vitest; or why there is none on this machine. */
export async function ownRedis(): Promise<{ url: string; stop(): Promise<void> } | { missing: string }> {
  try {
    const redis = await startRedis(await redisProgram());
    const stopNow = (): void => void redis.stop();
    process.once('exit', stopNow);
    return {
      url: redis.url,
      async stop() {
        process.off('exit', stopNow);
        await redis.stop();
      },
    };
  } catch (error) {
    return { missing: messageOf(error) };
  }
}
