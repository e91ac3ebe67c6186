export const id = 424;
export const ids = [424,549,310];
export const modules = {

/***/ 9549:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   documentedChecks: () => (/* binding */ documentedChecks)
/* harmony export */ });
/* harmony import */ var _diagnoses_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1041);
/* harmony import */ var _probes_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9072);
/* harmony import */ var _lint_pragma_checks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2590);
/* harmony import */ var _rules_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9207);




/** All that is documented, by id: a rule and a diagnosis that share one are one entry. */
function documentedChecks() {
    const described = [..._rules_index_js__WEBPACK_IMPORTED_MODULE_3__/* .rules */ .a, ..._lint_pragma_checks_js__WEBPACK_IMPORTED_MODULE_2__/* .pragmaChecks */ ._y];
    const ids = new Set([...described, ..._diagnoses_index_js__WEBPACK_IMPORTED_MODULE_0__.diagnoses, ..._probes_index_js__WEBPACK_IMPORTED_MODULE_1__.probes].map(({ id }) => id));
    return [...ids].toSorted().map((id) => {
        const rule = described.find((each) => each.id === id);
        const diagnosis = _diagnoses_index_js__WEBPACK_IMPORTED_MODULE_0__.diagnoses.find((each) => each.id === id);
        const probe = _probes_index_js__WEBPACK_IMPORTED_MODULE_1__.probes.find((each) => each.id === id);
        return {
            id,
            ...(rule === undefined ? {} : { rule }),
            ...(diagnosis === undefined ? {} : { diagnosis }),
            ...(probe === undefined ? {} : { probe }),
        };
    });
}


/***/ }),

/***/ 6424:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   explainCommand: () => (/* binding */ explainCommand)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _render_check_page_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4725);
/* harmony import */ var _render_links_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3420);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7658);
/* harmony import */ var _documented_checks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9549);





/** `sea-trial explain CHECK`: its documentation, by its id or by another tool's name for it; two checks may share such a name. */
function explainCommand([asked = ''], { print }) {
    const checks = (0,_documented_checks_js__WEBPACK_IMPORTED_MODULE_3__.documentedChecks)();
    const namesOf = ({ id, rule }) => [id, ...(rule?.aliases ?? [])];
    const found = checks.filter((check) => namesOf(check).some((name) => name.toLowerCase() === asked.toLowerCase()));
    if (found.length === 0) {
        const near = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_4__/* .nearest */ .p)(asked, checks.flatMap(namesOf));
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .y(`there is no check "${asked}".`, {
            place: 'sea-trial explain',
            hint: near === undefined
                ? (elsewhere(asked) ?? 'All of them: sea-trial checks.')
                : `The nearest one is ${near}; all of them: sea-trial checks.`,
        });
    }
    print.result(found.map(_render_check_page_js__WEBPACK_IMPORTED_MODULE_1__/* .checkPage */ .I).join('\n'));
    return 0;
}
/** What the tools themselves say is documented by their makers. */
function elsewhere(asked) {
    const [, tool, name = asked] = /^(shellcheck|buildkit)\/(\w+)$/i.exec(asked) ?? [];
    if (tool?.toLowerCase() === 'buildkit')
        return `BuildKit explains it: ${(0,_render_links_js__WEBPACK_IMPORTED_MODULE_2__/* .documentationUrl */ .ou)(`buildkit/${name}`)}`;
    const isShellCheck = /^SC\d{4}$/i.test(name);
    return isShellCheck ? `ShellCheck explains it: ${(0,_render_links_js__WEBPACK_IMPORTED_MODULE_2__/* .documentationUrl */ .ou)(`shellcheck/${name.toUpperCase()}`)}` : undefined;
}


/***/ }),

/***/ 9072:
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

// EXTERNAL MODULE: ./build/facts/build-steps.js
var build_steps = __webpack_require__(6742);
;// CONCATENATED MODULE: ./build/probes/base-size.js

