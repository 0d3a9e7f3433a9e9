const redirects = new Set([301, 302, 303, 307, 308]);

/**
 * Whether an answer sends the request elsewhere, and whether it may go there. The key must not travel to another origin, and
 * what a POST has done is not known, so only a GET is sent on, and only within the origin.
 */
export function redirectOf(
  response: Response,
  url: string,
  method: 'GET' | 'POST',
): { readonly follow: true; readonly url: string } | { readonly follow: false; readonly message: string } | undefined {
  const location = response.headers.get('location');
  if (!redirects.has(response.status) || location === null) return undefined;
  if (!URL.canParse(location, url))
    return { follow: false, message: 'the gateway redirects to something that is no URL' };
  const target = new URL(location, url);
  const origin = new URL(url).origin;
  if (target.origin !== origin) {
    const message = `the gateway at ${origin} redirects to ${target.origin}: refused, since the API key must not travel there; if it is the gateway, make it the baseUrl`;
    return { follow: false, message };
  }
  if (method === 'POST') {
    const message = `the gateway redirects to ${target.pathname}: refused, since a POST is not sent twice; mend the baseUrl`;
    return { follow: false, message };
  }
  return { follow: true, url: target.href };
}
