export const id = 991;
export const ids = [991,570];
export const modules = {

/***/ 2991:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  terminalTrial: () => (/* binding */ terminalTrial)
});

// EXTERNAL MODULE: ./build/docker/cli.js + 21 modules
var cli = __webpack_require__(2524);
// EXTERNAL MODULE: ./build/git/git.js
var git = __webpack_require__(75);
// EXTERNAL MODULE: ./build/render/annotations.js
var annotations = __webpack_require__(9987);
// EXTERNAL MODULE: ./build/render/finding-json.js
var finding_json = __webpack_require__(271);
// EXTERNAL MODULE: ./build/render/source.js
var source = __webpack_require__(9496);
// EXTERNAL MODULE: ./build/render/wording.js
var wording = __webpack_require__(6809);
;// CONCATENATED MODULE: ./build/render/json.js



/** The text of report.json. */
function reportJson(report) {
    return `${JSON.stringify(reportData(report), undefined, 2)}\n`;
}
function reportData({ tool, commit, trials }) {
    return {
        version: 1,
        tool,
        ...(commit === undefined ? {} : { commit }),
        trials: trials.map(trialData),
    };
}
function trialData(trial) {
    const { name, file, context, verdict, cause, stages, findings, steps, startupMs, probes, stopped } = trial;
    const { observation, runtime } = trial;
    const because = verdict === 'passed' ? undefined : (trial.because ?? (0,wording/* trouble */.U$)(trial) ?? (0,wording/* headline */.Pl)(trial));
    const log = logData(observation);
    return {
        name,
        file,
        context,
        verdict,
        cause: cause ?? null,
        ...(because === undefined ? {} : { because }),
        stages: stages.map(stageData),
        findings: findings.map(finding_json/* findingData */.G),
        ...(trial.image === undefined ? {} : { image: imageData(trial, trial.image) }),
        ...(steps === undefined
            ? {}
            : {
                steps: steps.map(({ line, instruction, startedAt, ms, cached }) => ({
                    line,
                    instruction,
                    startedAt: instant(startedAt),
                    ms: Math.round(ms),
                    cached,
                })),
            }),
        ...(startupMs === undefined ? {} : { startup: { ms: Math.round(startupMs) } }),
        ...(probes === undefined
            ? {}
            : {
                probes: probes.map(({ request, outcome, status, ms, passed }) => ({
                    request,
                    outcome,
                    ...(status === undefined ? {} : { status }),
                    ms: Math.round(ms),
                    passed,
                })),
            }),
        ...(runtime === undefined
            ? {}
            : {
                runtime: {
                    user: runtime.user,
                    processes: runtime.processes,
                    listening: runtime.listening,
                    ...(runtime.memoryBytes === undefined ? {} : { memoryBytes: runtime.memoryBytes }),
                    ...(runtime.memoryPeakBytes === undefined ? {} : { memoryPeakBytes: runtime.memoryPeakBytes }),
                },
            }),
        ...(log === undefined ? {} : { log }),
        sources: sourcesData(trial),
        ...(stopped === undefined
            ? {}
            : {
                stopped: {
                    ms: Math.round(stopped.ms),
                    exitCode: stopped.exitCode,
                    ...(stopped.signal === undefined ? {} : { signal: stopped.signal }),
                },
            }),
    };
}
function stageData(stage) {
    if (stage.status === 'skipped')
        return { stage: stage.stage, status: stage.status, because: stage.because };
    return {
        stage: stage.stage,
        status: stage.status,
        startedAt: instant(stage.startedAt),
        ms: Math.round(stage.ms),
        ...(stage.status === 'errored' ? { because: stage.message } : {}),
    };
}
function imageData({ layerLines }, image) {
    const { reference, id, digest, bytes, store, layers } = image;
    return {
        reference,
        id,
        ...(digest === undefined ? {} : { digest }),
        bytes,
        store,
        layers: layers.map((layer, index) => {
            const line = layerLines?.[index];
            return { bytes: layer.bytes, ...(line === undefined ? {} : { line }), instruction: layer.instruction };
        }),
    };
}
/** Of the container's log the beginning and the end are kept. */
const headLines = 100;
const tailLines = 400;
const longestPart = 65_536;
function logData({ container }) {
    if (container === undefined || (container.log.length === 0 && container.omittedLogLines === 0))
        return undefined;
    const { log, omittedLogLines } = container;
    const head = log.length <= headLines + tailLines ? [] : log.slice(0, headLines);
    const tail = log.slice(Math.max(head.length, log.length - tailLines));
    return {
        head: joinedLines(head).slice(0, longestPart).toWellFormed(),
        tail: joinedLines(tail).slice(-longestPart).toWellFormed(),
        omittedLines: omittedLogLines + log.length - head.length - tail.length,
    };
}
function joinedLines(lines) {
    return lines.map(({ text }) => text).join('\n');
}
const mostSourceBytes = 65_536;
/** The Dockerfile and the files that findings name, so that the report can be shown elsewhere. */
function sourcesData({ observation: { sources }, findings }) {
    const named = findings.flatMap(({ location, evidence, fix }) => [
        ...(location === undefined ? [] : [location.path]),
        ...evidence.flatMap((each) => (each.kind === 'source' ? [each.location.path] : [])),
        ...(fix?.edits ?? []).map((edit) => edit.location.path),
    ]);
    return [...new Set([sources.dockerfile.path, ...named])].flatMap((path) => {
        const text = (0,source/* sourceText */.rI)(sources, path);
        return text === undefined ? [] : [{ path, text: firstBytes(text, mostSourceBytes) }];
    });
}
/** Whole characters only. */
function firstBytes(text, most) {
    const bytes = Buffer.from(text);
    return bytes.length <= most
        ? text
        : bytes
            .subarray(0, most)
            .toString('utf8')
            .replace(/\ufffd+$/, '');
}
function instant(epochMs) {
    return new Date(epochMs).toISOString();
}

// EXTERNAL MODULE: ./build/render/links.js
var links = __webpack_require__(3420);
// EXTERNAL MODULE: ./build/render/markdown.js + 1 modules
var markdown = __webpack_require__(7207);
;// CONCATENATED MODULE: ./build/render/budget.js

/** GitHub refuses a comment beyond 65,536 characters; bytes are never fewer, whichever way it counts. */
const budget_commentBytes = 65_536;
/** Of a job summary, for a step. */
const summaryBytes = 1_048_576;
const details = ['full', 'trimmed', 'failures'];
/** The fullest form that fits; where even the shortest does not, its body is cut and says so. */
function budget_withinBudget(parts, mostBytes, cutNotice) {
    let last;
    for (const detail of details) {
        last = parts(detail);
        const whole = (0,markdown/* paragraphs */.qN)(last.head, last.body, last.foot).markdown;
        if (Buffer.byteLength(whole) <= mostBytes)
            return whole;
    }
    if (last === undefined)
        return '';
    const around = Buffer.byteLength((0,markdown/* paragraphs */.qN)(last.head, cutNotice, last.foot).markdown) + 8;
    const body = { markdown: cutMarkdown(last.body.markdown, mostBytes - around) };
    return (0,markdown/* paragraphs */.qN)(last.head, body, cutNotice, last.foot).markdown;
}
const budget_leftOut = (0,markdown/* markup */.PT) `The rest is left out, for GitHub takes no more; the whole report is in the run.`;
/**
 * The first lines that fit, with whatever they opened closed again. Whole lines only, so no character, code span or link
 * is cut in two; a line too long for the budget ends the text before it.
 */
function cutMarkdown(text, mostBytes) {
    const kept = [];
    let used = 0;
    let open = { fence: '', folds: 0 };
    for (const line of text.split('\n')) {
        const next = opened(open, line);
        const cost = Buffer.byteLength(line) + 1;
        if (used + cost + Buffer.byteLength(closing(next)) > mostBytes)
            break;
        kept.push(line);
        used += cost;
        open = next;
    }
    return `${kept.join('\n')}${closing(open)}`;
}
function opened(before, line) {
    if (before.fence !== '')
        return line === before.fence ? { ...before, fence: '' } : before;
    const fence = /^`{3,}(?=[^`]*$)/.exec(line)?.[0]; // inline code may begin a line too
    if (fence !== undefined)
        return { ...before, fence };
    if (line.startsWith('<details>'))
        return { ...before, folds: before.folds + 1 };
    if (line === '</details>')
        return { ...before, folds: Math.max(0, before.folds - 1) };
    return before;
}
function closing({ fence, folds }) {
    return `${fence === '' ? '' : `\n${fence}`}${'\n\n</details>'.repeat(folds)}`;
}

// EXTERNAL MODULE: ./build/render/numbers.js
var render_numbers = __webpack_require__(2823);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./build/render/entries.js
var render_entries = __webpack_require__(6025);
;// CONCATENATED MODULE: ./build/render/state.js



/** Percent-encoded parts; `*` stands for several trials in one comment. A long key ends in a hash of itself. */
function markerKey(parts) {
    const key = parts
        .map((part) => (part === '*' ? part : encodeURIComponent(part.toWellFormed()).replaceAll('*', '%2A')))
        .join('/');
    return key.length <= longestKey ? key : `${key.slice(0, longestKey - 13)}~${hash(key)}`;
}
/** So that the marker stays under 100 characters with a run number of seven digits. */
const longestKey = 45;
function state_marker({ key, sha, run }) {
    return { markdown: `<!-- sea-trial key=${key} sha=${sha.slice(0, 12)} run=${run} -->` };
}
const markerLine = /^<!-- sea-trial key=(?<key>[^\s<>]+) sha=(?<sha>[0-9a-f]{4,12}) run=(?<run>\d{1,15}) -->\r?(?:\n|$)/;
/** Only from the first line: further down anyone may have quoted it. */
function readMarker(body) {
    const { key, sha, run } = markerLine.exec(body)?.groups ?? {};
    return key === undefined || sha === undefined || run === undefined ? undefined : { key, sha, run: Number(run) };
}
/** How a finding is known again on the next push. */
function traceOf({ check, fingerprint }) {
    return `${check.replaceAll(/[^\w./-]/g, '_').slice(0, 100)}:${hash(fingerprint)}`;
}
function state_stateOf(report) {
    return { v: 1, trials: report.trials.map((trial) => trialState(trial, report.trials.length > 1)) };
}
function trialState(trial, named) {
    const { image, startupMs } = trial;
    return {
        ...(named ? { name: trial.name } : {}),
        verdict: trial.verdict,
        ...(trial.cause === undefined ? {} : { cause: trial.cause }),
        findings: bySeverity(trial.findings.filter(({ status }) => status !== 'refuted')).map(traceOf),
        ...(image === undefined ? {} : { bytes: image.bytes, store: image.store }),
        ...(startupMs === undefined ? {} : { startupMs: Math.round(startupMs) }),
    };
}
const mostStateBytes = 4_000;
/** The comment's last line. Where it would be too long, the mildest findings are only counted, then whole trials left out. */
function state_hiddenState(state) {
    for (let most = 100; most >= 0; most = most > 10 ? most - 10 : most - 1) {
        const line = stateLine({ v: 1, trials: state.trials.map((trial) => cut(trial, most)) });
        if (Buffer.byteLength(line) <= mostStateBytes)
            return { markdown: line };
    }
    return { markdown: stateLine({ v: 1, trials: [] }) };
}
function cut(trial, most) {
    const left = trial.findings.length - most;
    return left <= 0 ? trial : { ...trial, findings: trial.findings.slice(0, most), more: left + (trial.more ?? 0) };
}
/** One trial stands flat. Angle brackets and double dashes are escaped, so that nothing ends the comment early. */
function stateLine({ v: version, trials }) {
    const [only] = trials;
    const data = trials.length === 1 && only !== undefined ? { v: version, ...only } : { v: version, trials };
    const json = JSON.stringify(data)
        .replaceAll('<', String.raw `\u003c`)
        .replaceAll('>', String.raw `\u003e`)
        .replaceAll('&', String.raw `\u0026`)
        .replaceAll('--', String.raw `-\u002d`);
    return `<!-- sea-trial-state ${json} -->`;
}
const count = dist/* pipe */.FsL(dist/* number */.aig(), dist/* integer */.ndf(), dist/* minValue */.Wwf(0));
const trialSchema = dist/* object */.Ikc({
    name: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* maxLength */.Ru6(200))),
    verdict: dist/* picklist */.KIO(['passed', 'failed', 'errored', 'skipped']),
    findings: dist/* array */.YOg(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[\w./-]{1,100}:[0-9a-f]{12}$/))),
    more: dist/* optional */.lqM(count),
    cause: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* maxLength */.Ru6(100))),
    bytes: dist/* optional */.lqM(count),
    store: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[\w.+-]{1,40}$/))),
    startupMs: dist/* optional */.lqM(count),
});
const version = dist/* literal */.euz(1);
const stateSchema = dist/* union */.KCZ([
    dist/* object */.Ikc({ v: version, trials: dist/* array */.YOg(trialSchema) }),
    dist/* pipe */.FsL(dist/* object */.Ikc({ v: version, ...trialSchema.entries }), dist/* transform */.pdi(({ v: read, ...trial }) => ({ v: read, trials: [trial] }))),
]);
/** From the last line only: above it may stand a log that quotes one. Undefined where it is not of our shape. */
function readState(body) {
    const lastLine = body.trimEnd().split(/\r?\n/).at(-1) ?? '';
    const json = /^<!-- sea-trial-state (?<json>\{.*\}) -->$/.exec(lastLine)?.groups?.['json'];
    if (json === undefined || Buffer.byteLength(json) > 2 * mostStateBytes)
        return undefined;
    try {
        const read = v.safeParse(stateSchema, JSON.parse(json));
        return read.success ? read.output : undefined;
    }
    catch {
        return undefined; // cut off or edited by hand: there is nothing to compare with
    }
}
/** What our own earlier comment said; to be asked only of a comment whose author was checked. */
function readPrevious(body) {
    const found = readMarker(body);
    const state = readState(body);
    return found === undefined || state === undefined ? undefined : { marker: found, state };
}
function hash(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 12);
}

;// CONCATENATED MODULE: ./build/render/changes.js




/** The state of this trial in the earlier report. */
function earlierState(trial, previous) {
    const trials = previous?.state.trials ?? [];
    return (trials.find(({ name }) => name === trial.name) ??
        (trials.length === 1 && trials[0]?.name === undefined ? trials[0] : undefined));
}
/** Undefined where lint did not get through, so that nothing can be told of what is no longer there. */
function changesOf(trial, before) {
    const lint = (0,wording/* stageOf */.gV)(trial, 'lint')?.status;
    if (lint === 'errored' || lint === 'skipped')
        return undefined;
    const now = trial.findings.filter(({ status }) => status !== 'refuted');
    const traces = new Set(now.map(traceOf));
    const known = new Set(before.findings);
    const gone = before.findings.filter((trace) => !traces.has(trace)).map(checkOf);
    return {
        // Behind another failure the earlier one cannot be seen, which does not make it fixed.
        fixed: gone.filter((check) => trial.cause === undefined || check !== before.cause),
        // Those that found no room in the state are not known, so none can be called new.
        added: before.more === undefined ? now.filter((finding) => !known.has(traceOf(finding))).map(({ check }) => check) : [],
        known,
    };
}
/** `Since the last push (`9f1c2ab`): loopback-host **fixed**, nothing new.` Nothing where nothing changed. */
function changeSentence(changes, previous, sha) {
    if (changes === undefined || (changes.fixed.length === 0 && changes.added.length === 0))
        return markdown/* nothing */.s6;
    const earlier = previous.marker.sha;
    const since = sha.startsWith(earlier)
        ? (0,markdown/* markup */.PT) `run ${previous.marker.run}`
        : (0,markdown/* markup */.PT) `the last push (${(0,markdown/* code */.aY)(earlier.slice(0, 7))})`;
    const parts = [
        ...(changes.fixed.length === 0 ? [] : [(0,markdown/* markup */.PT) `${names(changes.fixed)} **fixed**`]),
        changes.added.length === 0 ? (0,markdown/* markup */.PT) `nothing new` : (0,markdown/* markup */.PT) `${names(changes.added)} **new**`,
    ];
    return (0,markdown/* markup */.PT) `Since ${since}: ${(0,markdown/* joined */.oR)(parts, ', ')}.`;
}
const mostNames = 3;
function names(checks) {
    const each = [...new Set(checks)];
    return each.length > mostNames ? (0,markdown/* text */.Qq)((0,render_numbers/* count */.U9)(checks.length, 'finding')) : (0,markdown/* joined */.oR)(each.map(markdown/* text */.Qq), ', ');
}
function checkOf(trace) {
    return trace.replace(/:[0-9a-f]{12}$/, '');
}

