import { parseArgs } from 'node:util';

// What the examples use of curl, for machines without it: `-sS`, `-f`, `-H`, `-d` and one address.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    silent: { type: 'boolean', short: 's' },
    'show-error': { type: 'boolean', short: 'S' },
    fail: { type: 'boolean', short: 'f' },
    header: { type: 'string', short: 'H', multiple: true },
    data: { type: 'string', short: 'd' },
  },
});
const [address = ''] = positionals;
const headers = (values.header ?? []).map((line): [string, string] => {
  const colon = line.indexOf(':');
  return [line.slice(0, colon), line.slice(colon + 1).trim()];
});
const answer = await fetch(address, {
  method: values.data === undefined ? 'GET' : 'POST',
  headers,
  ...(values.data !== undefined && { body: values.data }),
});
process.stdout.write(await answer.text());
if (values.fail && !answer.ok) process.exitCode = 22;
