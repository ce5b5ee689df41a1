export { FetchRefused } from './fetch-refused.ts';
export { type Fetched, type Fetcher, type FetcherOptions, openFetcher } from './guarded-fetch.ts';