// EXTERNAL MODULE: ./build/render/cause-markdown.js
var cause_markdown = __webpack_require__(5210);
// EXTERNAL MODULE: ./build/render/finding-markdown.js
var finding_markdown = __webpack_require__(2432);
// EXTERNAL MODULE: ./build/render/prose.js
var prose = __webpack_require__(5046);
// EXTERNAL MODULE: ./build/render/stage-words.js
var stage_words = __webpack_require__(2599);
;// CONCATENATED MODULE: ./build/render/tried-markdown.js




const mostProbes = 6;
const longestSteps = 3;
/** What was done and seen, a line a stage, in a fold. */
function triedFold(trial, refuted) {
    const steps = (trial.steps ?? []).filter(({ cached }) => !cached).toSorted((a, b) => b.ms - a.ms);
    const longest = steps.filter(({ ms }) => ms >= 1000).slice(0, longestSteps);
    return (0,markdown/* details */.zH)(`What was tried, ${(0,render_numbers/* duration */.p0)((0,stage_words/* wholeDuration */.ui)(trial))}`, (0,markdown/* bullets */.e5)([
        ...(0,stage_words/* stagesInOrder */.XU)(trial).map((stage) => (0,markdown/* markup */.PT) `**${(0,markdown/* text */.Qq)((0,prose/* capitalised */.Iu)(stage.stage))}**: ${stageLine(trial, stage)}`),
        ...(longest.length === 0
            ? []
            : [
                (0,markdown/* markup */.PT) `Longest steps: ${(0,markdown/* joined */.oR)(longest.map(({ instruction, ms }) => (0,markdown/* markup */.PT) `${(0,markdown/* code */.aY)((0,stage_words/* instructionWords */.sD)(instruction))} ${(0,markdown/* text */.Qq)((0,render_numbers/* duration */.p0)(ms))}`), ', ')}`,
            ]),
        ...refuted.map(({ check, title }) => (0,markdown/* markup */.PT) `**Refuted**: ${(0,markdown/* text */.Qq)(check)}: ${(0,markdown/* prose */.CS)((0,prose/* continued */.m2)(title))}`),
    ]));
}
function stageLine(trial, stage) {
    if (stage.status === 'passed' || stage.status === 'failed') {
        if (stage.stage === 'lint')
            return lintLine(trial);
        if (stage.stage === 'smoke' && trial.probes !== undefined && trial.probes.length > 0)
            return probesLine(trial.probes);
        if (stage.stage === 'stop')
            return (0,markdown/* prose */.CS)((0,stage_words/* stopWords */.e$)(trial) ?? stage.status);
    }
    return (0,markdown/* prose */.CS)((0,stage_words/* stageWords */._l)(trial, stage));
}
function lintLine(trial) {
    const findings = (0,stage_words/* lintFindings */.mP)(trial);
    const found = findings.length === 0 ? 'no findings' : (0,stage_words/* severityCounts */.ur)(findings);
    const ignored = trial.ignored.length === 0 ? '' : `; ${trial.ignored.length} ignored`;
    return (0,markdown/* prose */.CS)(`${(0,prose/* codeWord */.Q3)(trial.file)} and its context, ${found}${ignored}`);
}
function probesLine(probes) {
    const shown = probes
        .slice(0, mostProbes)
        .map((probe) => (0,markdown/* markup */.PT) `${(0,markdown/* code */.aY)(probe.request)} ${(0,markdown/* prose */.CS)(probe.outcome)} in ${(0,markdown/* text */.Qq)((0,render_numbers/* duration */.p0)(probe.ms))}`);
    const left = probes.length - shown.length;
    return (0,markdown/* joined */.oR)([...shown, ...(left === 0 ? [] : [(0,markdown/* text */.Qq)(`${left} more`)])], '; ');
}

;// CONCATENATED MODULE: ./build/render/trial-markdown.js











/** What is told of one trial between the verdict and the footer. */
function trialBody(trial, setting) {
    if (trial.verdict === 'skipped')
        return markdown/* nothing */.s6;
    const entries = (0,render_entries/* entriesOf */.Mc)(trial);
    const { cause } = entries;
    const { previous } = setting;
    const before = earlierState(trial, previous);
    const changes = before === undefined ? undefined : changesOf(trial, before);
    const change = previous === undefined ? markdown/* nothing */.s6 : changeSentence(changes, previous, setting.head);
    const serves = trial.cause === undefined && trial.verdict !== 'errored';
    if (!serves) {
        return (0,markdown/* paragraphs */.qN)(change, cause === undefined ? troubleSentence(trial) : (0,cause_markdown/* causeBlock */.R8)(cause, causeSetting(trial, setting)), foldOf(entries.others, othersTitle((0,render_entries/* findingsIn */._0)(entries.others), cause), setting), (0,markdown/* joined */.oR)([...sentencesOf(trial), notes(trial)], ' '));
    }
    const isNews = newsTest(trial, changes?.known);
    const shown = isNews === undefined ? entries.others : entries.others.filter(isNews);
    const visible = setting.detail === 'failures' ? [] : shown.slice(0, most(setting).visible);
    const rest = entries.others.filter((entry) => !visible.includes(entry));
    const numbers = (0,markdown/* joined */.oR)([change, numbersSentence(trial, entries.others.length === 0), notes(trial)], ' ');
    const compared = trial.findings.some(({ since }) => since !== undefined);
    const list = (0,markdown/* numbered */.jN)(visible.map((entry) => (0,finding_markdown/* entryLines */.Wx)(entry, setting, finding_markdown/* wholeFinding */.rZ, '   ')));
    return (0,markdown/* paragraphs */.qN)(numbers, compared && visible.length > 0 ? (0,markdown/* markup */.PT) `**New in this pull request**` : markdown/* nothing */.s6, list, foldOf(rest, restTitle((0,render_entries/* findingsIn */._0)(rest), { compared, visible: visible.length }), setting), wantsTried(setting, entries.refuted, before !== undefined) ? triedFold(trial, entries.refuted) : markdown/* nothing */.s6);
}
/** Five are read; twenty are unfolded; the rest is counted. The page of the run has no other place to point to. */
function most({ form, detail }) {
    if (form === 'summary')
        return { visible: 10, folded: detail === 'full' ? Infinity : 100, logLines: detail === 'full' ? 400 : 100 };
    return { visible: 5, folded: detail === 'full' ? 20 : 5, logLines: detail === 'full' ? 40 : 15 };
}
function causeSetting(trial, setting) {
    return {
        ...setting,
        sources: trial.observation.sources,
        logLines: most(setting).logLines,
        evidence: setting.detail !== 'failures',
    };
}
/** What is new against the base, else since the last push; where neither is known, all is shown alike. */
function newsTest(trial, known) {
    const isNew = trial.findings.some(({ since }) => since !== undefined)
        ? ({ since }) => since === 'new'
        : known === undefined
            ? undefined
            : (finding) => !known.has(traceOf(finding));
    return isNew === undefined ? undefined : ({ finding, below }) => [finding, ...below].some(isNew);
}
function othersTitle(number, cause) {
    return cause === undefined
        ? (0,render_numbers/* count */.U9)(number, 'finding')
        : `${number} more ${number === 1 ? 'finding, not the cause' : 'findings, none of them the cause'}`;
}
function restTitle(number, { compared, visible }) {
    if (compared)
        return `${(0,render_numbers/* count */.U9)(number, 'finding')} that the base has too`;
    return visible > 0
        ? `${number} more ${number === 1 ? 'finding' : 'findings'}`
        : `${(0,render_numbers/* count */.U9)(number, 'finding')} ${number === 1 ? 'remains' : 'remain'}`;
}
function foldOf(entries, title, setting) {
    if (entries.length === 0)
        return markdown/* nothing */.s6;
    const page = (0,markdown/* link */.nf)((0,markdown/* markup */.PT) `run's summary`, setting.links.run?.address);
    if (setting.detail === 'failures')
        return (0,markdown/* markup */.PT) `${(0,markdown/* prose */.CS)((0,prose/* stopped */.ce)(title))} The ${page} lists them.`;
    const { folded } = most(setting);
    const left = (0,render_entries/* findingsIn */._0)(entries.slice(folded));
    return (0,markdown/* details */.zH)(title, (0,markdown/* bullets */.e5)([
        ...entries.slice(0, folded).map((entry) => (0,finding_markdown/* entryLines */.Wx)(entry, setting, finding_markdown/* claim */.B7, '  ')),
        ...(left === 0 ? [] : [(0,markdown/* markup */.PT) `${left} more: the ${page} lists them`]),
    ]));
}
/** `First answer after 1.4 s, clean stop in 0.4 s, 333.0 MB. Nothing to change.` */
function numbersSentence(trial, nothingToChange) {
    const { startupMs, image } = trial;
    const stop = (0,stage_words/* stopSummary */.BT)(trial);
    const numbers = [
        ...(startupMs === undefined ? [] : [`first answer after ${(0,render_numbers/* duration */.p0)(startupMs)}`]),
        ...(stop === undefined ? [] : [stop]),
        ...(image === undefined ? [] : [(0,render_numbers/* megabytes */.ix)(image.bytes)]),
    ].join(', ');
    const sentence = numbers === '' ? '' : `${numbers.charAt(0).toUpperCase()}${numbers.slice(1)}.`;
    return (0,markdown/* joined */.oR)([(0,markdown/* prose */.CS)(sentence), nothingToChange ? (0,markdown/* text */.Qq)('Nothing to change.') : markdown/* nothing */.s6], ' ');
}
function sentencesOf(trial) {
    return [...[(0,stage_words/* builtSentence */.Kh)(trial)].filter((sentence) => sentence !== undefined), ...(0,stage_words/* skippedSentences */.Zl)(trial)].map(markdown/* prose */.CS);
}
function troubleSentence(trial) {
    return (0,markdown/* prose */.CS)((0,prose/* stopped */.ce)(trial.because ?? (0,wording/* trouble */.U$)(trial) ?? ''));
}
function notes(trial) {
    return (0,markdown/* joined */.oR)(trial.notes.map((note) => (0,markdown/* prose */.CS)((0,prose/* stopped */.ce)(note))), ' ');
}
/** Told with the first report, and where something was refuted; the page of the run always has it. */
function wantsTried({ form, detail }, refuted, isUpdate) {
    if (form === 'summary')
        return true;
    return detail !== 'failures' && (!isUpdate || refuted.length > 0);
}

;// CONCATENATED MODULE: ./build/render/several-markdown.js






/** Of so many images a row is shown; the fine ones beyond are counted. */
const mostRows = 20;
/** Several trials in one report: the worst first, each that failed in full, the others in folds. */
function severalBody(report, setting) {
    const trials = report.trials.toSorted((a, b) => rank(a) - rank(b));
    return (0,markdown/* paragraphs */.qN)(imageTable(trials), ...trials.filter((trial) => rank(trial) < 2).map((trial) => section(trial, setting)), setting.detail === 'failures'
        ? markdown/* nothing */.s6
        : {
            markdown: trials
                .filter((trial) => rank(trial) === 2)
                .map((trial) => fold(trial, setting))
                .filter((each) => each !== '')
                .join('\n'),
        });
}
/** Failed, could not run, passed with findings, passed, skipped. */
function rank(trial) {
    switch (trial.verdict) {
        case 'failed':
            return 0;
        case 'errored':
            return 1;
        case 'passed':
            return findingsOf(trial) > 0 ? 2 : 3;
        case 'skipped':
            return 4;
    }
}
function imageTable(trials) {
    const fine = trials.filter((trial) => rank(trial) > 2);
    const told = trials.filter((trial) => rank(trial) <= 2);
    const room = Math.max(0, mostRows - told.length);
    const shown = [...told.slice(0, mostRows), ...(fine.length <= room ? fine : fine.slice(0, Math.max(0, room - 1)))];
    const left = trials.length - shown.length;
    return (0,markdown/* table */.tp)([
        { title: 'Image', align: 'left' },
        { title: 'Result', align: 'left' },
        { title: 'Size', align: 'right' },
    ], [
        ...shown.map((trial) => [
            (0,markdown/* code */.aY)(trial.name),
            result(trial),
            (0,markdown/* text */.Qq)(trial.image === undefined ? '' : (0,render_numbers/* megabytes */.ix)(trial.image.bytes)),
        ]),
        ...(left === 0 ? [] : [[(0,markdown/* text */.Qq)(`${left} more`), (0,markdown/* text */.Qq)('listed in the run'), markdown/* nothing */.s6]]),
    ]);
}
function result(trial) {
    const found = findingsOf(trial);
    switch (trial.verdict) {
        case 'failed':
            return (0,markdown/* markup */.PT) `**failed**: ${(0,markdown/* prose */.CS)((0,wording/* headline */.Pl)(trial))}`;
        case 'errored':
            return (0,markdown/* markup */.PT) `**could not run**: ${(0,markdown/* prose */.CS)((0,wording/* headline */.Pl)(trial))}`;
        case 'passed':
            return (0,markdown/* text */.Qq)(found === 0 ? 'passed' : `passed, ${(0,render_numbers/* count */.U9)(found, 'finding')}`);
        case 'skipped':
            return (0,markdown/* prose */.CS)(`skipped: ${(0,wording/* headline */.Pl)(trial)}`);
    }
}
function section(trial, setting) {
    const before = earlierState(trial, setting.previous);
    return (0,markdown/* paragraphs */.qN)((0,markdown/* markup */.PT) `#### ${(0,markdown/* code */.aY)(trial.name)}: ${(0,markdown/* prose */.CS)((0,wording/* headline */.Pl)(trial, before))}`, trialBody(trial, setting));
}
function fold(trial, setting) {
    const body = trialBody(trial, setting);
    return body.markdown === '' ? '' : (0,markdown/* details */.zH)(`${trial.name}: ${(0,render_numbers/* count */.U9)(findingsOf(trial), 'finding')}`, body).markdown;
}
function findingsOf(trial) {
    const { cause, others } = (0,render_entries/* entriesOf */.Mc)(trial);
    return (0,render_entries/* findingsIn */._0)(others) + (cause === undefined ? 0 : 1);
}

;// CONCATENATED MODULE: ./build/render/comment.js







