import { untrack } from 'svelte';
import { page } from '$app/state';

/**
 * A value that is made from the page's data when the reader comes to an address, and then stays as the reader left it:
 * data that come in while the page is open do not move what somebody looks at.
 */
export function held<Value>(make: () => Value) {
  let value = $state.raw(untrack(make));
  let address = untrack(() => page.url.href);
  $effect.pre(() => {
    if (page.url.href === address) return;
    address = page.url.href;
    value = untrack(make);
  });
  return {
    get value() {
      return value;
    },
    set value(next: Value) {
      value = next;
    },
  };
}
