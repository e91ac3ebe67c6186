export const id = 222;
export const ids = [222,549,310];
export const modules = {

/***/ 2222:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checksCommand: () => (/* binding */ checksCommand)
/* harmony export */ });
/* harmony import */ var _documented_checks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9549);

/** `sea-trial checks`: all of them, a line each. */
function checksCommand({ presentation, print }) {
    const checks = (0,_documented_checks_js__WEBPACK_IMPORTED_MODULE_0__.documentedChecks)().map(row);
    if (presentation.format === 'json') {
        print.result(`${JSON.stringify({ version: 1, checks }, undefined, 2)}\n`);
        return 0;
    }
    const width = Math.max(...checks.map(({ check }) => check.length));
    print.result(checks
        .map(({ check, severity, summary }) => `${check.padEnd(width)}  ${severity.padEnd(9)}  ${summary}\n`)
        .join(''));
    return 0;
}
function row({ id, rule, diagnosis, probe }) {
    return {
        check: id,
        aliases: rule?.aliases ?? [],
        /** A diagnosis that blames the set-up ends in `errored`; a probe only measures. */
        severity: rule?.severity ?? (diagnosis === undefined ? 'measures' : diagnosis.blames === 'image' ? 'error' : 'errored'),
        kinds: [rule && 'rule', diagnosis && 'diagnosis', probe && 'probe'].filter((kind) => kind !== undefined),
        summary: rule?.summary ?? diagnosis?.summary ?? probe?.summary ?? '',
    };
}


/***/ }),

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


/***/ })

};
