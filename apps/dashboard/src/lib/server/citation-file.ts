import { error } from '@sveltejs/kit';
import { type Citation, citationFiles } from '@trucewatch/interchange';

/** A citation as a file of one of the formats, by the ending in its address; an error page for any other. */
export function citationFile(citation: Citation, ending: string): Response {
  if (!isEnding(ending)) {
    error(404, `A citation is there as ${Object.keys(citationFiles).join(', ')}.`);
  }
  const { type, write } = citationFiles[ending];
  return new Response(write(citation), {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'content-disposition': `attachment; filename="trucewatch.${ending}"`,
    },
  });
}

function isEnding(ending: string): ending is keyof typeof citationFiles {
  return Object.hasOwn(citationFiles, ending);
}
