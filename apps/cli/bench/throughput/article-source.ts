import { News } from '../news.ts';

export interface Sent {
  id: string;
  title: string;
  text: string;
  publishedAt: string;
  source: string;
}

/** One article after the other, each other than those before it, a few minutes apart. */
export function articleSource(): () => Sent {
  const news = new News(7);
  let made = 0;
  return () => {
    const { title, text } = news.article(4 + ((made * 7) % 17));
    made++;
    return {
      id: `throughput-${made}`,
      title,
      text: `${text} This was dispatch number ${made}.`,
      publishedAt: new Date(Date.UTC(2025, 0, 1) + made * 240_000).toISOString(),
      source: `Agency ${made % 25}`,
    };
  };
}
