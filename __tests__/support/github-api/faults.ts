/** Which requests go wrong; what is left out fits every request. */
export interface FaultyRequests {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Fits the path without the query. */
  readonly path?: RegExp;
  /** So many of the fitting requests are left in peace first. */
  readonly after?: number;
  /** So many go wrong; all, where it is not given. */
  readonly times?: number;
}

export type FaultKind =
  /** Answered in GitHub's stead, without being carried out. */
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** The connection is reset: before the request was carried out, or after. */
  | { readonly kind: 'reset'; readonly carriedOut: boolean }
  /** Carried out, and the answer ends in its middle: the length is right and the JSON is not, or the connection breaks. */
  | { readonly kind: 'truncated'; readonly by: 'text' | 'connection' }
  /** Carried out, and never answered. */
  | { readonly kind: 'silence'; readonly carriedOut: boolean }
  /** Something happens elsewhere before the request is carried out, such as the comment of another run. */
  | { readonly kind: 'meanwhile'; readonly happens: () => void };

export type Fault = FaultyRequests & FaultKind;

/** What GitHub really answers. */
export const githubAnswers = {
  badCredentials: {
    kind: 'answer',
    status: 401,
    body: { message: 'Bad credentials', documentation_url: 'https://docs.github.com/rest', status: '401' },
  },
  notAccessible: {
    kind: 'answer',
    status: 403,
    body: {
      message: 'Resource not accessible by integration',
      documentation_url: 'https://docs.github.com/rest/issues/comments#create-an-issue-comment',
      status: '403',
    },
  },
  secondaryLimit: {
    kind: 'answer',
    status: 403,
    body: {
      message:
        'You have exceeded a secondary rate limit and have been temporarily blocked from content creation. Please retry your request again later.',
      documentation_url:
        'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits',
      status: '403',
    },
  },
  tooManyRequests: {
    kind: 'answer',
    status: 429,
    body: {
      message: 'API rate limit exceeded for installation ID 1.',
      documentation_url: 'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api',
      status: '429',
    },
  },
  notFound: {
    kind: 'answer',
    status: 404,
    body: { message: 'Not Found', documentation_url: 'https://docs.github.com/rest', status: '404' },
  },
  gone: {
    kind: 'answer',
    status: 410,
    body: {
      message: 'Issues has been disabled in this repository.',
      documentation_url: 'https://docs.github.com/v3/issues/',
      status: '410',
    },
  },
  conflict: {
    kind: 'answer',
    status: 409,
    body: { message: 'Conflict', documentation_url: 'https://docs.github.com/rest', status: '409' },
  },
  tooLong: {
    kind: 'answer',
    status: 422,
    body: {
      message: 'Validation Failed',
      errors: [
        {
          resource: 'IssueComment',
          code: 'unprocessable',
          field: 'data',
          message: 'Body is too long (maximum is 65536 characters)',
        },
      ],
      documentation_url: 'https://docs.github.com/rest/issues/comments#create-an-issue-comment',
      status: '422',
    },
  },
  serverError: {
    kind: 'answer',
    status: 500,
    body: { message: 'Server Error', documentation_url: 'https://docs.github.com/rest', status: '500' },
  },
  badGateway: {
    kind: 'answer',
    status: 502,
    headers: { 'content-type': 'text/html' },
    body: '<html><body><h1>502 Bad Gateway</h1></body></html>',
  },
} as const satisfies Readonly<Record<string, FaultKind>>;

/** Counts what has come, and hands out the first fault that fits. */
export function faultPicker(faults: readonly Fault[]): (method: string, path: string) => Fault | undefined {
  const seen = new Map<Fault, number>();
  return (method, path) =>
    faults.find((fault) => {
      if (fault.method !== undefined && fault.method !== method) return false;
      if (fault.path?.test(path) === false) return false;
      const before = seen.get(fault) ?? 0;
      seen.set(fault, before + 1);
      const after = fault.after ?? 0;
      return before >= after && before < after + (fault.times ?? Number.POSITIVE_INFINITY);
    });
}
