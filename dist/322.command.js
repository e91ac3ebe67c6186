export const id = 322;
export const ids = [322,549,570];
export const modules = {

/***/ 9549:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   documentedChecks: () => (/* binding */ documentedChecks)
/* harmony export */ });
/* harmony import */ var _diagnoses_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4374);
/* harmony import */ var _probes_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2570);
/* harmony import */ var _rules_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7393);



/** All that is documented, by id: a rule and a diagnosis that share one are one entry. */
function documentedChecks() {
    const ids = new Set([..._rules_index_js__WEBPACK_IMPORTED_MODULE_2__/* .rules */ .a, ..._diagnoses_index_js__WEBPACK_IMPORTED_MODULE_0__.diagnoses, ..._probes_index_js__WEBPACK_IMPORTED_MODULE_1__.probes].map(({ id }) => id));
    return [...ids].toSorted().map((id) => {
        const rule = _rules_index_js__WEBPACK_IMPORTED_MODULE_2__/* .rules */ .a.find((each) => each.id === id);
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

/***/ 2322:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  explainCommand: () => (/* binding */ explainCommand)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/render/markdown.js + 1 modules
var markdown = __webpack_require__(7207);
// EXTERNAL MODULE: ./build/render/numbers.js
var numbers = __webpack_require__(2823);
;// CONCATENATED MODULE: ./build/render/check-page.js


/** The documentation of a check, as Markdown: docs/checks/<id>.md, and what `sea-trial explain` prints. */
function checkPage(check) {
    const { id, rule, diagnosis, probe } = check;
    const both = rule !== undefined && diagnosis !== undefined;
    const page = (0,markdown/* paragraphs */.qN)((0,markdown/* markup */.PT) `# ${{ markdown: id }}`, rule === undefined
        ? markdown/* nothing */.s6
        : (0,markdown/* paragraphs */.qN)(both ? (0,markdown/* markup */.PT) `## What lint sees` : markdown/* nothing */.s6, ruleSection(rule, both ? 3 : 2)), diagnosis === undefined
        ? markdown/* nothing */.s6
        : (0,markdown/* paragraphs */.qN)(both ? (0,markdown/* markup */.PT) `## What a trial sees` : markdown/* nothing */.s6, diagnosisSection(diagnosis, both ? 3 : 2)), probe === undefined ? markdown/* nothing */.s6 : probeSection(probe), rule === undefined ? markdown/* nothing */.s6 : ignoreSection(id), referencesSection([...new Set([...(rule?.references ?? []), ...(diagnosis?.references ?? [])])]));
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
    const aliases = rule.aliases.length === 0 ? markdown/* nothing */.s6 : (0,markdown/* markup */.PT) ` Also known as ${(0,markdown/* joined */.oR)(rule.aliases.map(markdown/* code */.aY), ', ')}.`;
    const severity = rule.severity === 'off'
        ? (0,markdown/* markup */.PT) `**Off** until it is switched on.`
        : (0,markdown/* markup */.PT) `**${{ markdown: capital(rule.severity) }}**.`;
    return (0,markdown/* paragraphs */.qN)(sentence(rule.summary), { markdown: `${severity.markdown}${aliases.markdown}` }, (0,markdown/* prose */.CS)(rule.why), ...rule.bad.map((example) => badExample(example, level)), ...rule.good.map((example) => (0,markdown/* paragraphs */.qN)(heading(level, 'Fine', example.title), files(example))));
}
function badExample(example, level) {
    const fixed = [
        ...(example.fixed === undefined ? [] : [(0,markdown/* fence */.EU)(lines(example.fixed), 'dockerfile')]),
        ...Object.entries(example.fixedFiles ?? {}).map(([path, text]) => file(path, text)),
    ];
    return (0,markdown/* paragraphs */.qN)(heading(level, 'Told', example.title), files(example), ...(fixed.length === 0 ? [] : [(0,markdown/* markup */.PT) `Fixed:`, ...fixed]));
}
function diagnosisSection(diagnosis, level) {
    const blame = diagnosis.blames === 'image'
        ? 'The trial **failed**: the image is to blame.'
        : 'The trial **could not run**: its set-up is to blame, and the image is not.';
    return (0,markdown/* paragraphs */.qN)(sentence(diagnosis.summary), { markdown: blame }, (0,markdown/* prose */.CS)(diagnosis.why), ...diagnosis.examples.map((example) => recorded(example, level)));
}
function recorded(example, level) {
    return (0,markdown/* paragraphs */.qN)(heading(level, 'Seen', example.title), files(example), ...run(example.saw), example.place === undefined ? markdown/* nothing */.s6 : (0,markdown/* markup */.PT) `The place to change: ${(0,markdown/* code */.aY)(example.place)}.`);
}
function run(saw) {
    const facts = [
        saw.build === undefined ? [] : [(0,markdown/* markup */.PT) `The build ended: ${(0,markdown/* code */.aY)(saw.build.message)}`],
        saw.create === undefined || saw.create.exitCode === 0
            ? []
            : [(0,markdown/* markup */.PT) `docker refused the container: ${(0,markdown/* code */.aY)(saw.create.stderr)}`],
        saw.exitCode === undefined ? [] : [(0,markdown/* markup */.PT) `The container ended with exit code ${saw.exitCode}`],
        saw.oomKilled === true ? [(0,markdown/* markup */.PT) `The kernel killed it for want of memory`] : [],
        saw.listening === undefined
            ? []
            : [
                (0,markdown/* markup */.PT) `It listened on ${saw.listening.length === 0 ? (0,markdown/* markup */.PT) `nothing` : (0,markdown/* joined */.oR)(saw.listening.map(markdown/* code */.aY), ', ')}`,
            ],
        saw.answers === undefined || saw.answers.length === 0
            ? []
            : [(0,markdown/* markup */.PT) `Requests ended: ${(0,markdown/* joined */.oR)(saw.answers.map(markdown/* code */.aY), ', ')}`],
        saw.waitedMs === undefined ? [] : [(0,markdown/* markup */.PT) `It was decided after ${{ markdown: (0,numbers/* duration */.p0)(saw.waitedMs) }}`],
    ].flat();
    const log = [...(saw.build?.log ?? []), ...(saw.log ?? [])];
    return [facts.length === 0 ? markdown/* nothing */.s6 : (0,markdown/* bullets */.e5)(facts), log.length === 0 ? markdown/* nothing */.s6 : (0,markdown/* fence */.EU)(log, 'text')];
}
function probeSection(probe) {
    return (0,markdown/* paragraphs */.qN)(sentence(probe.summary), (0,markdown/* prose */.CS)(probe.why), probe.settles.length === 0
        ? markdown/* nothing */.s6
        : (0,markdown/* markup */.PT) `It settles what lint suspects: ${(0,markdown/* joined */.oR)(probe.settles.map(checkLink), ', ')}.`);
}
function ignoreSection(id) {
    return (0,markdown/* paragraphs */.qN)((0,markdown/* markup */.PT) `## Leave it out`, (0,markdown/* markup */.PT) `Above the instruction, with the reason; or by the setting ${(0,markdown/* code */.aY)('ignore')}:`, (0,markdown/* fence */.EU)([`# sea-trial ignore=${id} the reason`], 'dockerfile'));
}
function referencesSection(references) {
    if (references.length === 0)
        return markdown/* nothing */.s6;
    return (0,markdown/* paragraphs */.qN)((0,markdown/* markup */.PT) `## Read more`, (0,markdown/* bullets */.e5)(references.map((address) => ({ markdown: `<${address}>` }))));
}
function heading(level, word, title) {
    return { markdown: `${'#'.repeat(level)} ${word}: ${(0,markdown/* prose */.CS)(title).markdown}` };
}
function files(example) {
    return (0,markdown/* paragraphs */.qN)((0,markdown/* fence */.EU)(lines(example.dockerfile), 'dockerfile'), ...(example.settings === undefined
        ? []
        : [(0,markdown/* markup */.PT) `${(0,markdown/* code */.aY)('.sea-trial.yml')}:`, (0,markdown/* fence */.EU)(configured(example.settings), 'yaml')]), ...Object.entries(example.files ?? {}).map(([path, text]) => file(path, text)));
}
function file(path, text) {
    if (text === '')
        return (0,markdown/* markup */.PT) `${(0,markdown/* code */.aY)(path)} is there, and empty.`;
    return (0,markdown/* paragraphs */.qN)((0,markdown/* markup */.PT) `${(0,markdown/* code */.aY)(path)}:`, (0,markdown/* fence */.EU)(lines(text), path.endsWith('.py') ? 'python' : 'text'));
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
    return diagnosis.blames === 'image' ? 'error' : 'could not run';
}
/** A summary is a claim as in mid-sentence. */
function sentence(summary) {
    return { markdown: `${capital((0,markdown/* prose */.CS)(summary).markdown)}.` };
}
function capital(word) {
    return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}

// EXTERNAL MODULE: ./build/dockerfile/nearest.js
var nearest = __webpack_require__(4457);
// EXTERNAL MODULE: ./build/commands/documented-checks.js
var documented_checks = __webpack_require__(9549);
;// CONCATENATED MODULE: ./build/commands/explain.js




/** `sea-trial explain CHECK`: its documentation, by its id or by another tool's name for it; two checks may share such a name. */
function explainCommand([asked = ''], { print }) {
    const checks = (0,documented_checks.documentedChecks)();
    const namesOf = ({ id, rule }) => [id, ...(rule?.aliases ?? [])];
    const found = checks.filter((check) => namesOf(check).some((name) => name.toLowerCase() === asked.toLowerCase()));
    if (found.length === 0) {
        const near = (0,nearest/* nearest */.p)(asked, checks.flatMap(namesOf));
        throw new errors/* UserError */.y(`there is no check "${asked}".`, {
            place: 'sea-trial explain',
            hint: near === undefined
                ? 'All of them: sea-trial checks.'
                : `The nearest one is ${near}; all of them: sea-trial checks.`,
        });
    }
    print.result(found.map(checkPage).join('\n'));
    return 0;
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
