import { entry, Rates, Share } from '../rates.ts';
import { hasActor, isCount, isExpected, isLevel, isNamed, isTime, whos } from './fields.ts';
import { isAlternative, kindOf, type Pair } from './match.ts';

/** What the fields of all matched events come to, and what was wrong in words. */
export class FieldScores {
  readonly rates = new Map<string, Rates>();
  readonly shares = new Map<string, Share>();

  /** Compares one find with its label; returns a line for each field that is wrong. */
  add({ label, found }: Pair): string[] {
    const wrong: string[] = [];
    const share = (name: string, isRight: boolean, want: string, got: string) => {
      entry(this.shares, name, () => new Share()).add(isRight);
      if (!isRight) wrong.push(`${name}: want ${want}, got ${got}`);
    };
    const rate = (name: string, what: 'tp' | 'fp' | 'fn', words: string) => {
      entry(this.rates, name, () => new Rates())[what] += 1;
      if (what !== 'tp') wrong.push(`${name}: ${what === 'fn' ? 'missing' : 'surplus'} ${words}`);
    };
    const isKind = kindOf(label) === kindOf(found) || isAlternative(label, found);
    share('type and step', isKind, kindOf(label), kindOf(found));
    const isReality = label.reality === found.reality || label.orReality.includes(found.reality);
    share('reality', isReality, label.reality, found.reality);
    if (label.mode) share('mode', label.mode === found.mode, label.mode, String(found.mode));
    if (label.plover && found.type === 'statement')
      share('plover', label.plover === found.codes.plover, label.plover, String(found.codes.plover));

    for (const who of whos)
      for (const names of label[who]) {
        const isFound = hasActor(found, who, names);
        if (isFound || !names.split('|').includes('?')) rate(who, isFound ? 'tp' : 'fn', names);
      }
    for (const actor of found.actors) {
      if (actor.role !== 'victim' && !isExpected(actor, label)) rate(listOf[actor.role], 'fp', actor.name);
    }

    for (const field of ['when', 'effectiveAt', 'until'] as const) {
      const [want, got] = [label[field], found[field]];
      if (want === '?') continue;
      const isRight = want !== undefined && got !== null && isTime(want, got);
      if (isRight) {
        rate(field, 'tp', '');
        share('level of times', isLevel(want, got), want, got.level);
      }
      if (want && !isRight) rate(field, 'fn', want);
      if (got && !isRight) rate(field, 'fp', `${got.earliest}..${got.latest} ${got.level}`);
    }

    const isPlace = !!label.place && found.where !== null && isNamed(label.place, found.where);
    const isOpen = label.place?.split('|').includes('?');
    if (isPlace) rate('place', 'tp', '');
    else if (!isOpen) {
      if (label.place) rate('place', 'fn', label.place);
      if (found.where) rate('place', 'fp', found.where.name);
    }

    for (const count of label.counts) {
      const match = found.casualties.find((other) => isCount(count, other));
      rate('count', match ? 'tp' : 'fn', JSON.stringify(count));
      if (!match) continue;
      share('count group', match.group === count.group, count.group, match.group);
      share('count qualifier', match.qualifier === count.qualifier, count.qualifier, match.qualifier);
    }
    for (const count of found.casualties)
      if (!label.counts.some((other) => isCount(other, count))) rate('count', 'fp', count.span.quote);

    for (const claim of label.claims) {
      const same = found.claims.filter(({ by }) => isNamed(claim.by, { name: by }));
      rate('claims', same.length > 0 ? 'tp' : 'fn', `${claim.by} ${claim.polarity}`);
      if (same.length === 0) continue;
      const polarities = same.map(({ polarity }) => polarity);
      share('claim polarity', polarities.includes(claim.polarity), claim.polarity, polarities.join());
    }
    for (const claim of found.claims)
      if (!label.claims.some((other) => isNamed(other.by, { name: claim.by })))
        rate('claims', 'fp', claim.by);
    return wrong;
  }
}

const listOf = {
  initiator: 'initiators',
  recipient: 'recipients',
  party: 'parties',
  mediator: 'mediators',
} as const;
