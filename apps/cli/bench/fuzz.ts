import { hostileText, randomFrom } from '@trucewatch/language/testing';
import { shortest } from './fuzz-shortest.ts';
import { extractFault, parseFault } from './laws.ts';
import { cpuTime } from './measure.ts';

import { heading, remark, row } from './report.ts';
import { targets } from './targets.ts';

const inputs = 100_000;
/** Faults shown, each kind once: enough to begin mending. */
const mostShown = 8;

/** A hundred thousand texts that nobody would write, read by the parser and by extraction. Takes minutes. */
export function fuzz(): void {
  attack('the parser', parseFault);
  attack('extraction', extractFault);
}

function attack(name: string, faultOf: (text: string) => string | null): void {
  heading(`Fuzz: ${inputs.toLocaleString('en-GB')} hostile texts for ${name}`);
  const random = randomFrom(2020);
  const kinds = new Map<string, string>();
  let faults = 0;
  let slowest = { time: 0, length: 0 };
  for (let i = 0; i < inputs; i++) {
    const text = hostileText(random);
    let fault: string | null = null;
    const time = cpuTime(() => {
      fault = faultOf(text);
    });
    if (time > slowest.time) slowest = { time, length: text.length };
    if (fault === null) continue;
    faults += 1;
    if (!kinds.has(fault) && kinds.size < mostShown) kinds.set(fault, text);
  }
  row('texts that break a law', faults, '', targets.failures);
  row(`the slowest text, of ${slowest.length} characters`, slowest.time, 'ms', targets.slowestInput);
  for (const [fault, text] of kinds)
    remark(`${fault}\n    ${JSON.stringify(shortest(text, (less) => faultOf(less) === fault))}`);
}
