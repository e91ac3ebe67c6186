import { createHash } from 'node:crypto';
import type { StoredPull } from './pulls.ts';

/** The state that the server keeps: one repository with one pull request after the other, as GitHub would tell of it. */
export interface FakeRepository {
  readonly fullName: string;
  readonly comments: StoredComment[];
  readonly files: StoredFile[];
  readonly pulls: StoredPull[];
  readonly reviewComments: StoredReviewComment[];
  /** By commit, the texts of its files. */
  readonly commits: Map<string, Readonly<Record<string, string>>>;
}

export interface StoredReviewComment {
  readonly id: number;
  readonly pull: number;
  readonly author: string;
  readonly body: string;
  readonly path: string;
  readonly commit: string;
  readonly startLine?: number;
  /** Undefined once the lines have changed. */
  line: number | undefined;
}

export interface StoredComment {
  readonly id: number;
  readonly pull: number;
  /** Undefined: the account was deleted. */
  readonly author: string | undefined;
  body: string;
  readonly createdAt: number;
  updatedAt: number;
}

export interface StoredFile {
  readonly pull: number;
  readonly filename: string;
  readonly status?: 'added' | 'removed' | 'modified' | 'renamed';
  readonly patch?: string;
  /** The id of its content at the pull request's head. */
  readonly blob?: string;
  readonly previousFilename?: string;
}

/** A comment as the API tells it. */
export function commentAnswer(comment: StoredComment, repository: FakeRepository, api: string): unknown {
  const html = `https://github.com/${repository.fullName}/pull/${comment.pull}`;
  return {
    url: `${api}/repos/${repository.fullName}/issues/comments/${comment.id}`,
    html_url: `${html}#issuecomment-${comment.id}`,
    issue_url: `${api}/repos/${repository.fullName}/issues/${comment.pull}`,
    id: comment.id,
    node_id: `IC_${comment.id}`,
    user: comment.author === undefined ? null : userAnswer(comment.author),
    created_at: new Date(comment.createdAt).toISOString(),
    updated_at: new Date(comment.updatedAt).toISOString(),
    author_association: 'NONE',
    body: comment.body,
    performed_via_github_app: null,
  };
}

/** A comment on lines of the diff as the API tells it. */
export function reviewCommentAnswer(comment: StoredReviewComment, repository: FakeRepository, api: string): unknown {
  const html = `https://github.com/${repository.fullName}/pull/${comment.pull}`;
  const pull = `${api}/repos/${repository.fullName}/pulls/${comment.pull}`;
  const url = `${api}/repos/${repository.fullName}/pulls/comments/${comment.id}`;
  const href = `${html}#discussion_r${comment.id}`;
  return {
    url,
    pull_request_review_id: 1,
    id: comment.id,
    node_id: `PRRC_${comment.id}`,
    diff_hunk: '@@ -1 +1 @@',
    path: comment.path,
    commit_id: comment.commit,
    original_commit_id: comment.commit,
    user: userAnswer(comment.author),
    body: comment.body,
    created_at: '2026-06-01T12:00:00Z',
    updated_at: '2026-06-01T12:00:00Z',
    html_url: href,
    pull_request_url: pull,
    author_association: 'NONE',
    _links: { self: { href: url }, html: { href }, pull_request: { href: pull } },
    start_line: comment.startLine ?? null,
    start_side: comment.startLine === undefined ? null : 'RIGHT',
    ...(comment.line === undefined ? {} : { line: comment.line }),
    original_line: comment.line ?? 1,
    side: 'RIGHT',
  };
}

/** A review as the API tells it. */
export function reviewAnswer(
  pull: number,
  commit: string,
  login: string,
  repository: FakeRepository,
  api: string,
): unknown {
  const html = `https://github.com/${repository.fullName}/pull/${pull}`;
  const url = `${api}/repos/${repository.fullName}/pulls/${pull}`;
  return {
    id: 80,
    node_id: 'PRR_80',
    user: userAnswer(login),
    body: '',
    state: 'COMMENTED',
    html_url: `${html}#pullrequestreview-80`,
    pull_request_url: url,
    _links: { html: { href: `${html}#pullrequestreview-80` }, pull_request: { href: url } },
    submitted_at: '2026-06-01T12:00:00Z',
    commit_id: commit,
    author_association: 'NONE',
  };
}

