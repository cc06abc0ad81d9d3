import type { TabNews } from './tabs';

export interface StepPorts {
  tell(news: TabNews): void;
  isOpen(): boolean;
  draft(): string;
  /** Another tab was opened or closed. */
  setOpen(isOpen: boolean): void;
  /** Another tab's field holds other words. */
  write(draft: string): void;
}

/** Keeps this tab's panel and field as those of the site's other tabs are. */
export interface Step {
  heard(news: TabNews): void;
  /** This tab is there: the others say how they stand. */
  join(): void;
  opened(isOpen: boolean): void;
  wrote(draft: string): void;
}

export function createStep(ports: StepPorts): Step {
  return {
    heard(news) {
      if (news.kind === 'panel' && news.isOpen !== ports.isOpen()) ports.setOpen(news.isOpen);
      if (news.kind === 'draft' && news.draft !== ports.draft()) ports.write(news.draft);
      if (news.kind !== 'hello') return;
      // Closed and empty is how a tab begins.
      if (ports.isOpen()) ports.tell({ kind: 'panel', isOpen: true });
      if (ports.draft()) ports.tell({ kind: 'draft', draft: ports.draft() });
    },
    join: () => ports.tell({ kind: 'hello' }),
    opened: (isOpen) => ports.tell({ kind: 'panel', isOpen }),
    wrote: (draft) => ports.tell({ kind: 'draft', draft }),
  };
}
