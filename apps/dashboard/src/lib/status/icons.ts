import Circle from '@lucide/svelte/icons/circle';
import CircleArrowRight from '@lucide/svelte/icons/circle-arrow-right';
import CircleCheck from '@lucide/svelte/icons/circle-check';
import CircleDashed from '@lucide/svelte/icons/circle-dashed';
import CircleDot from '@lucide/svelte/icons/circle-dot';
import CirclePause from '@lucide/svelte/icons/circle-pause';
import CircleQuestionMark from '@lucide/svelte/icons/circle-question-mark';
import CircleStop from '@lucide/svelte/icons/circle-stop';
import Clock from '@lucide/svelte/icons/clock';
import Hourglass from '@lucide/svelte/icons/hourglass';
import Megaphone from '@lucide/svelte/icons/megaphone';
import OctagonAlert from '@lucide/svelte/icons/octagon-alert';
import ShieldCheck from '@lucide/svelte/icons/shield-check';
import Swords from '@lucide/svelte/icons/swords';
import TriangleAlert from '@lucide/svelte/icons/triangle-alert';
import Unlink from '@lucide/svelte/icons/unlink';
import type { Compliance, FormalStatus } from '@trucewatch/schema';

/** A shape for every status, so that none is told by colour alone. */
export const statusIcons: Record<FormalStatus | Compliance, typeof Circle> = {
  none: Circle,
  called_for: Megaphone,
  announced: CircleDot,
  scheduled: Clock,
  in_effect: CircleCheck,
  suspended: CirclePause,
  expired: Hourglass,
  terminated: CircleStop,
  superseded: CircleArrowRight,
  unclear: CircleQuestionMark,
  no_reports: CircleDashed,
  holding: ShieldCheck,
  violations_alleged_one_side: TriangleAlert,
  violations_alleged_both: Swords,
  violations_verified: OctagonAlert,
  collapsed_reported: Unlink,
};
