import { m } from '#lib/paraglide/messages.js';
import type { Reading } from './story.ts';

/**
 * Attributes of a mark that can be read: hovering or focusing it hands its words to the panel. It is a link, so it works without a script. On a touch screen the first tap reads.
 */
export function readable<What>(reading: What, onread: (reading: What) => void) {
  let read = false;
  let touched = false;
  const show = () => onread(reading);
  return {
    'data-mark': '',
    onpointerdown(event: PointerEvent) {
      touched = event.pointerType === 'touch';
    },
    onpointerenter(event: PointerEvent) {
      if (event.pointerType !== 'touch') show();
    },
    onfocus: show,
    onclick(event: MouseEvent) {
      if (touched && !read) event.preventDefault();
      read = true;
      show();
    },
    onblur() {
      read = false;
    },
  };
}

/** The name of a mark: what the panel shows, for those who hear it. */
export function spoken({ title, when, sentences }: Reading): string {
  const [sentence] = sentences;
  const said = sentence
    ? `${m.event_quoted({ quote: sentence.quote })} ${sentence.source}`
    : m.conflict_no_report();
  return m.conflict_spoken({ title, when, sentence: said });
}
