import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { type Express } from 'express';

const FILES = join(dirname(fileURLToPath(import.meta.url)), 'files');

/** The assets at cdn.shop.localhost: same site as the shop, another host. It sets no cookies; what it is sent shows in the panel. */
export function cdnApp(): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(
    express.static(FILES, {
      maxAge: '1h',
      index: false,
      setHeaders: (response) => response.set('Access-Control-Allow-Origin', '*'),
    }),
  );
  return app;
}