/** The sticky comment of a pull request: marker, verdict, what to change, footer, and the state for the next push. */
function renderComment(report, context) {
    const { key, links, maxBytes = commentBytes } = context;
    const first = marker({ key, sha: headOf(report), run: links.run?.number ?? 0 });
    return withinBudget((detail) => {
        const { head, body, foot } = reportParts(report, { ...context, form: 'comment', detail });
        return {
            head: joined([first, head], '\n'),
            body,
            foot: joined([foot, hiddenState(stateOf(report))], '\n'),
        };
    }, maxBytes, leftOut);
}
/** What comment and summary share. */
function reportParts(report, context) {
    const { form, detail, links, previous, suggestions } = context;
    const setting = {
        form,
        detail,
        links,
        head: headOf(report),
        ...(previous === undefined ? {} : { previous }),
        ...(suggestions === undefined ? {} : { suggestions }),
    };
    const [only] = report.trials;
    const single = report.trials.length === 1 ? only : undefined;
    const before = single === undefined ? undefined : earlierState(single, previous);
    return {
        head: (0,markdown/* joined */.oR)([(0,markdown/* markup */.PT) `###`, symbols[(0,wording/* worstVerdict */.zP)(report)], (0,markdown/* prose */.CS)((0,wording/* verdictLine */.MT)(report, before))], ' '),
        body: single === undefined ? severalBody(report, setting) : trialBody(single, setting),
        foot: footer(report, links),
    };
}
/** One symbol in the whole comment, before the verdict. */
const symbols = {
    passed: (0,markdown/* markup */.PT) `✅`,
    failed: (0,markdown/* markup */.PT) `❌`,
    errored: (0,markdown/* markup */.PT) `⚠️`,
    skipped: markdown/* nothing */.s6,
};
/** `Commit [`9f1c2ab`](…), [run 118](…), [settings](…)` */
function footer(report, links) {
    const head = headOf(report);
    const { run } = links;
    return (0,markdown/* joined */.oR)([
        ...(head === '' ? [] : [(0,markdown/* markup */.PT) `Commit ${(0,markdown/* link */.nf)((0,markdown/* code */.aY)(head.slice(0, 7)), links.commit(head))}`]),
        ...(run === undefined ? [] : [(0,markdown/* link */.nf)((0,markdown/* markup */.PT) `run ${run.number}`, run.address)]),
        (0,markdown/* link */.nf)((0,markdown/* markup */.PT) `settings`, links.settings),
    ], ', ');
}
function headOf({ commit }) {
    return commit?.head ?? '';
}

;// CONCATENATED MODULE: ./build/render/summary.js



/** The page of the run: the comment's text without marker and state, and without its limits. */
function renderSummary(report, { paragraph, ...context }) {
    const text = budget_withinBudget((detail) => {
        const parts = reportParts(report, { ...context, form: 'summary', detail });
        return paragraph === undefined ? parts : { ...parts, head: (0,markdown/* paragraphs */.qN)(parts.head, paragraph) };
    }, summaryBytes - 1, budget_leftOut);
    return `${text}\n`;
}
/** Why a pull request from a fork gets no comment, and what a maintainer can do about it. */
function forkParagraph(fork, { relay }) {
    const origin = fork === '' ? markup `a fork that was deleted` : markup `the fork ${code(fork)}`;
    return markup `No comment was posted: this pull request comes from ${origin}, and GitHub gives its workflow a read-only token. This page and the annotations are the whole report, and the verdict counts all the same. Maintainers who want comments here add the ${link(markup `relay workflow`, relay)} once; the contributor need not do anything.`;
}

// EXTERNAL MODULE: ./build/render/finding-text.js + 1 modules
var finding_text = __webpack_require__(4650);
// EXTERNAL MODULE: ./build/render/printing.js
var printing = __webpack_require__(4060);
// EXTERNAL MODULE: ./build/render/terminal-style.js
var terminal_style = __webpack_require__(3373);
// EXTERNAL MODULE: ./build/render/width.js
var width = __webpack_require__(69);
;// CONCATENATED MODULE: ./build/render/terminal.js










/** The report for a terminal of 80 columns. The verdict comes last, where the eye is. */
function renderTerminal(report, options) {
    const several = report.trials.length > 1;
    const blocks = report.trials.flatMap((trial) => [
        ...(several ? [[trialTitle(trial, options)]] : []),
        ...trialBlocks(trial, options),
    ]);
    return `${[...blocks, verdict(report, options)].map((block) => block.join('\n')).join('\n\n')}\n`;
}
/** Of a trial that serves, so many findings are shown; `sea-trial lint` shows all. */
const mostShown = 5;
function trialBlocks(trial, options) {
    const { cause, others } = (0,render_entries/* entriesOf */.Mc)(trial);
    const text = (whole) => ({
        ...options,
        whole,
        sourceOf: (path) => (0,source/* sourceText */.rI)(trial.observation.sources, path),
    });
    const shown = cause !== undefined ? [{ finding: cause, below: [] }] : trial.cause === undefined ? others.slice(0, mostShown) : [];
    const unexplained = cause === undefined ? (0,wording/* trouble */.U$)(trial) : undefined;
    const hidden = (0,render_entries/* findingsIn */._0)(others) - (cause === undefined ? (0,render_entries/* findingsIn */._0)(shown) : 0);
    return [
        ...shown.map((entry) => (0,finding_text/* findingText */.N)(entry, text(entry.finding === cause))),
        ...(unexplained === undefined ? [] : [sentenceLines('error', unexplained, options)]),
        ...trial.notes.map((note) => sentenceLines('note', note, options)),
        (0,stage_words/* stagesInOrder */.XU)(trial)
            .filter((stage) => stage.stage !== 'stop' || stage.status !== 'skipped') // nobody misses it
            .map((stage) => stageRow(trial, stage, hidden, options)),
    ].filter((block) => block.length > 0);
}
/** `  build   52.3 s  9 steps, none from cache; 333.0 MB (overlay2)` */
function stageRow(trial, stage, hidden, options) {
    const time = stage.status === 'skipped' ? '-' : (0,render_numbers/* duration */.p0)(stage.ms);
    const all = stage.stage === 'lint' && hidden > 0 ? '  (all: sea-trial lint)' : '';
    const words = `${(0,printing/* printable */.g$)((0,prose/* plain */.pj)((0,stage_words/* stageWords */._l)(trial, stage)))}${all}`;
    const room = (options.columns ?? 80) - 18;
    const name = (0,terminal_style/* painted */.C$)(stage.stage.padEnd(6), ['bold'], options);
    return (0,terminal_style/* finished */.xl)(`  ${name}${time.padStart(8)}  ${(0,width/* clippedTo */.XB)(words, room)}`, options);
}
function trialTitle(trial, options) {
    const columns = options.columns ?? 80;
    const line = (0,width/* clippedTo */.XB)((0,printing/* printable */.g$)((0,prose/* plain */.pj)(`${trial.name} ${verdictWord(trial)}`)), columns);
    return (0,terminal_style/* finished */.xl)((0,terminal_style/* painted */.C$)(line, ['bold'], options), options);
}
function verdictWord(trial) {
    const word = trial.verdict === 'errored' ? 'could not run' : trial.verdict;
    return `${word}: ${(0,wording/* headline */.Pl)(trial)}`;
}
function sentenceLines(name, sentences, options) {
    const styles = name === 'error' ? ['bold', 'red'] : ['bold'];
    const sentence = (0,printing/* printable */.g$)((0,prose/* plain */.pj)((0,prose/* stopped */.ce)((0,prose/* capitalised */.Iu)(sentences))));
    return (0,terminal_style/* labelled */.wW)(name, styles, sentence, options).map((line) => (0,terminal_style/* finished */.xl)(line, options));
}
function verdict(report, options) {
    const worst = (0,wording/* worstVerdict */.zP)(report);
    const symbol = !options.unicode || worst === 'skipped' ? '' : worst === 'passed' ? '✓ ' : '✗ ';
    const lines = (0,width/* wrapped */.ky)(`${symbol}${(0,printing/* printable */.g$)((0,prose/* plain */.pj)((0,wording/* verdictLine */.MT)(report)))}`, options.columns ?? 80, symbol.length);
    return lines.map((line) => (0,terminal_style/* finished */.xl)((0,terminal_style/* painted */.C$)(line, ['bold', terminal_style/* verdictColours */.Zf[worst]], options), options));
}

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/plan/make-plan.js + 4 modules
var make_plan = __webpack_require__(303);
;// CONCATENATED MODULE: ./build/commands/clean-up.js


/** Removes the containers of a run that was killed; their images are then free to go as well. */
async function removeContainers(docker, runId) {
    for (const id of await docker.containersWithLabel(`${runLabel}=${runId}`))
        await docker.remove(id);
}
/** Removes images that bear a name of ours. What is gone already is no trouble, nor is an engine that is gone: it was told of before. */
async function removeImages(docker, images) {
    for (const image of images) {
        try {
            await docker.removeImage(image);
        }
        catch (error) {
            if (!(error instanceof errors/* SetupError */.w))
                throw error;
        }
    }
}

// EXTERNAL MODULE: ./build/lint/shellcheck.js + 1 modules
var lint_shellcheck = __webpack_require__(3595);
;// CONCATENATED MODULE: ./build/render/mask-values.js
/** A secret of fewer characters cannot be told from ordinary text. */
const fewestCharacters = 4;
const number = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const mask_values_boolean = /^(?:true|false|yes|no|on|off|enabled|disabled|null|none)$/i;
const logLevel = /^(?:trace|debug|info|notice|warn|warning|error|critical|fatal|notset)$/i;
/** Small letters only: a token of dotted parts (a JWT) has capitals. A single word may be a password, so it needs a port. */
const host = /^(?:localhost|(?:\d{1,3}\.){3}\d{1,3}|\[[0-9a-f:.]+\]|[0-9a-f]*::[0-9a-f:.]*|(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24})(?::\d{1,5})?$|^[a-z][a-z0-9-]{0,62}:\d{1,5}$/;
/**
 * Values of `env` that tell nothing: shorter than four characters, a number, a boolean, a host or an address without a
 * password, a log level.
 */
function isPlainValue(value) {
    const trimmed = value.trim();
    return (trimmed.length < fewestCharacters ||
        number.test(trimmed) ||
        mask_values_boolean.test(trimmed) ||
        logLevel.test(trimmed) ||
        host.test(trimmed) ||
        isPlainAddress(trimmed));
}
/** A query may hold a key, and a long random segment of the path is one (as in the addresses of webhooks). */
function isPlainAddress(value) {
    if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(value) || !URL.canParse(value))
        return false;
    const url = new URL(value);
    const random = url.pathname.split('/').some((part) => part.length >= 20 && /\d/.test(part) && /[a-z]/i.test(part));
    return url.password === '' && url.search === '' && url.hash === '' && !random && addressPasswords(value).length === 0;
}
/**
 * The password of `scheme://user:password@host`, up to the last `@`. A slash belongs to it only where no number stands before
 * it: that is a port. Quantities are bounded, so that a hostile line costs no time.
 */
const addressPassword = /:\/\/[^\s:@/?#'"`<>]{0,256}:(?<password>[^\s/?#'"`<>]{1,512}(?=@)|(?!\d{1,5}[/?#])[^\s'"`<>]{1,512}(?=@))/dg;
/** Where passwords of addresses stand in a text. */
function addressPasswords(text) {
    return Array.from(text.matchAll(addressPassword), (match) => {
        const [start, end] = match.indices?.groups?.['password'] ?? [0, 0];
        return { start, end };
    });
}
/**
 * The passwords of the addresses in a text, so that they are found elsewhere too: as written and as meant. One that is a
 * word of its own address (`postgres://postgres:postgres@db`) is hidden in the address only.
 */
function passwordsIn(text) {
    return addressPasswords(text).flatMap(({ start, end }) => {
        const written = text.slice(start, end);
        const lineStart = text.slice(Math.max(0, start - 300), start);
        const around = `${/\S*$/.exec(lineStart)?.[0] ?? ''} ${/^\S{0,300}/.exec(text.slice(end, end + 300))?.[0] ?? ''}`;
        if (around.split(/[^\w-]+/).includes(written))
            return [];
        const meant = decoded(written);
        return meant === written ? [written] : [written, meant];
    });
}
function decoded(written) {
    try {
        return decodeURIComponent(written);
    }
    catch {
        return written; // a lone per cent sign: it was meant as it is
    }
}

;// CONCATENATED MODULE: ./build/render/mask-patterns.js

/** Of a value of several lines, shorter lines are no secret by themselves (a brace of JSON). */
const shortestLine = 4;
/** Fewer characters of base64 would be found everywhere. */
const shortestBase64 = 4;
/** Finds any of these values, in whatever form they may have been written; undefined where there is nothing to find. */
function valuePattern(values) {
    const needles = new Map();
    for (const value of new Set(values.map((each) => each.trim())))
        for (const needle of needlesOf(value))
            needles.set(needle.pattern, needle.length);
    if (needles.size === 0)
        return undefined;
    const longestFirst = Array.from(needles)
        .toSorted((a, b) => b[1] - a[1])
        .map(([pattern]) => pattern);
    return new RegExp(longestFirst.join('|'), 'g');
}
/** All that is to be hidden, in order, overlapping places joined. */
function hiddenSpans(text, pattern) {
    const found = addressPasswords(text);
    if (pattern !== undefined) {
        pattern.lastIndex = 0; // not a copy of it: each would be compiled anew
        for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
            found.push({ start: match.index, end: match.index + match[0].length });
            pattern.lastIndex = match.index + 1; // the next may begin inside of this one
        }
    }
    return union(found.toSorted((a, b) => a.start - b.start));
}
function union(spans) {
    const joined = [];
    for (const { start, end } of spans) {
        const last = joined.at(-1);
        if (last !== undefined && start <= last.end)
            last.end = Math.max(last.end, end);
        else
            joined.push({ start, end });
    }
    return joined;
}
function needlesOf(value) {
    const lines = value.split(/\r\n|[\r\n]/).map((line) => line.trim());
    const parts = lines.length === 1 ? lines : lines.filter((line) => line.length >= shortestLine);
    return [
        ...parts.filter((part) => part !== '').map((part) => ({ pattern: written(part), length: part.length })),
        ...[...new Set([value, ...parts])].flatMap(base64Needles),
    ];
}
/** The value as it may stand in an address, in JSON or in HTML: each character in any of its forms. */
function written(value) {
    return Array.from(value, (character) => /[A-Za-z0-9]/.test(character) ? character : `(?:${formsOf(character).join('|')})`).join('');
}
function formsOf(character) {
    const percent = Array.from(Buffer.from(character), (byte) => `%${anyCase(byte.toString(16).padStart(2, '0'))}`).join('');
    const json = Array.from({ length: character.length }, (_, unit) => String.raw `\\u${anyCase(character.charCodeAt(unit).toString(16).padStart(4, '0'))}`).join('');
    return [...(shortForms.get(character) ?? []), percent, json, literal(character)];
}
/** What JSON, forms and HTML write for some characters; as patterns. */
const shortForms = new Map([
    [' ', [String.raw `\+`]],
    ['"', [String.raw `\\"`, '&quot;', '&#34;']],
    ['\\', [String.raw `\\\\`]],
    ['/', [String.raw `\\/`]],
    ['\t', [String.raw `\\t`]],
    ['&', ['&amp;']],
    ['<', ['&lt;']],
    ['>', ['&gt;']],
    ["'", ['&#39;', '&#x27;']],
]);
/**
 * In base64 three bytes become four characters, so the same bytes look different at each of three positions. Of each the
 * characters that depend on nothing but the value are looked for; what is left at the edges is less than the value.
 */
function base64Needles(value) {
    const bytes = Buffer.from(value);
    const whole = bytes.toString('base64');
    const needles = whole.endsWith('=') && whole.length >= shortestBase64 ? [whole] : [];
    for (const position of [0, 1, 2]) {
        const encoded = Buffer.concat([Buffer.alloc(position), bytes]).toString('base64');
        const first = Math.ceil((position * 8) / 6);
        const last = Math.floor(((position + bytes.length) * 8) / 6);
        if (last - first >= shortestBase64)
            needles.push(encoded.slice(first, last));
    }
    return needles.map((needle) => ({ pattern: base64Pattern(needle), length: needle.length }));
}
/** The alphabet for addresses has other signs, and the usual one may itself be URL-encoded. */
function base64Pattern(needle) {
    return needle.replaceAll('+', '(?:[+-]|%2[bB])').replaceAll('/', '(?:[/_]|%2[fF])').replaceAll('=', '(?:=|%3[dD])');
}
function anyCase(hex) {
    return hex.replaceAll(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
}
function literal(character) {
    return character.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw `\$&`);
}

;// CONCATENATED MODULE: ./build/render/mask.js


