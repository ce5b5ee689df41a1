import type { TokenScope } from '@trucewatch/schema';
import { m } from '#lib/paraglide/messages.js';

const words: Readonly<Record<TokenScope, () => string>> = {
  read: m.account_token_scope_read,
  submit: m.account_token_scope_submit,
};

export function scopeWords(scope: TokenScope): string {
  return words[scope]();
}
