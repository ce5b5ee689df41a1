import type { Line } from '../document.ts';
import type { Refiner } from './refiner.ts';

const withdrawing = new Set('withdraw retract recant disown rescind revoke'.split(' '));
const papers = new Set('report article story dispatch headline item account bulletin'.split(' '));
const headed =
  /^(?:withdrawn|retracted|retraction|withdrawal of (?:a |the )?(?:report|story|article))\s?[:\-–—]/iu;

/** "The paper has withdrawn its report that the truce collapsed": what was withdrawn did not happen, as far as it knows. */
export const withdrawnReport: Refiner = {
  name: 'withdrawn-report',
  refine: (candidates, _story, trace) => {
    const lines = new Map<Line, boolean>();
    for (const candidate of candidates) {
      const { line, reality, type } = candidate;
      let withdraws = lines.get(line);
      if (withdraws === undefined) {
        withdraws = withdrawsReport(line);
        lines.set(line, withdraws);
      }
      if (!withdraws || reality !== 'actual' || type === 'statement') continue;
      trace('withdrawn-report', candidate, 'a report that is withdrawn');
      candidate.reality = 'negated';
    }
    return candidates;
  },
};

function withdrawsReport(line: Line): boolean {
  if (headed.test(line.source.slice(line.start, Math.min(line.end, line.start + 60)))) return true;
  return line.clauses.some(({ verb, patients }) => {
    if (!withdrawing.has(verb.lemma) || verb.negated) return false;
    return patients.some(({ head }) => papers.has(line.tokens[head]?.lemma ?? ''));
  });
}
