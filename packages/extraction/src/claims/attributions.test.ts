import { describe, expect, it } from 'vitest';
import { eventsOf, find, who } from '../testing/article.ts';

const speakers = (text: string) => find(eventsOf(text), 'attack')?.claims.map(({ by }) => by) ?? [];

describe('who says it', () => {
  it.each([
    ['Moscow and Paris said that Syria shelled Idlib.', ['Moscow', 'Paris']],
    ['Rebels shelled Bunia on Friday, residents and a health worker said.', ['residents', 'health worker']],
    ['On Monday morning Armenian officials said that Azerbaijan shelled Berd.', ['Armenian officials']],
    ['Rebels shelled Bunia amid reports that the army had left.', []],
    ['No group said that it shelled Bunia.', []],
    ['Iran urged Russia to confirm that rebels shelled Bunia.', []],
    ['The army rejected the accusation as rebels shelled Bunia.', []],
    ['Azerbaijan’s army said that Armenia shelled Ganja.', ["Azerbaijan's army"]],
    [
      'Rebels shelled Bunia, killing nine, in a raid on the port, the mayor, Jean Amuli, said on Friday.',
      ['Jean Amuli'],
    ],
    ['Rebels shelled Bunia on Friday, two security sources said.', ['two security sources']],
    ['Mayor: rebels shell Bunia, two dead', ['Mayor']],
    ['Two killed as rebels shell Bunia: health ministry', ['health ministry']],
  ])('%s', (text, by) => {
    expect(speakers(text)).toEqual(by);
  });

  it('an interview names its speaker once', () => {
    const text =
      'Question: What happened?\n\nMirela Kostova: Many things.\n\nRebels shelled Bunia on Friday.';
    expect(speakers(text)).toEqual(['Mirela Kostova']);
  });

  it('a threat is what its speaker says, and its condition nobody says', () => {
    const events = eventsOf('Turkey warned that it would strike back if Syria shelled its posts.');
    expect(find(events, 'threat')?.claims).toMatchObject([{ by: 'Turkey', polarity: 'conditional' }]);
    const condition = events.find((event) => who(event, 'initiator')[0] === 'country:SY');
    expect(condition?.claims).toEqual([]);
  });
});
