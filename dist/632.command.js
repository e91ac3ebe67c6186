export const id = 632;
export const ids = [632];
export const modules = {

/***/ 9483:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reportCommand: () => (/* binding */ reportCommand)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/render/schema-complaint.js
var schema_complaint = __webpack_require__(5094);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
;// CONCATENATED MODULE: ./build/render/finding-schema.js

const count = dist/* pipe */.FsL(dist/* number */.aig(), dist/* integer */.ndf(), dist/* minValue */.Wwf(0));
const position = dist/* pipe */.FsL(dist/* number */.aig(), dist/* integer */.ndf(), dist/* minValue */.Wwf(1));
const ends = { line: position, column: position, endLine: position, endColumn: position };
const evidenceSchema = dist/* variant */.Oxt('kind', [
    dist/* strictObject */.rej({
        kind: dist/* literal */.euz('source'),
        path: dist/* string */.YjP(),
        line: position,
        column: dist/* optional */.lqM(position),
        endLine: dist/* optional */.lqM(position),
        endColumn: dist/* optional */.lqM(position),
        note: dist/* string */.YjP(),
    }),
    dist/* strictObject */.rej({
        kind: dist/* literal */.euz('command'),
        argv: dist/* array */.YOg(dist/* string */.YjP()),
        exitCode: dist/* pipe */.FsL(dist/* number */.aig(), dist/* integer */.ndf()),
        tail: dist/* string */.YjP(),
    }),
    dist/* strictObject */.rej({ kind: dist/* literal */.euz('log'), lines: dist/* array */.YOg(dist/* string */.YjP()), omittedLines: count }),
    dist/* strictObject */.rej({ kind: dist/* literal */.euz('exchange'), request: dist/* string */.YjP(), outcome: dist/* string */.YjP(), ms: dist/* number */.aig() }),
    dist/* strictObject */.rej({
        kind: dist/* literal */.euz('measurement'),
        what: dist/* string */.YjP(),
        value: dist/* number */.aig(),
        unit: dist/* picklist */.KIO(['ms', 'bytes', 'count']),
    }),
]);
const findingEntries = {
    check: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* nonEmpty */.hq()),
    aliases: dist/* array */.YOg(dist/* string */.YjP()),
    severity: dist/* picklist */.KIO(['error', 'warning', 'notice']),
    title: dist/* string */.YjP(),
    why: dist/* string */.YjP(),
    advice: dist/* string */.YjP(),
    message: dist/* string */.YjP(),
    path: dist/* optional */.lqM(dist/* string */.YjP()),
    line: dist/* optional */.lqM(position),
    column: dist/* optional */.lqM(position),
    endLine: dist/* optional */.lqM(position),
    endColumn: dist/* optional */.lqM(position),
    status: dist/* picklist */.KIO(['suspected', 'confirmed', 'refuted']),
    cost: dist/* optional */.lqM(dist/* strictObject */.rej({ ms: dist/* optional */.lqM(dist/* number */.aig()), bytes: dist/* optional */.lqM(dist/* number */.aig()) })),
    evidence: dist/* array */.YOg(evidenceSchema),
    url: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* url */.OZ5()),
    fingerprint: dist/* string */.YjP(),
    since: dist/* optional */.lqM(dist/* picklist */.KIO(['new', 'remaining'])),
    fix: dist/* optional */.lqM(dist/* strictObject */.rej({
        title: dist/* string */.YjP(),
        safety: dist/* picklist */.KIO(['safe', 'unsafe']),
        // The path is told where the edit is in another file than the finding.
        edits: dist/* array */.YOg(dist/* strictObject */.rej({ path: dist/* optional */.lqM(dist/* string */.YjP()), ...ends, text: dist/* string */.YjP() })),
    })),
};
/** A finding as both JSON files have it. */
const findingSchema = dist/* strictObject */.rej(findingEntries);
/** A finding that was silenced, and by which words. */
const ignoredSchema = dist/* strictObject */.rej({ ...findingEntries, reason: dist/* string */.YjP() });

