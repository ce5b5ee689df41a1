import type { Sentence } from './tree.ts';

/** A parsed text in CoNLL-U. `id` names the text; sentences count from 1; `# text` is as it stands, on one line. */
export function toConllu(id: string, text: string, sentences: readonly Sentence[]): string {
  return sentences
    .map((sentence, number) => {
      const lines = [
        `# sent_id = ${id}-${number + 1}`,
        `# text = ${oneLine(text.slice(sentence.start, sentence.end))}`,
      ];
      for (const token of sentence.tokens) {
        const next = sentence.tokens[token.index + 1];
        const glued = next?.start === token.end ? 'SpaceAfter=No' : '_';
        const { text: form, lemma, upos, xpos, head, relation } = token;
        lines.push(
          [
            token.index + 1,
            oneLine(form),
            oneLine(lemma),
            upos,
            xpos,
            '_',
            head + 1,
            relation,
            '_',
            glued,
          ].join('\t'),
        );
      }
      return `${lines.join('\n')}\n\n`;
    })
    .join('');
}

function oneLine(text: string): string {
  return text.replace(/[\t\n\r\u0085\u2028\u2029]/g, ' ') || '_';
}
