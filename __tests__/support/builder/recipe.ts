/** A Dockerfile before it is text, so that what it means is known without reading it. */
export interface Recipe {
  readonly stages: readonly RecipeStage[];
  readonly target: number;
  /** Lines of .dockerignore; undefined where there is none. */
  readonly ignore: readonly string[] | undefined;
  /** Given on the command line. */
  readonly buildArguments: Readonly<Record<string, string>>;
}

export interface RecipeStage {
  readonly name: string;
  /** The stage below; undefined for scratch. */
  readonly base: number | undefined;
  readonly steps: readonly Step[];
}

export type Step =
  | {
      readonly kind: 'copy';
      readonly keyword: 'COPY' | 'ADD';
      readonly sources: readonly WrittenSource[];
      readonly excludes: readonly string[];
      /** It happens where somebody builds on the stage. */
      readonly isRegistered: boolean;
    }
  | { readonly kind: 'mount'; readonly source: WrittenSource | undefined }
  | { readonly kind: 'heredoc' }
  | { readonly kind: 'copy-from'; readonly stage: number };

export interface WrittenSource {
  readonly written: string;
  /** With its variables replaced. */
  readonly means: string;
}

export function dockerfileText({ stages }: Recipe): string {
  return stages
    .flatMap(({ name, base, steps }) => [
      `FROM ${base === undefined ? 'scratch' : (stages[base]?.name ?? 'scratch')} AS ${name}`,
      'ARG GIVEN=nowhere',
      'ARG OWN=a',
      'ENV SET=sub',
      ...steps.map((step, index) => stepText(step, `/${name}-${index}/`, stages)),
    ])
    .join('\n')
    .concat('\n');
}

function stepText(step: Step, destination: string, stages: readonly RecipeStage[]): string {
  switch (step.kind) {
    case 'copy': {
      const flags = step.excludes.map((pattern) => `--exclude=${pattern} `).join('');
      const sources = step.sources.map(({ written }) => written).join(' ');
      return `${step.isRegistered ? 'ONBUILD ' : ''}${step.keyword} ${flags}${sources} ${destination}`;
    }
    case 'mount':
      return `RUN --mount=type=bind${step.source === undefined ? '' : `,source=${step.source.written}`},target=/mnt ["/tool"]`;
    case 'heredoc':
      return `COPY <<END ${destination}\na text\nEND`;
    case 'copy-from':
      return `COPY --from=${stages[step.stage]?.name ?? ''} / ${destination}`;
  }
}
