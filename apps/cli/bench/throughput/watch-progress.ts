import { setTimeout as wait } from 'node:timers/promises';
import type { Store } from '@trucewatch/store';
import { CompiledQuery } from 'kysely';

/** Notes when which revision of the database counts, and tells when everything that was sent does. */
export function watchProgress({ kysely, changes, derived }: Store) {
  const counted: { revision: number; at: number }[] = [];
  const listening = changes.listen((change) => {
    if (change.kind === 'derived') counted.push({ revision: change.revision, at: performance.now() });
  });

  async function numbers(text: string): Promise<number> {
    const found = await kysely.executeQuery<{ number: string }>(CompiledQuery.raw(text));
    return Number(found.rows[0]?.number);
  }

  return {
    ready: listening.ready,
    stop: () => listening.close(),

    /** Resolves once so many articles are extracted and what is derived is up to date with them. */
    async settled(count: number): Promise<void> {
      for (;;) {
        const failed = await numbers(`select count(*) as number from articles where state = 'failed'`);
        if (failed > 0) throw new Error(`${failed} articles failed.`);
        const extracted = await numbers(`select count(*) as number from articles where state = 'extracted'`);
        const revision = await numbers('select value as number from revision');
        if (extracted >= count && ((await derived.state())?.revision ?? -1) >= revision) return;
        await wait(100);
      }
    },

    /** For articles accepted at certain instants: milliseconds until each counted. */
    async waits(accepted: ReadonlyMap<string, number>): Promise<number[]> {
      const found = await kysely.executeQuery<{ id: string; revision: string }>(
        CompiledQuery.raw('select article_id as id, revision from extractions where is_current'),
      );
      return found.rows.flatMap(({ id, revision }) => {
        const at = accepted.get(id);
        const seen = counted.find((one) => one.revision >= Number(revision));
        return at === undefined || !seen ? [] : Math.max(0, seen.at - at);
      });
    },
  };
}