const baseSize = {
    id: 'base-size',
    summary: 'How many bytes of the image are its base',
    why: "The history names the layers that this build has made; those before them are the base's. How much smaller another base would be only a build with it tells, so this is no price, and the suspicion stays one.",
    settles: ['full-base-image'],
    settle({ container: { image }, facts }) {
        const lines = (0,build_steps/* layerLines */.lI)(image, facts);
        const bytes = image.layers.reduce((sum, layer, index) => sum + (lines[index] === undefined ? layer.bytes : 0), 0);
        if (bytes === 0)
            return undefined;
        return {
            status: 'suspected',
            evidence: [{ kind: 'measurement', what: 'the layers of the base image', value: bytes, unit: 'bytes' }],
        };
    },
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
    why: 'A server that answers from outside has found its application and what that imports, listens on an address that can be reached, and on the port that is published.',
    settles: ['loopback-host', 'port-mismatch', 'app-module-not-found', 'moved-virtualenv'],
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

// EXTERNAL MODULE: ./build/symptoms/running/stopping.js
var stopping = __webpack_require__(8837);
;// CONCATENATED MODULE: ./build/probes/graceful-stop.js

const gracefulStop = {
    id: 'graceful-stop',
    summary: 'Does the server see SIGTERM, and end by itself',
    why: '`docker stop` sends SIGTERM to process 1 and kills what is left at the limit: exit code 137 after the whole time means that nobody listened. A quick end proves nothing where process 1 is not the server: what counts then is whether the server says goodbye.',
    settles: ['shell-form-start', 'shell-without-exec', 'entrypoint-without-exec'],
    settle({ container }) {
        const { stop } = container;
        // SIGTERM before the start is complete is lost whatever stands in the Dockerfile.
        if (stop === undefined || container.wait.ended !== 'ready')
            return undefined;
        const killed = (0,stopping/* killedAtLimit */.a)(container);
        const said = (0,stopping/* saidWhileStopping */.b)({ container });
        // A shutdown that began and hangs has seen its signal: that is another flaw.
        const reached = said.some((line) => begins.test(line));
        const dropped = stop.exitCode === 143 && talks(container) && !reached;
        if (killed && reached)
            return undefined;
        return {
            status: killed || dropped ? 'confirmed' : 'refuted',
            ...(killed ? { cost: { ms: stop.ms } } : {}),
            evidence: [
                { kind: 'measurement', what: 'time to stop', value: stop.ms, unit: 'ms' },
                {
                    kind: 'command',
                    argv: firstProcess(container),
                    exitCode: stop.exitCode,
                    tail: said.slice(dropped ? -6 : -1).join('\n'),
                },
                ...finished(stop),
            ],
        };
    },
};
/** That a request on its way was finished all the same. */
function finished({ inFlight }) {
    if (inFlight?.outcome.kind !== 'answered')
        return [];
    const { request, outcome, ms } = inFlight;
    return [{ kind: 'exchange', request, outcome: `${outcome.status}, asked before SIGTERM`, ms }];
}
/** Who got the signal. */
function firstProcess({ processes, image }) {
    const first = processes.find(({ parentPid }) => !processes.some(({ pid }) => pid === parentPid));
    return first === undefined ? [...image.entrypoint, ...image.command] : first.command.split(' ');
}
/** The first words of a server that ends in order. */
const begins = /\bShutting down\b|Finished server process|Handling signal: (?:term|int)|Shutting down granian/;
/** uvicorn and gunicorn say how they begin and end; a server that is silent at its start is so at its end. */
function talks({ log }) {
    return log.some(({ text }) => /Started (?:server|parent) process \[|Starting gunicorn/.test(text));
}

;// CONCATENATED MODULE: ./build/probes/health-check.js
const healthCheck = {
    id: 'health-check',
    summary: 'Does the health check of the image pass while the server answers',
    why: 'The check is run once as the engine runs it, with the time that the image gives it. Where it fails, the diagnosis of the same name says why.',
    settles: ['broken-healthcheck'],
    settle({ container }) {
        const { healthCheck: ran } = container;
        if (ran === undefined || ran.timedOut || ran.exitCode !== 0)
            return undefined;
        return {
            status: 'refuted',
            evidence: [
                { kind: 'measurement', what: 'exit code of the health check', value: ran.exitCode, unit: 'count' },
                { kind: 'measurement', what: 'time of the health check', value: ran.ms, unit: 'ms' },
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
    summary: 'How many bytes of the caches of package managers are in the image',
    why: 'The caches are measured where the tools keep them, for root and for the user that the image names, or where a variable such as PIP_CACHE_DIR points.',
    settles: ['pip-cache-kept', 'yarn-cache-kept', 'apk-cache-kept', 'package-cache-kept'],
    measures: cachePaths,
    settle: (asked) => settleBySize(cachePaths(asked), asked, 'caches of package managers in the image'),
};
/** Where each keeps it: below the folder of a user, where a variable says, and for the whole system. */
const caches = {
    'pip-cache-kept': {
        home: ['.cache/pip', '.cache/uv', '.cache/pypoetry'],
        variables: ['PIP_CACHE_DIR', 'UV_CACHE_DIR', 'POETRY_CACHE_DIR'],
        system: [],
    },
    'yarn-cache-kept': {
        home: ['.cache/yarn'],
        variables: ['YARN_CACHE_FOLDER'],
        system: ['/usr/local/share/.cache/yarn'],
    },
    'apk-cache-kept': { home: [], variables: [], system: ['/var/cache/apk', '/etc/apk/cache'] },
    'package-cache-kept': {
        home: [],
        variables: [],
        system: ['/var/cache/yum', '/var/cache/dnf', '/var/cache/libdnf5', '/var/cache/zypp'],
    },
};
function cachePaths({ finding, container: { image } }) {
    const { home, variables, system } = caches[finding.check] ?? { home: [], variables: [], system: [] };
    const environment = new Map(image.environment.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
    const [user = ''] = image.user.split(':');
    const homes = new Set(['/root', environment.get('HOME') ?? '/root']);
    if (/^[a-z_][\w-]*$/i.test(user) && user !== 'root')
        homes.add(`/home/${user}`);
    return [
        ...[...homes].flatMap((folder) => home.map((cache) => `${folder}/${cache}`)),
        ...variables.flatMap((name) => {
            const path = environment.get(name);
            return path?.startsWith('/') === true ? [path] : [];
        }),
        ...system,
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

// EXTERNAL MODULE: ./build/facts/mounts.js
var mounts = __webpack_require__(4428);
;// CONCATENATED MODULE: ./build/probes/rebuild.js


const rebuild = {
    id: 'rebuild',
    summary: 'How long the steps take that a change of the code alone builds again',
    why: 'BuildKit times each step. Those behind the copy of the source are built again after each change; where one of them came from the cache this time, how long it takes is not known, and no price is told.',
    settles: ['source-before-dependencies'],
    settle({ finding, facts, observation }) {
        const line = finding.location?.line ?? 0;
        const copy = facts.dockerfile.instructions.find(({ lines }) => lines[0] <= line && line <= lines[1]);
        if (copy === undefined)
            return undefined;
        const behind = builtAgainAfter(copy, facts).filter(({ keyword }) => keyword === 'RUN');
        const timed = (0,build_steps/* timedSteps */.Xe)(observation.build?.steps ?? [], facts);
        const steps = behind.map(({ lines }) => timed.find((step) => step.line === lines[0]));
        const known = steps.flatMap((step) => (step === undefined || step.cached ? [] : [step.ms]));
        if (known.length === 0 || known.length < behind.length)
            return undefined;
        const ms = known.reduce((sum, each) => sum + each, 0);
        const what = `${known.length === 1 ? 'the step' : `${known.length} steps`} that each change of the code builds again`;
        return { status: 'confirmed', cost: { ms }, evidence: [{ kind: 'measurement', what, value: ms, unit: 'ms' }] };
    },
};
/** What stands behind it in its stage, and in the stages that go on from there, or take something out of it. */
function builtAgainAfter(copy, facts) {
    const again = [];
    const touched = new Set();
    for (const stage of facts.stages) {
        if (!facts.graph.used.has(stage))
            continue;
        const { base, instructions } = stage;
        const first = instructions.findIndex((each) => each === copy || takesFrom(each, stage, touched, facts));
        const goesOn = base.kind === 'stage' && touched.has(base.stage);
        if (first === -1 && !goesOn)
            continue;
        touched.add(stage);
        const own = goesOn ? instructions : instructions.slice(first);
        again.push(...own.filter((each) => each !== copy));
    }
    return again;
}
function takesFrom(instruction, stage, touched, facts) {
    const names = [
        ...instruction.flags.flatMap(({ name, value }) => (name === 'from' && value !== undefined ? [value] : [])),
        ...(0,mounts/* mountsOf */.c)(instruction).flatMap(({ from }) => from ?? []),
    ];
    return names.some((name) => {
        const named = facts.graph.stageNamed(name, stage);
        return named !== undefined && touched.has(named);
    });
}

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

// EXTERNAL MODULE: ./build/servers/index.js + 10 modules
var servers = __webpack_require__(5499);
;// CONCATENATED MODULE: ./build/probes/workers.js

const workers = {
    id: 'workers',
    summary: 'How many workers of the server run',
    why: "The children of the server's own process are its workers, but for those that Python starts to keep its books. A server that was told of one worker, and has children all the same, may have them from the application: then nothing is told.",
    settles: ['single-worker'],
    settle({ container, facts }) {
        const seen = workersSeen(container, facts);
        if (seen === undefined)
            return undefined;
        return {
            status: seen === 1 ? 'confirmed' : 'refuted',
            evidence: [{ kind: 'measurement', what: 'workers of the server', value: seen, unit: 'count' }],
        };
    },
};
function workersSeen({ processes, runtime, wait }, { startCommand }) {
    const server = startCommand?.server;
    if (server === undefined || runtime === undefined || wait.ended !== 'ready')
        return undefined;
    const serving = processes.filter(({ command }) => starts(command, server.program.text));
    const master = serving.find(({ parentPid }) => !serving.some(({ pid }) => pid === parentPid));
    if (master === undefined)
        return undefined;
    const children = processes.filter((process) => process.parentPid === master.pid && isWorker(process));
    // uvicorn serves one worker itself; the others start a child for each, also for one.
    const servesItself = server.server === 'uvicorn' || server.server === 'fastapi';
    if (!servesItself)
        return children.length === 0 ? undefined : children.length;
    if (children.length === 0)
        return 1;
    return server.workers.kind === 'given' && server.workers.value > 1 ? children.length : undefined;
}
/** The program is written in the command line of its process; a shell that starts it has it in a text. */
function starts(command, program) {
    const words = command.split(' ');
    if (/^(?:ba|da|a|k|z)?sh$/.test((0,servers/* programName */.kX)(words[0] ?? '')))
        return false;
    return words.some((word) => (0,servers/* programName */.kX)(word.replace(/:$/, '')) === (0,servers/* programName */.kX)(program));
}
function isWorker({ command }) {
    return !/resource_tracker|semaphore_tracker|forkserver/.test(command);
}

;// CONCATENATED MODULE: ./build/probes/index.js












const probes = [
    aptLists,
    baseSize,
    contextSize,
    firstAnswer,
    gracefulStop,
    healthCheck,
    leakedFiles,
    packageCache,
    processUser,
    rebuild,
    reloader,
    workers,
];


/***/ }),

/***/ 4725:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ checkPage)
/* harmony export */ });
/* unused harmony export checksPage */
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7207);
/* harmony import */ var _numbers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2823);


/** The documentation of a check, as Markdown: docs/checks/<id>.md, and what `sea-trial explain` prints. */
function checkPage(check) {
    const { id, rule, diagnosis, probe } = check;
    const both = rule !== undefined && diagnosis !== undefined;
    const page = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .paragraphs */ .qN)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `# ${{ markdown: id }}`, rule === undefined
        ? _markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .nothing */ .s6
        : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .paragraphs */ .qN)(both ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `## What lint sees` : _markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .nothing */ .s6, ruleSection(rule, both ? 3 : 2)), diagnosis === undefined
        ? _markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .nothing */ .s6
        : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .paragraphs */ .qN)(both ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `## What a trial sees` : _markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .nothing */ .s6, diagnosisSection(diagnosis, both ? 3 : 2)), probe === undefined ? _markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .nothing */ .s6 : probeSection(probe), rule === undefined ? _markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .nothing */ .s6 : ignoreSection(id), referencesSection([...new Set([...(rule?.references ?? []), ...(diagnosis?.references ?? [])])]));
    return `${page.markdown}\n`;
}
/** Every check in one table, by id. */
function checksPage(checks) {
    const rows = checks.map(({ id, rule, diagnosis, probe }) => {
        const seenBy = [rule && 'lint', diagnosis && 'trial', probe && 'trial'].filter((each) => each !== undefined);
        const summary = rule?.summary ?? diagnosis?.summary ?? probe?.summary ?? '';
        const aliases = joined((rule?.aliases ?? []).map(code), ', ').markdown;
        return `| [${id}](${id}.md) | ${cell(sentence(summary))} | ${rule?.severity ?? diagnosisWord(diagnosis)} | ${seenBy.join(', ')} | ${aliases} |`;
    });
    return `${[
        '# All checks',
        '',
        'A rule reads the Dockerfile and its context (lint). A diagnosis names the cause why an image does not build, start, answer or stop (trial). A probe measures in the running container what a rule suspects.',
        '',
        '| Check | What it says | Severity | Seen by | Also known as |',
        '|:--|:--|:--|:--|:--|',
        ...rows,
    ].join('\n')}\n`;
}
function ruleSection(rule, level) {
    const aliases = rule.aliases.length === 0 ? _markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .nothing */ .s6 : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) ` Also known as ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .joined */ .oR)(rule.aliases.map(_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY), ', ')}.`;
    const severity = rule.severity === 'off'
        ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `**Off** until it is switched on.`
        : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `**${{ markdown: capital(rule.severity) }}**.`;
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .paragraphs */ .qN)(sentence(rule.summary), { markdown: `${severity.markdown}${aliases.markdown}` }, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(rule.why), ...rule.bad.map((example) => badExample(example, level)), ...rule.good.map((example) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .paragraphs */ .qN)(heading(level, 'Fine', example.title), files(example))));
}
function badExample(example, level) {
    const fixed = [
        ...(example.fixed === undefined ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .fence */ .EU)(lines(example.fixed), 'dockerfile')]),
        ...Object.entries(example.fixedFiles ?? {}).map(([path, text]) => file(path, text)),
    ];
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .paragraphs */ .qN)(heading(level, 'Told', example.title), files(example), ...(fixed.length === 0 ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `Fixed:`, ...fixed]));
}
function diagnosisSection(diagnosis, level) {
    const blame = isRemark(diagnosis)
        ? 'The container serves, and this is worth a word: the trial **fails** of it only where `fail-on` says so.'
        : diagnosis.blames === 'image'
            ? 'The trial **failed**: the image is to blame.'
            : 'The trial **could not run**: its set-up is to blame, and the image is not.';
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .paragraphs */ .qN)(sentence(diagnosis.summary), { markdown: blame }, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(diagnosis.why), ...diagnosis.examples.map((example) => recorded(example, level)));
}
function recorded(example, level) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .paragraphs */ .qN)(heading(level, 'Seen', example.title), files(example), ...run(example.saw), example.place === undefined ? _markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .nothing */ .s6 : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `The place to change: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(example.place)}.`);
}
function run(saw) {
    const facts = [
        saw.build === undefined ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `The build ended: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(saw.build.message)}`],
        saw.create === undefined || saw.create.exitCode === 0
            ? []
            : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `docker refused the container: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(saw.create.stderr)}`],
        saw.exitCode === undefined ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `The container ended with exit code ${saw.exitCode}`],
        saw.oomKilled === true ? [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `The kernel killed it for want of memory`] : [],
        saw.listening === undefined
            ? []
            : [
                (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `It listened on ${saw.listening.length === 0 ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `nothing` : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .joined */ .oR)(saw.listening.map(_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY), ', ')}`,
            ],
        saw.answers === undefined || saw.answers.length === 0
            ? []
            : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `Requests ended: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .joined */ .oR)(saw.answers.map(answerWord), ', ')}`],
        (saw.documented ?? []).map(({ outcome, deviation }) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `A documented GET ended: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(outcome)}${deviation === undefined ? _markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .nothing */ .s6 : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) ` (it ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(deviation)})`}`),
        saw.tls === undefined ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `A TLS handshake worked: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(saw.tls)}`],
        saw.healthCheck === undefined
            ? []
            : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `Its health check ended with exit code ${saw.healthCheck.exitCode}: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(saw.healthCheck.output)}`],
        saw.stop === undefined
            ? []
            : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `Stopped, it ended with exit code ${saw.stop.exitCode} after ${{ markdown: (0,_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(saw.stop.ms) }}`],
        saw.waitedMs === undefined ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `It was decided after ${{ markdown: (0,_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(saw.waitedMs) }}`],
    ].flat();
    const log = [...(saw.build?.log ?? []), ...(saw.log ?? []), ...(saw.stop?.log ?? [])];
    return [
        facts.length === 0 ? _markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .nothing */ .s6 : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .bullets */ .e5)(facts),
        log.length === 0 ? _markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .nothing */ .s6 : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .fence */ .EU)(log, 'text'),
        ...(saw.threads === undefined
            ? []
            : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `Asked where its threads stand, it wrote:`, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .fence */ .EU)(saw.threads, 'text')]),
    ];
}
function answerWord(answer) {
    if (typeof answer === 'string')
        return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(answer);
    const headers = Object.entries(answer.headers ?? {}).map(([name, value]) => `${name}: ${value}`);
    const body = answer.body === undefined || answer.body === '' ? [] : [JSON.stringify(answer.body)];
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)([answer.outcome, ...headers, ...body].join(', '));
}
function isRemark({ moments }) {
    return moments.every((moment) => moment === 'serve' || moment === 'stop');
}
function probeSection(probe) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .paragraphs */ .qN)(sentence(probe.summary), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(probe.why), probe.settles.length === 0
        ? _markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .nothing */ .s6
        : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `It settles what lint suspects: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .joined */ .oR)(probe.settles.map(checkLink), ', ')}.`);
}
function ignoreSection(id) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .paragraphs */ .qN)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `## Leave it out`, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `Above the instruction, with the reason; or by the setting ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)('ignore')}:`, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .fence */ .EU)([`# sea-trial ignore=${id} the reason`], 'dockerfile'));
}
function referencesSection(references) {
    if (references.length === 0)
        return _markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .nothing */ .s6;
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .paragraphs */ .qN)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `## Read more`, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .bullets */ .e5)(references.map((address) => ({ markdown: `<${address}>` }))));
}
function heading(level, word, title) {
    return { markdown: `${'#'.repeat(level)} ${word}: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(title).markdown}` };
}
function files(example) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .paragraphs */ .qN)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .fence */ .EU)(lines(example.dockerfile), 'dockerfile'), ...(example.settings === undefined
        ? []
        : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)('.sea-trial.yml')}:`, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .fence */ .EU)(configured(example.settings), 'yaml')]), ...Object.entries(example.files ?? {}).map(([path, text]) => file(path, text)));
}
function file(path, text) {
    if (text === '')
        return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(path)} is there, and empty.`;
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .paragraphs */ .qN)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markup */ .PT) `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(path)}:`, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .fence */ .EU)(lines(text), path.endsWith('.py') ? 'python' : 'text'));
}
function configured({ trustedRegistries = [], labelSchema, strictLabels }) {
    const labels = [...(labelSchema ?? [])];
    return [
        ...(trustedRegistries.length === 0 ? [] : ['trusted-registries:']),
        ...trustedRegistries.map((registry) => `  - ${JSON.stringify(registry)}`),
        ...(labels.length === 0 ? [] : ['label-schema:']),
        ...labels.map(([label, type]) => `  ${label}: ${type}`),
        ...(strictLabels === true ? ['strict-labels: true'] : []),
    ];
}
function lines(text) {
    return text.replace(/\n$/, '').split('\n');
}
function checkLink(id) {
    return { markdown: `[${id}](${id}.md)` };
}
function cell(content) {
    return content.markdown.replaceAll('|', String.raw `\|`);
}
function diagnosisWord(diagnosis) {
    if (diagnosis === undefined)
        return '';
    if (isRemark(diagnosis))
        return 'warning';
    return diagnosis.blames === 'image' ? 'error' : 'could not run';
}
/** A summary is a claim as in mid-sentence. */
function sentence(summary) {
    return { markdown: `${capital((0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(summary).markdown)}.` };
}
function capital(word) {
    return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}


/***/ })

};
