/** Demands on packages that no version meets. */
export interface Conflict {
  /** Who is at odds, as far as the installer names them; the packages that are asked for before those that they need. */
  readonly names: readonly string[];
  /** `fastapi 0.100.0 depends on starlette<0.28.0`. */
  readonly demands: readonly string[];
  /** As pip names it: the file, and the line. */
  readonly at?: readonly [string, number];
  readonly lines: readonly string[];
}

export function conflict(log: readonly string[]): Conflict | undefined {
  return pipSays(log) ?? uvSays(log) ?? poetrySays(log) ?? checkSays(log);
}

function pipSays(log: readonly string[]): Conflict | undefined {
  const index = log.findIndex((line) => /Cannot install .+ because these package versions have conflict/.test(line));
  const line = log[index];
  if (line === undefined) return undefined;
  const start = log.findIndex((each, at) => at > index && /The conflict is caused by:/.test(each)) + 1;
  const end = log.findIndex((each, at) => at >= start && each.trim() === '');
  const demands = start === 0 ? [] : log.slice(start, end < 0 ? start + 4 : end).map((each) => each.trim());
  const { file, at } = /-r (?<file>\S+) \(line (?<at>\d+)\)/.exec(line)?.groups ?? {};
  const parties = demands.flatMap((each) => /^([\w.-]+) \S+ depends on /.exec(each)?.[1] ?? []);
  const requested = demands.flatMap(
    (each) => /^The user requested (?:\(constraint\) )?([\w.-]+)/.exec(each)?.[1] ?? [],
  );
  return {
    names: distinct([...parties, ...requested]),
    demands: demands.slice(0, 3),
    lines: [line.trim(), ...demands.slice(0, 4)],
    ...(file === undefined || at === undefined ? {} : { at: [file, Number(at)] }),
  };
}

/** uv proves it in sentences; those about versions that are not there, and about Python, are other causes. */
function uvSays(log: readonly string[]): Conflict | undefined {
  const start = log.findIndex((line) => /No solution found when resolving/.test(line));
  const proof = log.slice(start < 0 ? log.length : start);
  const text = proof.join(' ');
  if (
    /there (?:is|are) no versions? of|was not found in|does not satisfy Python|no wheels|only .+ (?:is|are) available/.test(
      text,
    )
  )
    return undefined;
  const found = [
    ...text.matchAll(
      /(?<![^\s,])(?<name>[\w.-]+)(?:\[[^\]\s]*\])?(?:[=<>!~]\S*)? depends on (?<other>[\w.-]+)(?:[=<>!~]\S*)?/g,
    ),
  ].filter(({ groups }) => groups?.['name'] !== 'project');
  const required = [...text.matchAll(/(?:you require|depends on) (?<name>[\w.-]+)[=<>!~]/g)];
  const [first] = found;
  const other = first?.groups?.['other'];
  const name = first?.groups?.['name'];
  if (name === undefined || other === undefined || required.length === 0) return undefined;
  return {
    names: distinct([name, other]),
    demands: found.slice(0, 2).map(([whole]) => whole.replace(/[,.]+$/, '')),
    lines: proof
      .filter((line) => /Because|because/.test(line))
      .map((line) => line.trim())
      .slice(0, 4),
  };
}

function poetrySays(log: readonly string[]): Conflict | undefined {
  const end = log.findIndex((line) => /version solving failed/.test(line));
  if (end < 0) return undefined;
  const proof = log.slice(
    Math.max(
      0,
      log.findIndex((line) => /^\s*(?:\(\d+\) )?Because /.test(line)),
    ),
    end + 1,
  );
  const text = proof.join(' ');
  if (/doesn't match any versions|which requires Python/.test(text)) return undefined;
  const demands = [
    ...text.matchAll(
      /(?<![\w.-])(?<name>[\w.-]+)(?: \([^()]{0,80}\))? depends on (?:both )?(?<other>[\w.-]+) \([^()]{0,80}\)/g,
    ),
  ];
  const [first] = demands;
  const { name, other } = first?.groups ?? {};
  if (name === undefined || other === undefined) return undefined;
  const second = /depends on both [\w.-]+ \([^()]{0,80}\) and ([\w.-]+)/.exec(text)?.[1];
  return {
    names: distinct(second === undefined ? [name, other] : [other, second]),
    demands: demands.slice(0, 2).map(([whole]) => whole),
    lines: proof.map((line) => line.trim()).slice(0, 4),
  };
}

/** `pip check`. */
function checkSays(log: readonly string[]): Conflict | undefined {
  const sentence = /^(?<name>[\w.-]+) \S+ has requirement (?<other>[\w.-]+)(?<range>\S*), but you have \S+ [\w.+!]+\.$/;
  const lines = log.filter((line) => sentence.test(line.trim()));
  const { name, other } = sentence.exec(lines[0]?.trim() ?? '')?.groups ?? {};
  if (name === undefined || other === undefined) return undefined;
  return { names: distinct([name, other]), demands: [], lines: lines.slice(0, 4) };
}

function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
