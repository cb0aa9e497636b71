import { type ServedPage, served } from './served-page';

export const SUBREQUESTS = 500;

/** The smallest picture there is. */
const DOT = Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAA=', 'base64');

const IMAGES = Array.from({ length: SUBREQUESTS }, (_, n) => `<img src="/image/${n}">`).join('');

/** Serves a page of 500 pictures. One in ten sets a cookie, so that soon each request sends five. */
export async function busyPage(): Promise<ServedPage> {
  return served((request, response) => {
    const [, folder, number] = (request.url ?? '/').split('/');
    response.setHeader('Cache-Control', 'no-store');
    if (folder === 'image') {
      if (Number(number) % 10 === 0) response.setHeader('Set-Cookie', setCookie(Number(number)));
      response.setHeader('Content-Type', 'image/gif').end(DOT);
    } else {
      response.setHeader('Content-Type', 'text/html').end(`<!doctype html><title>${SUBREQUESTS} subrequests</title>${IMAGES}`);
    }
  });
}

const setCookie = (number: number): string => `c${number % 50}=value-of-picture-${number}; Path=/; HttpOnly; SameSite=Lax`;
