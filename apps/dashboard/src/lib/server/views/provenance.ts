import type { Account, StoredArticle } from '@trucewatch/store';
import type { Provenance } from '#lib/intake/provenance.ts';
import type { Services } from '../services.ts';
import { whoWords } from './intake.ts';

type Stages = Awaited<ReturnType<Services['store']['articles']['stages']>>;

export function provenanceOf(
  article: StoredArticle,
  stages: Stages,
  accounts: readonly Pick<Account, 'id' | 'name'>[],
): Provenance {
  const { cameBy, submittedBy, intakeId, copyOf, likeness, state } = article;
  return {
    cameBy,
    who: whoWords(submittedBy, accounts),
    received: stages?.received ?? null,
    cleaned: stages?.cleaned ?? null,
    extracted: stages?.extracted ?? null,
    counted: stages?.counted ?? null,
    isUnread: state === 'unread',
    intakePath: intakeId && `/submissions/intakes/${encodeURIComponent(intakeId)}`,
    copyPath: copyOf && `/submissions/${encodeURIComponent(copyOf)}`,
    copyPercent: Math.round((likeness ?? 0) * 100),
  };
}
