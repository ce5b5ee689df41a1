import { expect, it } from 'vitest';
import { codesOfName, readActorPhrases } from './petrarch-actors.ts';

const phrases = readActorPhrases(`
<!-- a comment -->
RIVERLAND [RIV]  # its towns below
+MILL_TOWN
HILL FOLK
\t[HIL <950601]
\t[HILREB > 950601]
MILL_TOWN GUARD [RIVMIL]
`);

it('finds the codes of a name, those of the longest phrase within it', () => {
  expect(codesOfName('the Riverland government', phrases)).toEqual(['RIV']);
  expect(codesOfName('Mill Town', phrases)).toEqual(['RIV']);
  expect(codesOfName('Mill Town guards', phrases)).toEqual(['RIVMIL']);
  expect(codesOfName('hill folk', phrases)).toEqual(['HIL', 'HILREB']);
  expect(codesOfName('nobody', phrases)).toEqual([]);
});
