import { type ServedPage, served } from './served-page';

const COOKIES = Array.from({ length: 10 }, (_, n) => `cookie_${n}=value${n}; Path=/; SameSite=Lax`);

/** Serves a page that sets ten cookies, and items: every fourth sets one of them anew, every fiftieth one that is refused. */
export async function manyRequests(): Promise<ServedPage> {
  return served((request, response) => {
    const number = Number(/^\/items\/(\d+)/.exec(request.url ?? '')?.[1] ?? -1);
    response.setHeader('Cache-Control', 'no-store');
    if (number < 0)
      return void response.setHeader('Set-Cookie', COOKIES).setHeader('Content-Type', 'text/html').end('<!doctype html>');
    const lines = [
      ...(number % 4 === 0 ? [`cookie_${number % 10}=value${number}; Path=/; SameSite=Lax`] : []),
      ...(number % 50 === 0 ? ['__Host-no=1; Domain=localhost; Path=/; Secure'] : []),
    ];
    if (lines.length > 0) response.setHeader('Set-Cookie', lines);
    response.end();
  });
}

/** Runs in the page: so many requests, six at a time. */
export async function makeRequests(count: number): Promise<void> {
  let next = 0;
  const lane = async () => {
    while (next < count) await fetch(`/items/${next++}`);
  };
  await Promise.all(Array.from({ length: 6 }, lane));
}
