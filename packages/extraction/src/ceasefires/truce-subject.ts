import type { Clause } from '@trucewatch/language';
import type { CeasefireStep, Reality } from '@trucewatch/schema';
import { type Line, rangeOf } from '../document.ts';
import { realityOf } from '../frames/reality.ts';
import { governor, particle, tail } from '../frames/roles.ts';
import { type Frame, particleOf } from './truce-adjust.ts';
import { objectStep } from './truce-object.ts';
import { byObject, bySubject } from './truce-verbs.ts';

const headlines: ReadonlySet<CeasefireStep> = new Set([
  'agreed',
  'declared',
  'extended',
  'rejected',
  'proposed',
]);

/** "broken 30 times", "extended two days" have no object. */
const measures: ReadonlySet<string> = new Set('time day hour week month year'.split(' '));

/** What a truce is said to do: "collapsed", "took effect", "is holding". */
export function subjectStep(clause: Clause, line: Line): Frame | null {
  const { verb } = clause;
  // "a truce aimed at ending the war": what it is for.
  if (/^(?:aim|intend|mean|design)$/u.test(verb.lemma)) return null;
  const reality = seeming(clause, line);
  if (verb.lemma === 'kick' && particleOf(clause, line) === 'in')
    return { step: 'took_effect', clause, reality };
  if (verb.lemma === 'go' && /^live\b/u.test(tail(clause, line)))
    return { step: 'took_effect', clause, reality };
  if (verb.passive) return objectStep(clause, line, clause.verb.first);
  // A truce does not agree or break anything: "Truce agreed", "The deal, reached on Wednesday, provides …" are passives.
  const bare =
    verb.first === verb.last &&
    /^VB[ND]$/u.test(line.tokens[verb.head]?.xpos ?? '') &&
    clause.objects.every(({ head }) => measures.has(line.tokens[head]?.lemma ?? ''));
  const done = bare && !bySubject.has(verb.lemma) ? byObject.get(verb.lemma) : undefined;
  const participle = line.tokens[verb.head]?.xpos === 'VBN' || line.tokens[verb.head]?.lower === 'broken';
  const broken = done === 'violated' && participle;
  if (broken || (done && headlines.has(done))) return { step: done, clause, reality };
  const rest = tail(clause, line);
  const takes =
    (verb.lemma === 'take' && /^(?:\w+ )?(?:effect|hold)\b/u.test(rest || wordsAfter(clause, line))) ||
    (verb.lemma === 'become' && /^effective\b/u.test(rest)) ||
    (verb.lemma === 'get' && /^under ?way\b/u.test(rest)) ||
    (/^(?:come|go|enter|be)$/u.test(verb.lemma) &&
      /^(?:\w+ )?(?:into|in) (?:force|effect|operation|play|vigou?r)\b/u.test(rest));
  // "is still in force" goes on.
  if (takes)
    return {
      step: verb.lemma === 'be' && /^still\b/u.test(rest) ? 'observed' : 'took_effect',
      clause,
      reality,
    };
  if (
    (/^(?:fall|come)$/u.test(verb.lemma) && /^(?:\w+ )?(?:apart|through)\b/u.test(rest)) ||
    (verb.lemma === 'break' && particle(clause, line) === 'down') ||
    (/^(?:lie|lay)$/u.test(verb.lemma) && /^in (?:tatters|ruins|shreds|pieces)/u.test(rest)) ||
    (verb.lemma === 'go' && /^up in (?:smoke|flames)/u.test(rest))
  )
    return { step: 'collapsed', clause, reality };
  if (/^(?:do|fail)$/u.test(verb.lemma) && endedNothing.test(rest + infinitiveAfter(clause, line)))
    return { step: 'collapsed', clause, reality: verb.lemma === 'do' ? 'actual' : reality };
  if (
    (verb.lemma === 'run' && /^(?:out\b|its course\b)/u.test(rest)) ||
    (/^(?:come|draw)$/u.test(verb.lemma) && /^to an end\b/u.test(rest))
  )
    return { step: 'expired', clause, reality };
  if (
    verb.lemma === 'be' &&
    /^(?:\w+ ){0,2}(?:over|dead|in (?:tatters|ruins|shreds)|meaningless|finished)\b/u.test(rest)
  )
    return { step: 'collapsed', clause, reality };
  if (
    verb.lemma === 'be' &&
    /^(?:now |already )?(?:null and void|void|no longer (?:valid|binding|in (?:force|effect)))\b/u.test(rest)
  )
    return { step: 'terminated', clause, reality };
  if (verb.lemma === 'be' && isTurnedDown(clause, line))
    return { step: 'rejected', clause, reality: 'actual' };
  if (
    verb.lemma === 'be' &&
    /^(?:\w+ ){0,2}(?:in place|there|alive|precarious|fragile|holding|intact)\b/u.test(rest)
  )
    return { step: 'observed', clause, reality };
  if (
    verb.lemma === 'end' &&
    (clause.objects.length > 0 ||
      /^[^,;.:]{0,44}\b(?:fighting|war|hostilities|conflict|bloodshed|clashes|violence|offensive|siege)\b/u.test(
        line.source
          .slice(rangeOf(line, verb).end + 1, Math.min(line.end, rangeOf(line, verb).end + 60))
          .toLowerCase(),
      ))
  )
    return { step: 'agreed', clause, reality };
  if (verb.lemma === 'set' && /^(?:out|to)/u.test(rest)) return { step: 'agreed', clause, reality: 'actual' };
  const step = bySubject.get(verb.lemma);
  if (!step) return null;
  if (verb.lemma === 'last' && /^(?:only|just|barely|less|no more|a mere)\b/u.test(rest))
    return { step: 'collapsed', clause, reality };
  // "did little to stop the fighting" tells of no agreement.
  const inVain =
    verb.form === 'infinitive' && /^(?:do|fail)$/u.test(governor(clause, line)?.verb.lemma ?? '');
  if (step === 'agreed' && (clause.objects.length === 0 || inVain)) return null;
  if (step === 'observed' && reality === 'negated') return { step: 'collapsed', clause, reality: 'actual' };
  if (step === 'observed' && verb.form === 'infinitive' && governor(clause, line)?.verb.lemma === 'fail')
    return { step: 'collapsed', clause, reality: 'actual' };
  if (verb.lemma === 'fail' && /^to\b/u.test(rest)) return null;
  if (verb.lemma === 'end' && /^up\b/u.test(rest)) return null;
  if (/^(?:remain|stay)$/u.test(verb.lemma) && isOtherwise(clause, line)) return null;
  return { step, clause, reality };
}

