import type { Proof } from '@trucewatch/schema';

/** One field of an event: what it says, the words it rests on, and how it was proved. */
export interface FieldView {
  /** Of the field within the event, such as `actors.0`. */
  path: string;
  name: string;
  value: string;
  /** Said beside the value: an id, a level of precision. */
  note: string | null;
  quote: string | null;
  state: Proof['state'] | null;
  rule: string | null;
}

/** Who says that it was so. */
export interface ClaimView {
  by: string;
  does: string;
  voice: string;
  quote: string;
}