;// CONCATENATED MODULE: ./build/render/report-schema.js


const report_schema_count = dist/* pipe */.FsL(dist/* number */.aig(), dist/* integer */.ndf(), dist/* minValue */.Wwf(0));
const instant = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* isoTimestamp */.yhX());
const sha = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[0-9a-f]{7,64}$/));
const stageSchema = dist/* strictObject */.rej({
    stage: dist/* picklist */.KIO(['lint', 'build', 'start', 'smoke', 'stop', 'push']),
    status: dist/* picklist */.KIO(['passed', 'failed', 'errored', 'skipped']),
    startedAt: dist/* optional */.lqM(instant),
    ms: dist/* optional */.lqM(report_schema_count),
    because: dist/* optional */.lqM(dist/* string */.YjP()),
});
const imageSchema = dist/* strictObject */.rej({
    reference: dist/* string */.YjP(),
    id: dist/* string */.YjP(),
    digest: dist/* optional */.lqM(dist/* string */.YjP()),
    bytes: report_schema_count,
    store: dist/* string */.YjP(),
    layers: dist/* array */.YOg(dist/* strictObject */.rej({ bytes: report_schema_count, line: dist/* optional */.lqM(dist/* pipe */.FsL(report_schema_count, dist/* minValue */.Wwf(1))), instruction: dist/* string */.YjP() })),
});
const provenSchema = dist/* strictObject */.rej({
    bytes: dist/* optional */.lqM(report_schema_count),
    startupMs: dist/* optional */.lqM(report_schema_count),
    stopMs: dist/* optional */.lqM(report_schema_count),
});
const changeSchema = dist/* strictObject */.rej({ base: report_schema_count, delta: dist/* pipe */.FsL(dist/* number */.aig(), dist/* integer */.ndf()) });
const trialSchema = dist/* strictObject */.rej({
    name: dist/* string */.YjP(),
    file: dist/* string */.YjP(),
    context: dist/* string */.YjP(),
    verdict: dist/* picklist */.KIO(['passed', 'failed', 'errored', 'skipped']),
    cause: dist/* nullable */.mee(dist/* string */.YjP()),
    because: dist/* optional */.lqM(dist/* string */.YjP()),
    lastPassed: dist/* optional */.lqM(sha),
    stages: dist/* array */.YOg(stageSchema),
    findings: dist/* array */.YOg(findingSchema),
    image: dist/* optional */.lqM(imageSchema),
    steps: dist/* optional */.lqM(dist/* array */.YOg(dist/* strictObject */.rej({
        line: dist/* pipe */.FsL(report_schema_count, dist/* minValue */.Wwf(1)),
        instruction: dist/* string */.YjP(),
        startedAt: instant,
        ms: report_schema_count,
        cached: dist/* boolean */.zMY(),
    }))),
    startup: dist/* optional */.lqM(dist/* strictObject */.rej({ ms: report_schema_count })),
    probes: dist/* optional */.lqM(dist/* array */.YOg(dist/* strictObject */.rej({
        request: dist/* string */.YjP(),
        outcome: dist/* string */.YjP(),
        status: dist/* optional */.lqM(report_schema_count),
        ms: report_schema_count,
        passed: dist/* boolean */.zMY(),
        documented: dist/* optional */.lqM(dist/* literal */.euz(true)),
    }))),
    runtime: dist/* optional */.lqM(dist/* strictObject */.rej({
        user: dist/* string */.YjP(),
        processes: report_schema_count,
        listening: dist/* array */.YOg(dist/* string */.YjP()),
        memoryBytes: dist/* optional */.lqM(report_schema_count),
        memoryPeakBytes: dist/* optional */.lqM(report_schema_count),
    })),
    log: dist/* optional */.lqM(dist/* strictObject */.rej({ head: dist/* string */.YjP(), tail: dist/* string */.YjP(), omittedLines: report_schema_count })),
    sources: dist/* optional */.lqM(dist/* array */.YOg(dist/* strictObject */.rej({ path: dist/* string */.YjP(), text: dist/* string */.YjP() }))),
    stopped: dist/* optional */.lqM(dist/* strictObject */.rej({ ms: report_schema_count, exitCode: dist/* pipe */.FsL(dist/* number */.aig(), dist/* integer */.ndf()), signal: dist/* optional */.lqM(dist/* string */.YjP()) })),
    hardening: dist/* optional */.lqM(dist/* array */.YOg(dist/* strictObject */.rej({ option: dist/* string */.YjP(), serves: dist/* boolean */.zMY(), cause: dist/* optional */.lqM(dist/* string */.YjP()) }))),
    pushed: dist/* optional */.lqM(dist/* array */.YOg(dist/* strictObject */.rej({ reference: dist/* string */.YjP(), digest: dist/* string */.YjP() }))),
    comparison: dist/* optional */.lqM(dist/* strictObject */.rej({
        base: sha,
        bytes: dist/* optional */.lqM(changeSchema),
        startupMs: dist/* optional */.lqM(changeSchema),
        new: report_schema_count,
        remaining: report_schema_count,
        fixed: dist/* array */.YOg(dist/* strictObject */.rej({ check: dist/* string */.YjP(), title: dist/* string */.YjP(), path: dist/* optional */.lqM(dist/* string */.YjP()) })),
    })),
    proof: dist/* optional */.lqM(dist/* strictObject */.rej({
        fixes: dist/* array */.YOg(dist/* string */.YjP()),
        verdict: dist/* picklist */.KIO(['passed', 'failed', 'errored', 'skipped']),
        cause: dist/* optional */.lqM(dist/* string */.YjP()),
        before: provenSchema,
        after: provenSchema,
    })),
});
/** The JSON of a trial: report.json. */
const reportSchema = dist/* strictObject */.rej({
    version: dist/* literal */.euz(1),
    tool: dist/* strictObject */.rej({ name: dist/* literal */.euz('sea-trial'), version: dist/* string */.YjP() }),
    commit: dist/* optional */.lqM(dist/* strictObject */.rej({ head: sha, base: dist/* optional */.lqM(sha), tested: sha })),
    trials: dist/* array */.YOg(trialSchema),
});

