import { defineConfig } from 'vite';
import { pages } from './demo/pages.ts';

// The development server shows the demo page: a foreign site that embeds the widget as the Api serves it.
process.env['VITE_API_URL'] ??= 'http://127.0.0.1:5080';
process.env['VITE_CHANNEL_KEY'] ??= 'demo';
const api = new URL(process.env['VITE_API_URL']).origin;

/** A strict site: the widget has to work without inline scripts, inline styles and eval. */
const policy = [
  "default-src 'self'",
  `script-src 'self' ${api}`,
  "style-src 'self'",
  `img-src 'self' ${api} blob:`,
  'connect-src http: https: ws: wss:',
  "object-src 'none'",
  "base-uri 'none'",
].join('; ');

export default defineConfig({
  root: 'demo',
  plugins: [pages()],
  server: {
    host: '127.0.0.1',
    port: Number(process.env['PORT'] ?? 5173),
    strictPort: true,
    headers: { 'Content-Security-Policy': policy },
  },
});
