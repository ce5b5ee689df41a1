export { randomFrom } from '../../train/random.ts';
export { hostilePieces } from './hostile-pieces.ts';
export { hostileText } from './hostile-text.ts';
export { winkPass } from './wink-pass.ts';
