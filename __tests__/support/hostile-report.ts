import type { Exchange } from '../../src/observation.ts';
import type { Report } from '../../src/report.ts';
import { finding, loopback, rootUser, served, reportOf } from './reports.ts';

/** What a container, a file name or a server may hold to act in a page. */
const attacks: readonly string[] = [
  '<script>window.hit = 1</script>',
  '<img src="https://evil.example/x.png" onerror="window.hit = 2">',
  '"><svg onload="window.hit = 3"><a href="javascript:window.hit = 4">x</a>',
  `' onmouseover='window.hit = 5' style='background: url(https://evil.example/y)' x='`,
  '</style></title></textarea></script><script>window.hit = 6</script><!--',
  '<iframe srcdoc="<script>parent.hit = 7</script>"></iframe><base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example/"><link rel=stylesheet href=https://evil.example/z.css>',
  '&lt;script&gt;window.hit = 8&lt;/script&gt; &#60;b&#62; ]]> --> ${window.hit = 9} {{hit}}',
  '\u001b[31mred\u001b[0m \u001b]0;title\u0007 \u202egnp.exe\u202c \u2066x\u2069 \u0000 \u200b\ufeff',
  '<input id="main" name="getElementById"><form id="hidden" action="https://evil.example/">',
];

const all = attacks.join(' ');
const endless = `<b>${'x'.repeat(1_000_000)}</b><script>window.hit = 10</script>`;

/** A report in which everything that others write is an attack. */
export function hostileReport(): Report {
  const [failed] = loopback.trials;
  const log = [...attacks, endless, 'ready'].map(
    (text, index) => ({ at: 1_000 + index, stream: 'stderr', text }) as const,
  );
  const exchange = (passed: boolean): Exchange => ({
    atMs: 500,
    ms: 6,
    request: `GET http://127.0.0.1:8000/${all}`,
    outcome: {
      kind: 'answered',
      status: 500,
      headers: Object.fromEntries(attacks.map((attack) => [attack, attack])),
      body: `${all}\n${endless}`,
      bodyBytes: 2_000_000,
    },
    times: 1,
    probe: `GET /${all}`,
    passed,
  });
  const name = `evil ${all}`;
  const evil = finding({
    ...rootUser,
    check: `shellcheck/${all}`,
    title: `${all} \`${all}\``,
    why: all,
    advice: all,
    location: { path: all, line: 1, column: 1, endLine: 1, endColumn: 5 },
    evidence: [
      { kind: 'log', lines: [...attacks, endless], omittedLines: 3 },
      { kind: 'command', argv: ['sh', '-c', all], exitCode: 1, tail: all },
      { kind: 'exchange', request: all, outcome: all, ms: 5 },
      { kind: 'source', location: { path: all, line: 1, column: 1, endLine: 1, endColumn: 5 }, note: all },
      { kind: 'measurement', what: all, value: 1, unit: 'count' },
    ],
    fix: {
      title: all,
      safety: 'safe',
      edits: [{ location: { path: 'Dockerfile', line: 1, column: 1, endLine: 1, endColumn: 3 }, text: all }],
    },
  });
  const passed = served({
    bytes: 371_800_000,
    user: all,
    findings: [evil, { ...evil, location: { path: 'Dockerfile', line: 2, column: 3, endLine: 2, endColumn: 9 } }],
  });
  const { observation } = passed;
  const { container } = observation;
  if (container === undefined || failed === undefined) throw new TypeError('the stories have containers');
  return reportOf([
    {
      ...passed,
      name,
      because: all,
      notes: [all],
      ignored: [{ finding: evil, reason: all }],
      probes: attacks.map((attack) => ({ request: attack, outcome: attack, ms: 1, passed: false, documented: true })),
      hardening: [{ option: all, serves: false, cause: all, title: all }],
      observation: {
        ...observation,
        sources: {
          ...observation.sources,
          dockerfile: { path: 'Dockerfile', text: `${attacks.join('\n')}\n${endless}\n` },
        },
        build: {
          argv: ['docker', all],
          exitCode: 1,
          ms: 100,
          timedOut: false,
          steps: [
            { digest: 'sha256:1', name: all, startedAt: 1_000, ms: 4_000, cached: false, error: all, log: attacks },
          ],
          warnings: [],
        },
        container: {
          ...container,
          create: { argv: ['docker', 'run', all], exitCode: 0, stderr: all },
          log,
          exchanges: [exchange(true), exchange(false)],
          sockets: [{ atMs: 3, listening: [{ family: 'unix', address: all, port: 0 }] }],
          state: { status: 'running', exitCode: 0, oomKilled: false, error: all, pid: 1, startedAt: 1_000 },
        },
      },
    },
    { ...failed, name },
  ]);
}