;// CONCATENATED MODULE: ./build/render/read-report.js




/**
 * A report again, from report.json. The file may be anybody's: nothing is believed that the schema does not promise, and what it does
 * not hold (exchanges, processes) is not there.
 */
function readReport(text) {
    const read = dist/* safeParse */.xLC(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* parseJson */.qFJ(), reportSchema), text);
    if (!read.success)
        return { error: (0,schema_complaint/* schemaComplaint */.$)(read.issues) };
    const { tool, commit, trials } = read.output;
    return {
        report: {
            version: 1,
            tool,
            ...(commit === undefined
                ? {}
                : {
                    commit: {
                        head: commit.head,
                        tested: commit.tested,
                        ...(commit.base === undefined ? {} : { base: commit.base }),
                    },
                }),
            trials: trials.map(trialOf),
        },
    };
}
function trialOf(data) {
    const findings = data.findings.map(findingOf);
    const { image, startup, stopped, runtime, steps } = data;
    const own = image === undefined ? undefined : imageOf(image);
    return {
        name: data.name,
        file: data.file,
        context: data.context,
        verdict: data.verdict,
        cause: data.cause ?? undefined,
        ...(data.because === undefined ? {} : { because: data.because }),
        ...(data.lastPassed === undefined ? {} : { lastPassed: data.lastPassed }),
        stages: data.stages.map((stage) => stageOf(stage, findings)),
        findings,
        ignored: [],
        ...(own === undefined ? {} : { image: own, layerLines: image?.layers.map(({ line }) => line) ?? [] }),
        ...(steps === undefined
            ? {}
            : { steps: steps.map((step) => ({ ...step, startedAt: Date.parse(step.startedAt) })) }),
        ...(startup === undefined ? {} : { startupMs: startup.ms }),
        ...(data.probes === undefined ? {} : { probes: data.probes.map(withoutUndefined) }),
        ...(runtime === undefined ? {} : { runtime: withoutUndefined(runtime) }),
        ...(stopped === undefined ? {} : { stopped: { ...withoutUndefined(stopped), timeoutMs: stopped.ms } }),
        ...(data.proof === undefined
            ? {}
            : {
                proof: {
                    ...withoutUndefined(data.proof),
                    before: withoutUndefined(data.proof.before),
                    after: withoutUndefined(data.proof.after),
                },
            }),
        ...(data.comparison === undefined
            ? {}
            : {
                comparison: {
                    ...withoutUndefined(data.comparison),
                    fixed: data.comparison.fixed.map(withoutUndefined),
                },
            }),
        ...(data.hardening === undefined ? {} : { hardening: data.hardening.map(withoutUndefined) }),
        ...(data.pushed === undefined ? {} : { pushed: data.pushed }),
        notes: [],
        observation: observationOf(data, own),
    };
}
/** Which stage found what is not told: what is confirmed was seen by the run, the rest is lint's. */
function stageOf(stage, findings) {
    const { stage: name, status, startedAt, ms = 0, because = '' } = stage;
    if (status === 'skipped')
        return { stage: name, status, because };
    const timed = { stage: name, startedAt: startedAt === undefined ? 0 : Date.parse(startedAt), ms };
    const found = name === 'lint' ? findings : [];
    return status === 'errored'
        ? { ...timed, status, message: because, findings: found }
        : { ...timed, status, findings: found };
}
function findingOf(data) {
    const location = locationOf(data);
    const { check, aliases, severity, title, why, advice, status, cost, evidence, fingerprint, since, fix } = data;
    return {
        check,
        aliases,
        severity,
        title,
        why,
        advice,
        ...(location === undefined ? {} : { location }),
        evidence: evidence.flatMap(evidenceOf),
        status,
        ...(cost === undefined ? {} : { cost: withoutUndefined(cost) }),
        fingerprint,
        ...(since === undefined ? {} : { since }),
        ...(fix === undefined
            ? {}
            : {
                fix: {
                    title: fix.title,
                    safety: fix.safety,
                    edits: fix.edits.map(({ path = data.path ?? '', text, ...ends }) => ({
                        location: { path, ...ends },
                        text,
                    })),
                },
            }),
    };
}
function locationOf({ path, line, column, endLine, endColumn }) {
    if (path === undefined || line === undefined)
        return undefined;
    return { path, line, column: column ?? 1, endLine: endLine ?? line, endColumn: endColumn ?? (column ?? 1) + 1 };
}
function evidenceOf(data) {
    if (data.kind !== 'source')
        return [data];
    const location = locationOf(data);
    return location === undefined ? [] : [{ kind: 'source', location, note: data.note }];
}
function imageOf({ reference, id, digest, bytes, store, layers }) {
    return {
        reference,
        id,
        ...(digest === undefined ? {} : { digest }),
        bytes,
        store,
        user: '',
        workdir: '',
        environment: [],
        entrypoint: [],
        command: [],
        exposed: [],
        layers: layers.map(({ bytes: size, instruction }) => ({ bytes: size, instruction })),
    };
}
function observationOf(data, image) {
    const { name, file, context, sources = [] } = data;
    const container = image === undefined ? undefined : containerOf(data, image);
    return {
        version: 1,
        name,
        sources: {
            dockerfile: { path: file, text: sources.find(({ path }) => path === file)?.text ?? '' },
            context,
            buildArguments: {},
            files: sources.map(({ path, text }) => ({ path: external_node_path_.posix.relative(context, path), text })),
            listing: [],
        },
        ...(container === undefined ? {} : { container }),
    };
}
function containerOf({ startup, runtime, log }, image) {
    const lines = [log?.head, log?.tail].flatMap((part) => (part === undefined || part === '' ? [] : part.split('\n')));
    return {
        image,
        expected: { kind: 'http' },
        create: { argv: [], exitCode: 0, stderr: '' },
        published: [],
        port: portIn(runtime?.listening ?? []),
        log: lines.map((text) => ({ at: 0, stream: 'stdout', text })),
        omittedLogLines: log?.omittedLines ?? 0,
        sockets: [],
        processes: [],
        exchanges: [],
        measures: [],
        wait: {
            limitMs: 0,
            ms: startup?.ms ?? 0,
            ended: startup === undefined ? 'decided' : 'ready',
            ...(startup === undefined ? {} : { readyAtMs: startup.ms }),
        },
    };
}
/** The one that everybody may reach; where none is told, the usual one. */
function portIn(listening) {
    const wildcard = listening.find((socket) => /^(?:0\.0\.0\.0|\[::\]):\d+$/.test(socket));
    return Number(wildcard?.slice(wildcard.lastIndexOf(':') + 1) ?? 8000);
}
function withoutUndefined(value) {
    return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
}

