export { canonicalAddress } from './address.ts';
export { type CorrectionNotice, correctionNotice } from './correction-notice.ts';
export { fingerprint } from './fingerprint.ts';
export { copyFrom, likeness } from './likeness.ts';
export { Paste, PasteRefused, type ReadArticle, readPaste } from './read-paste.ts';
