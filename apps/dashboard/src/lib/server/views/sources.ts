import { type Act, isOf, publisherKey } from '@trucewatch/schema';
import { countryOfPublisher, inForce, publisherOf } from '@trucewatch/status';
import type { SourceName } from '@trucewatch/store';
import type { SourceSummary } from '#lib/sources/view.ts';

/** A publisher with every spelling that articles have of it. */
export interface KnownSource extends SourceSummary {
  /** What `publisherKey` makes of all its spellings. */
  key: string;
  /** Most used first. */
  names: string[];
  first: string | null;
  isMuted: boolean;
}

/** The page of a publisher by any spelling of its name; null for a name without a letter or digit. */
export function sourcePath(name: string): string | null {
  const key = publisherKey(name);
  return key === '' ? null : `/sources/${encodeURIComponent(key.replaceAll(' ', '-'))}`;
}

/** The key of the publisher that an address names: keys have blanks where addresses have hyphens, and no hyphens. */
export function sourceKey(address: string): string {
  return publisherKey(address.replaceAll('-', ' '));
}

/** The publishers behind the names that articles give, those with most articles first, as people described them last. */
export function knownSources(names: readonly SourceName[], acts: readonly Act[]): KnownSource[] {
  const decided = decisionsOf(acts);
  const byKey = Map.groupBy(names, ({ name }) => publisherKey(name));
  return [...byKey]
    .flatMap(([key, spellings]): KnownSource[] => {
      const sorted = spellings.toSorted((a, b) => b.articles - a.articles || (a.name < b.name ? -1 : 1));
      const [main] = sorted;
      const path = main && sourcePath(main.name);
      if (!main || !path) return [];
      const { family, agency, side } = decided.described.get(key) ?? publisherOf(main.name);
      return [
        {
          key,
          path,
          name: main.name,
          names: sorted.map(({ name }) => name),
          family: family ?? null,
          agency: agency ?? null,
          side: side ?? null,
          country: countryOfPublisher(main.name),
          articles: sorted.reduce((sum, { articles }) => sum + articles, 0),
          first:
            sorted
              .map(({ first }) => first)
              .filter((at) => at !== null)
              .sort()[0] ?? null,
          last:
            sorted
              .map(({ last }) => last)
              .filter((at) => at !== null)
              .sort()
              .at(-1) ?? null,
          isMuted: decided.muted.has(key),
        },
      ];
    })
    .sort((a, b) => b.articles - a.articles || (a.name < b.name ? -1 : 1));
}

/** What people last said of publishers, by key; undone acts left out. */
function decisionsOf(acts: readonly Act[]) {
  const described = new Map<string, { family?: string; agency?: string; side?: string }>();
  const muted = new Set<string>();
  for (const act of inForce(acts)) {
    if (isOf(act, 'describe_publisher')) described.set(publisherKey(act.decision.publisher), act.decision);
    if (isOf(act, 'mute_publisher')) muted.add(publisherKey(act.decision.publisher));
  }
  return { described, muted };
}

/** Other publishers of the same family, or whose texts are one agency's. */
export function relatedTo(source: KnownSource, all: readonly KnownSource[]): KnownSource[] {
  const ties = [source.family, source.agency].flatMap((name) => (name === null ? [] : publisherKey(name)));
  return all.filter(
    ({ key, family, agency }) =>
      key !== source.key &&
      [family, agency].some((name) => name !== null && ties.includes(publisherKey(name))),
  );
}
