import { fateAfter, fateBeside } from './fate-after.ts';
import { actingBefore, leftBefore, tollBefore } from './fate-before.ts';
import { inTree } from './fate-in-tree.ts';
import type { Fate } from './fate-words.ts';
import type { Phrase, Scene } from './scene.ts';

/**
 * What became of the people that a number counts: from the verb before it ("killing at least 13"), from what stands
 * right after it ("33 wounded"), from a toll told before it, from the tree, and last from
 * the words further on.
 */
export function fateOf(phrase: Phrase, scene: Scene): Fate | null {
  const near = nearFate(phrase, scene);
  if (near || scene.words[phrase.head] === 'body') return near;
  return (
    tollBefore(phrase, scene) ??
    (phrase.people || phrase.head === phrase.last
      ? (inTree(phrase, scene) ?? fateAfter(phrase, scene))
      : inTree(phrase, scene))
  );
}

/** The same by the words right beside the number only: all that is read for a part of another count. */
export function nearFate(phrase: Phrase, scene: Scene): Fate | null {
  const beside = fateBeside(phrase, scene) ?? remains(phrase.head, scene);
  if (beside || scene.words[phrase.head] === 'body') return beside;
  return actingBefore(phrase, scene) ?? leftBefore(phrase, scene);
}

/** "two bodies were found": the noun says it. One body may be an office: "a body set up to watch the truce". */
function remains(head: number, { words }: Scene): Fate | null {
  const noun = words[head] ?? '';
  if (noun === 'bodies' || noun === 'corpses') return 'bodies';
  if (noun !== 'body') return null;
  const after = words.slice(head + 1, head + 5);
  return after[0] === 'of' || after.some((word) => isFound.test(word)) ? 'bodies' : null;
}

const isFound =
  /^(?:found|recovered|discovered|lay|lies|lying|pulled|retrieved|returned|handed|buried|identified)$/u;
