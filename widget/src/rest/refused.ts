import type { Problem } from '../contracts';

/** The server answered, and the answer is no. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(readonly status: number, readonly code: string, readonly retryAfter?: number) {
    super(`${status} ${code}`);
  }

  /** Whether the same request may succeed later by itself. */
  get mayPass(): boolean {
    return this.status >= 500 || this.status === 401 || this.status === 408 || this.status === 425 || this.status === 429;
  }
}

/** Reads problem details; an answer without them (a proxy's page) becomes `http.<status>`. */
export async function refusalOf(response: Response): Promise<Refused> {
  const problem = await response.json().catch(() => ({})) as Partial<Problem>;
  const header = Number(response.headers.get('Retry-After') ?? NaN);
  const retryAfter = problem.retryAfter ?? (Number.isFinite(header) ? header : undefined);
  return new Refused(response.status, problem.code ?? `http.${response.status}`, retryAfter);
}
