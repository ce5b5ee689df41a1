import { type Act, type DecidedEvent, type Event, isOf } from '@trucewatch/schema';
import { findEvent } from '../happenings/find-decided.ts';
import { corrected } from './corrected.ts';
import { inForce } from './in-order.ts';

/** What people made of one event. */
export interface Provenance {
  /** The event as the machine read it, or as the person who added it put it. */
  readonly original: Event;
  /** The act that added it; null: the machine found it. */
  readonly addedBy: Act | null;
  /** The last word on whether it counts; null: nobody has looked at it. */
  readonly verdict: Act | null;
  /** Whose value each corrected field has. */
  readonly corrections: ReadonlyMap<string, Act>;
  /** The ceasefire that a person put it under; null: nobody did. */
  readonly move: Act | null;
  /** All of these acts and the earlier ones that they overrule, the oldest first. */
  readonly acts: readonly Act[];
}

export interface CountedEvents {
  /** The events that count, as people corrected them. */
  readonly events: Event[];
  /** Of every event that an act speaks of, those too that were rejected. */
  readonly provenance: ReadonlyMap<string, Provenance>;
  /** Under which ceasefire events were put by hand: that of another report, or none. */
  readonly pins: ReadonlyMap<string, DecidedEvent | null>;
  /** Acts whose event is not there any more, or no longer what their value fits. */
  readonly unanchored: Act[];
}

type Growing = { -readonly [Key in keyof Provenance]: Provenance[Key] } & {
  corrections: Map<string, Act>;
  acts: Act[];
};

/**
 * The events of one article with what people decided of them. A pure function of the two sets: the order in which acts
 * arrived changes nothing, an undone act leaves no trace in what counts, and machine and person stay told apart.
 */
export function countEvents(found: readonly Event[], acts: readonly Act[]): CountedEvents {
  const counting = inForce(acts);
  const added = counting.flatMap((act) =>
    isOf(act, 'add_event') ? [{ act, event: act.decision.event }] : [],
  );
  const all = new Map(found.map((event) => [event.id, event]));
  for (const { event } of added) all.set(event.id, event);
  const originals = [...all.values()];
  const provenance = new Map<string, Growing>();
  const of = (event: Event): Growing => {
    const known = provenance.get(event.id);
    if (known) return known;
    const made = {
      original: event,
      addedBy: null,
      verdict: null,
      corrections: new Map(),
      move: null,
      acts: [],
    };
    provenance.set(event.id, made);
    return made;
  };
  for (const { act, event } of added) {
    const one = of(event);
    one.addedBy = act;
    one.acts.push(act);
  }
  const pins = new Map<string, DecidedEvent | null>();
  const unanchored: Act[] = [];
  for (const act of counting) {
    if (!isOf(act, 'accept_event', 'reject_event', 'correct_field', 'move_report')) continue;
    const event = findEvent(act.decision.event, originals);
    const now = event && all.get(event.id);
    if (!event || !now) {
      unanchored.push(act);
      continue;
    }
    if (isOf(act, 'correct_field')) {
      const next = corrected(now, act);
      if (!next) {
        unanchored.push(act);
        continue;
      }
      all.set(event.id, next);
      of(event).corrections.set(act.decision.correction.field, act);
    } else if (isOf(act, 'move_report')) {
      pins.set(event.id, act.decision.to);
      of(event).move = act;
    } else of(event).verdict = act;
    of(event).acts.push(act);
  }
  const isRejected = ({ id }: Event) => provenance.get(id)?.verdict?.decision.kind === 'reject_event';
  const events = [...all.values()].filter((event) => !isRejected(event));
  return { events, provenance, pins, unanchored };
}
