export type { BackendOptions } from './backend.ts';
export { type JobData, type JobName, jobs } from './catalogue.ts';
export {
  type Consumer,
  type ConsumerOptions,
  type FailedTry,
  type Handler,
  type Handlers,
  type JobContext,
  openConsumer,
} from './consumer.ts';
export { QueueUnavailable, UnrecoverableJob } from './job-errors.ts';
export { openProducer, type Producer, type QueueHealth } from './producer.ts';
