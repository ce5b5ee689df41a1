import { sameActor } from '../actors/actor-ref.ts';
import type { Candidate } from '../candidate.ts';
import type { Refiner } from './refiner.ts';

/** Speech about a truce that is itself a step of the truce. */
const truceSpeech = new Set(['REQUEST', 'REJECT', 'AGREE', 'CONCEDE', 'SUPPORT']);
/** Deeds that an accusation can be a claim on. */
const deeds = new Set(['attack', 'clash', 'ceasefire', 'capture', 'deployment', 'displacement', 'detention']);

/**
 * Drops statements that another event already carries: the call for a truce is a step of the truce, "accused X of
 * shelling Y" a claim on the shelling, and a verb that tells a deed tells no speech beside it.
 */
export const carriedSpeech: Refiner = {
  name: 'carried-speech',
  refine: (candidates, _story, trace) => {
    const byLine = new Map<Candidate['line'], Candidate[]>();
    for (const candidate of candidates) {
      const here = byLine.get(candidate.line);
      if (here) here.push(candidate);
      else byLine.set(candidate.line, [candidate]);
    }
    return candidates.filter((candidate) => {
      if (candidate.type !== 'statement') return true;
      const carrier = byLine
        .get(candidate.line)
        ?.find((other) => other.type !== 'statement' && carries(other, candidate));
      if (carrier) trace('carried-speech', candidate, `${carrier.type} of the sentence carries it`);
      return carrier === undefined;
    });
  },
};

function carries(other: Candidate, speech: Candidate): boolean {
  const overlap = other.start < speech.end && speech.start < other.end;
  // What is only offered or refused is told by the offer: "offered to hold talks", "will not negotiate".
  if (overlap && other.type !== 'threat' && (other.reality === 'actual' || other.type === 'ceasefire'))
    return true;
  // "staged a sit-in demanding his release": what the protest is for.
  if (
    other.type === 'protest' &&
    speech.clause?.verb.form === 'gerund' &&
    speech.clause.parent === other.clause?.index
  )
    return true;
  const after = other.start >= speech.start;
  const act = speech.codes?.plover ?? '';
  if (other.type === 'ceasefire' && after && truceSpeech.has(act))
    return (
      other.clause === speech.clause ||
      (other.step !== 'agreed' &&
        other.initiators.some((actor) => speech.initiators.some((one) => sameActor(actor, one))))
    );
  return (
    after &&
    speech.codes?.ploverMode === 'allege' &&
    deeds.has(other.type) &&
    other.claims.some(
      (claim) => claim.polarity === 'accuses' && speech.initiators.some((one) => sameActor(claim.by, one)),
    )
  );
}
