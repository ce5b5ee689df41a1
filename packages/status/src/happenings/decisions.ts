import type { DecidedEvent, MergeDecision } from '@trucewatch/schema';
import { byText } from '../compare.ts';
import type { Told } from '../told.ts';
import { findDecided } from './find-decided.ts';

/** What became of a decision. */
export interface DecisionOutcome {
  readonly decision: MergeDecision;
  /** Events that are no longer found: their article is gone, or a new extraction has nothing like them. */
  readonly notFound: readonly DecidedEvent[];
  /** A later decision says the opposite of it, or of a part of it. */
  readonly isOverruled: boolean;
}

/** What people's decisions ask of merging. Sets of events joined by people go by the key of one of them. */
export interface Constraints {
  readonly setOf: (key: string) => string;
  readonly areApart: (setA: string, setB: string) => boolean;
  /** The events of each set that has more than one. */
  readonly sets: ReadonlyMap<string, readonly string[]>;
  /** Every event that a decision names. */
  readonly keys: ReadonlySet<string>;
  readonly outcomes: readonly DecisionOutcome[];
}

/**
 * Applies decisions from the latest to the earliest; one that contradicts a later one gives way, pair by pair.
 * Of decisions of one instant a split counts before a join. `eventsOf` gives the events of an article.
 */
export function applyDecisions(
  decisions: readonly MergeDecision[],
  eventsOf: (articleId: string) => readonly Told[],
): Constraints {
  const sets = new Sets();
  const outcomes = [...decisions].sort(latestFirst).map((decision): DecisionOutcome => {
    const found = decision.events.map((event) => ({
      event,
      told: findDecided(event, eventsOf(event.articleId)),
    }));
    const keys = [...new Set(found.flatMap(({ told }) => (told ? [told.key] : [])))].sort(byText);
    const isKept = decision.kind === 'join' ? sets.join(keys) : sets.split(keys);
    const notFound = found.flatMap(({ event, told }) => (told ? [] : [event]));
    return { decision, notFound, isOverruled: !isKept };
  });
  return { ...sets.freeze(), outcomes };
}

function latestFirst(a: MergeDecision, b: MergeDecision): number {
  return (
    Date.parse(b.at) - Date.parse(a.at) ||
    byText(b.kind, a.kind) ||
    byText(a.by, b.by) ||
    byText(namesOf(a), namesOf(b))
  );
}

function namesOf({ events }: MergeDecision): string {
  return events.map(({ articleId, eventId }) => `${articleId} ${eventId}`).join('\n');
}

/** Events in sets that grow together, and pairs of sets that must not. */
class Sets {
  readonly #parent = new Map<string, string>();
  readonly #members = new Map<string, string[]>();
  readonly #apart = new Map<string, Set<string>>();

  #root(key: string): string {
    const parent = this.#parent.get(key);
    if (parent === undefined) {
      this.#parent.set(key, key);
      this.#members.set(key, [key]);
      this.#apart.set(key, new Set());
      return key;
    }
    return parent === key ? key : this.#root(parent);
  }

  /** Whether every pair could be joined. */
  join([first, ...others]: readonly string[]): boolean {
    if (first === undefined) return true;
    let isWhole = true;
    for (const key of others) {
      const [a, b] = [this.#root(first), this.#root(key)];
      if (a === b) continue;
      if (this.#apart.get(a)?.has(b)) isWhole = false;
      else this.#unite(a, b);
    }
    return isWhole;
  }

  #unite(a: string, b: string): void {
    this.#parent.set(b, a);
    this.#members.get(a)?.push(...(this.#members.get(b) ?? []));
    for (const other of this.#apart.get(b) ?? []) {
      this.#apart.get(a)?.add(other);
      this.#apart.get(other)?.delete(b);
      this.#apart.get(other)?.add(a);
    }
    this.#apart.delete(b);
    this.#members.delete(b);
  }

  /** Whether every pair could be split. */
  split(keys: readonly string[]): boolean {
    let isWhole = true;
    for (const [index, key] of keys.entries()) {
      for (const other of keys.slice(index + 1)) {
        const [a, b] = [this.#root(key), this.#root(other)];
        if (a === b) {
          isWhole = false;
          continue;
        }
        this.#apart.get(a)?.add(b);
        this.#apart.get(b)?.add(a);
      }
    }
    return isWhole;
  }

  freeze(): Omit<Constraints, 'outcomes'> {
    const setOf = new Map([...this.#parent.keys()].map((key) => [key, this.#root(key)]));
    const apart = this.#apart;
    return {
      setOf: (key) => setOf.get(key) ?? key,
      areApart: (a, b) => apart.get(a)?.has(b) ?? false,
      sets: new Map([...this.#members].filter(([, members]) => members.length > 1)),
      keys: new Set(setOf.keys()),
    };
  }
}
