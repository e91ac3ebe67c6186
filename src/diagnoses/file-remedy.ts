import type { Facts } from '../facts/facts.ts';
import type { AbsentReason } from '../symptoms/files/absent-reason.ts';
import type { FileTrouble } from '../symptoms/files/file-trouble.ts';
import { debianPackageOfProgram } from '../symptoms/python/system-libraries.ts';
import type { Recognised } from './diagnosis.ts';

/** Why a file or a program is not where it is looked for, and what to do. */
export function fileRemedy(
  { what, path }: FileTrouble,
  { kind, file = '', imagePath = '' }: AbsentReason,
  facts: Facts,
): Pick<Recognised, 'why' | 'advice'> {
  const name = `\`${facts.context.reportPath(file)}\``;
  if (what === 'program') {
    const debian = debianPackageOfProgram(path ?? '');
    return {
      why: 'No package of Python brings that program; it is one of the system.',
      advice:
        debian === undefined
          ? 'Install it in the stage that runs.'
          : `Install Debian's package \`${debian}\` in the stage that runs.`,
    };
  }
  if (what === 'folder') {
    return {
      why: 'A database file is made when it is opened, and the folder around it is not.',
      advice: `Make the folder in the image, \`RUN mkdir -p ${path ?? 'data'}\`, and keep what is written in a volume.`,
    };
  }
  switch (kind) {
    case 'ignored':
      return {
        why: `${name} is in the repository, and \`.dockerignore\` keeps it from the build.`,
        advice: `Let ${name} pass in \`.dockerignore\`.`,
      };
    case 'not-copied':
      return {
        why: `${name} is in the repository, and no COPY brings it into the image.`,
        advice: `Copy ${name} into the image.`,
      };
    case 'elsewhere':
      return {
        why: `${name} is \`${imagePath}\` in the image, and the application looks elsewhere; a relative path counts from ${workdirOf(facts)}.`,
        advice:
          'Name it by its path in the image, build the path from `__file__`, or copy it to where it is looked for.',
      };
    case 'case':
      return {
        why: `The image has \`${imagePath}\`: capital letters count there.`,
        advice: 'Write the name as the file has it.',
      };
    case 'nowhere':
      return {
        why: `Neither the repository nor the image is known to have it; a relative path counts from ${workdirOf(facts)}.`,
        advice:
          'Bring it into the image by COPY, make it by RUN, or give it to the container by `--volume` under `run-options`.',
      };
  }
}

function workdirOf({ finalState }: Facts): string {
  return finalState?.workdir.known === true ? `\`${finalState.workdir.text}\`` : 'the working directory';
}
