import type { Clause } from '@trucewatch/language';
import type {
  AttackMode,
  CeasefireStep,
  EventCodes,
  EventType,
  Purpose,
  Reality,
  TermKind,
} from '@trucewatch/schema';
import type { ActorRef } from './actors/actor-ref.ts';
import type { ClaimDraft } from './claims/claim-draft.ts';
import type { CountMention } from './counts/find-counts.ts';
import type { Line } from './document.ts';
import type { PlaceMention } from './places/find-places.ts';
import type { Resolved } from './times/resolve-time.ts';

/** A moment on its way into an event. */
export interface MomentDraft extends Resolved {
  line: Line;
  start: number;
  end: number;
  rule: string;
}

export interface TermDraft {
  kind: TermKind;
  line: Line;
  start: number;
  end: number;
}

export interface TruceNameDraft {
  /** In lower case. */
  words: string;
  line: Line;
  start: number;
  end: number;
}

/** What a rule proposes. Refiners fill and correct it; the evidence gate decides what of it is kept. */
export interface Candidate {
  /** Name of the rule that proposed it. */
  rule: string;
  line: Line;
  /** Character offsets of the words that say it. */
  start: number;
  end: number;
  /** The clause on which it stands; null for a nominal mention outside every clause. */
  clause: Clause | null;
  nominal: boolean;
  type: EventType;
  step?: CeasefireStep;
  mode?: AttackMode;
  /** The act's codes where its type has several: a statement's, a threat's, a sanction's. */
  codes?: EventCodes;
  reality: Reality;
  parties: ActorRef[];
  initiators: ActorRef[];
  recipients: ActorRef[];
  mediators: ActorRef[];
  victims: ActorRef[];
  when: MomentDraft | null;
  effectiveAt: MomentDraft | null;
  until: MomentDraft | null;
  where: { line: Line; mention: PlaceMention; rule: string } | null;
  casualties: { line: Line; count: CountMention }[];
  claims: ClaimDraft[];
  purpose: Purpose[];
  /** How the text tells the truce from others, by what or where it is for. */
  truceName?: TruceNameDraft;
  /** What the truce provides for. */
  terms: TermDraft[];
  /** Which ceasefire of the article it is about; set by the linking refiner. */
  ceasefireRefs: string[];
  /** More sentences that say the same. */
  also: Line[];
  /** A truce named without any mark of its own ("the truce"). */
  weak?: boolean;
  /** "The attack" with nothing known of it: kept only when an attack told before takes it in. */
  anaphor?: boolean;
  /** Set when the actors' roles came out of a reciprocal ("accused each other"): the two halves stay apart. */
  reciprocal?: boolean;
}

export type CandidateSeed = Pick<Candidate, 'rule' | 'line' | 'start' | 'end' | 'type'> & Partial<Candidate>;

/** A candidate with everything that the rule did not say left empty. */
export function candidate(seed: CandidateSeed): Candidate {
  return {
    clause: null,
    nominal: false,
    reality: 'actual',
    parties: [],
    initiators: [],
    recipients: [],
    mediators: [],
    victims: [],
    when: null,
    effectiveAt: null,
    until: null,
    where: null,
    casualties: [],
    claims: [],
    purpose: [],
    terms: [],
    ceasefireRefs: [],
    also: [],
    ...seed,
  };
}