/** The lines of a file at the head that its diff shows, by hunk: where a comment may stand. */
export function hunksOf({ patch = '' }: StoredFile): readonly (readonly number[])[] {
  const hunks: number[][] = [];
  let next = 0;
  for (const line of patch.split('\n')) {
    const start = /^@@ -\d+(?:,\d+)? \+(\d+)/.exec(line)?.[1];
    if (start !== undefined) {
      hunks.push([]);
      next = Number(start);
    } else if (/^[+ ]/.test(line)) {
      hunks.at(-1)?.push(next);
      next += 1;
    }
  }
  return hunks;
}

/** As git computes the id of a content. */
export function blobIdOf(text: string): string {
  return createHash('sha1')
    .update(`blob ${Buffer.byteLength(text)}\0${text}`)
    .digest('hex');
}

/** All files of a commit as the API tells them; folders are entries of their own. */
export function treeAnswer(commit: string, files: Readonly<Record<string, string>>, api: string): unknown {
  const url = `${api}/git/trees/${commit}`;
  return {
    sha: commit,
    url,
    truncated: false,
    tree: Object.entries(files).map(([path, text]) => ({
      path,
      mode: '100644',
      type: 'blob',
      sha: blobIdOf(text),
      size: Buffer.byteLength(text),
      url: `${api}/git/blobs/${blobIdOf(text)}`,
    })),
  };
}

/** A content as the API tells it. */
export function blobAnswer(text: string, api: string): unknown {
  const id = blobIdOf(text);
  return {
    sha: id,
    node_id: `B_${id}`,
    size: Buffer.byteLength(text),
    url: `${api}/git/blobs/${id}`,
    content: (
      Buffer.from(text)
        .toString('base64')
        .match(/.{1,60}/g) ?? []
    ).join('\n'),
    encoding: 'base64',
  };
}

/** A file of a pull request as the API tells it. */
export function fileAnswer(file: StoredFile, repository: FakeRepository, api: string): unknown {
  const lines = file.patch?.split('\n') ?? [];
  const additions = lines.filter((line) => line.startsWith('+')).length;
  const deletions = lines.filter((line) => line.startsWith('-')).length;
  const encoded = encodeURIComponent(file.filename);
  return {
    sha: file.blob ?? 'bbcd538c8e72b8c175046e27cc8f907076331401',
    filename: file.filename,
    status: file.status ?? 'modified',
    additions,
    deletions,
    changes: additions + deletions,
    blob_url: `https://github.com/${repository.fullName}/blob/6dcb09b5b57875f334f61aebed695e2e4193db5e/${encoded}`,
    raw_url: `https://github.com/${repository.fullName}/raw/6dcb09b5b57875f334f61aebed695e2e4193db5e/${encoded}`,
    contents_url: `${api}/repos/${repository.fullName}/contents/${encoded}?ref=6dcb09b5b57875f334f61aebed695e2e4193db5e`,
    ...(file.patch === undefined ? {} : { patch: file.patch }),
    ...(file.previousFilename === undefined ? {} : { previous_filename: file.previousFilename }),
  };
}

function userAnswer(login: string): unknown {
  const api = `https://api.github.com/users/${encodeURIComponent(login)}`;
  return {
    login,
    id: 41_898_282,
    node_id: 'MDM6Qm90NDE4OTgyODI=',
    avatar_url: 'https://avatars.githubusercontent.com/in/15368?v=4',
    gravatar_id: '',
    url: api,
    html_url: `https://github.com/${encodeURIComponent(login)}`,
    followers_url: `${api}/followers`,
    following_url: `${api}/following{/other_user}`,
    gists_url: `${api}/gists{/gist_id}`,
    starred_url: `${api}/starred{/owner}{/repo}`,
    subscriptions_url: `${api}/subscriptions`,
    organizations_url: `${api}/orgs`,
    repos_url: `${api}/repos`,
    events_url: `${api}/events{/privacy}`,
    received_events_url: `${api}/received_events`,
    type: login.endsWith('[bot]') ? 'Bot' : 'User',
    site_admin: false,
  };
}
