import { describe, expect, it } from 'vitest';
import { eventsOf } from '../testing/article.ts';

const realities = (text: string, title?: string) =>
  eventsOf(text, title ? { title } : {})
    .filter(({ type }) => type === 'ceasefire')
    .map(({ reality }) => reality);

describe('a report that is withdrawn', () => {
  it.each([
    'The newspaper has withdrawn its report that the truce between Israel and Hamas collapsed on Friday.',
    'The agency retracts its article of October 10, "Truce between Israel and Hamas collapses".',
  ])('%s', (text) => {
    expect(realities(text)).not.toContain('actual');
  });

  it('and its headline', () => {
    expect(
      realities('The agency has withdrawn its story.', 'Withdrawn: Israel ends truce with Hamas'),
    ).not.toContain('actual');
  });

  it('an army that withdraws takes nothing back', () => {
    expect(
      realities('The truce between Israel and Hamas collapsed on Friday after the army withdrew its offer.'),
    ).toContain('actual');
  });
});
