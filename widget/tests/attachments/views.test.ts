// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { createFileViews } from '../../src/attachments/views';
import { panel as texts } from '../../src/texts/languages/en';
import { createWording } from '../../src/texts/wording';
import { attachment } from '../support/messages';
import { settle } from '../support/settle';

const wording = createWording(texts, { language: 'en', locale: 'en-GB' }, () => 0);
const start = () => createFileViews({
  wording,
  now: () => 0,
  files: {
    upload: vi.fn(), discard: vi.fn(), absolute: (path) => `http://api${path}`,
    addresses: async (ids) => ids.map((id) => ({ id, url: `/files/${id}`, previewUrl: `/files/${id}/preview`, expiresAt: '2030-01-01T00:00:00Z' })),
  },
}, new AbortController().signal);

test('a picture takes its place before it comes, scaled to fit', async () => {
  const view = start().show({ ...attachment({ name: 'bike.jpg', size: 482_113 }), contentType: 'image/jpeg', width: 3024, height: 4032 });
  const picture = view.querySelector('img')!;
  expect([picture.getAttribute('width'), picture.getAttribute('height'), picture.alt]).toEqual(['180', '240', 'bike.jpg']);
  await settle();
  expect(picture.getAttribute('src')).toBe('http://api/files/a-bike.jpg/preview');
});

test('anything else is a row with name and size, and what others call it is text', () => {
  const view = start().show(attachment({ name: '<img src=x>.html', size: 1_258_291 }));
  expect(view.querySelectorAll('img')).toHaveLength(0);
  expect(view.textContent).toBe('<img src=x>.html1.2 MB');
});

test('a file keeps its element, so that it is loaded once', () => {
  const views = start();
  const file = attachment({ name: 'a.txt', size: 1 });
  expect(views.show(file)).toBe(views.show({ ...file }));
});

test('a click on a row that has no address yet gets one first', async () => {
  const view = start().show(attachment({ name: 'a.txt', size: 1 })) as HTMLAnchorElement;
  document.body.append(view);
  view.click();
  await settle();
  expect(view.getAttribute('href')).toBe('http://api/files/a-a.txt');
});
