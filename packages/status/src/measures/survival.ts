import type { Hours, Survival, SurvivalStep } from '@trucewatch/schema';

/**
 * How long ceasefires last, by the product-limit estimate (Kaplan and Meier 1958), with the least and with the most hours that
 * each can have lasted. One that still stands (`max` null) counts as having lasted so far, not as ended.
 */
export function survivalOf(lasted: readonly Hours[]): Survival {
  const durations = (pick: (hours: Hours) => number) =>
    lasted.map((hours) => ({ hours: pick(hours), isOver: hours.max !== null }));
  return {
    shortest: curve(durations(({ min }) => min)),
    longest: curve(durations(({ min, max }) => max ?? min)),
  };
}

function curve(durations: readonly { hours: number; isOver: boolean }[]): SurvivalStep[] {
  const ends = [...new Set(durations.flatMap(({ hours, isOver }) => (isOver ? [hours] : [])))].sort(
    (a, b) => a - b,
  );
  let share = 1;
  return ends.map((hours) => {
    const atRisk = durations.filter((one) => one.hours >= hours).length;
    const ended = durations.filter((one) => one.isOver && one.hours === hours).length;
    share *= 1 - ended / atRisk;
    return { hours, atRisk, share: Math.round(share * 10_000) / 10_000 };
  });
}
