import type { CommitInfo, Report, TrialReport } from '../../report.ts';
import { hardeningLines, hardeningSummary, provenFlags, securityContext } from '../hardening-words.ts';
import { megabytes } from '../numbers.ts';
import { cut } from './line.ts';
import { type Html, html, nothing, prose } from './html.ts';
import type { Section } from './section.ts';
import type { HtmlSetting } from './setting.ts';

type Fact = readonly [name: string, value: Html];

/** In which surroundings all that was seen. */
export function environmentSection(trial: TrialReport, report: Report, { links }: HtmlSetting): Section {
  const { image, runtime, observation, context, file, pushed } = trial;
  const { container, build } = observation;
  const ports = container?.published ?? [];
  const facts: readonly Fact[] = [
    ['Dockerfile', code(file)],
    ['Context', code(context)],
    ...(image === undefined ? [] : imageFacts(image)),
    ...(pushed === undefined
      ? []
      : [fact('Pushed as', codes(pushed.map(({ reference, digest }) => `${reference}@${digest}`)))]),
    ...(ports.length === 0
      ? []
      : [
          fact(
            'Published',
            codes(
              ports.map(
                ({ hostIp, hostPort, containerPort, protocol }) =>
                  `${hostIp.includes(':') ? `[${hostIp}]` : hostIp}:${hostPort}→${containerPort}/${protocol}`,
              ),
            ),
          ),
        ]),
    ...(runtime === undefined
      ? []
      : [
          fact(
            'Runs as',
            html`<code>${runtime.user}</code>, ${runtime.processes} ${runtime.processes === 1 ? 'process' : 'processes'}`,
          ),
          ...(runtime.listening.length === 0 ? [] : [fact('Listens on', codes(runtime.listening))]),
          ...(runtime.memoryBytes === undefined
            ? []
            : [
                fact(
                  'Memory',
                  html`${megabytes(runtime.memoryBytes)}${runtime.memoryPeakBytes === undefined ? nothing : html`, at most ${megabytes(runtime.memoryPeakBytes)}`}`,
                ),
              ]),
        ]),
    ...(build === undefined ? [] : [fact('Built by', code(build.argv.join(' ')))]),
    ...(container === undefined || container.create.argv.length === 0
      ? []
      : [fact('Started by', code(container.create.argv.join(' ')))]),
    ...(report.commit === undefined ? [] : commitFacts(report.commit, links)),
    ['Sea Trial', html`${report.tool.version}`],
  ];
  return {
    id: 'environment',
    label: 'Environment',
    title: 'Environment',
    body: html`<dl>${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`,
  };
}

/** Which stricter settings the image bears, where that was tried. */
export function hardeningSection(trial: TrialReport): Section | undefined {
  if (trial.hardening === undefined || trial.hardening.length === 0) return undefined;
  const flags = provenFlags(trial);
  const context = securityContext(trial);
  return {
    id: 'hardening',
    label: 'Hardening',
    title: 'Hardening',
    body: html`<p>${prose(`${hardeningSummary(trial)}.`)}</p>
<ul>${hardeningLines(trial).map((line) => html`<li>${prose(line)}</li>`)}</ul>
${flags === undefined ? nothing : html`<p>Proven to work together: <code>docker run ${flags}</code>. For Kubernetes:</p>`}${
      context.length === 0
        ? nothing
        : html`<pre class="lines">${context.map((line) => html`<span>${line}</span>`)}</pre>`
    }`,
  };
}

function imageFacts({
  reference,
  id,
  digest,
  user,
  entrypoint,
  command,
  store,
  stopSignal,
}: NonNullable<TrialReport['image']>): readonly Fact[] {
  return [
    fact('Image', code(reference)),
    fact('Image id', code(id)),
    ...(digest === undefined ? [] : [fact('Digest', code(digest))]),
    fact('Image store', html`${store}`),
    ...(user === '' ? [] : [fact('Image user', code(user))]),
    ...(entrypoint.length === 0 ? [] : [fact('Entrypoint', code(JSON.stringify(entrypoint)))]),
    ...(command.length === 0 ? [] : [fact('Command', code(JSON.stringify(command)))]),
    ...(stopSignal === undefined ? [] : [fact('Stop signal', code(stopSignal))]),
  ];
}

function commitFacts({ head, base, tested }: CommitInfo, links: HtmlSetting['links']): readonly Fact[] {
  const sha = (commit: string): Html => {
    const to = links.commit(commit);
    return to === undefined ? code(commit) : html`<a href="${to}"><code>${commit}</code></a>`;
  };
  return [
    fact('Commit', sha(head)),
    ...(tested === head ? [] : [fact('Tested merge', sha(tested))]),
    ...(base === undefined ? [] : [fact('Base', sha(base))]),
  ];
}

function fact(name: string, value: Html): Fact {
  return [name, value];
}

function code(words: string): Html {
  return html`<code>${cut(words)}</code>`;
}

function codes(words: readonly string[]): Html {
  return html`${words.map((word, index) => html`${index === 0 ? '' : ', '}<code>${word}</code>`)}`;
}
