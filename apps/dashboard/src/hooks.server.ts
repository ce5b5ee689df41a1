import { error, redirect } from '@sveltejs/kit';
import { type Handle, type HandleServerError, type ServerInit, sequence } from '@sveltejs/kit/hooks';
import { m } from '#lib/paraglide/messages.js';
import { baseLocale, getTextDirection, isLocale } from '#lib/paraglide/runtime.js';
import { isApi, mayOpen } from '#lib/server/access.ts';
import { refusedCaller } from '#lib/server/api/caller.ts';
import { inJson } from '#lib/server/api/problem.ts';
import { settings } from '#lib/server/env.ts';
import { chosenLanguage, inLanguage } from '#lib/server/language.ts';
import { visit } from '#lib/server/last-visit.ts';
import { log } from '#lib/server/log.ts';
import { takeOneClicks } from '#lib/server/one-click.ts';
import { personOf } from '#lib/server/person.ts';
import { keep, kept, preferencesOf } from '#lib/server/preferences.ts';
import { inZone, zoneOfPage } from '#lib/server/reader-zone.ts';
import { closeOnShutdown, services } from '#lib/server/services.ts';

export const init: ServerInit = () => {
  takeOneClicks(settings().origin);
  closeOnShutdown();
  // The first reader need not wait until everything has been read; without a database yet, the first who asks does.
  services()
    .digests.all(Date.now())
    .catch(() => {});
};

const headers = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** For what Kit gives no policy of its own: files, data, and the page of last resort with its one style sheet inside. */
const policyOfTheRest =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const secureHeaders: Handle = async ({ event, resolve }) => {
  const answer = await resolve(event);
  const response = event.url.pathname.startsWith('/api/') ? inJson(answer) : answer;
  for (const [name, value] of Object.entries(headers)) {
    // A file that is for other sites says so itself.
    if (!response.headers.has(name)) response.headers.set(name, value);
  }
  if (event.route.id?.startsWith('/embed/')) response.headers.delete('x-frame-options');
  if (!response.headers.has('content-security-policy')) {
    response.headers.set('content-security-policy', policyOfTheRest);
  }
  if (settings().origin.startsWith('https:')) {
    response.headers.set('strict-transport-security', 'max-age=31536000');
  }
  return response;
};

/**
 * Browsers send forms from where they are: whoever opens 127.0.0.1 while ORIGIN says localhost would be
 * refused as cross-site. Between names of the same machine the reader is led to the right one.
 */
const oneName: Handle = ({ event, resolve }) => {
  // Probes ask by whatever address they have, and follow no redirect.
  if (event.url.pathname === '/healthz') return resolve(event);
  const wanted = new URL(settings().origin);
  const host = event.request.headers.get('host') ?? '';
  const asked = URL.canParse(`http://${host}`) ? new URL(`http://${host}`) : wanted;
  const isLocal = (name: string) => name === 'localhost' || name === '127.0.0.1' || name === '[::1]';
  const isOther = asked.host !== wanted.host && asked.port === wanted.port;
  if (event.request.method === 'GET' && isOther && isLocal(asked.hostname) && isLocal(wanted.hostname)) {
    redirect(307, `${wanted.origin}${event.url.pathname}${event.url.search}`, { external: [wanted.origin] });
  }
  return resolve(event);
};

/** Longest form that anybody may send; a pasted article, which is longer, needs an operator's session. In bytes. */
const longestForm = 100_000;

/** The server as a whole takes bodies as long as an article may be: here nobody else can make it read one. */
const shortForms: Handle = ({ event, resolve }) => {
  const { method, headers } = event.request;
  if (method === 'GET' || method === 'HEAD' || event.locals.person || event.locals.caller?.token)
    return resolve(event);
  const length = headers.get('content-length');
  if (headers.has('transfer-encoding') || Number(length ?? 0) > longestForm) {
    error(413, m.layout_form_too_long());
  }
  return resolve(event);
};

