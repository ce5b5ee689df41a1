import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as the stub received it. */
export interface Heard {
  path: string;
  authorization: string | undefined;
  body: { model: string; messages: { role: string; content: string }[]; response_format?: { type: string } };
}

/** How the stub answers one request. */
export type Reply = (response: ServerResponse, heard: Heard) => void | Promise<void>;

/** An OpenAI-compatible server on 127.0.0.1 that answers as it is told: the n-th request with the n-th reply, the last for the rest. */
export async function stubServer(...replies: [Reply, ...Reply[]]) {
  const heard: Heard[] = [];
  const server = createServer(async (request, response) => {
    const one = await read(request);
    heard.push(one);
    const reply = replies[Math.min(heard.length, replies.length) - 1] as Reply;
    await reply(response, one);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    heard,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function read(request: IncomingMessage): Promise<Heard> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return {
    path: request.url ?? '',
    authorization: request.headers.authorization,
    body: JSON.parse(Buffer.concat(chunks).toString()) as Heard['body'],
  };
}

/** A completion whose message is this text. */
export function says(content: string, { finish = 'stop', tokens = 100 } = {}): Reply {
  return (response) => {
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({
        id: 'c1',
        object: 'chat.completion',
        created: 0,
        model: 'stub',
        choices: [{ index: 0, finish_reason: finish, message: { role: 'assistant', content } }],
        usage: { prompt_tokens: tokens - 10, completion_tokens: 10, total_tokens: tokens },
      }),
    );
  };
}

/** A completion with these events. */
export function proposes(...events: unknown[]): Reply {
  return says(JSON.stringify({ events }));
}

/** A failure with a status, and headers such as `retry-after-ms`. */
export function fails(status: number, headers: Record<string, string> = {}, message = 'no'): Reply {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify({ error: { message } }));
  };
}

/** Never answers. */
export const hangs: Reply = () => {};

/** Sends without end, as long as somebody reads. */
export const floods: Reply = (response) => {
  response.setHeader('content-type', 'application/json');
  const more = (): void => {
    while (!response.destroyed && response.write('x'.repeat(65_536)));
  };
  response.on('drain', more);
  more();
};
