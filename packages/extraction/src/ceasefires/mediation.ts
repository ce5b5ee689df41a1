import { nominalArguments } from '@trucewatch/language';
import { type ActorRef, sameActor, union } from '../actors/actor-ref.ts';
import { actorsOf } from '../actors/actors-of-phrase.ts';
import type { Line } from '../document.ts';
import { doers, tail } from '../frames/roles.ts';
import type { Story } from '../story.ts';
import { phraseAt } from './truce-roles.ts';
import type { Token } from './truce-slots.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Verbs of bringing two others together, whatever their object. */
const mediating = words('mediate broker facilitate');
/** These only of talks or a deal; a truce beside its broker is read where the truce is. */
const hosting = words(
  'host arrange sponsor negotiate lead chair convene oversee oversaw guarantee organise organize orchestrate engineer steer moderate supervise obtain secure',
);
const matters = words(
  'talk talks negotiation deal agreement accord mediation process pact it they text summit meeting dialogue effort discussion round signing signature exchange swap',
);
/** Nouns of a mediator's work; `helping` ones only after "with", "through", "thanks to". */
const mediation = words(
  'mediation auspices auspice facilitation aegis chairmanship patronage mediator intercession',
);
const helping = words(
  'negotiation negotiations help assistance support intervention diplomacy effort office participation intermediary initiative',
);
const bringing = words('with through thanks under by following after to via at on');
/** Who is called one of these of a deal or of talks. */
const brokersOf = words('mediator guarantor broker intermediary go-between facilitator sponsor host co-host');
const meeting = words('call calls talks conversation conversations contacts');

/** Whom a sentence names as mediators of a truce told in it or before it. */
export function mediatorsTold(line: Line, story: Story): ActorRef[] {
  const found: ActorRef[] = [];
  for (const clause of line.clauses) {
    const { lemma } = clause.verb;
    const always = mediating.has(lemma) || (lemma === 'bring' && /\btogether\b/u.test(tail(clause, line)));
    if (!always && !hosting.has(lemma)) continue;
    if (
      clause.verb.negated ||
      clause.verb.modal ||
      clause.verb.form === 'infinitive' ||
      clause.verb.tense === 'future'
    )
      continue;
    const heads = clause.patients.map(({ head }) => line.tokens[head]);
    const isMatter =
      always && lemma === 'bring'
        ? true
        : heads.some((head) => head && (matters.has(head.lemma) || matters.has(head.lower)));
    if (isMatter || (always && heads.length === 0)) union(found, named(doers(clause, line, story)));
  }
  for (const actor of line.actors)
    if (asMediator.test(line.source.slice(actor.end, actor.end + 40)))
      union(found, [asReference(actor, line)]);
    else if (actor.qualifies === 'backer' && ledTalks.test(line.source.slice(actor.end, actor.end + 40)))
      union(found, [asReference(actor, line)]);
  for (const token of line.tree.tokens) {
    if (brokersOf.has(token.lemma)) union(found, named(calledSo(token, line, story)));
    if (token.lower === 'whose' && mediation.has(line.tree.tokens[token.index + 1]?.lower ?? ''))
      union(found, named(nearestBefore(token, line)));
    if (token.lower === 'role' && isOfDeal(token, line)) union(found, workOf(token, line, story));
    const own = mediation.has(token.lemma) || token.lower === 'auspices';
    const helps = !own && helping.has(token.lemma);
    if (!own && !helps && !meeting.has(token.lower)) continue;
    const preposition = line.tree.child(token, 'case')?.lower ?? wordBefore(token, line);
    if (meeting.has(token.lower)) {
      if (preposition === 'after' || preposition === 'following')
        union(found, outside(withWhom(token, line, story), story));
    } else if (own || bringing.has(preposition)) {
      const made = workOf(token, line, story);
      // At the initiative of one of the two: he has not mediated.
      union(found, token.lemma === 'initiative' ? outside(made, story) : made);
    }
  }
  return found;
}

/** "with Russia as a mediator". */
const asMediator =
  /^,? (?:acting )?as (?:an? |the )?(?:mediator|broker|guarantor|intermediary|go-between)s?\b/u;
const ledTalks = /^-led (?:\w+ )?(?:talks|negotiations|mediation|diplomacy|process|efforts?)\b/iu;

function asReference({ id, start, end }: Line['actors'][number], line: Line): ActorRef {
  return { id, name: line.source.slice(start, end), part: line.part, start, end };
}

/** The word before a noun and what describes it: "following intense negotiations", where the tree has no preposition. */
function wordBefore(noun: Token, line: Line): string {
  const { tokens } = line.tree;
  let at = noun.index - 1;
  while (at > noun.index - 4 && /^(?:ADJ|DET|NUM)$/u.test(tokens[at]?.upos ?? '')) at--;
  return tokens[at]?.lower ?? '';
}