const who: Handle = async ({ event, resolve }) => {
  const preferences = preferencesOf(event.cookies);
  event.locals.preferences = preferences;
  event.locals.person = await personOf(event);
  // Asked only of a page that is made: a third of a millisecond that one which is kept need not take.
  const attributes = {
    theme: () => (preferences.theme ? `data-theme="${preferences.theme}"` : ''),
    language: () => event.locals.language,
    direction: () => getTextDirection(event.locals.language),
  };
  const zone = isForAll(event.route.id) ? 'UTC' : zoneOfPage(preferences, event.route.id, event.params.id);
  const made = () =>
    resolve(event, {
      // The letters of nearly every page, asked for with its style: words move less when their own letters come at once.
      preload: ({ type, path }) =>
        type === 'js' || type === 'css' || /(inter|source-serif-4)-latin-wght-normal/.test(path),
      transformPageChunk: ({ html }) =>
        html.replace(/%trucewatch\.(theme|language|direction)%/g, (_, name: keyof typeof attributes) =>
          attributes[name](),
        ),
    });
  return inZone(zone, made);
};

/** Files and frames for other sites: whoever keeps a copy gives it to readers of any language, so they are in the first. */
function isForAll(route: string | null): boolean {
  return route !== null && (route.startsWith('/embed/') || /\.[^/]+$/.test(route));
}

/** Every word of the answer is in one language. `?lang=` on a link chooses it, once: the address itself names none. */
const language: Handle = ({ event, resolve }) => {
  const { url, cookies, request } = event;
  const asked = url.searchParams.get('lang');
  if (isForAll(event.route.id)) {
    event.locals.language = baseLocale;
    return inLanguage(baseLocale, () => resolve(event));
  }
  if (request.method === 'GET' && isLocale(asked)) {
    keep(cookies, url, 'language', asked);
    const without = new URLSearchParams(url.searchParams);
    without.delete('lang');
    redirect(303, without.size > 0 ? `${url.pathname}?${without}` : url.pathname);
  }
  event.locals.language = chosenLanguage(cookies.get('language'), request.headers.get('accept-language'));
  return inLanguage(event.locals.language, () => resolve(event));
};

/** What may be opened is decided here, once, for every route and every method. */
const access: Handle = async ({ event, resolve }) => {
  const { route, locals, request } = event;
  const role = locals.person?.role ?? null;
  // First as if only members might read: whoever may even so need not wait for the database.
  const isOpen =
    mayOpen(route.id, role, false) || mayOpen(route.id, role, await services().anonymousReading.isAllowed());
  if (isApi(route.id)) return (await refusedCaller(event, isOpen)) ?? resolve(event);
  if (isOpen) return resolve(event);
  if (locals.person) error(403, m.layout_not_for_role());
  if (request.method !== 'GET' || route.id === '/live') error(401, m.layout_sign_in_first());
  redirect(303, `/sign-in?next=${encodeURIComponent(event.url.pathname + event.url.search)}`);
};

/** The overview says what is new since the last visit; what the cookie is to hold is told with the answer. */
const visits: Handle = async ({ event, resolve }) => {
  event.locals.since = null;
  if (event.route.id !== '/') return resolve(event);
  const { since, cookie } = visit(event.cookies.get('visit'), Date.now());
  event.locals.since = since;
  const response = await resolve(event);
  response.headers.append('set-cookie', kept(event, 'visit', cookie));
  return response;
};

/** A page listens for what comes after the change of this number, read before the page is: nothing falls between. */
const keptPages: Handle = async ({ event, resolve }) => {
  const heard = services().live.position();
  const response = await services().pages.answer(event, resolve);
  if (response.headers.get('content-type')?.startsWith('text/html'))
    response.headers.set('server-timing', `heard;desc="${heard}"`);
  return response;
};

export const handle = sequence(secureHeaders, oneName, language, who, access, shortForms, visits, keptPages);

export const handleError: HandleServerError = ({ kind, error: caught, event }) => {
  if (kind !== 'unknown') return;
  log.error({ err: caught, path: event.url.pathname }, 'a request failed');
  return { message: m.layout_our_fault() };
};
