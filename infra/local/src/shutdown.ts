import { messageOf } from './problem.ts';
import { step } from './progress.mjs';

interface Part {
  name: string;
  stop(): Promise<void>;
  kill(): void;
}

/** npm, the terminal and the bootstrap pass one Ctrl-C on: within this many milliseconds it counts once. */
const sameKeystroke = 700;

/** What has been started, so that it can be stopped in the opposite order, whenever that is asked for. */
export class Shutdown {
  #parts: Part[] = [];
  #askedAt = 0;
  #stopping: Promise<void> = Promise.resolve();
  /** Resolves when somebody asked for an end. */
  readonly asked: Promise<void>;
  #ask: () => void = () => {};

  constructor() {
    this.asked = new Promise((resolve) => {
      this.#ask = resolve;
    });
  }

  get begun(): boolean {
    return this.#askedAt > 0;
  }

  /** Ctrl-C, kill, a closed terminal and a killed bootstrap ask for an end; asked for again, everything is ended at once. */
  listen(): void {
    process.once('disconnect', () => process.emit('SIGTERM'));
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(name, () => {
        if (!this.begun) {
          this.#askedAt = Date.now();
          console.log('\nStopping; once more to stop at once.');
          this.#ask();
        } else if (Date.now() - this.#askedAt > sameKeystroke) {
          for (const part of this.#parts.splice(0).reverse()) part.kill();
          process.exit(130);
        }
      });
    }
    // A closed terminal takes the screen away; stopping in order goes on without it.
    process.stdout.on('error', () => {});
    process.stderr.on('error', () => {});
  }

  /** Adds something that runs; the returned function takes it off again when it has ended by itself. */
  add(part: Part): () => void {
    this.#parts.push(part);
    return () => {
      this.#parts = this.#parts.filter((other) => other !== part);
    };
  }

  /**
   * Stops what runs, last started first and one after the other, also when called twice at once.
   * One that fails to stop does not keep the others running.
   */
  stopAll(): Promise<void> {
    this.#stopping = this.#stopping.then(async () => {
      for (let part = this.#parts.pop(); part; part = this.#parts.pop()) {
        await step(`stopping ${part.name}`, part.stop).catch((error) =>
          console.error(`  ${messageOf(error)}`),
        );
      }
    });
    return this.#stopping;
  }
}
