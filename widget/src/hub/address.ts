/** The hub's socket address below Realtime's public address, with the token where browsers can put it. */
export function hubAddress(realtimeUrl: string, token: string): string {
  const url = new URL(realtimeUrl);
  url.protocol = url.protocol.replace('http', 'ws');
  if (!url.pathname.endsWith('/hubs/live')) url.pathname = url.pathname.replace(/\/$/, '') + '/hubs/live';
  url.searchParams.set('access_token', token);
  return url.href;
}
