import { describe, expect, it } from 'vitest';
import { eventsOf, find, who } from '../testing/article.ts';

const stepsOf = (text: string) =>
  eventsOf(text)
    .filter((event) => event.type === 'ceasefire')
    .map((event) => event.step);

describe('fighting that is halted', () => {
  it("ordering one's own forces declares a truce, asking others calls for one", () => {
    const own = find(
      eventsOf('The Taliban ordered their fighters to stop all attacks during Eid.'),
      'ceasefire',
      'declared',
    );
    expect(who(own, 'initiator')).toEqual(['group:taliban']);
    const others = find(
      eventsOf('France urged Armenia and Azerbaijan to stop the fighting.'),
      'ceasefire',
      'called_for',
    );
    expect(who(others, 'initiator')).toEqual(['country:FR']);
    expect(who(others, 'recipient').sort()).toEqual(['country:AM', 'country:AZ']);
  });

  it.each([
    ['The Houthis halted their attacks on Saudi Arabia for three days.', 'declared'],
    ["Colombia's ELN offered to stop all attacks over Christmas.", 'proposed'],
    ['The rebels refused to halt the fighting in Darfur.', 'rejected'],
    ['Ethiopia and the TPLF signed an agreement to end the war.', 'agreed'],
  ])('%s', (text, step) => {
    expect(stepsOf(text)).toContain(step);
  });

  it('a strike of workers or the operations of a firm are none', () => {
    expect(
      stepsOf('The union suspended its strike for a week. The airline halted all operations until Friday.'),
    ).toEqual([]);
  });
});

describe('silent guns', () => {
  it('begin a truce where one is spoken of, and nothing elsewhere', () => {
    expect(
      stepsOf('India and Pakistan agreed to a truce. The guns fell silent along the border at noon.'),
    ).toContain('took_effect');
    expect(stepsOf('The guns fell silent at the shooting range at noon.')).toEqual([]);
  });
});
