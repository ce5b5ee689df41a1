import type { Cookies } from '@sveltejs/kit';
import { parseSetCookieHeader, toCookieOptions } from 'better-auth/cookies';

/** Sets the cookies of an inner response on the outer one. */
export function passOnCookies(response: Response, cookies: Cookies): void {
  for (const header of response.headers.getSetCookie()) {
    for (const [name, attributes] of parseSetCookieHeader(header)) {
      cookies.set(name, attributes.value, toCookieOptions(attributes));
    }
  }
}