const stars = '***';
/** Hides the values as they are, URL-encoded and in base64, and every password in an address. */
function maskFor({ secrets, env, publicText }) {
    const pattern = valuePattern([
        ...secrets,
        ...env.filter((value) => !isPlainValue(value) && !publicText.includes(value)),
        ...[...secrets, ...env, publicText].flatMap(passwordsIn).filter((password) => !isPlainValue(password)),
    ]);
    const replace = (text, by) => {
        let masked = '';
        let at = 0;
        for (const { start, end } of hiddenSpans(text, pattern)) {
            masked += text.slice(at, start) + by(text.slice(start, end));
            at = end;
        }
        return masked + text.slice(at);
    };
    return Object.assign((text) => replace(text, () => stars), {
        // A break would be lost in a star, and the lines behind it move.
        sameLength: (text) => replace(text, (hidden) => hidden.replaceAll(/[^\r\n]/g, '*')),
    });
}
function maskDeep(value, mask) {
    return deeply(value, { mask: (text) => mask(text), within: (name) => within(name, mask), key: '' });
}
/** Under these names stand words of closed lists, which programs read; a secret may happen to read the same. */
const closedWords = new Set('cause check ended family kind protocol safety severity since stage status store stream unit verdict'.split(' '));
/** Under these stand names that others chose, so that none of them tells what the value is. */
const foreignNames = new Set(['headers', 'buildArguments']);
function within(name, mask) {
    if (name === 'sources')
        return { mask: mask.sameLength, within: inner };
    return inner(name);
}
function inner(name) {
    return foreignNames.has(name) ? { within: () => ({ key: '' }) } : {};
}
function deeply(value, how) {
    if (typeof value === 'string')
        return closedWords.has(how.key) ? value : how.mask(value);
    if (Array.isArray(value))
        return value.map((entry) => deeply(entry, how));
    if (value instanceof Error)
        return maskedError(value, how);
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, deeply(entry, { ...how, key, ...how.within(key) })]));
}
function maskedError(error, how) {
    const cause = error.cause === undefined ? {} : { cause: deeply(error.cause, how) };
    const masked = new Error(how.mask(error.message), cause);
    masked.name = error.name;
    if (error.stack !== undefined)
        masked.stack = how.mask(error.stack);
    return masked;
}

// EXTERNAL MODULE: ./build/settings/configuration.js + 2 modules
var configuration = __webpack_require__(5407);
// EXTERNAL MODULE: ./build/diagnoses/index.js + 39 modules
var diagnoses = __webpack_require__(4374);
// EXTERNAL MODULE: ./build/lint/lint.js + 5 modules
var lint = __webpack_require__(6233);
// EXTERNAL MODULE: ./build/probes/index.js + 10 modules
var probes = __webpack_require__(2570);
// EXTERNAL MODULE: ./build/stages/build.js + 1 modules
var build = __webpack_require__(2924);
// EXTERNAL MODULE: ./build/lint/severity.js
var severity = __webpack_require__(6849);
// EXTERNAL MODULE: ./build/lint/suppression.js
var suppression = __webpack_require__(5763);
;// CONCATENATED MODULE: ./build/trial/settle.js

/** The paths whose size the probes want to know, for what lint suspects in this image. */
function pathsToMeasure(suspected, observation, facts) {
    const { container } = observation;
    if (container === undefined)
        return [];
    const paths = suspected.flatMap((finding) => probes.probes.flatMap((probe) => probe.settles.includes(finding.check) ? (probe.measures?.({ finding, facts, observation, container }) ?? []) : []));
    return [...new Set(paths)];
}
/** Lint's suspicions, each confirmed, priced or refuted where the run tells; the others stay as they are. */
function settleFindings(suspected, observation, facts) {
    const { container } = observation;
    if (container === undefined)
        return suspected;
    return suspected.map((finding) => {
        for (const probe of probes.probes) {
            const settlement = probe.settles.includes(finding.check)
                ? probe.settle({ finding, facts, observation, container })
                : undefined;
            if (settlement === undefined)
                continue;
            const { status, cost, evidence } = settlement;
            return {
                ...finding,
                status,
                ...(cost === undefined ? {} : { cost }),
                evidence: [...finding.evidence, ...evidence],
            };
        }
        return finding;
    });
}

// EXTERNAL MODULE: ./build/finding.js
var build_finding = __webpack_require__(1633);
// EXTERNAL MODULE: ./build/lint/order.js
var order = __webpack_require__(6064);
;// CONCATENATED MODULE: ./build/trial/verdict.js


/**
 * Could not run comes before failed: where the set-up stopped the trial, the image is not blamed.
 * `failOn` concerns findings alone; an image that does not build or serve has failed whatever it says.
 */
function judge(stages, findings, failOn) {
    const errored = stages.find((stage) => stage.status === 'errored');
    const failed = stages.find((stage) => stage.status === 'failed');
    const ended = errored ?? failed;
    if (ended !== undefined && 'findings' in ended) {
        return { verdict: errored === undefined ? 'failed' : 'errored', cause: ended.findings[0]?.check ?? 'unknown' };
    }
    return { verdict: findings.some((finding) => fails(finding, failOn)) ? 'failed' : 'passed', cause: undefined };
}
/** What the run refuted fails nothing. */
function fails(finding, failOn) {
    if (failOn === 'never' || finding.status === 'refuted')
        return false;
    return build_finding/* severities */.g.indexOf(finding.severity) <= build_finding/* severities */.g.indexOf(failOn);
}
/**
 * One cause is one entry: a suspicion of lint and a diagnosis of the run that name the same flaw become one finding,
 * in the words of the run, at the place where the flaw stands, with the evidence of both.
 */
function joinFindings(suspected, seen) {
    const joined = seen.map((finding) => {
        const suspicion = suspected.find((candidate) => isSameFlaw(candidate, finding));
        if (suspicion === undefined)
            return finding;
        const { location, fix } = { ...withoutUndefined(suspicion), ...withoutUndefined(finding) };
        return {
            ...finding,
            aliases: [...new Set([...suspicion.aliases, ...finding.aliases])],
            ...(location === undefined ? {} : { location }),
            ...(fix === undefined ? {} : { fix }),
            evidence: [...finding.evidence, ...suspicion.evidence],
            fingerprint: suspicion.fingerprint,
        };
    });
    const left = suspected.filter((candidate) => !seen.some((finding) => isSameFlaw(candidate, finding)));
    return (0,order/* inOrder */.a)([...joined, ...left]);
}
function isSameFlaw(suspicion, seen) {
    return (suspicion.check === seen.check && (seen.location === undefined || suspicion.location?.path === seen.location.path));
}
function withoutUndefined({ location, fix }) {
    return { ...(location === undefined ? {} : { location }), ...(fix === undefined ? {} : { fix }) };
}

;// CONCATENATED MODULE: ./build/trial/compile-report.js






/** All that the stages came to, as one report: here lint's suspicions meet what the run saw. */
function compileReport({ plan, linted, logbook, tried, image, failOn }) {
    const { observation, stages } = logbook;
    const { facts } = plan;
    const seen = stages.flatMap((stage) => (stage.stage === 'lint' || stage.status === 'skipped' ? [] : stage.findings));
    const settled = settleFindings(linted.findings, observation, facts);
    const fromBuild = (0,build/* buildkitFindings */.JN)(observation.build?.warnings ?? [], facts, settled);
    const buildkit = (0,suppression/* silence */.a)((0,severity/* withSeverities */.sC)(fromBuild.map((finding) => ({ finding })), plan.lint.severities ?? {}), facts.dockerfile, (0,lint/* pragmasInForce */.gL)(facts.dockerfile, plan.lint), plan.lint.ignore ?? []);
    const findings = joinFindings([...settled, ...buildkit.findings], seen);
    const { container } = observation;
    return {
        name: plan.name,
        file: plan.file,
        context: plan.context,
        ...judge(stages, findings, failOn),
        stages,
        findings,
        ignored: [...linted.ignored, ...buildkit.ignored],
        ...(image === undefined ? {} : { image, layerLines: (0,build/* layerLines */.lI)(image, facts) }),
        ...(observation.build === undefined ? {} : { steps: (0,build/* timedSteps */.Xe)(observation.build.steps, facts) }),
        ...(container?.wait.readyAtMs === undefined ? {} : { startupMs: container.wait.readyAtMs }),
        ...(tried.probes.length === 0 ? {} : { probes: tried.probes }),
        ...(container?.runtime === undefined ? {} : { runtime: container.runtime }),
        ...(container?.stop === undefined ? {} : { stopped: container.stop }),
        notes: [
            ...plan.notes,
            ...(tried.movedTo === undefined
                ? []
                : [`Port 8000 is taken on this machine, so the container was published on port ${tried.movedTo}.`]),
        ],
        observation,
    };
}

;// CONCATENATED MODULE: ./build/stages/running.js
/** Who runs, as whom, and where it listens: asked while it still runs. */
async function observeRunning(container, watch, docker) {
    const proc = docker.observeProcess(container);
    const processes = await docker.processes(container.id);
    const first = processes.find((process) => process.pid === container.state.pid) ?? processes[0];
    const runtime = {
        user: first?.user ?? container.user,
        ...(proc?.uid === undefined ? {} : { uid: proc.uid }),
        processes: processes.length,
        listening: watch.listening.map((socket) => socket.family === 'unix'
            ? `unix:${socket.address}`
            : `${socket.family === 'ipv6' ? `[${socket.address}]` : socket.address}:${socket.port}`),
        ...(proc?.memoryBytes === undefined ? {} : { memoryBytes: proc.memoryBytes }),
        ...(proc?.memoryPeakBytes === undefined ? {} : { memoryPeakBytes: proc.memoryPeakBytes }),
    };
    watch.sawRunning(processes, runtime);
    return runtime;
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
;// CONCATENATED MODULE: ./build/probes/exchange.js

/** Of an answer's body at most this many bytes are kept; the rest is counted and thrown away. */
const mostBodyBytes = 1_000_000;
/**
 * Sends one request on a connection of its own and says how it ended; never throws.
 * Not `fetch`: that one hides whether a connection was reset or closed without a byte, and obeys NODE_USE_ENV_PROXY,
 * and a probe must never leave through a proxy.
 */
function exchange(asked) {
    const began = performance.now();
    const agent = new external_node_http_.Agent({ keepAlive: false });
    return new Promise((resolve) => {
        const finish = (outcome) => {
            clearTimeout(limit);
            asked.signal?.removeEventListener('abort', onAbort);
            sent.destroy();
            agent.destroy();
            resolve({ outcome, ms: performance.now() - began });
        };
        const onAbort = () => finish({ kind: 'failed', detail: 'given up' });
        const sent = (0,external_node_http_.request)(asked.url, {
            agent,
            method: asked.method,
            headers: { 'user-agent': 'sea-trial', accept: '*/*', connection: 'close', ...asked.headers },
        });
        const limit = setTimeout(() => finish({ kind: 'timeout' }), asked.limitMs);
        sent.on('error', (error) => finish(outcomeOfError(error)));
        // 101 arrives here, and nowhere else: the server speaks HTTP, so it is an answer.
        sent.on('upgrade', (answer) => finish({
            kind: 'answered',
            status: answer.statusCode ?? 0,
            headers: flat(answer.headers),
            body: '',
            bodyBytes: 0,
        }));
        sent.on('response', (answer) => {
            const kept = [];
            let bodyBytes = 0;
            const answered = () => ({
                kind: 'answered',
                status: answer.statusCode ?? 0,
                headers: flat(answer.headers),
                body: Buffer.concat(kept).toString('utf8'),
                bodyBytes,
            });
            // An endless body (server-sent events) is an answer all the same: its status and what came of it count.
            answer.on('data', (chunk) => {
                if (bodyBytes < mostBodyBytes)
                    kept.push(chunk.subarray(0, mostBodyBytes - bodyBytes));
                bodyBytes += chunk.length;
            });
            answer.on('end', () => finish(answered()));
            answer.on('error', () => finish({ kind: 'failed', detail: `the connection broke after ${bodyBytes} bytes of the answer` }));
            clearTimeout(limit);
            const bodyLimit = setTimeout(() => finish(answered()), Math.max(1, asked.limitMs - (performance.now() - began)));
            answer.on('close', () => clearTimeout(bodyLimit));
        });
        asked.signal?.addEventListener('abort', onAbort, { once: true });
        sent.end(asked.body);
        if (asked.signal?.aborted === true)
            onAbort();
    });
}
/** Node's own error codes: `socket hang up` is an end of the stream without a byte, `read ECONNRESET` a reset. */
function outcomeOfError(error) {
    const code = error.code ?? '';
    if (code === 'ECONNREFUSED')
        return { kind: 'refused' };
    if (code === 'ECONNRESET')
        return error.message === 'socket hang up' ? { kind: 'closed' } : { kind: 'reset' };
    if (code === 'EPIPE')
        return { kind: 'reset' };
    if (code.startsWith('HPE_'))
        return { kind: 'not-http', detail: error.message };
    return { kind: 'failed', detail: error.message };
}
function flat(headers) {
    return Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]]));
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./build/probes/judge.js

/** Undefined where the answer is as expected; else what differs, to stand behind "GET /health: ". */
function deviation(outcome, expect) {
    if (outcome.kind !== 'answered')
        return describeOutcome(outcome);
    if (expect.status !== undefined && outcome.status !== expect.status)
        return `answered ${outcome.status} instead of ${expect.status}`;
    if (expect.status === undefined && outcome.status >= 500)
        return `answered ${outcome.status}`;
    for (const [name, part] of Object.entries(expect.headers)) {
        const value = outcome.headers[name];
        if (value === undefined)
            return `answered without the header ${name}`;
        if (!value.includes(part))
            return `answered ${name}: ${value}, which does not contain ${JSON.stringify(part)}`;
    }
    for (const part of expect.contains) {
        if (!outcome.body.includes(part))
            return `answered a body that does not contain ${JSON.stringify(part)}`;
    }
    return expect.json === undefined ? undefined : jsonDeviation(outcome.body, expect.json);
}
function jsonDeviation(body, expected) {
    try {
        const answered = JSON.parse(body);
        return (0,external_node_util_.isDeepStrictEqual)(answered, expected)
            ? undefined
            : `answered the JSON ${clip(JSON.stringify(answered))} instead of ${clip(JSON.stringify(expected))}`;
    }
    catch {
        return `answered ${clip(JSON.stringify(body))}, which is not JSON`;
    }
}
/** In words, for people: `200`, `accepted, then reset`. */
function describeOutcome(outcome) {
    switch (outcome.kind) {
        case 'answered':
            return `${outcome.status}`;
        case 'refused':
            return 'connection refused';
        case 'reset':
            return 'accepted, then reset';
        case 'closed':
            return 'accepted, then closed without an answer';
        case 'timeout':
            return 'no answer in time';
        case 'not-http':
            return `answered bytes that are not HTTP (${outcome.detail})`;
        case 'failed':
            return outcome.detail;
    }
}
function clip(text) {
    return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}

;// CONCATENATED MODULE: ./build/stages/smoke.js


const repeatEveryMs = 100;
/** Asks the probes one after another. */
async function smoke(plan, setting) {
    const results = [];
    for (const probe of plan.probes)
        results.push(await ask(probe, plan, setting));
    return results;
}
/**
 * A given probe is repeated until it passes or the time for getting ready is over: a worker may still be loading.
 * `GET /` was answered already when the container got ready, so what it says now is what it says.
 */
async function ask(probe, plan, setting) {
    const { watch, clock, signal } = setting;
    const isGiven = plan.probes.indexOf(probe) > 0;
    const url = addressOf(probe, setting);
    for (;;) {
        signal.throwIfAborted();
        const atMs = watch.elapsedMs;
        const { outcome, ms } = await exchange({
            method: probe.method,
            url,
            headers: probe.headers,
            limitMs: probe.limitMs,
            signal,
        });
        const differs = deviation(outcome, probe.expect);
        const passed = differs === undefined;
        watch.exchanges.add({
            atMs,
            ms,
            request: `${probe.method} ${url.href}`,
            outcome: clipped(outcome),
            probe: probe.text,
            passed,
        });
        if (passed || !isGiven || watch.hasExited || watch.elapsedMs >= plan.readyLimitMs) {
            return {
                request: `${probe.method} ${probe.port === undefined ? '' : `:${probe.port}`}${probe.path}`,
                outcome: differs ?? describeOutcome(outcome),
                ...(outcome.kind === 'answered' ? { status: outcome.status } : {}),
                ms,
                passed,
            };
        }
        await Promise.race([clock.sleep(repeatEveryMs, signal), watch.exited]);
    }
}
/** Another port is asked where it was published. */
function addressOf(probe, { address, published }) {
    const url = new URL(probe.path, address);
    const { port } = probe;
    if (port !== undefined)
        url.port = `${published.find(({ containerPort }) => containerPort === port)?.hostPort ?? port}`;
    return url;
}
const mostBodyCharacters = 2_000;
function clipped(outcome) {
    return outcome.kind === 'answered' ? { ...outcome, body: outcome.body.slice(0, mostBodyCharacters) } : outcome;
}

