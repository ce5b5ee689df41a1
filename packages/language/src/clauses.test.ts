import { describe, expect, it } from 'vitest';
import { analyse, type Clause, clausesOf, type Phrase } from './index.ts';

function read(text: string): { lemma: string; subject: string; object: string; clause: Clause }[] {
  const [sentence] = analyse(text).sentences;
  if (!sentence) return [];
  const { tokens } = sentence;
  const words = (phrases: Phrase[]): string =>
    phrases
      .map((phrase) =>
        tokens
          .slice(phrase.first, phrase.last + 1)
          .map((token) => token.text)
          .join(' '),
      )
      .join(' + ');
  return clausesOf(sentence).map((clause) => ({
    lemma: clause.verb.lemma,
    subject: words(clause.subject),
    object: words(clause.objects),
    clause,
  }));
}

describe('clauses', () => {
  it('finds who does what to whom', () => {
    expect(read('The northern army shelled the town.')[0]).toMatchObject({
      lemma: 'shell',
      subject: 'The northern army',
      object: 'the town',
    });
  });

  it('sees the passive and its agent', () => {
    const [clause] = read('The town was shelled by rebels.');
    expect(clause?.clause.verb.passive).toBe(true);
    expect(clause?.clause.obliques[0]?.preposition).toBe('by');
  });

  it('gives a reduced participle and the verb after it their subject', () => {
    const found = read('A truce brokered by Norway collapsed on Monday.');
    expect(found[0]?.clause.verb.passive).toBe(true);
    expect(found[1]).toMatchObject({ lemma: 'collapse', subject: 'A truce' });
  });

  it('shares a subject over a joint', () => {
    expect(read('Rebels attacked the base and seized the depot.')[1]).toMatchObject({
      lemma: 'seize',
      subject: 'Rebels',
    });
  });

  it('gives the infinitive after an urging verb its object as subject', () => {
    expect(read('Norway urged the rebels to withdraw.')[1]).toMatchObject({
      lemma: 'withdraw',
      subject: 'the rebels',
    });
  });

  it('gives the accused to the gerund after "accuse of"', () => {
    expect(read('Norway accused the rebels of shelling the port.')[1]).toMatchObject({
      subject: 'the rebels',
      object: 'the port',
    });
  });

  it('reads modality, negation and tense', () => {
    expect(read('The army will not attack.')[0]?.clause.verb).toMatchObject({
      tense: 'future',
      negated: true,
    });
    expect(read('The army could attack.')[0]?.clause.verb.modal).toBe('could');
  });

  it('reads a list of subjects', () => {
    expect(read('Norway, Sweden and Denmark called for a truce.')[0]?.subject).toBe(
      'Norway + Sweden + Denmark',
    );
  });
});
