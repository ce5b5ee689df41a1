import type { Reading } from './story.ts';

/**
 * Attributes of a mark that can be read: hovering or focusing it hands its words to the panel, a screen reader
 * gets them as its name. It is a link, so it works without a script. On a touch screen the first tap reads.
 */
export function readable(reading: Reading, onread: (reading: Reading) => void) {
  const sentence = reading.sentences[0];
  let read = false;
  let touched = false;
  const show = () => onread(reading);
  return {
    'data-mark': '',
    'aria-label': [
      reading.title,
      reading.when,
      sentence ? `“${sentence.quote}” ${sentence.source}` : 'No report.',
    ].join('. '),
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