// EXTERNAL MODULE: ./build/diagnoses/crash-loop.js
var crash_loop = __webpack_require__(9432);
// EXTERNAL MODULE: ./build/diagnoses/failed-exchange.js
var failed_exchange = __webpack_require__(8143);
// EXTERNAL MODULE: ./build/diagnoses/traceback.js + 2 modules
var diagnoses_traceback = __webpack_require__(8730);
;// CONCATENATED MODULE: ./build/diagnoses/fatal.js

/** Nothing that ends a process is followed by more than a server's last words. */
const mostLinesAfter = 40;
/** The exception that ended it, or that an answer came from; undefined where the log goes on as if nothing had happened. */
function fatalTraceback({ tracebacks, log, moment, }) {
    const last = tracebacks.at(-1);
    const fatal = tracebacks.findLast((traceback) => !isWrapper(traceback));
    if (last === undefined || fatal === undefined || moment === 'answer')
        return fatal;
    const after = log.slice(lastLineOf(last) + 1).filter((line) => line.trim() !== '');
    if (after.length > mostLinesAfter || after.some(isSignOfLife))
        return undefined;
    return fatal;
}
/** The log ends with an exception that went through the very beginning of the program: a thread that is left keeps the process alive. */
function endedInMain({ tracebacks, log }) {
    const last = tracebacks.at(-1);
    if (last === undefined || last.frames[0]?.function !== '<module>')
        return false;
    return log.slice(lastLineOf(last) + 1).every((line) => line.trim() === '');
}
/** What a server raises about an exception that it has already told. */
function isWrapper(traceback) {
    const name = (0,diagnoses_traceback/* shortName */.EU)(traceback);
    return (['HaltServer', 'LifespanFailureError', 'KeyboardInterrupt', 'CancelledError', 'SystemExit'].includes(name) ||
        (name === 'RuntimeError' && /^While importing '[^']*', an ImportError was raised:/.test(traceback.message)));
}
function lastLineOf(traceback) {
    return Math.max(traceback.lastLine, ...traceback.members.map(lastLineOf)) + traceback.detail.length;
}
/** The application is up, or has answered, after all. */
function isSignOfLife(line) {
    return /Application startup complete|ASGI server listening|Started worker-\d|HTTP\/[\d.]+" [1-4]\d\d\b/.test(line);
}

// EXTERNAL MODULE: ./build/diagnoses/traceback-lines.js
var traceback_lines = __webpack_require__(8126);
;// CONCATENATED MODULE: ./build/diagnoses/symptoms.js





/** It is asked many times a second, and only what happened last decides. */
const mostLinesWhileRunning = 6_000;
/** pip lists the versions of a package in one line; what is longer still says nothing. */
const longestLine = 20_000;
/** Undefined where nothing has failed. `running`: asked while the container is still being waited for. */
function symptomsOf(seen, running = false) {
    const { build, container } = seen.observation;
    const failed = failedBuild(build);
    if (failed !== undefined)
        return withLog({ ...seen, moment: 'build', build: failed }, failed.failure.log);
    if (container === undefined)
        return undefined;
    const moment = running ? 'silent' : momentOf(container);
    if (moment === undefined)
        return undefined;
    const lines = running ? container.log.slice(-mostLinesWhileRunning) : container.log;
    const symptoms = withLog({ ...seen, moment, container }, lines.map(({ text }) => text));
    const gaveUp = moment === 'exit' ||
        (moment === 'silent' && ((0,crash_loop/* crashedForGood */.P)(symptoms, container, running) || (!running && endedInMain(symptoms))));
    const answersBadly = moment === 'answer' && (0,failed_exchange/* failedExchanges */.k)(container).some(isServersFault);
    const fatal = gaveUp || answersBadly ? fatalTraceback(symptoms) : undefined;
    return { ...symptoms, gaveUp, ...(fatal === undefined ? {} : { fatal }) };
}
function failedBuild(build) {
    if (build === undefined || (build.failure === undefined && build.exitCode === 0 && !build.timedOut))
        return undefined;
    const failure = build.failure ?? { message: 'the build ended without saying why', failedSteps: [], log: [] };
    return { ...build, failure };
}
function momentOf({ state, create, wait, exchanges, stop }) {
    if (wait.ended === 'not-started' || state === undefined || create.exitCode !== 0)
        return 'create';
    const gone = state.status === 'exited' || state.status === 'dead';
    if (wait.ended === 'exited' || (gone && stop === undefined))
        return 'exit';
    if (wait.ended === 'ready')
        return exchanges.some(({ passed }) => passed === false) ? 'answer' : undefined;
    return 'silent';
}
/** An exception of the application may be behind it. */
function isServersFault({ outcome }) {
    return outcome.kind !== 'answered' || outcome.status >= 500;
}
function withLog(symptoms, lines) {
    const log = lines.map((line) => (0,traceback_lines/* unstyled */.t)(line.length > longestLine ? line.slice(0, longestLine) : line));
    return { ...symptoms, log, tracebacks: (0,diagnoses_traceback/* readTracebacks */.WL)(log), gaveUp: false };
}

// EXTERNAL MODULE: ./build/diagnoses/evidence.js
var evidence = __webpack_require__(9501);
// EXTERNAL MODULE: ./build/diagnoses/place.js
var diagnoses_place = __webpack_require__(2401);
// EXTERNAL MODULE: ./build/diagnoses/start.js
var start = __webpack_require__(222);
;// CONCATENATED MODULE: ./build/diagnoses/unknown.js



/** Not on the shelf: what is told when no cause is recognised. It claims what was seen, and nothing else. */
const unknown = {
    id: 'unknown',
    blames: 'image',
    summary: 'the trial failed, and its cause is not one that is known here',
    why: 'No known cause fits what was seen. The evidence is all there is: what the container did, what it listened on, how requests ended, and the end of its log.',
    references: [],
    moments: ['build', 'create', 'exit', 'silent', 'answer'],
    examples: [],
    confusions: [],
    *recognise(symptoms) {
        const { moment, container, build, facts } = symptoms;
        const place = build === undefined ? (0,start/* startPlace */.Gh)(facts) : (0,diagnoses_place/* failedPlace */.N5)(facts, build.failure.line);
        yield {
            ...(moment === 'silent' ? { headline: 'it runs and does not answer, the cause is not known' } : {}),
            title: titles[moment](container?.state?.exitCode ?? 0),
            why: 'None of the known causes fits what was seen, so none is named.',
            advice: 'Read the evidence, the end of the log first.',
            ...(place === undefined ? {} : { location: place }),
            evidence: [
                ...(0,evidence/* buildEvidence */.KX)(symptoms),
                ...(container === undefined ? [] : (0,evidence/* exitEvidence */.wz)(container)),
                ...(0,evidence/* logTail */.RB)(symptoms, 20),
                ...(container === undefined ? [] : [...(0,evidence/* socketEvidence */.xY)(container), ...(0,evidence/* exchangeEvidence */.h8)(container)]),
            ],
        };
    },
};
const titles = {
    build: () => 'the build fails for a reason that is not known here',
    create: () => 'docker does not start the container, for a reason that is not known here',
    exit: (exitCode) => `the container exits with code ${exitCode} before it answers`,
    silent: () => 'the container runs and does not answer, for a reason that is not known here',
    answer: () => 'the container answers, and not as it should',
};

;// CONCATENATED MODULE: ./build/diagnoses/diagnose.js





/** Why the image does not build, start or answer as it should. Where no cause is recognised, `unknown` says what was seen. */
function diagnose(seen) {
    const symptoms = symptomsOf(seen);
    if (symptoms === undefined)
        return { blames: 'image', findings: [] };
    const recognised = recogniseIn(symptoms, diagnoses.diagnoses);
    const all = recognised.length > 0 ? recognised : recogniseIn(symptoms, [unknown]);
    return {
        blames: recognised[0]?.diagnosis.blames ?? blameForUnknown(symptoms),
        findings: all.map((each) => findingOf(each, symptoms)),
    };
}
/** Where docker refused the request, or no step of the build failed, nobody has come to the image yet. */
function blameForUnknown({ moment, build, container }) {
    const refused = moment === 'create' && container?.create.exitCode === 125;
    return refused || (build !== undefined && build.failure.step === undefined && !build.timedOut) ? 'setup' : 'image';
}
/** What is certain while the container is still being waited for; undefined while more may come. */
function diagnoseEarly(seen) {
    const symptoms = symptomsOf(seen, true);
    if (symptoms === undefined)
        return undefined;
    const [root] = recogniseIn(symptoms, diagnoses.diagnoses.filter(({ early }) => early === true));
    return root === undefined ? undefined : findingOf(root, symptoms);
}
/** Of chained exceptions the last one killed it, so it is asked first; the general causes are asked when no other is recognised. */
function recogniseIn(symptoms, shelf) {
    const { fatal, ...rest } = symptoms;
    const asked = fatal === undefined ? [rest] : (0,diagnoses_traceback/* chainOf */.dR)(fatal).map((each) => ({ ...rest, fatal: each }));
    const present = shelf.filter(({ moments }) => moments.includes(symptoms.moment));
    for (const each of asked) {
        const particular = diagnose_ask(each, present.filter(({ general }) => general !== true));
        if (particular.length > 0)
            return particular;
    }
    return diagnose_ask(symptoms, present.filter(({ general }) => general === true)).slice(0, 1);
}
/** In the order of the shelf, which is the order of the decision; what an earlier one explains is left out. */
function diagnose_ask(symptoms, shelf) {
    const found = [];
    for (const diagnosis of shelf) {
        if (found.some(({ recognised }) => recognised.explains?.includes(diagnosis.id) === true))
            continue;
        for (const recognised of diagnosis.recognise(symptoms))
            found.push({ diagnosis, recognised });
    }
    return found;
}
function findingOf({ diagnosis, recognised }, { facts }) {
    const { headline, title, why, advice, location, evidence, severity, fix } = recognised;
    return {
        check: diagnosis.id,
        aliases: [],
        severity: severity ?? 'error',
        title,
        ...(headline === undefined ? {} : { headline }),
        why,
        advice,
        ...(location === undefined ? {} : { location }),
        evidence,
        status: 'confirmed',
        fingerprint: (0,build_finding/* fingerprintOf */.a)(diagnosis.id, location?.path ?? '', placeText(location, facts)),
        ...(fix === undefined ? {} : { fix }),
    };
}
/** The instruction's text in the Dockerfile, elsewhere the line's: what stays the same when lines move. */
function placeText(location, { dockerfile, context }) {
    if (location === undefined)
        return '';
    if (location.path === dockerfile.path) {
        const instruction = dockerfile.instructions.find(({ lines }) => lines[0] <= location.line && location.line <= lines[1]);
        if (instruction !== undefined)
            return instruction.text;
    }
    const file = context.listing.files.find((name) => context.reportPath(name) === location.path);
    return (file === undefined ? undefined : context.readText(file))?.split(/\r\n|\n|\r/)[location.line - 1] ?? '';
}

;// CONCATENATED MODULE: ./build/stages/launch.js
/** `docker run --detach`. Where our own default port is taken on the host, a free one does as well. */
async function launch(plan, image, setting) {
    const { docker, engine } = setting;
    // Only this machine shall reach what is under trial, unless the user publishes it otherwise.
    const publish = plan.publish.map((port) => plan.portIsOurs && engine.local ? { ...port, hostIp: '127.0.0.1' } : port);
    let outcome = await runContainer(docker, plan, image, publish);
    let moved = false;
    if (plan.portIsOurs && isPortTaken(outcome)) {
        if (outcome.id !== undefined)
            await docker.remove(outcome.id);
        outcome = await runContainer(docker, plan, image, publish.map((port) => ({ ...port, hostPort: 0 })));
        moved = true;
    }
    const container = outcome.id === undefined ? undefined : await docker.inspectContainer(outcome.id);
    const create = { argv: outcome.argv, exitCode: outcome.exitCode, stderr: outcome.stderr };
    const hostPort = container?.published.find((port) => port.containerPort === plan.port)?.hostPort;
    return {
        create,
        ...(outcome.exitCode === 0 && container !== undefined ? { container } : {}),
        ...(moved && hostPort !== undefined ? { movedTo: hostPort } : {}),
        observation: {
            image,
            create,
            ...(container === undefined ? {} : { state: container.state }),
            published: container?.published ?? [],
            port: plan.port,
            log: [],
            omittedLogLines: 0,
            sockets: [],
            processes: [],
            exchanges: [],
            measures: [],
            wait: { limitMs: 0, ms: 0, ended: 'not-started' },
        },
    };
}
function runContainer(docker, plan, image, publish) {
    return docker.run({
        image: image.id,
        name: plan.containerName,
        labels: plan.labels,
        publish,
        environment: plan.environment,
        environmentFiles: plan.environmentFiles,
        ...(plan.network === undefined ? {} : { network: plan.network }),
        options: plan.options,
    });
}
/** Another container holds it, or a process of the host: docker has a sentence for each. */
function isPortTaken(outcome) {
    return outcome.exitCode !== 0 && /port is already allocated|address already in use/.test(outcome.stderr);
}

;// CONCATENATED MODULE: ./build/stages/exchange-log.js

/**
 * Keeps what was asked and answered. The same again is one entry that counts, also where two outcomes take turns:
 * docker's proxy resets or closes at random while nothing listens behind it.
 */
class ExchangeLog {
    #entries = [];
    add(exchange) {
        for (const at of [this.#entries.length - 1, this.#entries.length - 2]) {
            const earlier = this.#entries[at];
            if (earlier !== undefined && same(earlier, exchange)) {
                this.#entries[at] = { ...earlier, ms: exchange.ms, times: earlier.times + 1 };
                return;
            }
        }
        this.#entries.push({ ...exchange, times: 1 });
    }
    get entries() {
        return this.#entries;
    }
}
function same(a, b) {
    return (a.request === b.request &&
        a.probe === b.probe &&
        a.passed === b.passed &&
        (0,external_node_util_.isDeepStrictEqual)(withoutHeaders(a.outcome), withoutHeaders(b.outcome)));
}
/** `date` differs each second, and says nothing. */
function withoutHeaders(outcome) {
    return outcome.kind === 'answered' ? { ...outcome, headers: {} } : outcome;
}

;// CONCATENATED MODULE: ./build/stages/log-keeper.js
/** Half of it for the head, which names the start's trouble, half for the tail, which says how it ended. */
const mostCharacters = 10_000_000;
/** Keeps the head and the tail of a log without end. */
class LogKeeper {
    #head = [];
    #tail = [];
    #headCharacters = 0;
    #tailCharacters = 0;
    #dropped = 0;
    #firstKept = 0;
    add(line) {
        if (this.#tail.length === 0 && this.#headCharacters + line.text.length <= mostCharacters / 2) {
            this.#head.push(line);
            this.#headCharacters += line.text.length;
            return;
        }
        this.#tail.push(line);
        this.#tailCharacters += line.text.length;
        while (this.#tailCharacters > mostCharacters / 2 && this.#firstKept < this.#tail.length - 1) {
            this.#tailCharacters -= this.#tail[this.#firstKept]?.text.length ?? 0;
            this.#firstKept += 1;
            this.#dropped += 1;
        }
        // Shifting each time would be quadratic; the dropped ones go away in large pieces.
        if (this.#firstKept > 10_000) {
            this.#tail.splice(0, this.#firstKept);
            this.#firstKept = 0;
        }
    }
    get lines() {
        return this.#tail.length === 0 ? this.#head : [...this.#head, ...this.#tail.slice(this.#firstKept)];
    }
    get omittedLines() {
        return this.#dropped;
    }
}

;// CONCATENATED MODULE: ./build/stages/watch.js


/**
 * Watches a container from its start until it is disposed of: both log streams, its end, its listening sockets.
 * `snapshot` is what has been seen so far.
 */
class Watch {
    #watched;
    #stopped = new AbortController();
    #log = new LogKeeper();
    #sockets = [];
    #tasks;
    exchanges = new ExchangeLog();
    /** Resolves when the container has ended, and its log has been read. */
    exited;
    #state;
    #processes = [];
    #runtime;
    #stop;
    #hasExited = false;
    constructor(watched) {
        this.#watched = watched;
        this.#state = watched.container.state;
        const { docker, container } = watched;
        const log = docker.followLog(container.id, (line) => this.#log.add(line), this.#stopped.signal);
        const exit = docker.waitForExit(container.id, this.#stopped.signal);
        this.exited = this.#untilExited(exit, log);
        this.#tasks = [log, this.exited, this.#readSockets()];
        // Their failure is told by whoever awaits them; until then it must not end the process.
        for (const task of this.#tasks)
            task.catch(() => { });
    }
    get hasExited() {
        return this.#hasExited;
    }
    /** Milliseconds since the container was started, by the engine's clock. */
    get elapsedMs() {
        return this.#watched.clock.now() - (this.#state.startedAt ?? this.#watched.clock.now());
    }
    /** As inspected last. */
    get state() {
        return this.#state;
    }
    /** Asks docker for the state anew. */
    async inspect() {
        const found = await this.#watched.docker.inspectContainer(this.#watched.container.id);
        if (found !== undefined)
            this.#state = found.state;
        return this.#state;
    }
    /** Who runs, and what the kernel says of it. */
    sawRunning(processes, runtime) {
        this.#processes = processes;
        this.#runtime = runtime;
    }
    sawStop(stop) {
        this.#stop = stop;
    }
    /** The listening sockets as read last. */
    get listening() {
        return this.#sockets.at(-1)?.listening ?? [];
    }
    snapshot(wait) {
        const { image, create, container, port, limitMs } = this.#watched;
        return {
            image,
            create,
            state: this.#state,
            published: container.published,
            port,
            log: this.#log.lines,
            omittedLogLines: this.#log.omittedLines,
            sockets: this.#sockets,
            processes: this.#processes,
            exchanges: this.exchanges.entries,
            measures: [],
            wait: { limitMs, ms: this.elapsedMs, ...wait },
            ...(this.#runtime === undefined ? {} : { runtime: this.#runtime }),
            ...(this.#stop === undefined ? {} : { stop: this.#stop }),
        };
    }
    /** Ends the watching; the container itself is left as it is. */
    async [Symbol.asyncDispose]() {
        this.#stopped.abort();
        await Promise.allSettled(this.#tasks);
    }
    async #untilExited(exit, log) {
        await exit;
        await log;
        await this.inspect();
        this.#hasExited = true;
    }
    async #readSockets() {
        const { docker, container, clock } = this.#watched;
        const reader = await docker.socketReader(container);
        if (reader === undefined)
            return;
        while (!this.#stopped.signal.aborted && !this.#hasExited) {
            const listening = await reader.read();
            // undefined: its processes have ended, or are not ours to read any more.
            if (listening !== undefined && JSON.stringify(listening) !== JSON.stringify(this.listening))
                this.#sockets.push({ atMs: this.elapsedMs, listening });
            await clock.sleep(reader.everyMs, this.#stopped.signal);
        }
    }
}

;// CONCATENATED MODULE: ./build/stages/start.js





/** Between two requests while nothing answers; the lag between the first possible answer and ours is half of it. */
const requestEveryMs = 15;
/** A server that accepts and is silent is asked anew after this: it may have lost the first request while it started. */
const requestLimitMs = 5_000;
const decideEveryMs = 50;
/** Starts the container and waits until it answers, has ended, or is known never to answer. The container is left for the caller to remove. */
async function start_start(plan, image, setting) {
    const launched = await launch(plan.start, image, setting);
    if (launched.container === undefined)
        return { ended: 'not-started', observation: launched.observation };
    const published = launched.container.published.find((port) => port.containerPort === plan.start.port && port.protocol === 'tcp');
    const watch = new Watch({
        ...setting,
        image,
        create: launched.create,
        container: launched.container,
        port: plan.start.port,
        limitMs: plan.readyLimitMs,
    });
    try {
        const address = `http://${setting.engine.host}:${published?.hostPort ?? plan.start.port}`;
        const wait = await untilDecided(watch, address, plan.readyLimitMs, setting);
        if (wait.ended === 'ready') {
            return {
                ended: 'ready',
                container: launched.container,
                watch,
                address,
                wait,
                ...(launched.movedTo === undefined ? {} : { movedTo: launched.movedTo }),
            };
        }
        if (!watch.hasExited) {
            await observeRunning(launched.container, watch, setting.docker);
            await watch.inspect();
        }
        const observation = watch.snapshot(wait);
        await watch[Symbol.asyncDispose]();
        return { ended: wait.ended, observation };
    }
    catch (error) {
        await watch[Symbol.asyncDispose]();
        throw error;
    }
}
/** HTTP, the container's end, the early diagnoses and the deadline at once: whichever knows first. */
async function untilDecided(watch, address, limitMs, setting) {
    const over = new AbortController();
    const signal = AbortSignal.any([over.signal, setting.signal]);
    const deadline = setting.clock
        .sleep(Math.max(0, limitMs - watch.elapsedMs), signal)
        .then(() => ({ ended: 'deadline' }));
    const exited = watch.exited.then(() => ({ ended: 'exited' }));
    try {
        const wait = await Promise.race([
            askUntilAnswered(watch, address, setting.clock, signal),
            decideEarly(watch, setting, signal),
            exited,
            deadline,
        ]);
        setting.signal.throwIfAborted();
        return wait;
    }
    finally {
        over.abort();
    }
}
async function askUntilAnswered(watch, address, clock, signal) {
    const url = new URL('/', address);
    while (!signal.aborted) {
        const atMs = watch.elapsedMs;
        const { outcome, ms } = await exchange({ method: 'GET', url, headers: {}, limitMs: requestLimitMs, signal });
        if (signal.aborted)
            break;
        watch.exchanges.add({ atMs, ms, request: `GET ${url.href}`, outcome });
        if (counts(outcome))
            return { ended: 'ready', readyAtMs: watch.elapsedMs };
        await clock.sleep(requestEveryMs, signal);
    }
    return never();
}
/** Ready is the first HTTP answer that does not come from a proxy whose server is still missing. */
function counts(outcome) {
    return outcome.kind === 'answered' && ![502, 503, 504].includes(outcome.status);
}
async function decideEarly(watch, setting, signal) {
    while (!signal.aborted) {
        const observation = setting.seen(watch.snapshot({ ended: 'decided' }));
        if (diagnoseEarly({ observation, facts: setting.facts }) !== undefined)
            return { ended: 'decided' };
        await setting.clock.sleep(decideEveryMs, signal);
    }
    return never();
}
/** The race has been decided by another; this one must not win it. */
function never() {
    return new Promise(() => { });
}

;// CONCATENATED MODULE: ./build/stages/stop.js
/** `docker stop`, and how it ended: SIGTERM, then after the limit SIGKILL, which is exit code 137. */
async function stop(id, watch, docker, limitMs) {
    const began = performance.now();
    await docker.stop(id, limitMs);
    const ms = performance.now() - began;
    await watch.exited;
    const { exitCode } = watch.state;
    const observed = {
        ms,
        timeoutMs: limitMs,
        exitCode,
        ...(exitCode === 137 ? { signal: 'SIGKILL' } : {}),
    };
    watch.sawStop(observed);
    return observed;
}

;// CONCATENATED MODULE: ./build/trial/diagnosed.js

/** Why a stage did not pass: the root cause first, and whether it blames the image or the set-up. */
function diagnosed(observation, facts) {
    const { blames, findings } = diagnose({ observation, facts });
    const [root] = findings;
    return {
        status: blames === 'setup' ? 'errored' : 'failed',
        findings,
        message: root === undefined ? '' : `${root.title}. ${root.advice}`,
    };
}

;// CONCATENATED MODULE: ./build/trial/container-trial.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});






/** Starts the image, asks the probes, stops it; whatever happens, the container is removed with its volumes. */
async function tryContainer(plan, image, course) {
    const { docker, logbook } = course;
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const started = await logbook.stage('start', () => startStage(plan, image, course));
            if (started === undefined) {
                logbook.skip('smoke', 'nothing answered');
                logbook.skip('stop', 'nothing answered');
                return { probes: [] };
            }
            const watch = __addDisposableResource(env_1, started.watch, true);
            const see = () => logbook.sawContainer(watch.snapshot(started.wait));
            let probes = [];
            await logbook.stage('smoke', async () => {
                probes = await smoke(plan, {
                    ...course,
                    watch,
                    address: started.address,
                    published: started.container.published,
                });
                if (!watch.hasExited)
                    await observeRunning(started.container, watch, docker);
                see();
                return probes.every(({ passed }) => passed) && !watch.hasExited
                    ? { value: probes, status: 'passed', findings: [] }
                    : { value: probes, ...diagnosed(logbook.observation, plan.facts) };
            });
            if (watch.hasExited)
                logbook.skip('stop', 'the container has ended of itself');
            else {
                await logbook.stage('stop', async () => {
                    // `docker cp` reads a stopped container as well as a running one.
                    const [stopped, measures] = await Promise.all([
                        stop(started.container.id, watch, docker, plan.stopLimitMs),
                        measurePaths(plan, course),
                    ]);
                    logbook.sawContainer({ ...watch.snapshot(started.wait), measures });
                    return { value: stopped, status: 'passed', findings: [] };
                });
            }
            return { probes, ...(started.movedTo === undefined ? {} : { movedTo: started.movedTo }) };
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = __disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
    finally {
        await docker.remove(plan.start.containerName);
    }
}
async function startStage(plan, image, course) {
    const { logbook } = course;
    // Once: the early diagnoses ask every 50 ms, and the sources are a listing of the whole context.
    const before = logbook.observation;
    const started = await start_start(plan, image, {
        ...course,
        facts: plan.facts,
        seen: (container) => ({ ...before, container }),
    });
    if (started.ended === 'ready')
        return { value: started, status: 'passed', findings: [] };
    logbook.sawContainer(started.observation);
    const outcome = diagnosed(logbook.observation, plan.facts);
    if (started.observation.runtime !== undefined) {
        logbook.sawContainer({ ...started.observation, measures: await measurePaths(plan, course) });
    }
    return { value: undefined, ...outcome };
}
/** Sizes of what the probes ask about; a path that is not there is not among them. */
async function measurePaths(plan, { docker, logbook, suspected }) {
    const paths = pathsToMeasure(suspected, logbook.observation, plan.facts);
    const measured = await Promise.all(paths.map(async (path) => ({ path, measure: await docker.measurePath(plan.start.containerName, path) })));
    return measured.flatMap(({ path, measure }) => measure === undefined ? [] : [{ path, bytes: measure.bytes, files: measure.files }]);
}

;// CONCATENATED MODULE: ./build/trial/logbook.js

/** Keeps what each stage came to, and all that was seen, while the trial goes on. */
class Logbook {
    #clock;
    #signal;
    #stages = [];
    #going = new Set();
    #sources;
    #build;
    #container;
    constructor(sources, clock, signal) {
        this.#clock = clock;
        this.#signal = signal;
        this.#sources = sources;
    }
    get stages() {
        return this.#stages;
    }
    get observation() {
        return {
            version: 1,
            sources: this.#sources(),
            ...(this.#build === undefined ? {} : { build: this.#build }),
            ...(this.#container === undefined ? {} : { container: this.#container }),
        };
    }
    sawBuild(build) {
        this.#build = build;
    }
    sawContainer(container) {
        this.#container = container;
    }
    /** Times a stage and keeps its result. Undefined where it did not pass: what follows is then skipped. Rejects at once when the trial is aborted. */
    async stage(stage, work) {
        const startedAt = this.#clock.now();
        const began = this.#clock.ticks();
        try {
            const { value, status, findings, message } = await this.#unlessAborted(Promise.resolve(work()));
            const ms = this.#clock.ticks() - began;
            if (status === 'errored')
                this.#stages.push({ stage, status, startedAt, ms, message: message ?? '', findings });
            else
                this.#stages.push({ stage, status, startedAt, ms, findings });
            return status === 'passed' ? value : undefined;
        }
        catch (error) {
            this.#signal.throwIfAborted();
            // The user's options and the set-up; anything else is a bug of ours, and told with its stack by whoever prints.
            const message = error instanceof errors/* UserError */.y ? error.sentence() : error instanceof Error ? error.message : String(error);
            const known = error instanceof errors/* SetupError */.w || error instanceof errors/* UserError */.y;
            this.#stages.push({
                stage,
                status: 'errored',
                startedAt,
                ms: this.#clock.ticks() - began,
                message,
                findings: [],
                ...(known ? {} : { error }),
            });
            return undefined;
        }
    }
    skip(stage, because) {
        this.#stages.push({ stage, status: 'skipped', because });
    }
    /** Aborted work may still have a temporary folder to put away; it has until the limit to do so. */
    async settled(limitMs) {
        const limit = new AbortController();
        await Promise.race([Promise.allSettled(this.#going), this.#clock.sleep(limitMs, limit.signal)]);
        limit.abort();
    }
    /** What is still going on is ended by the clean-up: the container is removed under its feet. */
    async #unlessAborted(work) {
        const { promise, reject } = Promise.withResolvers();
        const onAbort = () => reject(this.#signal.reason);
        this.#signal.addEventListener('abort', onAbort, { once: true });
        if (this.#signal.aborted)
            onAbort();
        this.#going.add(work);
        try {
            const value = await Promise.race([work, promise]);
            this.#going.delete(work);
            return value;
        }
        finally {
            this.#signal.removeEventListener('abort', onAbort);
            promise.catch(() => { });
            work.catch(() => { }); // when it loses the race, its failure is the clean-up's doing
        }
    }
}

;// CONCATENATED MODULE: ./build/trial/trial.js









/** How long what was aborted may take to put its temporary files away. */
const tidyingMs = 2_000;
/** The whole trial of one image. Throws only when it was aborted; whatever happens, the container is removed. */
async function trial(plan, ports, failOn) {
    const logbook = new Logbook(plan.sources, ports.clock, ports.signal);
    const asked = ports.docker.engine(ports.engineComesWithinMs);
    asked.catch(() => { }); // told by the build stage, which awaits it
    const building = logbook.stage('build', async () => {
        if (ports.refusal !== undefined)
            throw new errors/* SetupError */.w(`The image is not built, because ${ports.refusal}. To build it all the same, knowing that it runs that code, set the input allow-untrusted-build.`);
        await asked;
        return buildStage(plan, ports, logbook);
    });
    // While the image is built: lint costs no time of its own.
    const linted = await lintStage(plan, ports, logbook);
    try {
        let tried = { probes: [] };
        const image = await building;
        if (image === undefined) {
            for (const stage of ['start', 'smoke', 'stop'])
                logbook.skip(stage, 'there is no image');
        }
        else
            tried = await tryContainer(plan, image, { ...ports, engine: await asked, logbook, suspected: linted.findings });
        return compileReport({ plan, linted, logbook, tried, failOn, ...(image === undefined ? {} : { image }) });
    }
    finally {
        await logbook.settled(tidyingMs);
    }
}
/** Mode lint: the same report, of the one stage that needs no engine. */
async function lintAlone(plan, ports, failOn) {
    const logbook = new Logbook(plan.sources, ports.clock, ports.signal);
    const linted = await lintStage(plan, ports, logbook);
    for (const stage of ['build', 'start', 'smoke', 'stop'])
        logbook.skip(stage, 'only lint was asked for');
    return compileReport({ plan, linted, logbook, tried: { probes: [] }, failOn });
}
async function lintStage(plan, { shellcheck }, logbook) {
    let linted = { findings: [], ignored: [] };
    await logbook.stage('lint', async () => {
        const { facts } = plan;
        const otherChecks = [...diagnoses.diagnoses, ...probes.probes].map(({ id }) => id);
        linted = await (0,lint/* lintBeside */.Mo)({ facts, ...plan.lint, otherChecks }, shellcheck?.(facts) ?? Promise.resolve([]));
        return { value: linted, status: 'passed', findings: linted.findings };
    });
    return linted;
}
async function buildStage(plan, { docker, progress, signal }, logbook) {
    const { observation, imageId } = await (0,build/* build */.jq)(plan.build, docker, progress, signal);
    logbook.sawBuild(observation);
    if (imageId === undefined)
        return { value: undefined, ...diagnosed(logbook.observation, plan.facts) };
    const image = await docker.inspectImage(imageId);
    if (image === undefined)
        throw new errors/* SetupError */.w(`The image ${imageId} was built, and the engine does not have it. Use a builder that can load images.`);
    return { value: { ...image, reference: plan.build.tags[0] ?? image.reference }, status: 'passed', findings: [] };
}

;// CONCATENATED MODULE: ./build/trial/unplanned.js

/** Among several trials one that cannot be planned is errored, and the others go on. */
async function unplanned({ name, file, context, error }, { clock, signal }) {
    const sources = { dockerfile: { path: file, text: '' }, context, buildArguments: {}, files: [], listing: [] };
    const logbook = new Logbook(() => sources, clock, signal);
    await logbook.stage('lint', () => {
        throw error;
    });
    for (const stage of ['build', 'start', 'smoke', 'stop'])
        logbook.skip(stage, 'there is nothing to try');
    const { stages, observation } = logbook;
    return {
        name,
        file,
        context,
        verdict: 'errored',
        cause: 'unknown',
        because: error.sentence(),
        stages,
        findings: [],
        ignored: [],
        notes: [],
        observation,
    };
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/commands/targets.js + 1 modules
var commands_targets = __webpack_require__(6536);
;// CONCATENATED MODULE: ./build/commands/plans.js




/** A plan for each trial. Among several, what cannot be planned is kept beside the others; a single one throws its UserError. */
async function plansFor(settings, ports, configurationOf) {
    const targets = await (0,commands_targets/* targetsOf */.Q)(settings, ports);
    const planned = [];
    for (const [index, target] of targets.entries()) {
        const file = (0,make_plan/* dockerfileOf */.S9)(target);
        const runId = index === 0 ? ports.runId : `${ports.runId}-${index}`;
        try {
            refuseMissing(target);
            const configuration = await configurationOf(external_node_path_.resolve(ports.workingDirectory, file));
            planned.push({ kind: 'plan', plan: (0,make_plan/* makePlan */.Cs)({ ...settings, ...target }, ports, runId, configuration) });
        }
        catch (error) {
            if (targets.length === 1 || !(error instanceof errors/* UserError */.y))
                throw error;
            const context = target.contexts[0] ?? '.';
            planned.push({ kind: 'unplanned', unplanned: { name: file, file, context, error } });
        }
    }
    return distinctlyNamed(planned);
}
function refuseMissing({ error, files }) {
    const [file] = files;
    if (error === undefined || file === undefined)
        return;
    throw new errors/* UserError */.y(`"${file.text}" ${error}.`, { place: file.place });
}
/** A trial is told apart by its name, and a comment is kept under it: where several have one, each adds its Dockerfile's folder. */
function distinctlyNamed(planned) {
    const plans = planned.flatMap((each) => (each.kind === 'plan' ? [each.plan] : []));
    const alike = Map.groupBy(plans, ({ name }) => name);
    const taken = new Set();
    return planned.map((each) => {
        if (each.kind === 'unplanned')
            return each;
        const { plan } = each;
        const folder = external_node_path_.dirname(plan.file).replaceAll(/[^\w.]+/g, '-');
        const own = (alike.get(plan.name)?.length ?? 0) < 2 || folder === '.' ? plan.name : `${plan.name}-${folder}`;
        let name = own;
        for (let count = 2; taken.has(name); count += 1)
            name = `${own}-${count}`;
        taken.add(name);
        return { kind: 'plan', plan: { ...plan, name } };
    });
}

// EXTERNAL MODULE: ./build/commands/telling-reader.js
var telling_reader = __webpack_require__(5708);
;// CONCATENATED MODULE: ./build/commands/trial.js







/** Tries the image of each context, one after another. */
async function runTrials(settings, ports, commit) {
    const planned = await plansFor(settings, ports, configurations(settings, ports));
    const plans = planned.flatMap((each) => (each.kind === 'plan' ? [each.plan] : []));
    const mask = maskOf(settings, plans, ports);
    const progress = maskedProgress(ports.print.progress, mask);
    const shellcheck = (0,lint_shellcheck.openShellCheck)({ environment: ports.environment, note: ports.print.note });
    const trialPorts = { ...ports, progress, shellcheck };
    const trials = [];
    for (const each of planned) {
        if (each.kind === 'unplanned') {
            trials.push(await unplanned(each.unplanned, ports));
            continue;
        }
        const { plan } = each;
        if (settings.tags.length === 0 && settings.mode === 'trial')
            ports.onImage(plan.build.tags[0] ?? plan.name);
        trials.push(await (settings.mode === 'lint' ? lintAlone : trial)(plan, trialPorts, plan.failOn));
    }
    const known = await commit;
    const report = {
        version: 1,
        tool: { name: 'sea-trial', version: ports.version },
        ...(known === undefined ? {} : { commit: known }),
        trials,
    };
    return { report: maskDeep(report, mask), mask };
}
/** On an event whose code is a stranger's, its configuration is too: it could silence what has to be told. */
function configurations(settings, ports) {
    if (ports.refusal === undefined)
        return (0,telling_reader/* tellingReader */.h)(settings, ports);
    const { configurationFiles } = ports;
    if (configurationFiles !== undefined) {
        ports.print.note('Configuration files are read as they are in the base: on this event the checkout may be the work of a stranger.');
        return (0,telling_reader/* tellingReader */.h)(settings, { ...ports, files: configurationFiles });
    }
    ports.print.note('Configuration files are not read: on this event they may be the work of a stranger, and the checkout does not have the commit of the base.');
    return async () => configuration/* withoutConfiguration */.B;
}
/** Nothing that is printed or kept shows a value that the user gave as a secret. */
function maskOf(settings, plans, ports) {
    const secrets = settings.secrets.flatMap((secret) => {
        switch (secret.kind) {
            case 'value':
                return [secret.value];
            case 'environment':
                return [ports.environment[secret.variable] ?? ''];
            case 'file':
                return [ports.files.readTextIfPresent(secret.file) ?? ''];
        }
    });
    const fromFiles = settings.environmentFiles.flatMap((file) => (ports.files.readTextIfPresent(file) ?? '').split(/\r?\n/));
    return maskFor({
        secrets: [...secrets, settings.githubToken ?? ''].filter((value) => value !== ''),
        env: [...settings.environment, ...fromFiles]
            .map((pair) => pair.slice(pair.indexOf('=') + 1))
            .filter((value) => value !== ''),
        publicText: plans.map(({ facts }) => facts.dockerfile.text).join('\n'),
    });
}
function maskedProgress(progress, mask) {
    return {
        open: (title) => progress.open(mask(title)),
        line: (text) => progress.line(mask(text)),
        close: () => progress.close(),
    };
}
/** The exit code of a whole run: could not run comes before failed. */
function exitCodeOf(report) {
    if (report.trials.some(({ verdict }) => verdict === 'errored'))
        return 2;
    return report.trials.some(({ verdict }) => verdict === 'failed') ? 1 : 0;
}

;// CONCATENATED MODULE: ./build/commands/terminal-trial.js









/** `sea-trial [trial]`: the whole trial in a terminal. */
async function terminalTrial(settings, ports) {
    const docker = (0,cli/* openDocker */.$)(ports.environment, ports);
    const images = [];
    const runId = crypto.randomUUID().slice(0, 8);
    const commit = (0,git.gitOf)(ports.workingDirectory, ports.environment)
        .headCommit()
        .then((head) => (head === undefined ? undefined : { head, tested: head }));
    for (const note of settings.notes)
        ports.print.note(note);
    try {
        const { report } = await runTrials(settings, { ...ports, docker, engineComesWithinMs: 0, runId, onImage: (reference) => images.push(reference) }, commit);
        if (settings.reportFile !== undefined)
            ports.files.writeText(settings.reportFile, reportJson(report));
        ports.print.result(inForm(report, ports));
        return exitCodeOf(report);
    }
    finally {
        await removeImages(docker, images);
    }
}
function inForm(report, { presentation, colour, unicode }) {
    switch (presentation.format) {
        case 'text':
        case 'checkstyle': // lint's alone
        case 'codeclimate':
        case 'gnu':
            return renderTerminal(report, { colour, unicode });
        case 'json':
            return reportJson(report);
        case 'markdown':
            return renderSummary(report, { links: links/* localLinks */.Jy });
        case 'github':
            return (0,annotations/* annotations */.hk)(report, { event: 'push' })
                .map((annotation) => `${(0,annotations/* annotationCommand */.jx)(annotation)}\n`)
                .join('');
    }
}


/***/ }),

/***/ 75:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gitOf: () => (/* binding */ gitOf)
/* harmony export */ });
/* harmony import */ var _process_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4677);

/** Asks the checkout that holds this folder. */
function gitOf(folder, environment) {
    // Reading alone: no lock is taken.
    const git = async (...args) => (0,_process_js__WEBPACK_IMPORTED_MODULE_0__/* .askProgram */ .aP)(['git', '--no-optional-locks', ...args], { cwd: folder, environment });
    // A path is never a pattern.
    const ask = async (...args) => git('--literal-pathspecs', ...args);
    return {
        headCommit: async () => lineOf(await ask('rev-parse', '--verify', 'HEAD^{commit}')),
        root: async () => lineOf(await ask('rev-parse', '--show-toplevel')),
        isTracked: async (path) => yesOrNo(await ask('ls-files', '--error-unmatch', '--', path)),
        files: async () => pathsOf(await ask('ls-files', '-z', '--cached', '--others', '--exclude-standard')),
        isIgnored: async () => yesOrNo(await git('check-ignore', '--quiet', '--', '.')),
        blobOf: async (commit, path) => isCommit(commit) ? lineOf(await ask('rev-parse', '--verify', '--quiet', `${commit}:${path}`)) : undefined,
        async textsAt(commit, isWanted) {
            if (!isCommit(commit))
                return undefined;
            const paths = pathsOf(await ask('ls-tree', '-r', '-z', '--name-only', '--full-tree', commit));
            if (paths === undefined)
                return undefined;
            const texts = new Map();
            for (const path of paths.filter(isWanted)) {
                const answer = await ask('cat-file', 'blob', `${commit}:${path}`);
                if (answer?.exitCode === 0)
                    texts.set(path, answer.stdout);
            }
            return texts;
        },
    };
}
function lineOf(answer) {
    const text = answer?.exitCode === 0 ? answer.stdout.replace(/\r?\n$/, '') : '';
    return text === '' ? undefined : text;
}
/** Ended by NUL, for a path may hold a line break; one that is in conflict is named more than once. */
function pathsOf(answer) {
    return answer?.exitCode === 0 ? [...new Set(answer.stdout.split('\0').filter((path) => path !== ''))] : undefined;
}
/** Exit code 1 is git's no; what is above is trouble. */
function yesOrNo(answer) {
    return answer === undefined || answer.exitCode > 1 ? undefined : answer.exitCode === 0;
}
/** Anything else might be an option to git. */
function isCommit(commit) {
    return /^[0-9a-f]{7,64}$/.test(commit);
}


/***/ }),

/***/ 3595:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openShellCheck: () => (/* binding */ openShellCheck)
});

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./build/dockerfile/location.js
var dockerfile_location = __webpack_require__(3640);
// EXTERNAL MODULE: ./build/dockerfile/segments.js
var segments = __webpack_require__(3458);
// EXTERNAL MODULE: ./build/docker/temporary-folder.js
var temporary_folder = __webpack_require__(7227);
// EXTERNAL MODULE: ./build/finding.js
var finding = __webpack_require__(1633);
// EXTERNAL MODULE: ./build/process.js
var process = __webpack_require__(4677);
// EXTERNAL MODULE: ./build/dockerfile/shell-text.js
var shell_text = __webpack_require__(245);
// EXTERNAL MODULE: ./build/dockerfile/shell.js + 18 modules
var dockerfile_shell = __webpack_require__(1502);
;// CONCATENATED MODULE: ./build/lint/shell-scripts.js


/** Every RUN in shell form, in the dialect of its stage; those of another interpreter are left out. Linear in the file's length. */
function shellScripts(facts) {
    const scripts = [];
    const declared = new Map();
    for (const instruction of facts.dockerfile.instructions) {
        const place = facts.placeOf(instruction);
        const names = place === undefined ? new Set(proxies) : namesOf(place.stage, declared);
        for (const { name } of instruction.assignments) {
            if (instruction.keyword === 'ENV' || instruction.keyword === 'ARG')
                names.add(name);
        }
        const run = instruction.keyword === 'ONBUILD' ? instruction.trigger : instruction;
        if (run?.keyword !== 'RUN')
            continue;
        const script = scriptOf(run, facts.stateAt(run), names);
        if (script !== undefined)
            scripts.push({ instruction, ...script });
    }
    return scripts;
}
/** BuildKit hands these on without an ARG, in small letters too. */
const proxies = ['http_proxy', 'https_proxy', 'ftp_proxy', 'no_proxy', 'all_proxy'];
/** What is set where the stage has come to; a stage begins with what the one below it ended with. */
function namesOf(stage, declared) {
    const known = declared.get(stage);
    if (known !== undefined)
        return known;
    const below = stage.base.kind === 'stage' ? declared.get(stage.base.stage) : undefined;
    const names = new Set(below ?? proxies);
    declared.set(stage, names);
    return names;
}
/** ShellCheck's time doubles with each `$(` inside another: at twenty-two it does not come back. */
const deepestNesting = 8;
function scriptOf(run, state, names) {
    const mapped = (0,shell_text/* shellTextOf */.T)(run);
    if (mapped === undefined || mapped.text.trim() === '' || (0,dockerfile_shell/* nestingOf */.Y)(mapped.text) > deepestNesting)
        return undefined;
    const own = /^#!\s*(?:\S*\/env\s+(?:-\S+\s+)*)?(.*)/.exec(mapped.text)?.[1];
    const words = own?.trim().split(/\s+/) ?? state?.shell.words ?? ['/bin/sh', '-c'];
    const shell = dialectOf(words);
    if (shell === undefined)
        return undefined;
    // ShellCheck wants a shebang on the first line and nowhere else; the letters behind it stay where they are.
    const body = own === undefined ? mapped : { ...mapped, text: `##${mapped.text.slice(2)}` };
    const lines = [`#!/bin/${shell}`, ...declarations(body.text, state, names)];
    return { body, header: lines.map((line) => `${line}\n`).join(''), headerLines: lines.length };
}
const dialects = {
    sh: 'sh',
    bash: 'bash',
    dash: 'dash',
    ash: 'dash',
    busybox: 'dash',
    ksh: 'ksh',
    mksh: 'ksh',
};
/** With the options that change what the text means (`-o pipefail`, `-e`). Undefined for a shell that ShellCheck does not know. */
function dialectOf([program = '', ...options]) {
    const dialect = dialects[program.split('/').at(-1) ?? ''];
    if (dialect === undefined)
        return undefined;
    const kept = options.filter((option) => option !== '-c' && /^(?:[-+][A-Za-z]+|[a-z]+)$/.test(option));
    return [dialect, ...kept.filter((option) => option !== 'sh')]
        .map((word) => word.replace(/^(-[A-Za-z]*)c/, '$1'))
        .join(' ');
}
/**
 * Variables of the Dockerfile that the text names, so that they count as set. A value that the shell would split or expand is one that
 * only the run knows, for then quotes matter; any other counts as one word, whatever it is.
 */
function declarations(text, state, names) {
    const named = new Set([...text.matchAll(/\$\{?[#!]?([A-Za-z_]\w*)/g)].map(([, name = '']) => name));
    const set = [...named].filter((name) => names.has(name));
    const splits = set.filter((name) => /[\s*?[]/.test(state?.variable(name) ?? ''));
    const words = set.filter((name) => !splits.includes(name));
    return [
        ...(words.length === 0 ? [] : [`export ${words.map((name) => `${name}=x`).join(' ')}`]),
        ...(splits.length === 0 ? [] : [`read -r ${splits.join(' ')}`]),
    ];
}

;// CONCATENATED MODULE: ./build/lint/shellcheck.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});







/** A RUN takes it some milliseconds; a file that a machine wrote has thousands of them. */
const deadlineMs = 60_000;
/** Where it is not on PATH, that is told once, and no shell text is read. */
function openShellCheck(ports) {
    // The user's own options could change the form of the answer.
    const { SHELLCHECK_OPTS: _, ...environment } = (0,process/* childEnvironment */.Qc)(ports.environment);
    const told = new Set();
    const tellOnce = (line) => {
        if (!told.has(line))
            ports.note(line);
        told.add(line);
        return [];
    };
    return async (facts) => {
        const scripts = told.has(absent) ? [] : shellScripts(facts);
        if (scripts.length === 0)
            return [];
        const answer = await ask(scripts, environment);
        return 'trouble' in answer ? tellOnce(answer.trouble) : foundIn(answer.comments, scripts, facts);
    };
}
async function ask(scripts, environment) {
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const folder = __addDisposableResource(env_1, (0,temporary_folder/* temporaryFolder */.y)(), false);
            const names = scripts.map((_, index) => String(index));
            for (const [index, { header, body }] of scripts.entries())
                folder.write(String(index), `${header}${body.text}\n`);
            const argv = ['shellcheck', '--norc', '--format=json1', '--exclude=SC1090,SC1091', '--', ...names];
            const result = await (0,process/* run */.eF)(argv, { deadlineMs, cwd: folder.file('.'), environment });
            if (result.exitCode === 127)
                return { trouble: absent };
            if (result.timedOut)
                return { trouble: unusable(`it gave no answer within ${deadlineMs / 1000} s`) };
            const answer = dist/* safeParse */.xLC(answerOf, result.stdout);
            if (answer.success)
                return answer.output;
            return { trouble: unusable(firstLine(result.stderr) ?? `it ended with exit code ${result.exitCode}`) };
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            __disposeResources(env_1);
        }
    }
    catch (error) {
        // No room for the texts: the rules have said theirs all the same. Anything without a code is a bug of ours.
        if (!(error instanceof Error && 'code' in error))
            throw error;
        return { trouble: unusable(error.message) };
    }
}
const absent = 'shellcheck is not on PATH, so the shell text of RUN is not read as closely as it could be. Install it (apt-get install shellcheck), or write --shellcheck never.';
function unusable(reason) {
    return `shellcheck gave nothing that can be read: ${reason}. Install version 0.7 or newer, or write --shellcheck never.`;
}
function firstLine(text) {
    return text
        .split('\n')
        .find((line) => line.trim() !== '')
        ?.trim();
}
const comment = dist/* object */.Ikc({
    file: dist/* string */.YjP(),
    line: dist/* number */.aig(),
    column: dist/* number */.aig(),
    endLine: dist/* number */.aig(),
    endColumn: dist/* number */.aig(),
    level: dist/* picklist */.KIO(['error', 'warning', 'info', 'style']),
    code: dist/* number */.aig(),
    message: dist/* string */.YjP(),
});
const answerOf = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* parseJson */.qFJ(), dist/* object */.Ikc({ comments: dist/* array */.YOg(comment) }));
/** A static check alone is an error only where the image cannot work, and that the build alone can tell. */
const severityOf = {
    error: 'warning',
    warning: 'warning',
    info: 'notice',
    style: 'notice',
};
/** One finding a check and instruction, at the first place; the others are evidence. */
function foundIn(comments, scripts, facts) {
    const byScript = Map.groupBy(comments, ({ file }) => file);
    return scripts.flatMap((script, index) => {
        const places = placesOf(script, facts);
        const ofText = (byScript.get(String(index)) ?? []).filter(({ line }) => line > script.headerLines);
        return [...Map.groupBy(ofText, ({ code }) => code).values()].flatMap((same) => foundOf(same, script, facts, places) ?? []);
    });
}
function foundOf(same, { instruction }, { dockerfile }, placeOf) {
    const [first, ...others] = same.toSorted((one, other) => one.line - other.line || one.column - other.column);
    if (first === undefined)
        return undefined;
    const name = `SC${first.code}`;
    const check = `shellcheck/${name}`;
    return {
        finding: {
            check,
            aliases: [name],
            severity: severityOf[first.level],
            title: claimOf(first.message),
            why: 'ShellCheck knows this as a place where the shell does other things than its author meant.',
            advice: `Write what https://www.shellcheck.net/wiki/${name} shows.`,
            location: placeOf(first),
            evidence: others.map((other) => ({ kind: 'source', location: placeOf(other), note: other.message })),
            status: 'suspected',
            fingerprint: (0,finding/* fingerprintOf */.a)(check, dockerfile.path, instruction.text),
        },
        instruction,
    };
}
/** `foo is referenced but not assigned.`: a variable keeps the letter with which it begins. */
function claimOf(message) {
    return message.replace(/\.$/, '').replace(/^[a-z_]\w*(?= (?:is|appears) )/, '`$&`');
}
/** ShellCheck counts lines and whole characters of its file, a location counts UTF-16 units of the Dockerfile. */
function placesOf({ body, headerLines }, { dockerfile }) {
    const lines = body.text.split('\n');
    const starts = [];
    let start = 0;
    for (const line of lines) {
        starts.push(start);
        start += line.length + 1;
    }
    const offsetOf = (line, column) => {
        const index = Math.min(line - headerLines - 1, lines.length - 1);
        const text = lines[index] ?? '';
        return (starts[index] ?? 0) + unitsOf(text, column - 1);
    };
    return ({ line, column, endLine, endColumn }) => {
        const from = offsetOf(line, column);
        return (0,dockerfile_location/* locationOf */.hD)(dockerfile, (0,segments/* sourceSpan */.eg)(body, from, Math.max(from, offsetOf(endLine, endColumn))));
    };
}
/** How many UTF-16 units so many characters of a text take. */
function unitsOf(text, characters) {
    let units = 0;
    for (let left = characters; left > 0 && units < text.length; left -= 1)
        units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1;
    return units;
}


/***/ }),

/***/ 2570:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  probes: () => (/* binding */ probes)
});

;// CONCATENATED MODULE: ./build/probes/removal.js
/**
 * Whether a step behind the finding's may have deleted what it speaks of. The container shows the topmost layer's view alone:
 * what is absent there may still be carried by the layer below, so its absence refutes nothing.
 */
function mayBeRemovedLater({ finding, facts }) {
    const line = finding.location?.line ?? 0;
    return facts.imageInstructions.some(({ keyword, lines, text }) => keyword === 'RUN' && lines[0] > line && /\b(?:rm|find|git|mv|clean|purge)\b/.test(text));
}

;// CONCATENATED MODULE: ./build/probes/left-in-image.js

/** An empty folder and a lock file are no waste worth a word. */
const leastBytes = 10_000;
/** Confirmed with its price where something lies under those paths; refuted where they were looked at and hold nothing. */
function settleBySize(paths, asked, what) {
    const { container } = asked;
    if (container.runtime === undefined)
        return undefined; // it never ran long enough to be looked at
    const bytes = container.measures
        .filter((measure) => paths.includes(measure.path))
        .reduce((sum, measure) => sum + measure.bytes, 0);
    const evidence = [{ kind: 'measurement', what, value: bytes, unit: 'bytes' }];
    if (bytes >= leastBytes)
        return { status: 'confirmed', cost: { bytes }, evidence };
    return mayBeRemovedLater(asked) ? undefined : { status: 'refuted', evidence };
}

;// CONCATENATED MODULE: ./build/probes/apt-lists.js

const path = '/var/lib/apt/lists';
const aptLists = {
    id: 'apt-lists',
    summary: "How many bytes of apt's package lists are in the image",
    why: 'The sizes stand in the headers of the tar that `docker cp` streams out of the container, whatever tools the image has.',
    settles: ['apt-lists-left'],
    measures: () => [path],
    settle: (asked) => settleBySize([path], asked, 'package lists in the image'),
};

;// CONCATENATED MODULE: ./build/probes/context-size.js
const contextSize = {
    id: 'context-size',
    summary: 'How many bytes of the build context were sent to the engine',
    why: 'BuildKit counts what it transfers; files that it already has are not sent again, so a later build may show less.',
    settles: ['missing-dockerignore'],
    settle({ observation }) {
        const bytes = observation.build?.contextBytes;
        if (bytes === undefined)
            return undefined;
        return {
            status: 'confirmed',
            cost: { bytes },
            evidence: [{ kind: 'measurement', what: 'build context sent', value: bytes, unit: 'bytes' }],
        };
    },
};

;// CONCATENATED MODULE: ./build/probes/first-answer.js
const firstAnswer = {
    id: 'first-answer',
    summary: 'Does the published port answer',
    why: 'A server that answers from outside has found its application, listens on an address that can be reached, and on the port that is published.',
    settles: ['loopback-host', 'port-mismatch', 'app-module-not-found'],
    settle({ container }) {
        const answer = container.exchanges.find(({ outcome }) => outcome.kind === 'answered');
        if (container.wait.ended !== 'ready' || answer?.outcome.kind !== 'answered')
            return undefined;
        return {
            status: 'refuted',
            evidence: [{ kind: 'exchange', request: answer.request, outcome: `${answer.outcome.status}`, ms: answer.ms }],
        };
    },
};

;// CONCATENATED MODULE: ./build/probes/graceful-stop.js
/** A server that gets SIGTERM ends well within this, and one that does not is killed at the end of the limit. */
const nearTheLimit = 0.95;
const gracefulStop = {
    id: 'graceful-stop',
    summary: 'Does the server see SIGTERM, and end by itself',
    why: '`docker stop` sends SIGTERM to process 1 and kills what is left at the limit: exit code 137 after the whole time means that nobody listened.',
    settles: ['shell-form-start', 'shell-without-exec', 'entrypoint-without-exec'],
    settle({ container }) {
        const { stop } = container;
        // SIGTERM before the start is complete is lost whatever stands in the Dockerfile.
        if (stop === undefined || container.wait.ended !== 'ready')
            return undefined;
        const killed = stop.exitCode === 137 && stop.ms >= stop.timeoutMs * nearTheLimit;
        return {
            status: killed ? 'confirmed' : 'refuted',
            ...(killed ? { cost: { ms: stop.ms } } : {}),
            evidence: [
                { kind: 'measurement', what: 'time to stop', value: stop.ms, unit: 'ms' },
                { kind: 'measurement', what: 'exit code', value: stop.exitCode, unit: 'count' },
            ],
        };
    },
};

;// CONCATENATED MODULE: ./build/probes/leaked-files.js

const leakedFiles = {
    id: 'leaked-files',
    summary: 'Whether secrets and working folders of the repository are in the image, and how many bytes they take',
    why: 'The paths are looked for in the stopped container. One that is absent there tells nothing where a later step may have removed it, for then it is still in the layer below.',
    settles: ['context-leaks'],
    measures: (asked) => leaksOf(asked).flatMap(({ imagePaths }) => imagePaths),
    settle(asked) {
        const { container } = asked;
        if (container.runtime === undefined)
            return undefined; // it never ran long enough to be looked at
        const paths = new Set(leaksOf(asked).flatMap(({ imagePaths }) => imagePaths));
        const seen = container.measures.filter((measure) => paths.has(measure.path));
        if (seen.length === 0 && (paths.size === 0 || mayBeRemovedLater(asked)))
            return undefined;
        const bytes = seen.reduce((sum, measure) => sum + measure.bytes, 0);
        return {
            status: seen.length === 0 ? 'refuted' : 'confirmed',
            ...(seen.length === 0 ? {} : { cost: { bytes } }),
            evidence: [
                {
                    kind: 'measurement',
                    what: `${seen.length === 0 ? 'those paths' : listed(seen)} in the image`,
                    value: bytes,
                    unit: 'bytes',
                },
            ],
        };
    },
};
/** What the finding speaks of: its evidence names the paths in the repository. */
function leaksOf({ finding, facts }) {
    const named = new Set(finding.evidence.flatMap((each) => (each.kind === 'source' ? [each.location.path] : [])));
    return facts.leaks.filter(({ path }) => named.has(facts.context.reportPath(path)));
}
function listed(seen) {
    const shown = seen.slice(0, 3).map(({ path }) => path);
    const rest = seen.length - shown.length;
    return rest === 0 ? shown.join(', ') : `${shown.join(', ')} and ${rest} more`;
}

;// CONCATENATED MODULE: ./build/probes/package-cache.js

const packageCache = {
    id: 'package-cache',
    summary: "How many bytes of pip's, uv's and poetry's caches are in the image",
    why: 'The caches of root and of the user that the image names are measured where the tools keep them, or where PIP_CACHE_DIR and UV_CACHE_DIR point.',
    settles: ['pip-cache-kept'],
    measures: ({ container }) => cachePaths(container),
    settle: (asked) => settleBySize(cachePaths(asked.container), asked, 'caches of package managers in the image'),
};
function cachePaths({ image }) {
    const environment = new Map(image.environment.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
    const homes = new Set(['/root', environment.get('HOME') ?? '/root']);
    const kept = [environment.get('PIP_CACHE_DIR'), environment.get('UV_CACHE_DIR'), environment.get('POETRY_CACHE_DIR')];
    return [
        ...[...homes].flatMap((home) => ['pip', 'uv', 'pypoetry'].map((tool) => `${home}/.cache/${tool}`)),
        ...kept.filter((path) => path !== undefined && path.startsWith('/')).map((path) => `${path}`),
    ];
}

;// CONCATENATED MODULE: ./build/probes/process-user.js
const processUser = {
    id: 'process-user',
    summary: 'Which user does process 1 of the container run as',
    why: "The kernel's own word from /proc/<pid>/status, else the user that docker lists: a USER in a base image counts, an entrypoint that drops root counts too.",
    settles: ['root-user'],
    settle({ container }) {
        const { runtime } = container;
        if (runtime === undefined)
            return undefined;
        const uid = runtime.uid ?? (runtime.user === 'root' || runtime.user === '0' ? 0 : undefined);
        if (uid === undefined)
            return undefined;
        return {
            status: uid === 0 ? 'confirmed' : 'refuted',
            evidence: [{ kind: 'measurement', what: 'uid of process 1', value: uid, unit: 'count' }],
        };
    },
};

;// CONCATENATED MODULE: ./build/probes/reloader.js
const reloader = {
    id: 'reloader',
    summary: 'Does a process of the container watch the source for changes',
    why: "The command lines of the running processes: the reloader's own child has another one than the server that it serves.",
    settles: ['reload-in-image'],
    settle({ container }) {
        const { processes, runtime } = container;
        if (runtime === undefined)
            return undefined;
        return {
            status: processes.some(({ command }) => /(?:^|\s)(?:--reload\b|fastapi\s+dev\b)/.test(command))
                ? 'confirmed'
                : 'refuted',
            evidence: [{ kind: 'measurement', what: 'processes in the container', value: runtime.processes, unit: 'count' }],
        };
    },
};

;// CONCATENATED MODULE: ./build/probes/index.js








const probes = [
    aptLists,
    contextSize,
    firstAnswer,
    gracefulStop,
    leakedFiles,
    packageCache,
    processUser,
    reloader,
];


/***/ })

};
