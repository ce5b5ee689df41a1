import type { Event } from '@trucewatch/schema';
import { describe, expect, it } from 'vitest';
import { eventsOf, who } from '../testing/article.ts';

/** The types and PLOVER codes of what a sentence tells. */
function told(text: string): string[] {
  return eventsOf(text).map(
    ({ type, codes }) => `${type} ${codes.plover}${codes.ploverMode ? `/${codes.ploverMode}` : ''}`,
  );
}

function names(event: Event | undefined, role: string): string[] {
  return event?.actors.filter((actor) => actor.role === role).map((actor) => actor.name) ?? [];
}

describe('speech between actors', () => {
  it.each([
    ['Peru condemned the raid on its consulate.', 'statement ACCUSE/disapprove'],
    ['Kenya accused Ethiopia of fixing the price of coffee.', 'statement ACCUSE/allege'],
    ['A court in The Hague said Serbia must open its archives to investigators.', 'statement REQUEST/change'],
    ['Norway demanded that Iceland release the two trawlers.', 'statement REQUEST/yield'],
    ['Ghana urged Togo to help rebuild the port.', 'statement REQUEST/assist'],
    ['Bolivia rejected a Chilean proposal for a joint commission.', 'statement REJECT/change'],
    ['The Kenyan president refused to meet the Ethiopian envoy.', 'statement REJECT/meet'],
    ['Malta said it would not accept the new quotas.', 'statement REJECT/change'],
    ["Canada praised Jordan's care for refugees.", 'statement SUPPORT'],
    ['Japan expressed support for Nepal.', 'statement SUPPORT'],
    ['Chile lodged a complaint against Argentina.', 'statement ACCUSE/allege'],
    ['Denmark apologised to Finland for the delay.', 'statement CONCEDE'],
    ['The Spanish defence minister resigned on Friday.', 'statement RETREAT/resign'],
    ['Estonia is willing to share its radar with Latvia.', 'statement AGREE'],
    ['The Tunisian government imposed a curfew in Sfax.', 'statement COERCE/curfew'],
  ])('%s', (text, act) => {
    expect(told(text)).toContain(act);
  });

  it('has who speaks and whom it means, in both voices', () => {
    for (const text of [
      'Kenya accused Ethiopia of fixing prices.',
      'Ethiopia was accused by Kenya of fixing prices.',
    ]) {
      const event = eventsOf(text).find(({ type }) => type === 'statement');
      expect(who(event, 'initiator'), text).toEqual(['country:KE']);
      expect(who(event, 'recipient'), text).toEqual(['country:ET']);
    }
  });

  it('leaves to other events what they carry', () => {
    expect(told('Azerbaijan accused Armenia of shelling the town of Terter on Friday.')).not.toContain(
      'statement ACCUSE/allege',
    );
    expect(told('The United Nations called for an immediate ceasefire in Sudan.')).not.toContain(
      'statement REQUEST/yield',
    );
  });

  it('makes no event of what is merely said, ordered of own troops or denied', () => {
    expect(told('The minister said the harvest was good.')).toEqual([]);
    expect(told('Kenya ordered its troops to stay in their barracks.')).not.toContain(
      'statement REQUEST/change',
    );
    expect(told('Mr Aguilar denied it.')).toEqual([]);
  });
});

describe('deeds short of force', () => {
  it.each([
    ['Peru will send tents to Bolivia.', 'aid AGREE'],
    ['Peru sent tents to Bolivia.', 'aid AID'],
    ['Brazil and Peru signed a fisheries treaty.', 'agreement SUPPORT'],
    ['Brazil has agreed to open its port to Bolivia.', 'agreement AGREE'],
    ['Cuba and Panama restored diplomatic relations.', 'agreement SUPPORT'],
    ['Panama broke off relations with Cuba.', 'sanction SANCTION/discontinue'],
    ['Panama expelled two Cuban diplomats.', 'sanction SANCTION/expel'],
    ['Panama threatened to expel the Cuban ambassador.', 'threat THREATEN/expel'],
    ['Panama vowed to retaliate against Cuba.', 'threat THREATEN/violence'],
    ['The king of Jordan telephoned the Turkish president.', 'talks CONSULT/phone'],
    ['The Kenyan foreign minister arrived in Kampala on an official visit.', 'talks CONSULT/visit'],
    ['Teachers began a hunger strike in Lima.', 'protest PROTEST/hunger'],
    ['Farmers blocked roads in Peru on Monday.', 'protest PROTEST/obstruct'],
    ['Some 300 pilots staged a walkout in Oslo.', 'protest PROTEST/strike'],
    ['Kenya freed four Somali fishermen.', 'exchange RETREAT/release'],
  ])('%s', (text, act) => {
    expect(told(text)).toContain(act);
  });

  it('takes a name that no list knows for who does it and to whom', () => {
    const [event] = eventsOf('The Velgian government and Ostrand have restored ties with Halvoria.');
    expect(names(event, 'party')).toEqual(['Velgian government', 'Ostrand', 'Halvoria']);
  });

  it('finds no protest where a state protests, no strike where aircraft do', () => {
    expect(told('Japan protested to Russia over the drill.')).not.toContain('protest PROTEST/demo');
    expect(told('The air force began a strike on the base.').join()).not.toContain('PROTEST');
  });

  it.each([
    'The council approved a plan for a park.',
    'The chef visited Paris in spring to study pastry.',
    'Heavy snow blocked roads in the Alps.',
    'The team signed an agreement with its coach.',
    'Chelsea beat Arsenal and will meet Liverpool in the final.',
    'Teachers met parents to discuss homework.',
  ])('is no deed of politics: %s', (text) => {
    expect(told(text).filter((act) => !act.startsWith('statement'))).toEqual([]);
  });

  it('what is promised is AGREE, what is only threatened THREATEN, what is announced the deed', () => {
    expect(told('Peru will blockade the port of Arica.').join()).toContain('THREATEN');
    expect(told('Peru announced that it would suspend all aid to Chile.')).toContain(
      'sanction SANCTION/discontinue',
    );
    expect(told('Peru suspended all aid to Chile.')).toContain('sanction SANCTION/discontinue');
  });

  it('swapping the sides mirrors who and whom', () => {
    const swapped = (a: string, b: string) => {
      const event = eventsOf(`${a} condemned ${b} and recalled its ambassador.`)[0];
      return [names(event, 'initiator'), names(event, 'recipient')];
    };
    expect(swapped('Kenya', 'Uganda')).toEqual([['Kenya'], ['Uganda']]);
    expect(swapped('Uganda', 'Kenya')).toEqual([['Uganda'], ['Kenya']]);
  });
});
