import type { Tray } from './tray';

const holdsFiles = (data: DataTransfer | null): data is DataTransfer => !!data && [...data.types].includes('Files');

/** Takes files that are dropped on the panel or pasted into it. Text that is pasted goes its usual way. */
export function receiveFiles(panel: HTMLElement, tray: Tray, signal: AbortSignal): void {
  let depth = 0;
  const over = (change: number) => {
    depth = Math.max(0, depth + change);
    panel.classList.toggle('dropping', depth > 0);
  };
  const listen = (type: 'dragenter' | 'dragleave' | 'dragover' | 'drop', act: (data: DataTransfer) => void) => {
    panel.addEventListener(type, (event) => {
      if (!tray.isOpen || !holdsFiles(event.dataTransfer)) return;
      event.preventDefault();
      act(event.dataTransfer);
    }, { signal });
  };

  // Each element under the pointer says enter and leave: the panel is left when all were.
  listen('dragenter', () => over(1));
  listen('dragleave', () => over(-1));
  listen('dragover', (data) => (data.dropEffect = 'copy'));
  listen('drop', (data) => {
    over(-depth);
    tray.add(data.files);
  });
  panel.addEventListener('paste', (event) => {
    if (!tray.isOpen || !event.clipboardData?.files.length || event.clipboardData.types.includes('text/plain')) return;
    event.preventDefault();
    tray.add(event.clipboardData.files);
  }, { signal });
}
