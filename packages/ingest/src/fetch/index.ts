export { FetchRefused } from './fetch-refused.ts';
export { type Fetched, type Fetcher, type FetcherOptions, openFetcher } from './guarded-fetch.ts';
export { openPoster, type Posted, type Poster } from './guarded-post.ts';
