import { assertIsLocale, overwriteGetLocale } from '#lib/paraglide/runtime.js';

// As the server said it: then both render the same words.
overwriteGetLocale(() => assertIsLocale(document.documentElement.lang));
