import type { CeasefireOutcome, Compliance, FormalStatus } from '@trucewatch/schema';

interface StatusWords {
  /** Short name for a band or badge. */
  label: string;
  /** What it means, one sentence. */
  meaning: string;
}

export const formalWords: Record<FormalStatus, StatusWords> = {
  none: { label: 'No ceasefire', meaning: 'No ceasefire stands on paper.' },
  called_for: { label: 'Called for', meaning: 'Someone asked for a ceasefire; nobody has agreed to one.' },
  announced: { label: 'Announced', meaning: 'A ceasefire was agreed or declared; its start is not known.' },
  scheduled: { label: 'Scheduled', meaning: 'A ceasefire is agreed and its start lies ahead.' },
  in_effect: {
    label: 'In effect',
    meaning: 'The time from which a ceasefire binds has come and none has ended it.',
  },
  suspended: { label: 'Suspended', meaning: 'A side has suspended the ceasefire.' },
  expired: { label: 'Expired', meaning: 'The ceasefire reached its stated end.' },
  terminated: { label: 'Terminated', meaning: 'A side formally ended the ceasefire.' },
  superseded: { label: 'Superseded', meaning: 'A later ceasefire took its place.' },
  unclear: { label: 'Unclear', meaning: 'The reports do not settle whether a ceasefire stands.' },
};

export const complianceWords: Record<Compliance, StatusWords> = {
  no_reports: {
    label: 'No reports',
    meaning: 'No article says whether it is kept. That is not the same as calm.',
  },
  holding: { label: 'Reported holding', meaning: 'Reports say that it is being kept.' },
  violations_alleged_one_side: {
    label: 'Violations alleged, one side',
    meaning: 'One side is accused of breaking it.',
  },
  violations_alleged_both: {
    label: 'Violations alleged, both sides',
    meaning: 'Each side is accused of breaking it.',
  },
  violations_verified: {
    label: 'Violations verified',
    meaning: 'A monitor or third party confirmed a violation.',
  },
  collapsed_reported: { label: 'Reported collapsed', meaning: 'It is reported to have failed.' },
};

export const outcomeWords: Record<CeasefireOutcome, string> = {
  pending: 'Not yet in effect',
  in_effect: 'In effect',
  collapsed: 'Collapsed',
  expired: 'Expired',
  superseded: 'Superseded',
  terminated: 'Terminated',
  unknown: 'Outcome unknown',
};

/** Short name of a status of either axis. */
export function statusLabel(value: FormalStatus | Compliance): string {
  return { ...formalWords, ...complianceWords }[value].label;
}

/** Turns a rule's name, `effect-time-passed`, into words for a link: `effect time passed`. */
export function ruleWords(rule: string): string {
  return rule.replaceAll(/[-_]/g, ' ');
}

/** `2 articles, 1 change of status`; what there is none of is not said. */
export function newsWords({ articles, changes }: { articles: number; changes: number }): string {
  const parts = [
    articles > 0 && `${articles} ${articles === 1 ? 'article' : 'articles'}`,
    changes > 0 && `${changes} ${changes === 1 ? 'change' : 'changes'} of status`,
  ];
  return parts.filter(Boolean).join(', ');
}
