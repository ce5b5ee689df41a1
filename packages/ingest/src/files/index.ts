export type { Candidate, Withdrawal } from './candidate.ts';
export { fileKinds, type HandedFile, lineCandidates, readFile } from './read-file.ts';
