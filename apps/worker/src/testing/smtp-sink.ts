import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

export interface Received {
  from: string;
  to: string[];
  /** Headers and body, as they came over the wire. */
  data: string;
}

/** For tests: a mail server on this machine that keeps what it is sent. `refuse`: what it says to a recipient in the place of yes. */
export async function smtpSink() {
  const received: Received[] = [];
  const state = { refuse: undefined as string | undefined, heard: (): void => {} };
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    const say = (line: string) => socket.write(`${line}\r\n`);
    let mail: Received = { from: '', to: [], data: '' };
    let isData = false;
    say('220 sink');
    createInterface({ input: socket, crlfDelay: Number.POSITIVE_INFINITY }).on('line', (line) => {
      if (isData && line === '.') {
        isData = false;
        received.push(mail);
        mail = { from: '', to: [], data: '' };
        say('250 kept');
        state.heard();
      } else if (isData) mail.data += `${line}\n`;
      else if (/^MAIL/i.test(line)) {
        mail.from = line;
        say('250 ok');
      } else if (/^RCPT/i.test(line)) say(state.refuse ?? `250 ${mail.to.push(line)}`);
      else if (/^DATA/i.test(line)) {
        isData = true;
        say('354 go on');
      } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
      else say('250 ok');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    state,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
