import * as v from 'valibot';
import { githubAnswers } from './faults.ts';
import { pullAnswer } from './pulls.ts';
import {
  type FakeRepository,
  blobAnswer,
  blobIdOf,
  commentAnswer,
  fileAnswer,
  hunksOf,
  reviewAnswer,
  reviewCommentAnswer,
  treeAnswer,
} from './repository.ts';

export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface ApiState {
  readonly repository: FakeRepository;
  readonly login: string;
  readonly tokenWrites: boolean;
  addComment(pull: number, author: string | undefined, body: string): number;
  nextId(): number;
}

/** Carries a request out that the description knows, by the operation's own id. */
export function answerRest(operation: string, url: URL, body: unknown, state: ApiState): Reply {
  const { repository } = state;
  const [, repos, owner, name, , ...rest] = url.pathname.split('/');
  if (repos !== 'repos' || `${owner ?? ''}/${name ?? ''}` !== repository.fullName) return githubAnswers.notFound;
  const api = url.origin;
  const number = Number(rest.find((segment) => /^\d+$/.test(segment)));
  const comment = repository.comments.find(({ id }) => id === number);
  const text = v.safeParse(v.object({ body: v.string() }), body);
  switch (operation) {
    case 'issues/list-comments':
      return page(
        repository.comments.filter(({ pull }) => pull === number).toSorted((a, b) => a.id - b.id),
        url,
        (found) => commentAnswer(found, repository, api),
      );
    case 'pulls/list': {
      const head = url.searchParams.get('head');
      return page(
        repository.pulls.filter(({ repository: from, branch }) => head === `${from?.split('/')[0]}:${branch}`),
        url,
        pullAnswer,
      );
    }
    case 'pulls/list-files':
      return page(
        repository.files.filter(({ pull }) => pull === number),
        url,
        (file) => fileAnswer(file, repository, api),
      );
    case 'issues/create-comment': {
      const refused = refuse(state, text);
      if (refused !== undefined || !text.success) return refused ?? unprocessable;
      const id = state.addComment(number, state.login, text.output.body);
      const created = repository.comments.find((each) => each.id === id);
      if (created === undefined) throw new Error('the comment that was just made is gone');
      return {
        status: 201,
        body: commentAnswer(created, repository, api),
        headers: { location: `${api}/repos/${repository.fullName}/issues/comments/${id}` },
      };
    }
    case 'issues/update-comment': {
      // As with GitHub, a token that may write may also edit what others wrote.
      if (comment === undefined) return githubAnswers.notFound;
      const refused = refuse(state, text);
      if (refused !== undefined || !text.success) return refused ?? unprocessable;
      comment.body = text.output.body;
      comment.updatedAt = Date.now();
      return { status: 200, body: commentAnswer(comment, repository, api) };
    }
    case 'issues/delete-comment': {
      if (comment === undefined) return githubAnswers.notFound;
      if (!state.tokenWrites) return githubAnswers.notAccessible;
      repository.comments.splice(repository.comments.indexOf(comment), 1);
      return { status: 204 };
    }
    case 'pulls/list-review-comments':
      return page(
        repository.reviewComments.filter(({ pull }) => pull === number).toSorted((a, b) => a.id - b.id),
        url,
        (found) => reviewCommentAnswer(found, repository, api),
      );
    case 'pulls/create-review': {
      if (!state.tokenWrites) return githubAnswers.notAccessible;
      const review = v.parse(newReview, body);
      if (review.comments.some((each) => !isAnchored(each, number, repository))) return badAnchor;
      for (const each of review.comments) addReviewComment(each, review.commit_id, number, state);
      return { status: 200, body: reviewAnswer(number, review.commit_id, state.login, repository, api) };
    }
    case 'pulls/create-review-comment': {
      if (!state.tokenWrites) return githubAnswers.notAccessible;
      const sent = v.parse(v.object({ commit_id: v.string(), ...newReviewComment.entries }), body);
      if (!isAnchored(sent, number, repository)) return badLine;
      addReviewComment(sent, sent.commit_id, number, state);
      const made = repository.reviewComments.at(-1);
      if (made === undefined) throw new Error('the comment that was just made is gone');
      return { status: 201, body: reviewCommentAnswer(made, repository, api) };
    }
    case 'git/get-tree': {
      const commit = rest.at(-1) ?? '';
      const files = repository.commits.get(commit);
      return files === undefined ? githubAnswers.notFound : { status: 200, body: treeAnswer(commit, files, api) };
    }
    case 'git/get-blob': {
      const id = rest.at(-1);
      const found = [...repository.commits.values()]
        .flatMap(Object.values)
        .find((each: string) => blobIdOf(each) === id);
      return found === undefined ? githubAnswers.notFound : { status: 200, body: blobAnswer(found, api) };
    }
    default:
      throw new Error(`this server does not play ${operation}`);
  }
}

