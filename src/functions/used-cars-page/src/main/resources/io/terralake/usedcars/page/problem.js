// What went wrong, in the words of problem details (RFC 9457).
const SECONDS = 30;

export class Problem extends Error {
  /** @param {{title: string, detail?: string, status?: number, wait?: string}} told wait: seconds, as in Retry-After */
  constructor({ title, detail, status, wait }) {
    super(title);
    Object.assign(this, { detail, status, wait });
  }

  /** What the reader can do about it. */
  get advice() {
    if (this.status === 401) {
      return 'Sign in again: your session has ended, or your token is for somebody else.';
    }
    if (this.status === 403) {
      return 'Ask an administrator for the role Listings.Read, then sign in again.';
    }
    return this.wait ? `Try again in ${this.wait} seconds.` : undefined;
  }

  /** An error of any kind as a problem. */
  static of(error) {
    return error instanceof Problem ? error : new Problem({ title: 'Not shown', detail: error.message });
  }
}

/**
 * The JSON at an address.
 *
 * @throws {Problem} unless it is there; an AbortError when the signal says so
 */
export async function fetchJson(url, { signal, headers } = {}) {
  const late = AbortSignal.timeout(SECONDS * 1000);
  try {
    const response = await fetch(url, { headers, signal: signal ? AbortSignal.any([signal, late]) : late });
    if (!response.ok) {
      throw await problemOf(response);
    }
    return await response.json();
  } catch (error) {
    signal?.throwIfAborted();
    throw error instanceof Problem ? error : new Problem(without(error));
  }
}

/** Why there is no answer. */
function without(error) {
  switch (error.name) {
    case 'TimeoutError':
      return { title: 'No answer', detail: `Nothing came within ${SECONDS} seconds.` };
    case 'SyntaxError':
      return { title: 'Not understood', detail: 'The answer is no JSON.' };
    default:
      return { title: 'No connection', detail: `The service cannot be reached: ${error.message}` };
  }
}

async function problemOf(response) {
  const { status } = response;
  const wait = /^\d+$/.exec(response.headers.get('Retry-After') ?? '')?.[0];
  const told = await response.json().catch(() => ({}));
  return new Problem({ title: text(told?.title) ?? 'The service refused', detail: text(told?.detail), status, wait });
}

function text(value) {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
