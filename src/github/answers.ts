import * as v from 'valibot';
import { type ChangedFile, readPatch } from './diff.ts';
import type { PostedComment } from './github.ts';

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
