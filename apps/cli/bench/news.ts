import { randomFrom } from '@trucewatch/language/testing';
import { grammar } from './news-grammar.ts';

export interface NewsArticle {
  id: string;
  title: string;
  text: string;
  publishedAt: string;
}

/** Invented conflict news, article after article; the same seed gives the same. */
export class News {
  private readonly random: () => number;
  private made = 0;

  constructor(seed: number) {
    this.random = randomFrom(seed);
  }

  /** One article of so many sentences, two to a paragraph. */
  article(sentences: number): NewsArticle {
    const text: string[] = [];
    for (let i = 0; i < sentences; i++) text.push(this.sentence(), i % 2 === 1 ? '\n\n' : ' ');
    const title = capitalised(this.expand('{headline}'));
    return {
      id: `bench-${++this.made}`,
      title,
      text: text.join('').trim(),
      publishedAt: '2020-10-17T20:00:00Z',
    };
  }

  /** Articles of four to twenty sentences, so many sentences in all or a few more. */
  articles(sentences: number): NewsArticle[] {
    const articles: NewsArticle[] = [];
    for (let left = sentences; left > 0; ) {
      const count = 4 + Math.floor(this.random() * 17);
      articles.push(this.article(count));
      left -= count;
    }
    return articles;
  }

  /** One text of at least so many UTF-16 code units, cut to exactly as many. */
  text(length: number): string {
    const parts: string[] = [];
    for (let have = 0; have < length; ) {
      const part = `${this.article(12).text}\n\n`;
      parts.push(part);
      have += part.length;
    }
    return parts.join('').slice(0, length);
  }

  private sentence(): string {
    return capitalised(this.expand('{sentence}'));
  }

  private expand(template: string): string {
    return template.replace(/\{([a-zA-Z]{1,12})\}/gu, (_, key: string) =>
      key === 'name' ? this.name() : this.expand(this.one(grammar[key] as readonly string[])),
    );
  }

  /** A name that no word list has: real news is full of them. */
  private name(): string {
    let name = '';
    const syllables = 2 + Math.floor(this.random() * 2);
    for (let i = 0; i < syllables; i++)
      name += this.one(['ba', 'dor', 'ke', 'lin', 'mar', 'no', 'ras', 'shu', 'ta', 'vek', 'yan', 'zi']);
    return capitalised(name);
  }

  private one<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)] as T;
  }
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