// EXTERNAL MODULE: ./build/diagnoses/diagnose.js + 1 modules
var diagnose = __webpack_require__(5822);
// EXTERNAL MODULE: ./build/dockerfile/parse.js + 29 modules
var parse = __webpack_require__(4336);
// EXTERNAL MODULE: ./build/facts/context.js
var facts_context = __webpack_require__(655);
// EXTERNAL MODULE: ./build/facts/facts.js + 10 modules
var facts = __webpack_require__(4538);
;// CONCATENATED MODULE: ./build/facts/recorded-facts.js




/** The facts of a recorded trial: what was not read then is not there now, and so no fact follows from it. */
function recordedFacts(sources) {
    const { dockerfile, context, files, listing, target, buildArguments, publish, today } = sources;
    return (0,facts/* deriveFacts */.p)({
        dockerfile: (0,parse/* parseDockerfile */.A)(dockerfile.text, dockerfile.path),
        context: (0,facts_context/* contextOf */.Vm)(Object.fromEntries(files.map((file) => [file.path, file.text])), {
            folder: context,
            dockerfile: external_node_path_.posix.relative(context, dockerfile.path),
            listing,
        }),
        buildArguments,
        ...(target === undefined ? {} : { target }),
        ...(publish === undefined ? {} : { publish }),
        ...(today === undefined ? {} : { today }),
    });
}