const unwanted =
  /^(?:\w+ ){0,2}(?:unacceptable|unrealistic|out of the question|unthinkable|premature|a non ?- ?starter|off the table)\b|^not (?:yet )?(?:realistic|acceptable|an option|on the table|the time)\b/u;

/** "said that a truce was not realistic", "called it premature": a judgement of somebody who could make one. */
function isTurnedDown(clause: Clause, line: Line): boolean {
  const above = governor(clause, line);
  if (
    !above ||
    !/^(?:say|tell|insist|add|declare|stress|state|argue|reply|respond|write)$/u.test(above.verb.lemma)
  )
    return false;
  const rest = tail(clause, line)
    .replace(/["“”'‘’]/gu, '')
    .trim();
  return (
    unwanted.test(`${clause.verb.negated ? 'not ' : ''}${rest.replace(/^not /u, '')}`) || unwanted.test(rest)
  );
}

/** "took hold" with the second word read as a verb of its own. */
function wordsAfter({ verb }: Clause, line: Line): string {
  return line.tokens
    .slice(verb.last + 1, verb.last + 3)
    .map(({ lower }) => lower)
    .join(' ');
}

/** "Hopes that the truce might hold were dashed": what is hoped for has not come. */
export function isHopeLost({ verb }: Clause, line: Line): boolean {
  const { tokens } = line;
  const hope = tokens.findIndex(({ lower }) => lower === 'hopes' || lower === 'hope');
  if (hope < 0 || hope > verb.first) return false;
  return tokens.some(({ lemma }, index) => index > hope && /^(?:dash|crush|shatter|evaporate)$/u.test(lemma));
}

/** "has done nothing to stop the hostilities", "failed to halt the fighting". */
const endedNothing =
  /^(?:(?:almost |next to )?nothing|(?:very )?little|not (?:much|enough)|)\s?to (?:stop|halt|end|quell|stem|silence|curb|calm|contain|prevent|ease|quieten)\b/u;

/** The infinitive that goes on from a verb: "failed" + "to stop". */
function infinitiveAfter(clause: Clause, line: Line): string {
  const next = line.clauses[clause.index + 1];
  return next?.verb.form === 'infinitive' ? ` to ${next.verb.lemma}` : '';
}

/** "remains elusive", "remains vague": it says nothing of holding. */
function isOtherwise(clause: Clause, line: Line): boolean {
  const verb = line.tree.tokens[clause.verb.head];
  const predicate =
    verb &&
    line.tree
      .children(verb, 'xcomp', 'advmod')
      .find(({ index, upos }) => index > verb.index && upos === 'ADJ');
  return (
    predicate !== undefined &&
    !/^(?:intact|stable|unbroken|valid|fragile|precarious|shaky|tenuous|firm|effective|calm)$/u.test(
      predicate.lower,
    )
  );
}

/** "appears to be holding" is told as a fact, with care. */
function seeming(clause: Clause, line: Line): Reality {
  const above = governor(clause, line);
  if (clause.verb.form === 'infinitive' && above && /^(?:appear|seem)$/u.test(above.verb.lemma))
    return realityOf(above, line);
  const before =
    line.tokens[clause.verb.first - 1]?.lower === 'to' ? clause.verb.first - 2 : clause.verb.first - 1;
  // "is due to expire" may be read as "due to" and a noun.
  if (/^(?:due|set|scheduled|slated|expected)$/u.test(line.tokens[before]?.lower ?? '')) return 'future';
  return realityOf(clause, line);
}
