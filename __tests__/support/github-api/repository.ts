/** The state that the server keeps: one repository with one pull request after the other, as GitHub would tell of it. */
export interface FakeRepository {
  readonly fullName: string;
  readonly comments: StoredComment[];
  readonly files: StoredFile[];
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
