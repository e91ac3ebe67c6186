export const id = 570;
export const ids = [570];
export const modules = {

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
