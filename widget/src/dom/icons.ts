const namespace = 'http://www.w3.org/2000/svg';

/* Stroke icons on a 24 × 24 field, as path data. */
export const chatIcon = 'M20 11.5a7.5 7.5 0 0 1-7.5 7.5 7.7 7.7 0 0 1-3.3-.75L4 20l1.75-5.2A7.5 7.5 0 1 1 20 11.5Z';
export const downIcon = 'm6 9.5 6 6 6-6';
export const closeIcon = 'M6.5 6.5l11 11m0-11-11 11';
export const moreIcon = 'M5.5 12h.01M12 12h.01M18.5 12h.01';
export const backIcon = 'm14.5 6-6 6 6 6';
export const smileIcon = 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16Zm-3.5-6.2c1.8 2.6 5.2 2.6 7 0M9.2 9.8h.01M14.8 9.8h.01';
export const clipIcon = 'm19.5 11.5-7.6 7.6a4.6 4.6 0 0 1-6.5-6.5l8-8a3.1 3.1 0 0 1 4.4 4.4l-7.9 7.9a1.5 1.5 0 0 1-2.2-2.2l7.2-7.2';
export const fileIcon = 'M13.5 4H7.5A1.5 1.5 0 0 0 6 5.5v13A1.5 1.5 0 0 0 7.5 20h9a1.5 1.5 0 0 0 1.5-1.5v-10L13.5 4Zm0 0v4.5H18';
export const againIcon = 'M19 12a7 7 0 1 1-2.2-5.1L19 9m0-4.5V9h-4.5';
export const sendIcon = 'M12 19V5.5m-5.5 5.5L12 5.5l5.5 5.5';

/** An icon for the eye only: its button carries the name. */
export function icon(path: string): SVGSVGElement {
  const svg = document.createElementNS(namespace, 'svg');
  const line = document.createElementNS(namespace, 'path');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}
