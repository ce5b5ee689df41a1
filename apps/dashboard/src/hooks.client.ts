import { assertIsLocale, overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { overwriteZone } from '#lib/time/zone.ts';
import { page } from '$app/state';

// As the server said them: then both render the same words and the same times.
overwriteGetLocale(() => assertIsLocale(document.documentElement.lang));
overwriteZone(() => page.data.zone ?? 'UTC');
