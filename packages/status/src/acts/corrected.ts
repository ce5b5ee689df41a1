import { type ActOf, type Correction, Event, type Proof } from '@trucewatch/schema';

/** The rule that a corrected field names. */
const correctedByPerson = 'corrected-by-person';

/** The event with a person's value in place of the machine's, and the words that prove it; null when the two do not go together. */
export function corrected(event: Event, { decision }: ActOf<'correct_field'>): Event | null {
  const { correction } = decision;
  const { field } = correction;
  const proof: Proof[] = [
    ...(event.proof ?? []).filter((one) => one.field !== field && !one.field.startsWith(`${field}.`)),
    ...proofOf(decision),
  ];
  const parsed = Event.safeParse({ ...withValue(event, correction), proof });
  return parsed.success ? parsed.data : null;
}

/** Entries of a list are proved one by one, as an extraction's are. */
function proofOf({ correction, span }: ActOf<'correct_field'>['decision']): Proof[] {
  const proved = { state: 'verified', rule: correctedByPerson } as const;
  const { field, value } = correction;
  if (field === 'actors')
    return value.map(({ mention }, index) => ({ field: `actors.${index}`, ...proved, span: mention }));
  if (field === 'casualties' || field === 'terms')
    return (value ?? []).map((one, index) => ({ field: `${field}.${index}`, ...proved, span: one.span }));
  return [{ field, ...proved, span }];
}

function withValue(event: Event, correction: Correction): object {
  if (correction.field === 'type') {
    const { step: _, truceName, terms, ...rest } = event;
    const ofTruce = correction.value.type === 'ceasefire' ? { truceName, terms } : {};
    return { ...rest, ...ofTruce, ...correction.value };
  }
  const { [correction.field]: _, ...rest } = event;
  const mayBeNull = ['when', 'effectiveAt', 'until', 'where'].includes(correction.field);
  return correction.value === null && !mayBeNull ? rest : { ...rest, [correction.field]: correction.value };
}
