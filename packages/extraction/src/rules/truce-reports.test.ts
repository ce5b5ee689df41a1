import { describe, expect, it } from 'vitest';
import { eventsOf, find, who } from '../testing/article.ts';

describe('how news tells of truces', () => {
  it('who announces what two others have agreed has brokered it', () => {
    const event = find(
      eventsOf(
        'Israel and Hamas have agreed to a ceasefire in Gaza, Egyptian Foreign Minister Sameh Shoukry announced on Friday.',
      ),
      'ceasefire',
      'agreed',
    );
    expect(who(event, 'mediator')).toEqual(['country:EG']);
    expect(who(event, 'party').sort()).toEqual(['country:IL', 'group:hamas']);
  });

  it('a third state that signs with both sides has brokered the truce', () => {
    const event = find(
      eventsOf(
        'Armenia and Azerbaijan were at war. Russia, Armenia and Azerbaijan signed a ceasefire agreement on Friday.',
      ),
      'ceasefire',
      'agreed',
    );
    expect(who(event, 'party').sort()).toEqual(['country:AM', 'country:AZ']);
    expect(who(event, 'mediator')).toEqual(['country:RU']);
  });

  it('a truce that is to be restored was not agreed now, one that dates from long ago is background', () => {
    const events = eventsOf(
      'France and Germany discussed ways to restore the truce between Armenia and Azerbaijan. The previous truce, reached in Bishkek, dates back to May 1994.',
    );
    const agreed = events.filter((event) => event.step === 'agreed');
    expect(agreed.map((event) => event.reality)).toEqual(['historical']);
  });

  it('a time after the next "that" does not date the start of the truce', () => {
    const events = eventsOf(
      'Armenia and Azerbaijan agreed to a truce from 6 a.m. on Saturday. Armenia said that the town was shelled as soon as the truce began, and that from 9:15 until 9:40 drones flew over it.',
    );
    expect(find(events, 'ceasefire', 'took_effect')?.when?.text ?? null).toBeNull();
  });

  it('a sentence that opens with the truce tells of it with each of its verbs', () => {
    const events = eventsOf(
      'Armenia and Azerbaijan agreed to a truce on Friday. That truce, the second in a month, was signed in Tbilisi and unravelled within hours.',
    );
    expect(find(events, 'ceasefire', 'collapsed')?.reality).toBe('actual');
  });

  it('accused of trampling on the truce: the accused is who broke it, whoever accuses', () => {
    const violation = find(
      eventsOf(
        'Armenia and Azerbaijan agreed to a truce on Friday. Iran accused Azerbaijan of trampling on the truce that was to begin on Saturday.',
      ),
      'ceasefire',
      'violated',
    );
    expect(who(violation, 'initiator')).toEqual(['country:AZ']);
    expect(violation?.when).toBeNull();
  });
});
