import type { LauncherTexts, PanelTexts } from '../texts';

export const launcher: LauncherTexts = {
  open: 'Open chat',
  close: 'Close chat',
  failed: 'it did not load, try again',
};

export const panel: PanelTexts = {
  title: 'Chat',
  close: 'Close chat',
  available: 'Here now',
  busy: 'Busy now, the answer may take a while',
  offline: 'Away now, the answer will come here',
  connecting: 'Connecting…',
  greeting: 'How can we help?',
  greetingAvailable: 'Write to us here. Somebody is on the line and will answer shortly.',
  greetingAway: 'Leave a message. We will answer here, and you will find it when you come back.',
  conversation: 'Conversation',
  placeholder: 'Write a message',
  send: 'Send',
  sending: 'Sending',
  sent: 'Sent',
  seen: 'Seen',
  notSent: 'Not sent',
  retry: 'Retry',
  tooLong: 'Too long to send',
  you: 'You',
  operator: 'Operator',
  typing: '{name} is writing',
  typingUnnamed: 'Writing',
  slow: 'Connection lost. Messages are still being sent.',
  lost: 'No connection. What you write is kept and will be sent.',
  unavailable: 'The chat is not available on this page.',
  earlier: 'Loading earlier messages',
  dismiss: 'Dismiss the message from {name}',
  unread: { one: '{count} unread message', other: '{count} unread messages' },
  news: { one: '{count} new message', other: '{count} new messages' },
};
