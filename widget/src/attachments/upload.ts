import type { World } from '../chat/world';

/** A browser tells only XMLHttpRequest how far an upload has got. Rejects with a TypeError, as fetch does, when there is no answer. */
export const upload: World['upload'] = (url, token, form, progress, signal) => new Promise((resolve, reject) => {
  const request = new XMLHttpRequest();
  const stop = () => request.abort();
  const end = (act: () => void) => () => {
    signal.removeEventListener('abort', stop);
    act();
  };
  request.open('POST', url);
  request.setRequestHeader('Authorization', `Bearer ${token}`);
  request.upload.onprogress = ({ loaded, total }) => progress(total ? loaded / total : 0);
  request.onload = end(() => resolve(new Response(request.responseText || null, { status: request.status })));
  request.onerror = request.onabort = end(() => reject(new TypeError('The upload got no answer')));
  if (signal.aborted) return reject(new TypeError('The upload was given up'));
  signal.addEventListener('abort', stop);
  request.send(form);
});
