/** A handler throws it when trying again cannot help. */
export class UnrecoverableJob extends Error {
  override readonly name = 'UnrecoverableJob';
}

/** The backend does not answer; nothing is known to have been queued. Trying again later is safe. */
export class QueueUnavailable extends Error {
  override readonly name = 'QueueUnavailable';
}
