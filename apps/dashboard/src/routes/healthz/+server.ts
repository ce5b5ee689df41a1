import { services } from '#lib/server/services.ts';

/** 200 while the database answers, else 503 with one sentence that says why. */
export async function GET() {
  const { store } = services();
  try {
    await store.ping();
    return Response.json({ status: 'ok' });
  } catch (error) {
    return Response.json({ status: 'unavailable', reason: store.describe(error) }, { status: 503 });
  }
}
