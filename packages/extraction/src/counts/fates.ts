import { fateAfter, fateBeside } from './fate-after.ts';
import { actingBefore, leftBefore, tollBefore } from './fate-before.ts';
import { inTree } from './fate-in-tree.ts';
import type { Fate } from './fate-words.ts';
import type { Phrase, Scene } from './scene.ts';

/**
 * What became of the people that a number counts: from the verb before it ("killing at least 13"), from what stands
 * right after it ("33 wounded"), from the tree, from the words further on, and last from a toll told before it.
 */
export function fateOf(phrase: Phrase, scene: Scene): Fate | null {
  const beside = fateBeside(phrase, scene) ?? remains(scene.words[phrase.head] ?? '');
  if (beside) return beside;
  return (
    actingBefore(phrase, scene) ??
    leftBefore(phrase, scene) ??
    (phrase.people || phrase.head === phrase.last
      ? (inTree(phrase, scene) ?? fateAfter(phrase, scene))
      : inTree(phrase, scene)) ??
    tollBefore(phrase, scene)
  );
}

/** "two bodies were found": the noun says it. */
function remains(noun: string): Fate | null {
  return noun === 'bodies' || noun === 'corpses' || noun === 'body' ? 'bodies' : null;
}
