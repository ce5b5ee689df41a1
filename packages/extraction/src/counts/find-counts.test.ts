import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extract } from '../extract.ts';
import { articleOf } from '../testing/article.ts';

const mentionsOf = (text: string) => extract(articleOf(text), { mentions: true }).mentions?.counts ?? [];
const countsOf = (text: string) =>
  mentionsOf(text).map(({ of, group, low, high, qualifier }) => [of, group, low, high, qualifier]);
/** Only what became of how many: "killed 13". */
const brief = (text: string) => mentionsOf(text).map(({ of, low }) => `${of} ${low}`);

describe('counts', () => {
  it.each([
    ['Shelling of Bunia claims the life of a woman.', ['killed 1']],
    ['The number of wounded in the strike on Bunia grows to 7.', ['wounded 7']],
    ['Two airmen were gunned down in Bunia.', ['killed 2']],
    ['The blast left a vendor dead and 14 others with injuries.', ['killed 1', 'wounded 14']],
    ['In Kalat 10 people including five police were gunned down.', ['killed 10', 'killed 5']],
    ['At least 30 people were hacked to death.', ['killed 30']],
    ['From 40 to 60 thousand persons were lost in the war.', ['killed 40000']],
    ['The raid brought injuries to six passengers.', ['wounded 6']],
    ['Rebels carried off 25 women.', ['captured 25']],
    [
      'The dead reached 13 persons, of which 8 civilians and 5 soldiers, and 71 people were injured.',
      ['killed 13', 'killed 8', 'killed 5', 'wounded 71'],
    ],
  ])('%s', (text, counts) => {
    expect(brief(text)).toEqual(counts);
  });

  it('reads hedges as the contract says', () => {
    expect(countsOf('The strike killed at least 13 civilians.')).toEqual([
      ['killed', 'civilians', 13, null, 'at_least'],
    ]);
    expect(countsOf('The strike wounded more than 50 people.')).toEqual([
      ['wounded', 'unknown', 51, null, 'more_than'],
    ]);
    expect(countsOf('No fewer than 12 people died.')).toEqual([['killed', 'unknown', 12, null, 'at_least']]);
    expect(countsOf('About 20 soldiers were killed.')).toEqual([['killed', 'military', 20, 20, 'about']]);
    expect(countsOf('Up to 30 people were wounded.')).toEqual([['wounded', 'unknown', 0, 30, 'up_to']]);
    expect(countsOf('Fewer than 30 people were wounded.')).toEqual([['wounded', 'unknown', 0, 29, 'up_to']]);
    expect(countsOf('Dozens of people were killed.')).toEqual([['killed', 'unknown', 24, null, 'vague']]);
    expect(countsOf('Scores were wounded.')).toEqual([['wounded', 'unknown', 40, null, 'vague']]);
  });

  it.each([
    ['Twenty-five soldiers were killed.', 25, 25],
    ['The war killed 1,200 people.', 1200, 1200],
    ['Between 40 and 60 people were wounded.', 40, 60],
    ['Half a dozen people were wounded.', 6, 6],
    ['A dozen people were wounded.', 12, 12],
    ['The war displaced 1.2 million people.', 1_200_000, 1_200_000],
    ['Two hundred and fifty people were wounded.', 250, 250],
    ['Both men were killed.', 2, 2],
    ['Tens of thousands of people fled.', 20_000, null],
  ])('reads the number of "%s"', (text, low, high) => {
    expect(countsOf(text)[0]?.slice(2, 4)).toEqual([low, high]);
  });

  it.each([
    ['The raid left seven people dead and 33 wounded.', ['killed 7', 'wounded 33']],
    ['Shelling killed 13 and wounded more than 50 others.', ['killed 13', 'wounded 51']],
    ['Three civilians lost their lives and five others were wounded.', ['killed 3', 'wounded 5']],
    ['It has lost 11 servicemen and one civilian.', ['killed 11', 'killed 1']],
    ['Twelve soldiers and 30 civilians were killed.', ['killed 12', 'killed 30']],
    [
      'Two officers, a colonel and a major, were killed along with five other servicemen.',
      ['killed 2', 'killed 5'],
    ],
    ['Gunmen shot dead a farmer and abducted his two sons.', ['killed 1', 'captured 2']],
    ['The bodies of six soldiers were handed over.', ['bodies 6']],
    ['Police detained 40 protesters.', ['captured 40']],
    ['It forced more than half a million people from their homes.', ['displaced 500001']],
    ['As a result perished two inhabitants, one child received wounds.', ['killed 2', 'wounded 1']],
    ['Troops eliminated 40 fighters, and 12 were taken into captivity.', ['killed 40', 'captured 12']],
    ['Some 46 persons, majority women, lost lives.', ['killed 46']],
    [
      'Thousands of civilians left the suburbs; 300 people sought shelter.',
      ['displaced 2000', 'displaced 300'],
    ],
  ])('gives each number its own fate: %s', (text, expected) => {
    expect(brief(text)).toEqual(expected);
  });

  it.each([
    ['Ukraine soldier killed in clashes in rebel east', ['killed 1']],
    ['Militiaman killed, three others wounded by shelling', ['killed 1', 'wounded 3']],
    ['Military shelling kills two - officials', ['killed 2']],
    ['DEATH TOLL RISES TO 25', ['killed 25']],
    ['One KIA, two WIA in past 24 hours', ['killed 1', 'wounded 2']],
    ['17 killed', ['killed 17']],
    ['at least 5 dead', ['killed 5']],
    ['two bodies found', ['bodies 2']],
    ['Gunbattle kills four: separatist leader', ['killed 4']],
    ['UPDATE 1-Two reporters killed in mortar attack', ['killed 2']],
    ['Militiamen kill about 100 soldiers - press service', ['killed 100']],
    ['4 militiamen killed, 13 others, including civilians, injured', ['killed 4', 'wounded 13']],
    ['FOUR PROTESTERS KILLED IN POLICE ASSAULT', ['killed 4']],
  ])('reads the headline "%s"', (text, expected) => {
    expect(brief(text)).toEqual(expected);
  });

  it.each([
    'Shelling destroyed 12 houses and 3 tanks 20 km from the border on October 12, killing no one.',
    'Nobody was killed and there were no casualties.',
    'None of the 12 was hurt.',
    'The blast did not kill 12 people.',
    'Ahmed Aliyev, 34, and his five-year-old son were killed.',
    'They were killed by a 122 mm rocket near the base of the 5th brigade.',
    'They died when flight 752 was shot down on 8 January 2020.',
    'A fund of $13 million was set up for the dead.',
    'Some 40 percent of the wounded were treated under Resolution 1701.',
    'Soldiers of Unit 731 fled on Route 66.',
    'Two envoys left the city after the dead were buried.',
    'A body set up by the two sides counts the dead.',
  ])('counts nobody in: %s', (text) => {
    expect(brief(text)).toEqual([]);
  });

  it('a part points to its whole', () => {
    const [event] = extract(
      articleOf('A rocket killed 12 people, including three children, in Ganja.'),
    ).events;
    expect(event?.casualties.map(({ low, group, subsetOf }) => [low, group, subsetOf])).toEqual([
      [12, 'unknown', undefined],
      [3, 'children', 0],
    ]);
    expect(countsOf('40 people were wounded, two of them children.')[1]?.slice(0, 3)).toEqual([
      'wounded',
      'children',
      2,
    ]);
  });

  it.each([
    ['More than 13,000 people have been killed since the war began.', true],
    ['So far 240 people have been killed.', true],
    ['The conflict has claimed more than 40,000 lives.', true],
    ['72 soldiers killed in the war this year', true],
    ['Shelling killed 12 people over the past month.', true],
    ['Five soldiers killed, 15 wounded since the truce began', true],
    ['One soldier killed amid shelling since early morning', false],
    ['A blast killed 12 people earlier this year.', false],
    ['The shelling killed 13 people.', false],
    ['The death toll from the blast rose to 45.', false],
    ['Seven people were killed in the heaviest shelling since 1994.', false],
  ])('adds up over a war or not: %s', (text, cumulative) => {
    expect(mentionsOf(text)[0]?.cumulative ?? false).toBe(cumulative);
  });
});

const fragments =
  'killed,13,1,200,wounded,and,including,three,children,of them,at least,more than,between,40,a soldier,(,),-,.,no,none of,dozens,of,thousands,since,toll,to,dead,99999999999,1.5,million,old'.split(
    ',',
  );

describe('laws', () => {
  it('a count is quoted from the text, is no less than nothing, and never ends below where it begins', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(fc.constantFrom(...fragments), { maxLength: 40 }).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const article = articleOf(`x ${text}`);
        for (const { low, high, span } of extract(article, { mentions: true }).mentions?.counts ?? []) {
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high ?? low).toBeGreaterThanOrEqual(low);
          expect(span.quote).toBe(article.text.slice(span.start, span.end));
        }
      }),
      { numRuns: 80 },
    );
  });
});
