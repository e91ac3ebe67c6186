import * as v from 'valibot';
import { type ChangedFile, readPatch } from './diff.ts';
import type { CommittedFile, OpenPull, PostedComment } from './github.ts';
import type { ReviewComment } from './review.ts';

// What is read of GitHub's answers, turned into the words of the port.

export const viewerAnswer = v.pipe(
  v.object({ viewer: v.object({ login: v.pipe(v.string(), v.nonEmpty()) }) }),
  v.transform(({ viewer }) => viewer.login),
);

export const commentAnswer = v.pipe(
  v.object({
    id: v.number(),
    user: v.nullish(v.object({ login: v.string() }), undefined),
    body: v.optional(v.string(), ''),
    html_url: v.string(),
  }),
  v.transform(({ id, user, body, html_url: url }): PostedComment => ({
    id,
    ...(user === undefined || user === null ? {} : { author: user.login }),
    body,
    url,
  })),
);

export const fileAnswer = v.pipe(
  v.object({
    filename: v.string(),
    sha: v.nullish(v.string(), undefined),
    previous_filename: v.optional(v.string()),
    status: v.picklist(['added', 'removed', 'modified', 'renamed', 'copied', 'changed', 'unchanged']),
    patch: v.optional(v.string(), ''),
  }),
  v.transform(({ filename, sha, previous_filename: previous, status, patch }): ChangedFile => ({
    path: filename,
    ...(previous === undefined ? {} : { previousPath: previous }),
    status,
    ...(sha === undefined || sha === null ? {} : { blob: sha }),
    hunks: readPatch(patch),
  })),
);

export const pullAnswer = v.pipe(
  v.object({
    number: v.number(),
    head: v.object({ sha: v.string(), repo: v.nullish(v.object({ full_name: v.string() }), undefined) }),
  }),
  v.transform(({ number, head: { sha, repo } }): OpenPull => ({
    number,
    sha,
    ...(repo === undefined || repo === null ? {} : { repository: repo.full_name }),
  })),
);

export const reviewCommentAnswer = v.pipe(
  v.object({
    user: v.nullish(v.object({ login: v.string() }), undefined),
    body: v.string(),
    html_url: v.string(),
    line: v.nullish(v.number(), undefined),
  }),
  v.transform(({ user, body, html_url: url, line }): ReviewComment => ({
    ...(user === undefined || user === null ? {} : { author: user.login }),
    body,
    url,
    isOutdated: line === undefined || line === null,
  })),
);

export const treeAnswer = v.pipe(
  v.object({
    truncated: v.boolean(),
    tree: v.array(v.object({ path: v.string(), mode: v.string(), type: v.string(), sha: v.string() })),
  }),
  v.transform(({ truncated, tree }): readonly CommittedFile[] | undefined =>
    truncated
      ? undefined
      : tree.flatMap(({ path, mode, type, sha }) =>
          type === 'blob' ? [{ path, id: sha, kind: mode === '120000' ? ('link' as const) : ('file' as const) }] : [],
        ),
  ),
);

export const blobAnswer = v.pipe(
  v.object({ content: v.string(), encoding: v.picklist(['base64', 'utf-8']) }),
  v.transform(({ content, encoding }) => Buffer.from(content, encoding)),
);
