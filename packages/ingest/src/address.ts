/** Parameters that say how a reader came to the page, not which page it is. */
const tracking =
  /^(utm_[a-z0-9_]*|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|igshid|mc_cid|mc_eid|_ga|ref_src)$/i;

/**
 * The address in one spelling: lower-case host, no fragment, no user name, no tracking parameters.
 * Null when it is not an absolute http or https address.
 */
export function canonicalAddress(address: string): string | null {
  const url = URL.parse(address.trim());
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
  url.hash = '';
  url.username = '';
  url.password = '';
  for (const name of [...url.searchParams.keys()]) {
    if (tracking.test(name)) url.searchParams.delete(name);
  }
  if (url.search === '') url.search = '';
  return url.href;
}