const newReviewComment = v.object({
  path: v.string(),
  body: v.string(),
  line: v.number(),
  side: v.literal('RIGHT'),
  start_line: v.optional(v.number()),
  start_side: v.optional(v.literal('RIGHT')),
});
type NewReviewComment = v.InferOutput<typeof newReviewComment>;
const newReview = v.object({
  commit_id: v.string(),
  event: v.literal('COMMENT'),
  // Of a comment without one the description says nothing, and the documentation that it is required.
  body: v.pipe(v.string(), v.nonEmpty()),
  comments: v.array(newReviewComment),
});

/** GitHub takes a comment on lines that one hunk of the diff shows. */
function isAnchored(
  { path, line, start_line: first = line }: NewReviewComment,
  pull: number,
  repository: FakeRepository,
) {
  return repository.files.some(
    (file) =>
      file.pull === pull &&
      file.filename === path &&
      hunksOf(file).some((lines) => lines.includes(first) && lines.includes(line)),
  );
}

function addReviewComment(sent: NewReviewComment, commit: string, pull: number, state: ApiState): void {
  state.repository.reviewComments.push({
    id: state.nextId(),
    pull,
    author: state.login,
    body: sent.body,
    path: sent.path,
    commit,
    ...(sent.start_line === undefined ? {} : { startLine: sent.start_line }),
    line: sent.line,
  });
}

const badLine: Reply = {
  status: 422,
  body: {
    message: 'Validation Failed',
    errors: [
      {
        resource: 'PullRequestReviewComment',
        code: 'custom',
        field: 'pull_request_review_thread.line',
        message: 'pull_request_review_thread.line must be part of the diff',
      },
    ],
    documentation_url: 'https://docs.github.com/rest/pulls/comments#create-a-review-comment-for-a-pull-request',
    status: '422',
  },
};

const badAnchor: Reply = {
  status: 422,
  body: {
    message: 'Unprocessable Entity',
    errors: ['Pull request review thread line must be part of the diff'],
    documentation_url: 'https://docs.github.com/rest/pulls/reviews#create-a-review-for-a-pull-request',
    status: '422',
  },
};

/** GraphQL has a schema of its own; one query is known here, and every other is a breach. */
export function answerGraphql(
  body: unknown,
  state: ApiState,
): { readonly reply: Reply; readonly wrong: readonly string[] } {
  const sent = v.safeParse(v.strictObject({ query: v.string(), variables: v.optional(v.looseObject({})) }), body);
  if (sent.success && /^\s*(?:query\s*\w*\s*)?\{\s*viewer\s*\{\s*login\s*\}\s*\}\s*$/.test(sent.output.query))
    return { reply: { status: 200, body: { data: { viewer: { login: state.login } } } }, wrong: [] };
  return {
    reply: { status: 200, body: { errors: [{ message: 'Parse error', type: 'INVALID' }] } },
    wrong: ['this GraphQL query is not known'],
  };
}

const longestBody = 65_536;

const unprocessable: Reply = {
  status: 422,
  body: {
    message: 'Validation Failed',
    errors: [{ resource: 'IssueComment', code: 'unprocessable', field: 'data', message: 'Body cannot be blank' }],
    documentation_url: 'https://docs.github.com/rest/issues/comments#create-an-issue-comment',
    status: '422',
  },
};

function refuse(state: ApiState, text: { readonly success: boolean; readonly output: unknown }): Reply | undefined {
  if (!state.tokenWrites) return githubAnswers.notAccessible;
  const body = v.safeParse(v.object({ body: v.string() }), text.output);
  if (!body.success || body.output.body.trim() === '') return unprocessable;
  return body.output.body.length > longestBody ? githubAnswers.tooLong : undefined;
}

/** One page, 30 items where nothing else is asked, with GitHub's `link` header. */
function page<Item>(items: readonly Item[], url: URL, answer: (item: Item) => unknown): Reply {
  const size = Math.min(100, Number(url.searchParams.get('per_page') ?? 30));
  const number = Number(url.searchParams.get('page') ?? 1);
  const last = Math.max(1, Math.ceil(items.length / size));
  const link = (to: number, relation: string): string => {
    const target = new URL(url);
    target.searchParams.set('page', String(to));
    return `<${target.href}>; rel="${relation}"`;
  };
  const links = [
    ...(number > 1 ? [link(number - 1, 'prev')] : []),
    ...(number < last ? [link(number + 1, 'next'), link(last, 'last')] : []),
    ...(number > 1 ? [link(1, 'first')] : []),
  ];
  return {
    status: 200,
    body: items.slice((number - 1) * size, number * size).map(answer),
    headers: links.length === 0 ? {} : { link: links.join(', ') },
  };
}
