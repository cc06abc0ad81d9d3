/** Every name that the widget keeps in the browser, below one prefix per channel. */
export const keys = {
  /** The visitor's long-lived key. */
  visitor: 'visitor',
  /** The id of a conversation that is not over: the loader wakes the panel when it is there. */
  conversation: 'conversation',
  /** The channel's accent colour as the last session told it. */
  accent: 'accent',
  /** Unsent messages, one entry each (`outbox.<clientMessageId>`). */
  outbox: 'outbox.',
  /** What stands in the field. */
  draft: 'draft',
  /** There when new messages make no sound. */
  muted: 'muted',
  /** Whether the panel is open in this tab, so that it stays open from page to page. */
  open: 'open',
} as const;

/** The prefix of a channel's entries, and the name of its tabs' common line. */
export function prefixOf(channelKey: string): string {
  return `siteaccess:${channelKey}:`;
}