// EXTERNAL MODULE: ./build/lint/lint.js + 6 modules
var lint = __webpack_require__(9806);
// EXTERNAL MODULE: ./build/probes/judge.js
var judge = __webpack_require__(9025);
// EXTERNAL MODULE: ./build/symptoms/symptoms.js + 7 modules
var symptoms_symptoms = __webpack_require__(7449);
// EXTERNAL MODULE: ./build/stages/documented.js + 1 modules
var documented = __webpack_require__(1967);
// EXTERNAL MODULE: ./build/trial/compile-report.js
var compile_report = __webpack_require__(473);
// EXTERNAL MODULE: ./build/trial/diagnosed.js + 1 modules
var diagnosed = __webpack_require__(2370);
;// CONCATENATED MODULE: ./build/trial/replay.js








/** The report of a recorded trial: the same diagnoses, from what was seen then. Lint runs anew, as nobody configured it. */
function replay(observation) {
    const { sources, container, name } = observation;
    const facts = recordedFacts(sources);
    const linted = (0,lint/* lint */.u8)({ facts });
    const stages = stagesOf({ observation, facts }, linted.findings);
    return (0,compile_report/* compileReport */.q)({
        plan: { name, file: sources.dockerfile.path, context: sources.context, facts, lint: {}, notes: [] },
        linted,
        logbook: { observation, stages },
        tried: { probes: container === undefined ? [] : probesOf(container) },
        ...(container === undefined ? {} : { image: container.image }),
        failOn: 'error',
    });
}
/** Which stage each moment of a failure belongs to. */
const stageAt = {
    build: 'build',
    create: 'start',
    exit: 'start',
    silent: 'start',
    answer: 'smoke',
    serve: 'smoke',
    stop: 'stop',
};
function stagesOf(seen, suspected) {
    const { build, container } = seen.observation;
    const failedAt = failedStage(seen);
    const startedAt = container?.state?.startedAt ?? build?.steps[0]?.startedAt ?? 0;
    const stage = (name, ms, findings = []) => {
        const timed = { stage: name, startedAt, ms };
        return name === failedAt
            ? { ...timed, ...(0,diagnosed/* diagnosed */.$)(seen.observation, seen.facts) }
            : { ...timed, status: 'passed', findings };
    };
    const skipped = (name, because) => ({ stage: name, status: 'skipped', because });
    const answers = container?.wait.ended === 'ready' && container.expected.kind !== 'exit';
    return [
        { stage: 'lint', status: 'passed', startedAt, ms: 0, findings: suspected },
        build === undefined ? skipped('build', 'the image exists') : stage('build', build.ms),
        container === undefined ? skipped('start', 'there is no image') : stage('start', container.wait.ms),
        answers ? stage('smoke', probingMs(container), (0,diagnose/* remarksOn */.rc)(seen, 'serve')) : skipped('smoke', 'nothing answered'),
        container?.stop === undefined
            ? skipped('stop', 'it was not stopped')
            : stage('stop', container.stop.ms, (0,diagnose/* remarksOn */.rc)(seen, 'stop')),
    ];
}
/** A container that answered, and ended while it was asked, failed at the smoke tests. */
function failedStage(seen) {
    const symptoms = (0,symptoms_symptoms/* symptomsOf */.A)(seen);
    if (symptoms === undefined)
        return undefined;
    return seen.observation.container?.wait.ended === 'ready' ? 'smoke' : stageAt[symptoms.moment];
}
function probingMs({ exchanges }) {
    return exchanges.reduce((ms, exchange) => ms + (exchange.probe === undefined ? 0 : exchange.ms), 0);
}
/** The last answer to each probe is what counted. */
function probesOf(container) {
    const last = new Map(container.exchanges.flatMap((exchange) => (exchange.probe === undefined ? [] : [[exchange.probe, exchange]])));
    return [...last.values()].map(probeResult).concat((0,documented/* documentedResults */.L)(container));
}
function probeResult({ request, outcome, ms, passed = false }) {
    const [verb = '', address = ''] = request.split(' ');
    const isTcp = verb === 'TCP';
    return {
        request: isTcp || !URL.canParse(address) ? request : `${verb} ${new URL(address).pathname}`,
        outcome: isTcp ? ((0,judge/* connectionDeviation */.uc)(outcome) ?? (0,judge/* describeOutcome */.SS)(outcome)) : (0,judge/* describeOutcome */.SS)(outcome),
        ...(outcome.kind === 'answered' ? { status: outcome.status } : {}),
        ms,
        passed,
    };
}

