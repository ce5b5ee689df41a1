/** Where an article is found by programs and by people. */
export function articleLinks(id: string, origin: string): { address: string; page: string } {
  const name = encodeURIComponent(id);
  return { address: `${origin}/api/articles/${name}`, page: `${origin}/articles/${name}` };
}
