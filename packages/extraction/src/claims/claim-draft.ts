import type { Claim } from '@trucewatch/schema';
import type { ActorRef } from '../actors/actor-ref.ts';
import type { Line } from '../document.ts';

/** A claim on its way into an event. */
export interface ClaimDraft {
  by: ActorRef;
  polarity: Claim['polarity'];
  line: Line;
  /** The words that carry it: "said the ministry", "accused Armenia of". */
  start: number;
  end: number;
  voice: Claim['voice'];
}