// EXTERNAL MODULE: ./build/commands/form.js + 10 modules
var commands_form = __webpack_require__(9849);
// EXTERNAL MODULE: ./build/commands/observations.js + 1 modules
var observations = __webpack_require__(4348);
// EXTERNAL MODULE: ./build/commands/run/trial.js + 35 modules
var trial = __webpack_require__(3092);
;// CONCATENATED MODULE: ./build/commands/report.js







/** `sea-trial report`: a report in another form, or what was recorded told anew. Nothing is built or started. */
async function reportCommand([file], ports) {
    const report = reportToTell(file, ports);
    ports.print.result(await (0,commands_form/* inForm */.E)(report, ports));
    return (0,trial/* exitCodeOf */.F)(report);
}
function reportToTell(file, ports) {
    const { observationFile } = ports.presentation;
    if (file === undefined && observationFile !== undefined)
        return {
            version: 1,
            tool: { name: 'sea-trial', version: ports.version },
            trials: [replay((0,observations/* readObservation */.Z)(observationFile, ports))],
        };
    if (file === undefined || observationFile !== undefined)
        throw new errors/* UserError */.y(file === undefined ? 'there is nothing to report on.' : 'one of two files can be reported on.', {
            place: 'sea-trial report',
            hint: 'Write sea-trial report REPORT.json, or sea-trial report --observation FILE.',
        });
    return fromFile(file, ports);
}
function fromFile(file, { files, workingDirectory }) {
    const text = readTextOf(external_node_path_.resolve(workingDirectory, file), files);
    if (text === undefined)
        throw new errors/* UserError */.y('there is no such file, or none that can be read.', {
            place: file,
            hint: 'Name the report.json that a trial has written (report-file).',
        });
    const read = readReport(text);
    if ('report' in read)
        return read.report;
    throw new errors/* UserError */.y(`it is no report: ${read.error}.`, {
        place: file,
        hint: 'Name the report.json that a trial has written (report-file), unchanged.',
    });
}
/** A report may be larger than a source file. */
function readTextOf(file, files) {
    return files.stat(file)?.kind === 'file' ? files.readBytes(file).toString('utf8') : undefined;
}


