const text =
  'User-agent: *\nDisallow: /submit\nDisallow: /submissions\nDisallow: /sign-in\nDisallow: /join/\nDisallow: /live\nDisallow: /search\n';

export function GET() {
  return new Response(text, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