/** "Cuba and Norway have been guarantors of the talks", "Oman acted as mediator", "mediators Egypt and Qatar announced". */
function calledSo(noun: Token, line: Line, story: Story): ActorRef[] {
  const { tree } = line;
  const title = /^(?:nmod:desc|compound)$/u.test(noun.relation) ? tree.headOf(noun) : undefined;
  if (title?.upos === 'PROPN')
    return [title, ...tree.children(title, 'conj')].flatMap((name) =>
      line.actors
        .filter(({ start, end, qualifies }) => start <= name.start && name.end <= end && !qualifies)
        .map((actor) => asReference(actor, line)),
    );
  const head = tree.child(noun, 'case')?.lower === 'as' ? tree.headOf(noun) : noun;
  if (!head || (head === noun && !tree.child(noun, 'cop'))) return [];
  if (tree.children(head, 'advmod').some(({ lower }) => lower === 'not' || lower === "n't")) return [];
  const subjects = tree.children(head, 'nsubj');
  return actorsOf(
    subjects
      .flatMap((subject) => [subject, ...tree.children(subject, 'conj')])
      .map((token) => phraseAt(line, token)),
    line,
    story,
  );
}

/** "the constructive role of X in reaching this agreement". */
function isOfDeal(role: Token, line: Line): boolean {
  return /^[^.;]{0,60}\bin (?:\w+ )?(?:reaching|achieving|brokering|mediating|negotiating|securing|facilitating|concluding|arranging|ending|stopping|the (?:talks|negotiations|mediation|deal|agreement|truce|ceasefire))\b/u.test(
    line.source.slice(role.end, Math.min(line.end, role.end + 110)),
  );
}

/** "the mediation of Russia", "Turkish and Swiss help", "the UN's auspices". */
function workOf(noun: Token, line: Line, story: Story): ActorRef[] {
  const { agents, patients } = nominalArguments(line.tree, noun);
  const after = byAfter(noun, line);
  const of = patients.filter((token) => /^(?:of|from)$/u.test(line.tree.child(token, 'case')?.lower ?? ''));
  const from = line.tree
    .children(noun, 'nmod')
    .filter((child) => line.tree.child(child, 'case')?.lower === 'from');
  const heads = [...agents, ...after, ...of, ...from, ...ofNext(noun, line)].flatMap((head) => [
    head,
    ...line.tree.children(head, 'conj'),
  ]);
  const makers = actorsOf(
    heads.map((token) => phraseAt(line, token)),
    line,
    story,
  );
  // "Turkey's initiative" read as one phrase: Turkey.
  const own = makers.flatMap((maker) =>
    maker.start < noun.start && maker.end >= noun.end
      ? line.actors
          .filter(({ id, start, end }) => id === maker.id && start >= maker.start && end <= maker.end)
          .slice(0, 1)
          .map((actor) => asReference(actor, line))
      : maker,
  );
  const below = named(makers).length > 0 ? [] : heads.flatMap((head) => namesBelow(head, line));
  return named([...own, ...below, ...adjectives(noun, line)]);
}

/** "the envoy X, under whose auspices the talks were held": the name right before. */
function nearestBefore(whose: Token, line: Line): ActorRef[] {
  const actor = line.actors.findLast(({ end }) => end <= whose.start);
  if (!actor || actor.qualifies || whose.start - actor.end > 40) return [];
  return [asReference(actor, line)];
}

/** "through the help and participation of Russia": the second noun has whose both are. */
function ofNext(noun: Token, line: Line): Token[] {
  const { tokens } = line.tree;
  const second = tokens[noun.index + 1]?.lower === 'and' ? tokens[noun.index + 2] : undefined;
  if (second?.upos !== 'NOUN') return [];
  return line.tree.children(second, 'nmod').filter((child) => line.tree.child(child, 'case')?.lower === 'of');
}

/** "agreed after mediation by Egypt": the tree may hang the last phrase on the verb. */
function byAfter(noun: Token, line: Line): Token[] {
  const next = line.tree.tokens[noun.index + 1];
  const head = next?.lower === 'by' ? line.tree.headOf(next) : undefined;
  return head ? [head] : [];
}

/** "the mediation of the command of the Russian contingent": whoever is named below. */
function namesBelow(head: Token, line: Line): ActorRef[] {
  const { start, end } = line.tree.span(head);
  return line.actors
    .filter((actor) => actor.start >= start && actor.end <= end && !actor.qualifies)
    .map(({ id, start: from, end: to }) => ({
      id,
      name: line.source.slice(from, to),
      part: line.part,
      start: from,
      end: to,
    }));
}

/** Names before the noun: "Qatari and Egyptian mediation". */
function adjectives(noun: Token, line: Line): ActorRef[] {
  const { tree } = line;
  const before = tree.children(noun, 'amod', 'compound', 'nmod:poss', 'nmod:desc');
  const words = before.flatMap((word) => [word, ...tree.children(word, 'conj')]);
  return line.actors
    .filter(
      ({ start, end, qualifies }) =>
        !qualifies && words.some((word) => start <= word.start && word.end <= end),
    )
    .map(({ id, start, end }) => ({ id, name: line.source.slice(start, end), part: line.part, start, end }));
}

/** "after telephone calls with the French president". */
function withWhom(noun: Token, line: Line, story: Story): ActorRef[] {
  const partners = line.tree
    .children(noun, 'nmod')
    .filter((child) => line.tree.child(child, 'case')?.lower === 'with');
  return named(
    actorsOf(
      partners.map((token) => phraseAt(line, token)),
      line,
      story,
    ),
  );
}

function outside(actors: readonly ActorRef[], { pair }: Story): ActorRef[] {
  return actors.filter((actor) => !pair?.some((side) => sameActor(side, actor)));
}

/** Mediators are states, bodies and people known by name. */
function named(actors: readonly ActorRef[]): ActorRef[] {
  return actors.filter(({ id }) => id !== undefined && !id.startsWith('group:'));
}
