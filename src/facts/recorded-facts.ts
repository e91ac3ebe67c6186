import path from 'node:path';
import { parseDockerfile } from '../dockerfile/parse.ts';
import type { Sources } from '../observation.ts';
import { contextOf } from './context.ts';
import { deriveFacts, type Facts } from './facts.ts';

/** The facts of a recorded trial: what was not read then is not there now, and so no fact follows from it. */
export function recordedFacts(sources: Sources): Facts {
  const { dockerfile, context, files, listing, target, buildArguments, publish, today } = sources;
  return deriveFacts({
    dockerfile: parseDockerfile(dockerfile.text, dockerfile.path),
    context: contextOf(Object.fromEntries(files.map((file) => [file.path, file.text])), {
      folder: context,
      dockerfile: path.posix.relative(context, dockerfile.path),
      listing,
    }),
    buildArguments,
    ...(target === undefined ? {} : { target }),
    ...(publish === undefined ? {} : { publish }),
    ...(today === undefined ? {} : { today }),
  });
}
