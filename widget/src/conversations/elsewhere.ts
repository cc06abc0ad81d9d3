/** News in the visitor's other conversations, while they are in one. */
export interface Elsewhere {
  /** How many messages came. */
  readonly count: number;
  has(conversationId: string): boolean;
  came(conversationId: string): void;
  /** The visitor goes there. */
  seen(conversationId: string): void;
}

export function createElsewhere(): Elsewhere {
  const news = new Map<string, number>();
  return {
    get count() {
      return [...news.values()].reduce((sum, each) => sum + each, 0);
    },
    has: (id) => news.has(id),
    came: (id) => void news.set(id, (news.get(id) ?? 0) + 1),
    seen: (id) => void news.delete(id),
  };
}
