/** Files on their way to Api, by conversation: they go up at once, two at a time, and wait there for their message. */

const atOnce = 2;
const trays = new Map();
const listeners = new Set();

/** Calls back with a conversation's id when something of its files changed. */
export const onFiles = (listener) => listeners.add(listener);

/** The files of a conversation: `{ key, file, state: 'uploading' | 'ready' | 'failed', progress, uploaded?, code?, mayPass? }`. */
export const filesOf = (conversationId) => trays.get(conversationId) ?? [];

export const isUploading = (conversationId) => filesOf(conversationId).some((item) => item.state === 'uploading');
export const hasReady = (conversationId) => filesOf(conversationId).some((item) => item.state === 'ready');

/** Takes files; what the channel would refuse for its size or number is not sent. */
export function addFiles(conversationId, files, limits) {
  const items = [...filesOf(conversationId)];
  for (const file of files) {
    const code = faultOf(file, items, limits);
    items.push({ key: crypto.getRandomValues(new Uint32Array(2)).join('-'), file, progress: 0, state: code ? 'failed' : 'uploading', code });
  }
  trays.set(conversationId, items);
  changed(conversationId);
}

export function retryFile(conversationId, key) {
  change(conversationId, key, { state: 'uploading', progress: 0, code: undefined, mayPass: false });
}

export function removeFile(conversationId, key) {
  const item = filesOf(conversationId).find((each) => each.key === key);
  item?.request?.abort();
  if (item?.uploaded) discard(item.uploaded.id);
  trays.set(conversationId, filesOf(conversationId).filter((each) => each.key !== key));
  changed(conversationId);
}

/** Hands out what is ready and forgets it; what failed stays, to be looked at. */
export function takeFiles(conversationId) {
  const ready = filesOf(conversationId).filter((item) => item.state === 'ready');
  trays.set(conversationId, filesOf(conversationId).filter((item) => item.state !== 'ready'));
  changed(conversationId);
  return ready.map((item) => item.uploaded);
}

function faultOf(file, items, { maxBytes, maxCount }) {
  if (items.filter((item) => !item.code).length >= maxCount) return 'attachment.too-many';
  return file.size > maxBytes ? 'attachment.too-large' : undefined;
}

function change(conversationId, key, what) {
  const item = filesOf(conversationId).find((each) => each.key === key);
  if (!item) return;
  Object.assign(item, what);
  changed(conversationId);
}

function changed(conversationId) {
  next(conversationId);
  for (const listener of listeners) listener(conversationId);
}

function next(conversationId) {
  const items = filesOf(conversationId);
  for (const item of items) {
    if (items.filter((each) => each.request).length >= atOnce) return;
    if (item.state === 'uploading' && !item.request) send(conversationId, item);
  }
}

// Only XMLHttpRequest tells how far an upload has got.
function send(conversationId, item) {
  const { key } = item;
  const request = item.request = new XMLHttpRequest();
  const form = new FormData();
  form.append('file', item.file, item.file.name);
  const end = (what) => change(conversationId, key, { request: undefined, ...what });
  request.open('POST', `/attachments?conversationId=${conversationId}`);
  request.setRequestHeader('X-SiteAccess-Script', 'upload');
  request.responseType = 'json';
  request.upload.onprogress = ({ loaded, total }) => change(conversationId, key, { progress: total ? loaded / total : 0 });
  request.onload = () => end(request.status === 201
    ? { state: 'ready', progress: 1, uploaded: request.response }
    : { state: 'failed', code: request.response?.code ?? 'server.unavailable', mayPass: request.status >= 500 || request.status === 429 });
  request.onerror = () => end({ state: 'failed', code: 'server.unavailable', mayPass: true });
  request.send(form);
}

// What gets lost is swept by the server later.
function discard(id) {
  fetch(`/attachments/${id}/discard`, { method: 'POST', headers: { 'X-SiteAccess-Script': 'discard' } }).catch(() => undefined);
}