/***/ }),

/***/ 8526:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FL: () => (/* binding */ isInstruction),
/* harmony export */   gJ: () => (/* binding */ errorMessage),
/* harmony export */   ns: () => (/* binding */ readBuildFailure)
/* harmony export */ });
/** Why a build failed, from its steps and from the plain text after them. */
function readBuildFailure({ steps, tail }, ended) {
    if (ended.timedOut)
        return readTimeout(steps, ended.ms);
    const failed = steps.filter((step) => step.error !== undefined && !step.error.includes('context canceled'));
    const message = errorMessage(tail) ?? failed.at(-1)?.error ?? 'the build ended without saying why';
    const deciding = decidingStep(failed, message);
    const place = failingLines(tail, message);
    const exitCode = /exit code: (\d+)/.exec(deciding?.error ?? message)?.[1];
    return {
        message,
        ...place,
        ...(deciding === undefined ? {} : { step: deciding.name }),
        ...(exitCode === undefined ? {} : { exitCode: Number(exitCode) }),
        failedSteps: failed.map(({ name }) => name),
        log: deciding?.log ?? tail.filter((line) => line.trim() !== ''),
    };
}
/** A step that stands for an instruction of the Dockerfile: `[app 3/5] RUN make`. Others load the context, or export what was built. */
function isInstruction(step) {
    return step !== undefined && /^\[(?:[^\]]* )?\d+\/\d+\] /.test(step);
}
/** The deadline ended buildx before it could say anything: the step that was running is what took so long. */
function readTimeout(steps, ms) {
    const running = steps.findLast((step) => step.startedAt !== undefined && step.ms === undefined);
    return {
        message: `the build had not ended after ${Math.round(ms / 1000)} s`,
        ...(running === undefined ? {} : { step: running.name }),
        failedSteps: [],
        log: running?.log ?? [],
    };
}
/** What stands after `ERROR:`, which may go over several lines; Docker Desktop adds a link that is no part of it. */
function errorMessage(tail) {
    const start = tail.findLastIndex((line) => line.startsWith('ERROR: '));
    if (start < 0)
        return undefined;
    return tail
        .slice(start)
        .filter((line) => !line.startsWith('View build details: '))
        .join('\n')
        .replace(/^ERROR: (?:failed to build: )?/, '')
        .trim();
}
/** Several steps may fail at once; the message quotes the error of the one that decides. */
function decidingStep(failed, message) {
    return failed.find(({ error }) => error !== undefined && message.includes(error)) ?? failed.at(-1);
}
/** The excerpt of the Dockerfile: `Dockerfile:3`, and each line of the instruction marked ` 3 | >>> RUN …`. */
function failingLines(tail, message) {
    const marked = tail.flatMap((line) => {
        const number = /^ *(\d+) \| >>>/.exec(line)?.[1];
        return number === undefined ? [] : [Number(number)];
    });
    const heading = /^\S.*:(\d+)$/.exec(tail[tail.findIndex((line) => /^-{20}$/.test(line)) - 1] ?? '')?.[1];
    const spoken = /^failed to solve: dockerfile parse error on lines? (\d+)/.exec(message)?.[1];
    const line = marked[0] ?? Number(heading ?? spoken ?? Number.NaN);
    return Number.isNaN(line) ? undefined : { line, endLine: marked.at(-1) ?? line };
}


/***/ })

};
