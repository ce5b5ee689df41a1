import { entry, Share } from './rates.ts';

/** An event that was found, what confidence it states, and whether a reader agrees. */
export interface Judged {
  /** Of the article and the event. */
  articleId: string;
  eventId: string;
  confidence: number;
  isRight: boolean;
}

/** The share of right events for each tenth of stated confidence: a calibrated extractor has the two columns alike. */
export function reliabilityTable(judged: readonly Judged[]): string[] {
  const bins = new Map<string, { share: Share; sum: number }>();
  for (const { confidence, isRight } of judged) {
    const floor = Math.min(9, Math.floor(confidence * 10 + 1e-9)) / 10;
    const bin = entry(bins, floor.toFixed(1), () => ({ share: new Share(), sum: 0 }));
    bin.share.add(isRight);
    bin.sum += confidence;
  }
  const rows = [...bins].sort(([a], [b]) => a.localeCompare(b));
  const gap = rows.reduce((sum, [, bin]) => sum + Math.abs(bin.sum - bin.share.right), 0);
  return [
    '  stated (mean)   right',
    ...rows.map(
      ([name, { share, sum }]) =>
        `  ${name}… (${(sum / share.all).toFixed(2)})   ${share.right}/${share.all} = ${share.value.toFixed(2)}`,
    ),
    `  mean gap between stated and right ${(gap / Math.max(1, judged.length)).toFixed(3)}, of ${judged.length} events`,
  ];
}
