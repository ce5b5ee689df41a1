import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { argumentsOf, nominalArguments, parse } from './index.ts';

interface Tricky {
  text: string;
  verb: string;
  agent: string | null;
  patient: string | null;
  construction: string;
}

const tricky = readFileSync(new URL('../../treebank/tricky.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Tricky);

function read(text: string, word: string): { agents: string[]; patients: string[] } {
  for (const sentence of parse(text)) {
    const token = sentence.tokens.find((token) => token.text === word);
    if (!token) continue;
    const found = token.upos === 'VERB' ? argumentsOf(sentence, token) : nominalArguments(sentence, token);
    return {
      agents: found.agents.map((token) => token.text),
      patients: found.patients.map((token) => token.text),
    };
  }
  throw new Error(`No ${word} in ${text}`);
}

const isRight = (found: string[], wanted: string | null) =>
  wanted === null ? found.length === 0 : found.includes(wanted);

/** The model reads 36 of the 40 (November 2026); the issue asks for 30. */
const least = 34;

test(`who did what to whom is right in at least ${least} of ${tricky.length} tricky sentences`, () => {
  const wrong = tricky.filter(({ text, verb, agent, patient }) => {
    const { agents, patients } = read(text, verb);
    return !isRight(agents, agent) || !isRight(patients, patient);
  });
  const list = wrong.map(({ construction, text }) => `${construction}: ${text}`).join('\n');
  expect(tricky.length - wrong.length, list).toBeGreaterThanOrEqual(least);
});

describe('arguments', () => {
  test.each([
    ['a shared subject', 'Gunmen stormed the depot and burned two trucks.', 'burned', ['Gunmen'], ['trucks']],
    ['a shared object', 'Soldiers shot and wounded a pilot.', 'shot', ['Soldiers'], ['pilot']],
    [
      'a passive with its agent',
      'Two villages were burned by the militia.',
      'burned',
      ['militia'],
      ['villages'],
    ],
    ['object control', 'Oslo urged the rebels to free the hostages.', 'free', ['rebels'], ['hostages']],
    ['subject control', 'The rebels agreed to free the hostages.', 'free', ['rebels'], ['hostages']],
    ['an accusation', 'Oslo accused the army of bombing a market.', 'bombing', ['army'], ['market']],
    ['a relative clause', 'The rebels who seized the port fled.', 'seized', ['rebels'], ['port']],
    ['an object relative', 'The port that the rebels seized is empty.', 'seized', ['rebels'], ['port']],
    [
      'several subjects',
      'Norway and Denmark condemned the attack.',
      'condemned',
      ['Norway', 'Denmark'],
      ['attack'],
    ],
  ])('%s', (_name, text, verb, agents, patients) => {
    expect(read(text, verb)).toEqual({ agents, patients });
  });

  test.each([
    ['The shelling of the port by the navy went on.', 'shelling', ['navy'], ['port']],
    ["The navy's attack on the port failed.", 'attack', ['navy'], ['port']],
  ])('a noun of action: %s', (text, noun, agents, patients) => {
    expect(read(text, noun)).toEqual({ agents, patients });
  });
});
