import * as core from '@actions/core';
import type { Annotation } from '../render/annotations.ts';

/** GitHub shows so many of each level for a step, the first ones. */
const mostOfOneLevel = 10;

/** One line on the run's page for whoever looks for the comment. */
export function noticeNoComment(why: string): void {
  core.notice(why, { title: 'Sea Trial posted no comment' });
}

/**
 * Hands annotations to the runner, after so many notices of other kinds. @actions/core escapes what would end the command
 * or begin another.
 */
export function annotate(annotations: readonly Annotation[], noticesBefore: number): void {
  let notices = noticesBefore;
  for (const annotation of annotations) {
    const { level, message } = annotation;
    switch (level) {
      case 'error':
        core.error(message, placeOf(annotation));
        break;
      case 'warning':
        core.warning(message, placeOf(annotation));
        break;
      case 'notice':
        notices += 1;
        if (notices <= mostOfOneLevel) core.notice(message, placeOf(annotation));
        break;
    }
  }
}

function placeOf({ title, path, line, endLine, column, endColumn }: Annotation): core.AnnotationProperties {
  return {
    title,
    ...(path === undefined ? {} : { file: path }),
    ...(line === undefined ? {} : { startLine: line }),
    ...(endLine === undefined ? {} : { endLine }),
    ...(column === undefined ? {} : { startColumn: column }),
    ...(endColumn === undefined ? {} : { endColumn }),
  };
}
