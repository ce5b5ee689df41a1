import { write } from '../output.ts';
import { progress } from '../progress.ts';
import { type Rebuilt, rebuild } from '../replay/rebuild.ts';
import { withStore } from '../with-store.ts';

/**
 * Makes happenings, ceasefires and status of every conflict anew from the stored events and says, conflict by conflict,
 * whether anything differed from what was stored.
 * @throws Problem when the database is away or of another version
 */
export async function replayCommand(): Promise<number> {
  await withStore(async (store) => {
    await store.checkVersion();
    const watch = progress('articles');
    let conflicts = 0;
    let differing = 0;
    const all = await rebuild(
      store,
      async (rebuilt) => {
        conflicts++;
        const difference = inWords(rebuilt);
        if (difference !== same) differing++;
        const { id, articles, ceasefires, intervals, happenings } = rebuilt;
        await write(
          `${id}  ${articles} articles, ${happenings} happenings, ${ceasefires} ceasefires, ${intervals} intervals: ${difference}\n`,
        );
      },
      () => watch.count(),
    );
    watch.end();
    for (const id of all.gone) await write(`${id}  no article tells of it any more: taken away\n`);
    const other = differing + all.gone.length;
    await write(
      `${conflicts} conflict${conflicts === 1 ? '' : 's'} from ${all.events} events of ${all.articles} articles. ${
        other === 0 ? 'Nothing differed from what was stored.' : `${other} differed from what was stored.`
      }\n`,
    );
  });
  return 0;
}

const same = 'the same';

function inWords({ replaced }: Rebuilt): string {
  if (replaced.is !== 'written') return 'a worker has stored later ones, which stay';
  const parts = Object.entries(replaced.differences).flatMap(([table, difference]) => {
    const counts = Object.entries(difference).filter(([, count]) => count > 0);
    return counts.length === 0
      ? []
      : `${table} ${counts.map(([what, count]) => `${count} ${what}`).join(', ')}`;
  });
  return parts.length === 0 ? same : parts.join('; ');
}
