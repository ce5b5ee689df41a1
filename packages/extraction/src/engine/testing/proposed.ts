import type { Proposal } from '../proposal.ts';

/** A proposal with everything that a test does not name left empty. */
export function proposed(given: Partial<Proposal> & Pick<Proposal, 'quotes' | 'type'>): Proposal {
  return {
    step: null,
    mode: null,
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
    ceasefire: null,
    ...given,
  };
}
