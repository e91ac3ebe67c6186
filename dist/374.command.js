export const id = 374;
export const ids = [374];
export const modules = {

/***/ 9432:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ crashedForGood),
/* harmony export */   l: () => (/* binding */ deathsIn)
/* harmony export */ });
/* harmony import */ var _servers_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5499);
/* harmony import */ var _listening_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1207);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(222);
/* harmony import */ var _traceback_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8730);




/** Where the number of workers is not known, this many deaths are more than one round of any sensible number. */
const manyDeaths = 8;
const notLoaded = /Error loading ASGI app\./;
/**
 * No worker is left, or all of them have died twice: the next round will be the same. A supervisor starts them anew for ever,
 * so neither the container's end nor its log will say more.
 */
function crashedForGood(loop, container, running) {
    const deaths = deathsIn(loop);
    if (deaths === 0)
        return false;
    const reloads = loop.log.some((line) => line.includes('Started reloader process ['));
    const workers = reloads ? 1 : (0,_start_js__WEBPACK_IMPORTED_MODULE_2__/* .workersOf */ .N)(loop.facts);
    if (deaths >= (workers === undefined ? manyDeaths : Math.max(2, 2 * workers)))
        return true;
    // A server without workers ends of itself, and the container with it: that says more.
    const watchedOver = reloads || (workers !== undefined && workers > 1);
    if (!watchedOver || deaths < (workers ?? manyDeaths) || (0,_listening_js__WEBPACK_IMPORTED_MODULE_3__/* .isListening */ .CJ)(container))
        return false;
    return isSame(loop, workers ?? manyDeaths, running);
}
/** While there is time, a service that is not up yet may be up in the next round; code that is wrong stays wrong. */
function isSame({ log, tracebacks }, workers, running) {
    if (log.filter((line) => notLoaded.test(line)).length >= workers)
        return true;
    const last = tracebacks.slice(-workers);
    const [first] = last;
    return (first !== undefined &&
        last.length === workers &&
        last.every((each) => (0,_traceback_js__WEBPACK_IMPORTED_MODULE_1__/* .headlineOf */ .gD)(each) === (0,_traceback_js__WEBPACK_IMPORTED_MODULE_1__/* .headlineOf */ .gD)(first)) &&
        !(running && mayPass(first)));
}
/** How many processes have died, as far as the log tells; the same death may be told by several lines. */
function deathsIn({ log, tracebacks }) {
    const told = [
        /^Process (?:Spawn|Fork)\w*Process-(\d+):/,
        /Child process \[(\d+)\] died/,
        /Worker \(pid: ?(\d+)\) (?:exited with code|was sent SIG)/,
    ].map((pattern) => new Set(log.flatMap((line) => pattern.exec(line)?.[1] ?? [])).size);
    const counted = [
        /Application startup failed\. Exiting\./,
        notLoaded,
        /Unexpected exit from worker-\d/,
        /\bexited: .+ \(exit status \d+; not expected\)/,
    ].map((pattern) => log.filter((line) => pattern.test(line)).length);
    return Math.max(...told, ...counted, restarts(tracebacks));
}
/** A server's own beginning, so that nobody can have caught it; the first one is no restart yet. */
function restarts(tracebacks) {
    const uncaught = tracebacks.filter(({ frames }) => {
        const [first] = frames;
        return first?.function === '<module>' && /\/bin\/[^/.]+$/.test(first.file) && (0,_servers_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isServerProgram */ .UC)(first.file);
    });
    return uncaught.length < 2 ? 0 : uncaught.length;
}
function mayPass(traceback) {
    return /OSError|Connection|Timeout|Operational|Interface|Unavailable|Selection|gaierror|herror|Redis|Kafka|AMQP|HTTP|Request|SSL/i.test((0,_traceback_js__WEBPACK_IMPORTED_MODULE_1__/* .shortName */ .EU)(traceback));
}


/***/ }),

/***/ 9501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KX: () => (/* binding */ buildEvidence),
/* harmony export */   OG: () => (/* binding */ logLines),
/* harmony export */   RB: () => (/* binding */ logTail),
/* harmony export */   h8: () => (/* binding */ exchangeEvidence),
/* harmony export */   wz: () => (/* binding */ exitEvidence),
/* harmony export */   xY: () => (/* binding */ socketEvidence),
/* harmony export */   yM: () => (/* binding */ tracebackLines)
/* harmony export */ });
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9518);
/* harmony import */ var _traceback_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8730);


const tailLines = 12;
const longestLine = 400;
/** The end of the log. */
function logTail({ log, container }, lines = tailLines) {
    const written = log.length + (container?.omittedLogLines ?? 0);
    const kept = log.slice(-lines).map(clip);
    return kept.length === 0 ? [] : [{ kind: 'log', lines: kept, omittedLines: written - kept.length }];
}
/** Those lines of the log that tell it, each once. */
function logLines({ log, container }, lines) {
    if (lines.length === 0)
        return [];
    const written = log.length + (container?.omittedLogLines ?? 0);
    return [{ kind: 'log', lines: [...new Set(lines)].map(clip), omittedLines: Math.max(0, written - lines.length) }];
}
/** What of a traceback a person needs: the own frame, and the exception. */
function tracebackLines(symptoms, traceback) {
    const frame = (0,_traceback_js__WEBPACK_IMPORTED_MODULE_0__/* .ownFrame */ .QR)(traceback) ?? traceback.frames.at(-1);
    const place = frame === undefined
        ? []
        : [
            `  File "${frame.file}", line ${frame.line}${frame.function === undefined ? '' : `, in ${frame.function}`}`,
            ...(frame.source === undefined ? [] : [`    ${frame.source}`]),
        ];
    return logLines(symptoms, [...place, (0,_traceback_js__WEBPACK_IMPORTED_MODULE_0__/* .headlineOf */ .gD)(traceback), ...traceback.detail.slice(0, 8)]);
}
/** The container's end, or how docker refused it. */
function exitEvidence({ create, state }) {
    if (create.exitCode !== 0) {
        return [{ kind: 'command', argv: create.argv, exitCode: create.exitCode, tail: lastLines(create.stderr) }];
    }
    if (state === undefined || state.finishedAt === undefined || state.startedAt === undefined)
        return [];
    const killed = state.oomKilled ? ', the kernel killed it for its memory' : '';
    return [
        {
            kind: 'exchange',
            request: 'the container',
            outcome: `ended with exit code ${state.exitCode}${killed}`,
            ms: state.finishedAt - state.startedAt,
        },
    ];
}
/** What listens, since when; empty where the sockets could not be read. */
function socketEvidence({ sockets }) {
    const seen = sockets.at(-1);
    if (seen === undefined)
        return [];
    const names = seen.listening.filter((socket) => socket.family !== 'udp').map(describeSocket);
    const outcome = names.length === 0 ? 'none' : `${names.map((name) => `\`${name}\``).join(', ')} and nothing else`;
    return [{ kind: 'exchange', request: 'listening sockets', outcome, ms: Math.round(seen.atMs) }];
}
/** The requests while waiting, as one line each. */
function exchangeEvidence({ exchanges }) {
    const total = new Map();
    for (const exchange of exchanges) {
        const key = `${exchange.request} ${(0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .describe */ .q)(exchange.outcome)}`;
        const before = total.get(key);
        total.set(key, before === undefined ? exchange : { ...exchange, times: before.times + exchange.times });
    }
    return [...total.values()].slice(-4).map(({ request, outcome, ms, times }) => ({
        kind: 'exchange',
        request,
        outcome: times > 1 ? `${(0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .describe */ .q)(outcome)}, ${times} times` : (0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .describe */ .q)(outcome),
        ms: Math.round(ms),
    }));
}
/** The step that failed, with the end of its log. */
function buildEvidence({ build, log }, lines = log.slice(-tailLines)) {
    if (build === undefined)
        return [];
    const { step, exitCode, message } = build.failure;
    const words = step?.replace(/^\[[^\]]*\]\s*/, '') ?? 'docker buildx build';
    const tail = lines.length === 0 ? message : lines.map(clip).join('\n');
    return [{ kind: 'command', argv: [words], exitCode: exitCode ?? build.exitCode, tail }];
}
function describeSocket({ family, address, port }) {
    if (family === 'unix')
        return address;
    return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}
function lastLines(text) {
    return text.trim().split('\n').slice(-tailLines).join('\n');
}
function clip(line) {
    if (line.length <= longestLine)
        return line;
    // pip names hundreds of versions in one line: its beginning and its end tell.
    return `${line.slice(0, longestLine * 0.4)} […] ${line.slice(-longestLine * 0.5)}`;
}


/***/ }),

/***/ 8143:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ failedExchanges)
/* harmony export */ });
/** The probes that were not answered as they should be, the first one first. */
function failedExchanges(container) {
    return container?.exchanges.filter(({ passed }) => passed === false) ?? [];
}


/***/ }),

/***/ 4374:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  diagnoses: () => (/* binding */ diagnoses)
});

// EXTERNAL MODULE: ./build/facts/python-module.js
var python_module = __webpack_require__(153);
// EXTERNAL MODULE: ./build/diagnoses/evidence.js
var evidence = __webpack_require__(9501);
;// CONCATENATED MODULE: ./build/diagnoses/example.js
/** The Dockerfile of most recorded examples: its last line is line 7. */
function servedBy(command, expose = '8000') {
    return [
        'FROM python:3.11-slim',
        'WORKDIR /app',
        'COPY requirements.txt .',
        'RUN pip install --no-cache-dir -r requirements.txt',
        'COPY . .',
        `EXPOSE ${expose}`,
        `CMD ${command}`,
        '',
    ].join('\n');
}
const requirements = 'fastapi==0.165.0\nuvicorn==0.54.0\n';
const application = [
    'from fastapi import FastAPI',
    '',
    'app = FastAPI()',
    '',
    '',
    '@app.get("/")',
    'def welcome() -> dict[str, str]:',
    '    return {"service": "ships"}',
    '',
].join('\n');
/** What uvicorn prints before it imports the application, and what it prints of an exception there; shortened in the middle. */
function importTraceback(...end) {
    return [
        'Traceback (most recent call last):',
        '  File "/usr/local/bin/uvicorn", line 8, in <module>',
        '    sys.exit(main())',
        '             ^^^^^^',
        '  File "/usr/local/lib/python3.11/dist-packages/uvicorn/importer.py", line 19, in import_from_string',
        '    module = importlib.import_module(module_str)',
        '             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^',
        '  File "<frozen importlib._bootstrap>", line 241, in _call_with_frames_removed',
        ...end,
    ];
}
/** What each of the workers of `uvicorn --workers` prints of an exception at import; shortened in the middle. */
function workerTraceback(worker, ...end) {
    return [
        `Process SpawnProcess-${worker}:`,
        'Traceback (most recent call last):',
        '  File "/usr/lib/python3.11/multiprocessing/process.py", line 314, in _bootstrap',
        '    self.run()',
        '  File "/usr/local/lib/python3.11/dist-packages/uvicorn/importer.py", line 19, in import_from_string',
        '    module = importlib.import_module(module_str)',
        '             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^',
        '  File "<frozen importlib._bootstrap>", line 241, in _call_with_frames_removed',
        ...end,
    ];
}
/** What each worker prints of an exception in the lifespan, and uvicorn of one worker. */
function lifespanTraceback(...end) {
    return [
        'INFO:     Started server process [1]',
        'INFO:     Waiting for application startup.',
        'ERROR:    Traceback (most recent call last):',
        '  File "/usr/local/lib/python3.11/dist-packages/starlette/routing.py", line 661, in lifespan',
        '    async with self.lifespan_context(app) as maybe_state:',
        '  File "/usr/lib/python3.11/contextlib.py", line 204, in __aenter__',
        '    return await anext(self.gen)',
        '           ^^^^^^^^^^^^^^^^^^^^^',
        ...end,
        '',
        'ERROR:    Application startup failed. Exiting.',
    ];
}

// EXTERNAL MODULE: ./build/diagnoses/place.js
var diagnoses_place = __webpack_require__(2401);
// EXTERNAL MODULE: ./build/diagnoses/start.js
var start = __webpack_require__(222);
;// CONCATENATED MODULE: ./build/diagnoses/app-attribute-not-found.js





/** How each server says that the module has no such name. */
const sentences = [
    /Attribute "(?<attribute>[^"]+)" not found in module "(?<module>[^"]+)"/,
    /Failed to find attribute '(?<attribute>[^']+)' in '(?<module>[^']+)'/,
    /Cannot load application from '(?<module>[^':]+):(?<attribute>[^']+)', application not found/,
    /Could not find app name [`'"]?(?<attribute>\w+)[`'"]? in [`'"]?(?<module>[\w.]+)/,
    /Could not find FastAPI app in module/,
];
const appAttributeNotFound = {
    id: 'app-attribute-not-found',
    blames: 'image',
    summary: 'the module is there, and has no application of the name that the server is told',
    why: 'Behind the colon of `module:name` stands the variable that holds the application. Servers look for that very name, and end where the module does not define it.',
    references: ['https://www.uvicorn.org/settings/#application'],
    moments: ['exit', 'silent'],
    early: true,
    *recognise(symptoms) {
        const said = saidIn(symptoms);
        if (said !== undefined)
            yield told(symptoms, said);
    },
    examples: [
        {
            title: 'the application is called app',
            dockerfile: servedBy('["uvicorn", "app:application", "--host", "0.0.0.0"]'),
            files: { 'requirements.txt': requirements, 'app.py': application },
            saw: {
                exitCode: 3,
                log: ['ERROR:    Error loading ASGI app. Attribute "application" not found in module "app".'],
            },
            place: 'Dockerfile:7',
            fixed: 'CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]',
        },
        {
            title: 'under gunicorn',
            dockerfile: servedBy('["gunicorn", "-k", "asgi", "good:application", "-b", "0.0.0.0:8000"]'),
            files: { 'requirements.txt': requirements, 'good.py': application },
            saw: {
                exitCode: 4,
                log: [
                    '[2026-11-24 09:04:19 +0000] [7] [INFO] Booting worker with pid: 7',
                    "Failed to find attribute 'application' in 'good'.",
                    '[2026-11-24 09:04:20 +0000] [7] [INFO] Worker exiting (pid: 7)',
                    '[2026-11-24 09:04:21 +0000] [1] [ERROR] Worker (pid:7) exited with code 4.',
                ],
            },
            place: 'Dockerfile:7',
            fixed: 'CMD ["gunicorn", "-k", "asgi", "good:app", "-b", "0.0.0.0:8000"]',
        },
        {
            title: 'under granian',
            dockerfile: servedBy('["granian", "--interface", "asgi", "--host", "0.0.0.0", "good:application"]'),
            files: { 'requirements.txt': requirements, 'good.py': application },
            saw: {
                exitCode: 1,
                log: [
                    '[INFO] Listening at: http://0.0.0.0:8000',
                    'Process granian-worker:',
                    'Traceback (most recent call last):',
                    '  File "/usr/lib/python3.11/multiprocessing/process.py", line 314, in _bootstrap',
                    '    self.run()',
                    '  File "/usr/local/lib/python3.11/dist-packages/granian/_internal.py", line 68, in load_target',
                    '    rv = getattr(rv, element)',
                    '         ^^^^^^^^^^^^^^^^^^^^',
                    "AttributeError: module 'good' has no attribute 'application'",
                    '[ERROR] Unexpected exit from worker-1',
                    '[INFO] Shutting down granian',
                ],
            },
            place: 'Dockerfile:7',
            fixed: 'CMD ["granian", "--interface", "asgi", "--host", "0.0.0.0", "good:app"]',
        },
    ],
    confusions: [
        {
            title: 'the application itself uses an attribute that is not there',
            is: 'startup-failed',
            dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
            files: { 'app.py': 'import math\nmath.no_such\n' },
            saw: {
                exitCode: 1,
                log: [
                    'Traceback (most recent call last):',
                    '  File "/usr/local/bin/uvicorn", line 8, in <module>',
                    '    sys.exit(main())',
                    '  File "/app/app.py", line 2, in <module>',
                    '    math.no_such',
                    "AttributeError: module 'math' has no attribute 'no_such'",
                ],
            },
        },
    ],
};
function saidIn({ log, fatal, facts, gaveUp }) {
    if (!gaveUp)
        return undefined;
    const app = (0,start/* serverOf */.FN)(facts)?.app;
    for (const line of log.slice(-400).toReversed()) {
        for (const sentence of sentences) {
            const match = sentence.exec(line);
            if (match === null)
                continue;
            const attribute = match.groups?.['attribute'] ?? app?.attribute ?? 'app';
            const module = match.groups?.['module'] ?? app?.module;
            return { attribute, line: line.trim(), ...(module === undefined ? {} : { module }) };
        }
    }
    const { module, attribute } = /^module '(?<module>[^']+)' has no attribute '(?<attribute>[^']+)'/.exec(fatal?.message ?? '')?.groups ?? {};
    // granian asks for it by getattr; where a line of the repository does, it is the application's own mistake.
    if (fatal === undefined || module === undefined || attribute === undefined || (0,diagnoses_place/* ownPlace */.yd)(fatal, facts) !== undefined)
        return undefined;
    return app?.module === module && app.attribute?.startsWith(attribute) === true ? { attribute, module } : undefined;
}
function told(symptoms, { attribute, module, line }) {
    const { facts, container, fatal } = symptoms;
    const location = attributeLocation(facts, attribute);
    const place = location ?? (0,start/* serverOf */.FN)(facts)?.app?.location ?? (0,start/* startPlace */.Gh)(facts);
    const names = module === undefined ? [] : applicationsOf(facts, module);
    const [name] = names;
    const headline = `\`${module ?? 'the module'}\` has no application \`${attribute}\``;
    return {
        headline: headline.length <= 55 ? headline : `no application is called \`${attribute}\``,
        title: `\`${module ?? 'the module'}\` has no name \`${attribute}\` for the server to serve`,
        why: name === undefined
            ? 'The server serves the variable behind the colon of `module:name`.'
            : `The application there is called ${names.map((each) => `\`${each}\``).join(' or ')}.`,
        advice: name === undefined
            ? 'Write the name of the variable that holds the application behind the colon.'
            : `Write \`${name}\` instead of \`${attribute}\`.`,
        ...(place === undefined ? {} : { location: place }),
        evidence: [
            ...(container === undefined ? [] : (0,evidence/* exitEvidence */.wz)(container)),
            ...(line !== undefined ? (0,evidence/* logLines */.OG)(symptoms, [line]) : fatal === undefined ? [] : (0,evidence/* tracebackLines */.yM)(symptoms, fatal)),
        ],
        explains: ['worker-crash-loop', 'startup-failed'],
        ...(location === undefined || name === undefined || names.length > 1
            ? {}
            : { fix: { title: `Serve \`${name}\``, safety: 'safe', edits: [{ location, text: name }] } }),
    };
}
function applicationsOf(facts, module) {
    const path = module.replaceAll('.', '/');
    const file = facts.context.listing.files.find((each) => [`${path}.py`, `${path}/__init__.py`].some((end) => each === end || each.endsWith(`/${end}`)));
    const text = file === undefined ? undefined : facts.context.readText(file);
    return text === undefined ? [] : [...new Set((0,python_module/* applicationsIn */.v)(text).map(({ name }) => name))];
}
/** Of what stands behind the colon. */
function attributeLocation(facts, attribute) {
    const app = (0,start/* serverOf */.FN)(facts)?.app;
    if (app === undefined || !app.literal || app.kind !== 'import' || app.attribute !== attribute)
        return undefined;
    return { ...app.location, column: app.location.endColumn - attribute.length };
}

// EXTERNAL MODULE: ./build/facts/requirements.js
var facts_requirements = __webpack_require__(1942);
;// CONCATENATED MODULE: ./build/diagnoses/python-packages.js

/** Modules whose distribution bears another name than they do, dash and underscore apart. */
const distributions = {
    attr: 'attrs',
    Bio: 'biopython',
    bs4: 'beautifulsoup4',
    Crypto: 'pycryptodome',
    cv2: 'opencv-python-headless',
    dateutil: 'python-dateutil',
    decouple: 'python-decouple',
    discord: 'discord.py',
    distutils: 'setuptools',
    docx: 'python-docx',
    dotenv: 'python-dotenv',
    faiss: 'faiss-cpu',
    fitz: 'PyMuPDF',
    git: 'GitPython',
    github: 'PyGithub',
    gi: 'PyGObject',
    google: 'google-api-python-client',
    googleapiclient: 'google-api-python-client',
    grpc: 'grpcio',
    jose: 'python-jose',
    jwt: 'PyJWT',
    kafka: 'kafka-python',
    ldap: 'python-ldap',
    magic: 'python-magic',
    memcache: 'python-memcached',
    mpl_toolkits: 'matplotlib',
    multipart: 'python-multipart',
    MySQLdb: 'mysqlclient',
    nacl: 'PyNaCl',
    OpenSSL: 'pyOpenSSL',
    PIL: 'pillow',
    pkg_resources: 'setuptools',
    pptx: 'python-pptx',
    psycopg2: 'psycopg2-binary',
    pythonjsonlogger: 'python-json-logger',
    rest_framework: 'djangorestframework',
    ruamel: 'ruamel.yaml',
    serial: 'pyserial',
    skimage: 'scikit-image',
    sklearn: 'scikit-learn',
    slugify: 'python-slugify',
    socketio: 'python-socketio',
    telegram: 'python-telegram-bot',
    usb: 'pyusb',
    websocket: 'websocket-client',
    yaml: 'PyYAML',
    zmq: 'pyzmq',
};
/** What pip calls the package that holds a module. */
function distributionOf(module) {
    const [top = module, second] = module.split('.');
    if ((top === 'google' || top === 'azure' || top === 'opentelemetry' || top === 'backports') && second !== undefined) {
        return module
            .replaceAll(/[._]/g, '-')
            .split('-')
            .slice(0, top === 'google' && second === 'cloud' ? 3 : 2)
            .join('-');
    }
    return distributions[top] ?? top.replaceAll('_', '-');
}
/** Distributions that hold a module, as far as names tell. */
function isDeclared(facts, module) {
    const [top = module] = module.split('.');
    return [...facts.python.declared(distributionOf(module)), ...facts.python.declared(top)];
}
/** Names that stand for several packages, of which another part may well be there. */
function isNamespace(top) {
    return ['google', 'azure', 'opentelemetry', 'zope', 'backports', 'ruamel', 'sphinxcontrib', 'jaraco'].includes(top);
}
function requirementPlace(facts) {
    const used = facts.python.requirementsFiles.at(-1);
    const text = used === undefined ? undefined : facts.context.readText(used.file.path);
    if (used === undefined || text === undefined)
        return undefined;
    const path = facts.context.reportPath(used.file.path);
    const lines = text.split('\n');
    // Behind the last line that says something: an empty end of the file stays its end.
    const line = Math.max(1, lines.findLastIndex((each) => each.trim() !== '') + 1);
    const column = (lines[line - 1] ?? '').replace(/\r$/, '').length + 1;
    const location = { path, line, column, endLine: line, endColumn: column };
    const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
    return {
        path,
        location,
        edit: (requirement) => ({ location, text: text.trim() === '' ? requirement : `${lineBreak}${requirement}` }),
    };
}
/** The version that another file of the repository pins, such as uv.lock; undefined where none or several are named. */
function pinnedElsewhere(facts, distribution) {
    const name = (0,facts_requirements/* normalizedName */.j8)(distribution);
    const found = new Set();
    for (const file of facts.context.listing.files) {
        if (/(?:^|\/)(?:uv|poetry|pdm)\.lock$/.test(file)) {
            const text = facts.context.readText(file) ?? '';
            for (const [, locked = '', version = ''] of text.matchAll(/^name = "([^"]+)"\r?\nversion = "([^"]+)"/gm)) {
                if ((0,facts_requirements/* normalizedName */.j8)(locked) === name)
                    found.add(version);
            }
        }
        else if (/(?:^|\/)[^/]*requirements[^/]*\.(?:txt|in)$/.test(file)) {
            const read = (0,facts_requirements/* readRequirementsFile */.JB)(facts.context, file);
            for (const each of read === undefined ? [] : (0,facts_requirements/* allRequirements */.Wc)(read)) {
                const version = /^==\s*([\w.+!-]+)$/.exec(each.specifier)?.[1];
                if (each.name === name && version !== undefined)
                    found.add(version);
            }
        }
    }
    return found.size === 1 ? [...found][0] : undefined;
}
/** `3.11`, of the image or of the Dockerfile's FROM. */
function pythonVersion(facts, environment = []) {
    const set = environment
        .map((entry) => /^PYTHON_VERSION=(\d+\.\d+)/.exec(entry)?.[1])
        .find((version) => version !== undefined);
    if (set !== undefined)
        return set;
    const { base } = facts.target ?? {};
    for (let each = base; each !== undefined; each = each.kind === 'stage' ? each.stage.base : undefined) {
        if (each.kind === 'image' && /(?:^|\/)python$/.test(each.reference.repository)) {
            return /^(\d+\.\d+)/.exec(each.reference.tag ?? '')?.[1];
        }
    }
    return undefined;
}

// EXTERNAL MODULE: ./build/diagnoses/traceback.js + 2 modules
var diagnoses_traceback = __webpack_require__(8730);
;// CONCATENATED MODULE: ./build/diagnoses/missing-module.js




function missingModule({ fatal, facts }) {
    if (fatal === undefined || (0,diagnoses_traceback/* shortName */.EU)(fatal) !== 'ModuleNotFoundError')
        return undefined;
    // `; 'redis' is not a package` is another cause: a file of the repository hides the package.
    const name = /^No module named '([\w.]+)'$/.exec(fatal.message.trim())?.[1];
    if (name === undefined)
        return undefined;
    const [top = name] = name.split('.');
    const own = (0,diagnoses_place/* ownPlace */.yd)(fatal, facts);
    if (own === undefined && isServed(facts, name))
        return { name, kind: 'application' };
    if (isInRepository(facts, top))
        return { name, kind: 'repository' };
    // Of `fastapi.nothing` the package itself was found: another version of it is meant.
    if (name.includes('.') && !isNamespace(top))
        return undefined;
    return { name, kind: 'package' };
}
/** The module that the server was told to import, or a package that it lies in. */
function isServed(facts, name) {
    const app = (0,start/* serverOf */.FN)(facts)?.app;
    if (app === undefined || app.kind !== 'import')
        return false;
    return app.module === name || app.module.startsWith(`${name}.`);
}
/** A folder or a file of that name lies anywhere in the repository. */
function isInRepository(facts, top) {
    const pattern = new RegExp(`(?:^|/)${top}(?:\\.py$|/.*\\.py$)`);
    return facts.context.listing.files.some((file) => pattern.test(file) && !/(?:^|\/)(?:\.?venv|site-packages)\//.test(file));
}

;// CONCATENATED MODULE: ./build/diagnoses/nearest.js
/** The one candidate that is a slip of the pen away; undefined where none or several are. */
function nearest(name, candidates) {
    const allowed = name.length > 4 ? 2 : 1;
    const near = [...new Set(candidates)].filter((candidate) => candidate !== name && Math.abs(candidate.length - name.length) <= allowed && distance(name, candidate) <= allowed);
    return near.length === 1 ? near[0] : undefined;
}
/** Insertions, deletions, replacements and swapped neighbours. */
function distance(a, b) {
    let before = [];
    let row = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (let i = 1; i <= a.length; i += 1) {
        const next = [i];
        for (let j = 1; j <= b.length; j += 1) {
            const same = a[i - 1] === b[j - 1] ? 0 : 1;
            let best = Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + same);
            if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
                best = Math.min(best, (before[j - 2] ?? 0) + 1);
            next.push(best);
        }
        before = row;
        row = next;
    }
    return row[b.length] ?? 0;
}

;// CONCATENATED MODULE: ./build/diagnoses/app-module-not-found.js






/** How each server says that there is nothing of that name to serve. The first group is the name. */
const serversSay = [
    /Error loading ASGI app\. Could not import module "([^"]+)"/,
    /Cannot load application from '([^':]+)[^']*', module not found/,
    /^RuntimeError: Could not import '([^']+)'\.?$/,
];
/** How Python says it of the program itself, in its last words; earlier ones may be of a step that did not matter. */
const pythonSays = [
    /^\s*Path does not exist ([\w./-]+)\s*$/,
    /Error while finding module specification for '([^']+)'/,
    /python[\d.]*: No module named ([\w.]+)$/,
    /python[\d.]*: can't open file '([^']+)': \[Errno 2\]/,
    /can't find '__main__' module in '([^']+)'/,
];
const mostModules = 60;
/** Several workers may say more after it. */
const mostLines = 400;
const appModuleNotFound = {
    id: 'app-module-not-found',
    blames: 'image',
    summary: 'the server is told to serve a module that is not in the image, or not where it looks',
    why: '`package.module:name` is imported from the folder in which the server starts, or from `--app-dir`. The name must be written with dots and without `.py`, and COPY must have brought the file there.',
    references: ['https://www.uvicorn.org/settings/#application'],
    moments: ['exit', 'silent'],
    early: true,
    *recognise(symptoms) {
        const said = app_module_not_found_saidIn(symptoms);
        if (said !== undefined)
            yield app_module_not_found_told(symptoms, said.module, said.line);
    },
    examples: [
        {
            title: 'a name that is misspelt',
            dockerfile: servedBy('["uvicorn", "mian:app", "--host", "0.0.0.0"]'),
            files: { 'requirements.txt': requirements, 'main.py': application },
            saw: { exitCode: 3, log: ['ERROR:    Error loading ASGI app. Could not import module "mian".'] },
            place: 'Dockerfile:7',
            fixed: 'CMD ["uvicorn", "main:app", "--host", "0.0.0.0"]',
        },
        {
            title: 'a file instead of a module',
            dockerfile: servedBy('["uvicorn", "main.py:app", "--host", "0.0.0.0"]'),
            files: { 'requirements.txt': requirements, 'main.py': application },
            saw: { exitCode: 3, log: ['ERROR:    Error loading ASGI app. Could not import module "main.py".'] },
            place: 'Dockerfile:7',
            fixed: 'CMD ["uvicorn", "main:app", "--host", "0.0.0.0"]',
        },
        {
            title: 'the package lies in a folder of its own; each worker ends with the traceback of its parent package',
            dockerfile: servedBy('["uvicorn", "ships.main:app", "--host", "0.0.0.0", "--workers", "2"]'),
            files: { 'requirements.txt': requirements, 'src/ships/main.py': application },
            saw: {
                log: [
                    'INFO:     Uvicorn running on http://0.0.0.0:8000 (Press CTRL+C to quit)',
                    'INFO:     Started parent process [1]',
                    ...[2, 1].flatMap((worker) => workerTraceback(worker, '  File "<frozen importlib._bootstrap>", line 1142, in _find_and_load_unlocked', "ModuleNotFoundError: No module named 'ships'")),
                ],
                waitedMs: 1_000,
                ended: 'decided',
                answers: ['reset'],
            },
            place: 'Dockerfile:7',
        },
        {
            title: 'under hypercorn, which ends with 0',
            dockerfile: servedBy('["hypercorn", "mian:app", "-b", "0.0.0.0:8000"]'),
            files: { 'requirements.txt': requirements, 'app.py': application },
            saw: {
                exitCode: 0,
                log: [
                    'Process SpawnProcess-1:',
                    'Traceback (most recent call last):',
                    '  File "/usr/local/lib/python3.11/dist-packages/hypercorn/utils.py", line 99, in load_application',
                    '    module = import_module(import_name)',
                    '             ^^^^^^^^^^^^^^^^^^^^^^^^^^',
                    '  File "<frozen importlib._bootstrap>", line 1142, in _find_and_load_unlocked',
                    "ModuleNotFoundError: No module named 'mian'",
                    '',
                    'During handling of the above exception, another exception occurred:',
                    '',
                    'Traceback (most recent call last):',
                    '  File "/usr/lib/python3.11/multiprocessing/process.py", line 314, in _bootstrap',
                    '    self.run()',
                    '  File "/usr/local/lib/python3.11/dist-packages/hypercorn/utils.py", line 102, in load_application',
                    '    raise NoAppError(f"Cannot load application from \'{path}\', module not found.")',
                    "hypercorn.utils.NoAppError: Cannot load application from 'mian:app', module not found.",
                ],
            },
            place: 'Dockerfile:7',
        },
        {
            title: 'a start script that was not copied',
            dockerfile: servedBy('["python", "serve.py"]'),
            files: { 'requirements.txt': requirements, 'app.py': application },
            saw: {
                exitCode: 2,
                log: ["python: can't open file '/app/serve.py': [Errno 2] No such file or directory"],
            },
            place: 'Dockerfile:7',
        },
    ],
    confusions: [
        {
            title: 'the server itself is what Python does not find',
            is: 'server-not-installed',
            dockerfile: servedBy('["python", "-m", "uvicorn", "app:app"]'),
            files: { 'requirements.txt': 'fastapi==0.165.0\n', 'app.py': application },
            saw: { exitCode: 1, log: ['/usr/local/bin/python: No module named uvicorn'] },
        },
    ],
};
function app_module_not_found_saidIn(symptoms) {
    const { log, facts } = symptoms;
    if (!symptoms.gaveUp)
        return undefined;
    const written = log.filter((line) => line.trim() !== '');
    for (const [lines, sentences] of [
        [written.slice(-mostLines), serversSay],
        [written.slice(-3), pythonSays],
    ]) {
        for (const line of lines.toReversed()) {
            const module = sentences.map((sentence) => sentence.exec(line)?.[1]).find((found) => found !== undefined);
            if (module !== undefined && !isServerModule(module, facts))
                return { module, line: line.trim() };
        }
    }
    // Python names the package that it did not find, and the server was told of a module in it.
    const missing = missingModule(symptoms);
    return missing?.kind === 'application' ? { module: (0,start/* serverOf */.FN)(facts)?.app?.module ?? missing.name } : undefined;
}
/** `python -m uvicorn` without uvicorn says the same of the server. */
function isServerModule(module, facts) {
    return (module === (0,start/* serverOf */.FN)(facts)?.program.text ||
        /^(?:uvicorn|gunicorn|hypercorn|granian|fastapi|daphne|waitress)$/.test(module));
}
function app_module_not_found_told(symptoms, module, line) {
    const { facts, container } = symptoms;
    const app = (0,start/* serverOf */.FN)(facts)?.app;
    const place = app?.location ?? (0,start/* startPlace */.Gh)(facts);
    const headline = `the server finds no module \`${module}\``;
    const remedy = remedyOf(facts, module);
    return {
        headline: headline.length <= 55 ? headline : 'the server does not find the application',
        title: `the image has no \`${module}\` where the server looks for it`,
        ...remedy,
        ...(place === undefined ? {} : { location: place }),
        evidence: [
            ...(container === undefined ? [] : (0,evidence/* exitEvidence */.wz)(container)),
            ...(line === undefined ? (0,evidence/* logTail */.RB)(symptoms, 4) : (0,evidence/* logLines */.OG)(symptoms, [line])),
        ],
        explains: ['worker-crash-loop', 'startup-failed', 'server-not-installed'],
    };
}
function remedyOf(facts, module) {
    const why = `It starts in \`${workdirOf(facts)}\` and imports from there.`;
    const dotted = module.replace(/^\.\//, '').replace(/\.py$/, '').replaceAll('/', '.');
    if (dotted !== module && !module.startsWith('/')) {
        return {
            why: 'A module is named as Python imports it: with dots, without `.py`.',
            ...spelling(facts, module, dotted),
        };
    }
    const modules = modulesIn(facts);
    const here = modules.get(dotted);
    if (here !== undefined)
        return { why, ...notCopied(facts, here) };
    const below = [...modules].find(([name]) => name.endsWith(`.${dotted}`));
    if (below !== undefined)
        return { why, ...inFolder(facts, dotted, below) };
    const near = nearest(dotted, modules.keys());
    if (near !== undefined)
        return { why: `${why} There is a \`${near}\`.`, ...spelling(facts, module, near) };
    const [served] = app_module_not_found_applicationsOf(facts, modules);
    return {
        why,
        advice: served === undefined
            ? `Copy \`${dotted.replaceAll('.', '/')}.py\` to where the server starts, or name the module that holds the application.`
            : `Name the module that holds the application: there is \`${served}\`.`,
    };
}
function spelling(facts, wrong, right) {
    const advice = `Write \`${right}\` instead of \`${wrong}\`.`;
    const location = moduleLocation(facts, wrong);
    if (location === undefined)
        return { advice };
    const fix = { title: `Serve \`${right}\``, safety: 'safe', edits: [{ location, text: right }] };
    return { advice, fix };
}
/** Of the module alone, in the word `module:name`. */
function moduleLocation(facts, module) {
    const app = (0,start/* serverOf */.FN)(facts)?.app;
    if (app === undefined || !app.literal || app.kind !== 'import' || app.module !== module)
        return undefined;
    return { ...app.location, endLine: app.location.line, endColumn: app.location.column + module.length };
}
function notCopied(facts, file) {
    const path = facts.context.reportPath(file);
    const at = facts.imageFiles?.imagePath(file);
    if (at !== undefined)
        return {
            advice: `\`${path}\` is \`${at}\` in the image: let the server start in the folder above its package, by WORKDIR or \`--app-dir\`.`,
        };
    return facts.context.isIgnored(file)
        ? { advice: `\`.dockerignore\` keeps \`${path}\` from the image: let it pass.` }
        : { advice: `Copy \`${path}\` into the image.` };
}
function inFolder(facts, module, [name, file]) {
    const folder = name.slice(0, -module.length - 1).replaceAll('.', '/');
    if (facts.imageFiles?.imagePath(file) === undefined)
        return notCopied(facts, file);
    const option = (0,start/* serverOf */.FN)(facts)?.server === 'gunicorn' ? `--chdir ${folder}` : `--app-dir ${folder}`;
    return {
        advice: `\`${facts.context.reportPath(file)}\` lies in \`${folder}\`: add \`${option}\`, or write \`${name}\`.`,
    };
}
/** The Python modules of the context by the name they have from its top. */
function modulesIn(facts) {
    const modules = new Map();
    for (const file of facts.context.listing.files) {
        if (!file.endsWith('.py') || /(?:^|\/)(?:tests?|\.?venv|site-packages)\//.test(file))
            continue;
        modules.set(file.replace(/(?:\/__init__)?\.py$/, '').replaceAll('/', '.'), file);
    }
    return modules;
}
/** `module:name` of what looks like an application in the files that the image holds. */
function app_module_not_found_applicationsOf(facts, modules) {
    return [...modules].slice(0, mostModules).flatMap(([module, file]) => {
        const text = facts.imageFiles?.imagePath(file) === undefined ? undefined : facts.context.readText(file);
        return text === undefined ? [] : (0,python_module/* applicationsIn */.v)(text).map(({ name }) => `${module}:${name}`);
    });
}
function workdirOf(facts) {
    const workdir = facts.finalState?.workdir;
    return workdir?.known === true ? workdir.text : "the image's working directory";
}

;// CONCATENATED MODULE: ./build/diagnoses/backing-service-unreachable.js





const backingServiceUnreachable = {
    id: 'backing-service-unreachable',
    blames: 'setup',
    summary: 'the application needs a database or another service that the trial does not have',
    why: 'The application connects while it starts, and nothing answers where it looks: the service is not part of the trial, or goes by another name there. 127.0.0.1 is the container itself.',
    references: ['https://docs.github.com/en/actions/using-containerized-services/about-service-containers'],
    moments: ['exit', 'silent', 'answer'],
    early: true,
    *recognise(symptoms) {
        const { fatal, facts, container } = symptoms;
        if (fatal === undefined || !isConnectionTrouble(fatal))
            return;
        const own = (0,diagnoses_place/* ownPlace */.yd)(fatal, facts);
        const place = own?.location ?? (0,start/* startPlace */.Gh)(facts);
        const service = serviceOf(fatal);
        const address = addressOf(fatal);
        const headline = `it reaches no ${service}${address === undefined ? '' : ` at \`${address}\``}`;
        yield {
            headline: headline.length <= 55 ? headline : `it reaches no ${service}`,
            title: `the application reaches no ${service}${address === undefined ? '' : ` at \`${address}\``}`,
            why: /^(?:127\.|localhost|::1)/.test(address ?? '')
                ? 'Inside a container that address is the container itself, where nothing of the kind runs.'
                : 'Nothing answers there: the service is not part of the trial.',
            advice: "Start the service as one of the job's `services:`, join its network with `run-network`, and give its address with `env`, both under `with:`; or let the application start without it.",
            ...(place === undefined ? {} : { location: place }),
            evidence: [...(container === undefined ? [] : (0,evidence/* exitEvidence */.wz)(container)), ...(0,evidence/* tracebackLines */.yM)(symptoms, fatal)],
            explains: ['worker-crash-loop', 'startup-failed', 'unhandled-exception'],
        };
    },
    examples: [
        {
            title: 'a connection in the lifespan is refused',
            dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]'),
            files: {
                'requirements.txt': requirements,
                'app.py': `${'\n'.repeat(9)}    with socket.create_connection(("127.0.0.1", 5432), timeout=5):\n`,
            },
            saw: {
                exitCode: 3,
                log: lifespanTraceback('  File "/app/app.py", line 10, in lifespan', '    with socket.create_connection(("127.0.0.1", 5432), timeout=5):', '         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^', '  File "/usr/lib/python3.11/socket.py", line 836, in create_connection', '    sock.connect(sa)', 'ConnectionRefusedError: [Errno 111] Connection refused'),
            },
            place: 'app.py:10',
        },
        {
            title: 'the name of the database is not known',
            dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
            files: { 'requirements.txt': requirements, 'app.py': 'socket.create_connection(("db", 5432), timeout=5)\n' },
            saw: {
                exitCode: 1,
                log: importTraceback('  File "/app/app.py", line 1, in <module>', '    socket.create_connection(("db", 5432), timeout=5)', '  File "/usr/lib/python3.11/socket.py", line 962, in getaddrinfo', '    for res in _socket.getaddrinfo(host, port, family, type, proto, flags):', 'socket.gaierror: [Errno -2] Name or service not known'),
            },
            place: 'app.py:1',
        },
    ],
    confusions: [
        {
            title: 'its own port is taken: that is no service',
            is: 'startup-failed',
            dockerfile: servedBy('["python", "app.py"]'),
            files: { 'app.py': 'server.bind(("0.0.0.0", 8000))\n' },
            saw: {
                exitCode: 1,
                log: [
                    'Traceback (most recent call last):',
                    '  File "/app/app.py", line 1, in <module>',
                    '    server.bind(("0.0.0.0", 8000))',
                    'OSError: [Errno 98] Address already in use',
                ],
            },
        },
    ],
};
/** A client could not connect: by the exception's name, or by what the system said. */
function isConnectionTrouble(traceback) {
    const { message, detail } = traceback;
    const text = [message, ...detail].join('\n');
    if (/ConnectionRefusedError|gaierror|ServerSelectionTimeoutError|NoBrokersAvailable|CannotConnectNowError|AMQPConnectionError|NewConnectionError|ConnectError/.test((0,diagnoses_traceback/* shortName */.EU)(traceback)))
        return true;
    const says = /\[Errno (?:111|113|110|101|-2|-3|-5)\]|Connection refused|could not (?:connect|translate host name)|connection failed|Can't connect to|Name or service not known|Temporary failure in name resolution|No route to host|Connect call failed|all connection attempts failed|connection (?:timed out|timeout)|nodename nor servname/i;
    return (says.test(text) &&
        /OSError|ConnectionError|ConnectionFailure|ConnectTimeout|OperationalError|InterfaceError|TimeoutError|MaxRetryError|KafkaError|ConnectionTimeout|ServiceUnavailable|TransportError|RedisError|AutoReconnect/.test((0,diagnoses_traceback/* shortName */.EU)(traceback)));
}
const services = [
    [/psycopg|asyncpg|postgres|:5432|, 5432\b/i, 'PostgreSQL'],
    [/pymysql|aiomysql|mysql|MySQLdb|, 3306\b|:3306/i, 'MySQL'],
    [/pymongo|motor|ServerSelection|:27017/i, 'MongoDB'],
    [/\bredis\b|:6379|, 6379\b/i, 'Redis'],
    [/kafka|:9092/i, 'Kafka'],
    [/amqp|pika|aio_pika|rabbit|:5672/i, 'RabbitMQ'],
    [/elasticsearch|opensearch|:9200/i, 'Elasticsearch'],
];
function serviceOf(traceback) {
    const text = evidenceText(traceback);
    return services.find(([sign]) => sign.test(text))?.[1] ?? 'service';
}
function addressOf(traceback) {
    const text = evidenceText(traceback);
    const [, host, port] = /\(\s*["']([\w.-]+)["'],\s*(\d{2,5})\)/.exec(text) ??
        /(?:host(?: name)?|server at|connect to) ["']?([\w.-]+)["']?(?: \([^)]*\))?,? (?:port|failed|:)\s*(\d{2,5})?/.exec(text) ??
        /\b((?:\d{1,3}\.){3}\d{1,3}|localhost|[a-z][\w-]*(?:\.[\w-]+)*):(\d{4,5})\b/.exec(text) ??
        [];
    return host === undefined ? undefined : port === undefined ? host : `${host}:${port}`;
}
function evidenceText({ exception, message, detail, frames }) {
    return [exception, message, ...detail, ...frames.flatMap(({ file, source }) => [file, source ?? ''])].join('\n');
}

// EXTERNAL MODULE: ./build/dockerfile/location.js
var dockerfile_location = __webpack_require__(3640);
;// CONCATENATED MODULE: ./build/diagnoses/failed-pull.js
const unreachable = /failed to do request|dial tcp|no such host|i\/o timeout|TLS handshake timeout|connection refused|x509:|server misbehaving|context deadline exceeded|unexpected EOF|received unexpected HTTP status: 5\d\d/;
const refused = /toomanyrequests|authorization failed|authentication required|unauthorized|access denied|denied:|may require 'docker login'/i;
const absent = /: not found\s*$|manifest unknown|name unknown|not found: manifest|no such image/i;
function failedPull({ build, container }) {
    const message = build?.failure.message ?? container?.create.stderr ?? '';
    const image = imageIn(message);
    if (image === undefined)
        return undefined;
    const host = /https?:\/\/([\w.:-]+)\//.exec(message)?.[1] ?? /lookup ([\w.-]+)/.exec(message)?.[1];
    const kind = unreachable.test(message)
        ? 'unreachable'
        : refused.test(message)
            ? 'refused'
            : absent.test(message)
                ? 'absent'
                : undefined;
    return kind === undefined
        ? undefined
        : { kind, image, line: message.trim(), ...(host === undefined ? {} : { host }) };
}
/** BuildKit names it before it says what is wrong; `docker run` says `Unable to find image`. */
function imageIn(message) {
    return (/(?:failed to resolve source metadata for|resolve image config for docker-image:\/\/|load metadata for) (\S+?):? (?:failed|docker|\S+: |pull|unexpected)/
        .exec(message)?.[1]
        ?.replace(/:$/, '') ??
        /failed to resolve source metadata for (\S+?): /.exec(message)?.[1] ??
        /Unable to find image '([^']+)' locally/.exec(message)?.[1]);
}

;// CONCATENATED MODULE: ./build/diagnoses/base-image-not-found.js




const baseImageNotFound = {
    id: 'base-image-not-found',
    blames: 'image',
    summary: 'the registry has no image of the name or tag that the Dockerfile is built on',
    why: 'The registry answered, and does not know it: the tag is misspelt, was removed, or never existed. The build ends before its first step.',
    references: ['https://docs.docker.com/reference/dockerfile/#from'],
    moments: ['build'],
    *recognise(symptoms) {
        const pull = failedPull(symptoms);
        if (pull?.kind !== 'absent')
            return;
        const place = imagePlace(symptoms, pull.image);
        const headline = `the build stops, there is no image \`${pull.image}\``;
        yield {
            headline: headline.length <= 55 ? headline : 'the build stops, there is no such base image',
            title: `the registry has no image \`${pull.image}\``,
            why: 'It answers, and knows no such tag.',
            advice: 'Write a tag that the registry lists, such as `python:3.13-slim`; where the name is a stage of this file, define it above.',
            ...(place === undefined ? {} : { location: place }),
            evidence: (0,evidence/* buildEvidence */.KX)(symptoms, [pull.line]),
            explains: ['build-step-failed'],
        };
    },
    examples: [
        {
            title: 'a tag that is misspelt',
            dockerfile: 'FROM python:3.11-slimm\nCMD ["python"]\n',
            saw: {
                build: {
                    message: 'failed to solve: python:3.11-slimm: failed to resolve source metadata for docker.io/library/python:3.11-slimm: docker.io/library/python:3.11-slimm: not found',
                    line: 1,
                    step: '[internal] load metadata for docker.io/library/python:3.11-slimm',
                },
            },
            place: 'Dockerfile:1',
        },
    ],
    confusions: [
        {
            title: 'the registry does not answer: a wrong name would be answered',
            is: 'registry-unreachable',
            dockerfile: 'FROM python:3.11-slim\n',
            saw: {
                build: {
                    message: 'failed to solve: python:3.11-slim: failed to resolve source metadata for docker.io/library/python:3.11-slim: failed to do request: Head "https://registry-1.docker.io/v2/library/python/manifests/3.11-slim": dial tcp: lookup registry-1.docker.io on 10.255.255.53:53: no such host',
                    line: 1,
                    step: '[internal] load metadata for docker.io/library/python:3.11-slim',
                },
            },
        },
    ],
};
/** The word of FROM or of `--from=`. */
function imagePlace({ facts, build }, image) {
    const { dockerfile } = facts;
    const candidates = dockerfile.instructions.filter((instruction) => ['FROM', 'COPY'].includes(instruction.keyword));
    const short = image.replace(/^docker\.io\/(?:library\/)?/, '');
    const named = candidates.find(({ text }) => text.includes(image)) ?? candidates.find(({ text }) => text.includes(short));
    const instruction = named ?? (0,diagnoses_place/* instructionAt */.sA)(facts, build?.failure.line);
    if (instruction === undefined)
        return undefined;
    const word = instruction.words.find(({ value }) => value === image || value === short) ??
        (instruction.keyword === 'FROM' ? instruction.words[0] : undefined);
    return (0,dockerfile_location/* locationOf */.hD)(dockerfile, word?.span ?? instruction.span);
}

;// CONCATENATED MODULE: ./build/diagnoses/build-step-failed.js



const buildStepFailed = {
    id: 'build-step-failed',
    blames: 'image',
    summary: 'a step of the build ends with an error',
    why: 'A RUN that ends with another code than 0 ends the build, and no image is made. What the step itself wrote is the best account of it.',
    references: ['https://docs.docker.com/reference/dockerfile/#run'],
    moments: ['build'],
    general: true,
    *recognise(symptoms) {
        const { build, facts } = symptoms;
        if (build === undefined || build.failure.step === undefined)
            return;
        const { step, exitCode, line, message } = build.failure;
        const words = step.replace(/^\[[^\]]*\]\s*/, '').replaceAll('`', "'");
        if (exitCode === undefined && !build.timedOut)
            return;
        const shown = words.length > 24 ? `${words.slice(0, 23)}…` : words;
        const place = (0,diagnoses_place/* failedPlace */.N5)(facts, line);
        const ended = build.timedOut ? 'does not end' : `ends with ${exitCode}`;
        yield {
            headline: `the build stops, \`${shown}\` ${ended}`,
            title: build.timedOut
                ? `a step of the build had not ended at the limit: ${message}`
                : `a step of the build ends with exit code ${exitCode}`,
            why: 'Without it there is no image.',
            advice: build.timedOut
                ? 'Shorten the step, or raise `build-timeout` under `with:`.'
                : exitCode === 137
                    ? 'Give the runner more memory, or let the step do less at once: it was killed.'
                    : 'Read what the step wrote, and correct it.',
            ...(place === undefined ? {} : { location: place }),
            evidence: (0,evidence/* buildEvidence */.KX)(symptoms),
        };
    },
    examples: [
        {
            title: 'a command of the project ends with 1',
            dockerfile: servedBy('["uvicorn", "app:app"]').replace('EXPOSE 8000', 'RUN python -c "raise SystemExit(\'no ship is on the slip\')"\nEXPOSE 8000'),
            saw: {
                build: {
                    message: 'failed to solve: process "/bin/sh -c python -c \\"raise SystemExit(\'no ship is on the slip\')\\"" did not complete successfully: exit code: 1',
                    line: 6,
                    step: '[6/6] RUN python -c "raise SystemExit(\'no ship is on the slip\')"',
                    exitCode: 1,
                    log: ['no ship is on the slip'],
                },
            },
            place: 'Dockerfile:6',
        },
    ],
    confusions: [
        {
            title: 'no step failed: BuildKit could not do something itself',
            is: 'unknown',
            dockerfile: 'FROM python:3.11-slim\n',
            saw: { build: { message: 'failed to solve: Internal: stream terminated by RST_STREAM' } },
        },
    ],
};

;// CONCATENATED MODULE: ./build/diagnoses/missing-program.js
/** A program that nobody finds; what docker, the shells, Python, uv, poetry and tini say of it. The first group is the program. */
const missing_program_sentences = [
    /exec: "([^"\s]+)": executable file not found in \$PATH/,
    /^(?:\/\S*\/)?(?:ba|da|a|z|k)?sh: (?:line )?\d+: (?:exec: )?([^\s:]+): (?:not found|command not found)$/,
    /^(?:\/?\S+): (?:line )?\d+: (?:exec: )?([^\s:]+): (?:not found|command not found)$/,
    /^(?:\/\S*\/)?(?:ba|da|a)?sh: ([^\s:]+): (?:not found|command not found)$/,
    /^(?:\/usr\/bin\/)?env: [‘'"]?([^\s’'"]+)[’'"]?: No such file or directory$/,
    /\[FATAL tini \(\d+\)\] exec (\S+) failed: No such file or directory/,
    /Failed to spawn: `([^`]+)`/,
    /^Command not found: (\S+)/,
    /Cannot find command '([^']+)'/,
    /exec: ([^\s:]+): not found$/,
];
/** `python -m name`: a server that is started so, and no module of the repository. */
const asModule = /python[\d.]*: No module named ([\w]+)(?:\.__main__;.*)?$/;
/** 127 says that a program was missing, wherever the log tells which; else only the last words are the reason. */
function lastWords(log, exitCode) {
    return log.filter((line) => line.trim() !== '').slice(exitCode === 127 ? -60 : -3);
}
function missingProgram({ moment, build, container, log }) {
    const lines = [
        ...(container?.create.stderr.split('\n') ?? []),
        container?.state?.error ?? '',
        build?.failure.message ?? '',
        ...lastWords(log, container?.state?.exitCode ?? build?.failure.exitCode).toReversed(),
    ];
    for (const line of lines) {
        for (const sentence of moment === 'exit' ? [...missing_program_sentences, asModule] : missing_program_sentences) {
            const program = sentence.exec(line.trim())?.[1];
            if (program !== undefined && !/^(?:$|[[$])/.test(program))
                return { program, line: line.trim() };
        }
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/diagnoses/command-not-found.js






/** What a program is installed by where its package bears another name. */
const command_not_found_packages = {
    pg_config: 'libpq-dev',
    psql: 'postgresql-client',
    pg_isready: 'postgresql-client',
    mysql: 'default-mysql-client',
    gcc: 'build-essential',
    'g++': 'build-essential',
    cc: 'build-essential',
    make: 'build-essential',
    nc: 'netcat-openbsd',
    ps: 'procps',
    ping: 'iputils-ping',
    dig: 'dnsutils',
    ss: 'iproute2',
    ip: 'iproute2',
    node: 'nodejs',
    convert: 'imagemagick',
};
const pythonTools = new Set([
    'poetry',
    'uv',
    'pipenv',
    'pdm',
    'hatch',
    'alembic',
    'honcho',
    'celery',
    'supervisord',
    'pytest',
    'ruff',
]);
const commandNotFound = {
    id: 'command-not-found',
    blames: 'image',
    summary: 'a command is called that the image does not have',
    why: 'Slim images bring little more than Python. What a step or the start of the container calls must be installed before, in the same stage, and lie on PATH.',
    references: ['https://docs.docker.com/reference/dockerfile/#run'],
    moments: ['build', 'create', 'exit'],
    *recognise(symptoms) {
        const { build, container, facts } = symptoms;
        const missing = missingProgram(symptoms);
        if (missing === undefined || command_not_found_isInRepository(symptoms, missing.program))
            return;
        const { program } = missing;
        const place = build === undefined ? (0,start/* startPlace */.Gh)(facts) : wordPlace(symptoms, program);
        const name = program.slice(program.lastIndexOf('/') + 1);
        yield {
            headline: command_not_found_short(build === undefined ? `the image has no \`${name}\`` : `the build stops, the image has no \`${name}\``),
            title: `\`${program}\` is called, and the image does not have it`,
            why: program.includes('/')
                ? 'Nothing lies at that path in the image.'
                : 'It is on no folder of PATH in this stage.',
            advice: adviceFor(name, program),
            ...(place === undefined ? {} : { location: place }),
            evidence: build === undefined
                ? [...(container === undefined ? [] : (0,evidence/* exitEvidence */.wz)(container)), ...(0,evidence/* logTail */.RB)(symptoms, 4)]
                : (0,evidence/* buildEvidence */.KX)(symptoms, [missing.line]),
            explains: ['build-step-failed'],
        };
    },
    examples: [
        {
            title: 'poetry is called before it is installed',
            dockerfile: 'FROM python:3.11-slim\nWORKDIR /app\nRUN poetry install\n',
            saw: {
                build: {
                    message: 'failed to solve: process "/bin/sh -c poetry install" did not complete successfully: exit code: 127',
                    line: 3,
                    step: '[3/3] RUN poetry install',
                    exitCode: 127,
                    log: ['/bin/sh: 1: poetry: not found'],
                },
            },
            place: 'Dockerfile:3',
        },
        {
            title: 'the same in the exec form, which ends with 1',
            dockerfile: 'FROM python:3.11-slim\nRUN ["poetry", "install"]\n',
            saw: {
                build: {
                    message: 'failed to solve: process "poetry install" did not complete successfully: exit code: 1',
                    line: 2,
                    step: '[2/2] RUN ["poetry", "install"]',
                    exitCode: 1,
                    log: [
                        'runc run failed: unable to start container process: error during container init: exec: "poetry": executable file not found in $PATH',
                    ],
                },
            },
            place: 'Dockerfile:2',
        },
        {
            title: 'an entrypoint script calls what is not there',
            dockerfile: servedBy('["sh", "-c", "pg_isready -h db && exec uvicorn app:app"]'),
            files: { 'requirements.txt': requirements },
            saw: { exitCode: 127, log: ['sh: 1: pg_isready: not found'] },
            place: 'Dockerfile:7',
        },
    ],
    confusions: [
        {
            title: 'the CMD is an exec form that is broken: the shell looks for the whole list',
            is: 'unknown',
            dockerfile: servedBy("['uvicorn','app:app']"),
            saw: { exitCode: 127, log: ['/bin/sh: 1: [uvicorn,app:app]: not found'] },
        },
        {
            title: 'the script is there, and its first line ends with a carriage return',
            is: 'unknown',
            dockerfile: servedBy('["sh", "-c", "./start.sh"]'),
            files: { 'start.sh': '#!/bin/sh\r\nexec uvicorn app:app\r\n' },
            saw: { exitCode: 127, log: ['sh: 1: ./start.sh: not found'] },
        },
        {
            title: 'a command that did not matter was missing, long before the end',
            is: 'missing-requirement',
            dockerfile: servedBy('["sh", "-c", "pg_isready; exec uvicorn app:app"]'),
            files: { 'app.py': 'import httpx\n' },
            saw: {
                exitCode: 1,
                log: [
                    'sh: 1: pg_isready: not found',
                    ...importTraceback('  File "/app/app.py", line 1, in <module>', '    import httpx', "ModuleNotFoundError: No module named 'httpx'"),
                ],
            },
        },
    ],
};
/** A file that is there and is not found has an interpreter that is not there: another cause. */
function command_not_found_isInRepository({ facts }, program) {
    const name = program.replace(/^\.?\//, '');
    return (program.includes('/') && facts.context.listing.files.some((file) => file === name || name.endsWith(`/${file}`)));
}
function adviceFor(name, program) {
    if (program.includes('/'))
        return 'Correct the path, or copy the file there.';
    if (name === 'source')
        return 'Write `.` instead of `source`: the shell is sh, not bash.';
    if (name === 'sudo')
        return 'Leave `sudo` out: the build runs as root until `USER`.';
    if (pythonTools.has(name))
        return `Install it before: \`RUN pip install --no-cache-dir ${name}==…\`.`;
    return `Install it before, in the same stage: \`apt-get install -y --no-install-recommends ${command_not_found_packages[name] ?? name}\`.`;
}
/** The word in the RUN that calls it, where it stands there. */
function wordPlace({ facts, build }, program) {
    const line = build?.failure.line;
    const instruction = (0,diagnoses_place/* instructionAt */.sA)(facts, line);
    if (instruction === undefined)
        return (0,diagnoses_place/* failedPlace */.N5)(facts, line);
    const { start, end } = instruction.span;
    const text = facts.dockerfile.text.slice(start, end);
    const escaped = program.replaceAll(/[^\w]/g, String.raw `\$&`);
    const index = new RegExp(`(?<![\\w./-])${escaped}(?![\\w-])`).exec(text)?.index;
    if (index === undefined)
        return (0,diagnoses_place/* failedPlace */.N5)(facts, line);
    return (0,dockerfile_location/* locationOf */.hD)(facts.dockerfile, { start: start + index, end: start + index + program.length });
}
function command_not_found_short(text) {
    return text.length <= 55 ? text : 'a command is called that the image does not have';
}

// EXTERNAL MODULE: ./build/facts/image-path.js
var image_path = __webpack_require__(477);
;// CONCATENATED MODULE: ./build/diagnoses/failed-copy.js



const notFound = /failed to calculate checksum of ref \S+: "(?<path>[^"]+)": not found/;
const noMatch = /(?:lstat|stat|failed to (?:stat|compute cache key)[^"]*?) ?"?(?<path>\/[^":\s]+)"?: no such file or directory/;
/** Several steps may fail at once, each of itself; the one that the build quotes comes first. */
function failedCopies({ build, facts }) {
    if (build === undefined)
        return [];
    const { message, line } = build.failure;
    const errors = build.steps.flatMap(({ name, error }) => (error === undefined ? [] : [{ name, text: error }]));
    const said = [{ name: build.failure.step ?? '', text: message, line }, ...errors];
    const found = new Map();
    for (const each of said) {
        const path = (notFound.exec(each.text) ?? noMatch.exec(each.text))?.groups?.['path'];
        if (path === undefined || found.has(path))
            continue;
        const place = placeOf(facts, path, each.name, 'line' in each ? each.line : undefined);
        if (place === undefined && !/COPY|ADD/.test(each.name))
            continue;
        found.set(path, { path, line: each.text.trim(), ...place });
    }
    return [...found.values()];
}
/** By the step's own text where that is known, else by the line, else by the path. */
function placeOf(facts, path, step, line) {
    const copies = facts.stages.flatMap((stage) => facts.copiesIn(stage));
    const words = compact(step.replace(/^\[[^\]]*\]\s*/, ''));
    const named = copies.filter(({ instruction }) => compact(instruction.text) === words);
    const there = copies.filter(({ instruction }) => line !== undefined && instruction.lines[0] <= line && line <= instruction.lines[1]);
    for (const copy of [...named, ...there, ...copies]) {
        const source = copy.sources.find(({ text }) => `/${(0,image_path/* contextPath */.VJ)(text)}` === path);
        if (source !== undefined)
            return { copy, source, location: source.location };
    }
    const [copy] = [...named, ...there];
    if (copy !== undefined)
        return { copy, location: (0,dockerfile_location/* locationOf */.hD)(facts.dockerfile, copy.instruction.span) };
    const location = (0,diagnoses_place/* failedPlace */.N5)(facts, line);
    return location === undefined ? undefined : { location };
}
function compact(text) {
    return text.replaceAll(/\s+/g, ' ').trim().toLowerCase();
}

;// CONCATENATED MODULE: ./build/diagnoses/copy-source-absent.js




const checksum = (path) => `failed to calculate checksum of ref 13e3d222-7a6e-4db4-b49f-41355442fd3f::yk5qnveorcs2w2pecrakgq9zh: "${path}": not found`;
const copySourceAbsent = {
    id: 'copy-source-absent',
    blames: 'image',
    summary: 'COPY names a file that the build context does not have',
    why: 'COPY takes its sources from the folder that is sent to the build, and from nowhere else. A path is seen from the top of that folder, wherever the Dockerfile lies.',
    references: ['https://docs.docker.com/build/concepts/context/'],
    moments: ['build'],
    *recognise(symptoms) {
        for (const failed of failedCopies(symptoms)) {
            if (isOtherCause(failed, symptoms.facts))
                continue;
            yield copy_source_absent_told(symptoms, failed);
        }
    },
    examples: [
        {
            title: 'a name that is misspelt',
            dockerfile: servedBy('["uvicorn", "app:app"]').replace('COPY requirements.txt', 'COPY requirments.txt'),
            files: { 'requirements.txt': 'fastapi==0.165.0\n' },
            saw: {
                build: {
                    message: `failed to solve: failed to compute cache key: ${checksum('/requirments.txt')}`,
                    line: 3,
                    step: '[3/5] COPY requirments.txt .',
                    failedSteps: [{ name: '[3/5] COPY requirments.txt .', error: checksum('/requirments.txt') }],
                },
            },
            place: 'Dockerfile:3',
            fixed: 'COPY requirements.txt .',
        },
        {
            title: 'two at once: the build quotes the first, and both are told',
            dockerfile: 'FROM python:3.11-slim\nCOPY a.txt .\nCOPY b.txt .\n',
            saw: {
                build: {
                    message: `failed to solve: failed to compute cache key: ${checksum('/a.txt')}`,
                    line: 2,
                    step: '[2/3] COPY a.txt .',
                    failedSteps: [
                        { name: '[2/3] COPY a.txt .', error: checksum('/a.txt') },
                        { name: '[3/3] COPY b.txt .', error: checksum('/b.txt') },
                    ],
                },
            },
            place: 'Dockerfile:2',
        },
    ],
    confusions: [
        {
            title: 'it is there, and .dockerignore keeps it from the build',
            is: 'copy-source-ignored',
            dockerfile: 'FROM python:3.11-slim\nCOPY app.py .\n',
            files: { 'app.py': '', '.dockerignore': '# secrets\n*.py\n' },
            saw: {
                build: {
                    message: `failed to solve: failed to compute cache key: ${checksum('/app.py')}`,
                    line: 2,
                    step: '[2/2] COPY app.py .',
                    failedSteps: [{ name: '[2/2] COPY app.py .', error: checksum('/app.py') }],
                },
            },
        },
    ],
};
/** Of another stage, or there and ignored. */
function isOtherCause({ copy, path }, { context }) {
    if (copy !== undefined && copy.from.kind !== 'context')
        return true;
    const name = path.slice(1);
    return context.kindOf(name) !== undefined && context.isIgnored(name);
}
function copy_source_absent_told(symptoms, { path, source, location, line }) {
    const { context } = symptoms.facts;
    const written = source?.text ?? path.slice(1);
    const outside = /^(?:\.\.\/)/.test(written);
    const near = nearest(path.slice(1), context.listing.files);
    const elsewhere = context.listing.files.filter((file) => file.endsWith(`/${path.slice(1)}`));
    const headline = `the build stops, there is no \`${written}\` to copy`;
    const folder = context.folder === '' ? 'the context' : `the context \`${context.folder}\``;
    const exact = source !== undefined && location !== undefined && location.endColumn - location.column === written.length;
    return {
        headline: headline.length <= 55 ? headline : 'the build stops, there is nothing to copy',
        title: `${folder} has no \`${written}\``,
        why: outside
            ? 'What lies above the folder that is sent to the build cannot be copied.'
            : 'Sources of COPY are looked for from the top of the folder that is sent to the build.',
        advice: outside
            ? 'Build from the folder above (`context`), and name the Dockerfile with `file`.'
            : near !== undefined
                ? `Write \`${near}\` instead of \`${written}\`.`
                : elsewhere.length === 1
                    ? `Write \`${elsewhere[0]}\`, or build from its folder.`
                    : 'Correct the name, or add the file to the repository.',
        ...(location === undefined ? {} : { location }),
        evidence: (0,evidence/* buildEvidence */.KX)(symptoms, [line]),
        explains: ['build-step-failed'],
        ...(near === undefined || !exact
            ? {}
            : { fix: { title: `Copy \`${near}\``, safety: 'safe', edits: [{ location, text: near }] } }),
    };
}

;// CONCATENATED MODULE: ./build/diagnoses/copy-source-ignored.js



const copySourceIgnored = {
    id: 'copy-source-ignored',
    blames: 'image',
    summary: 'COPY names a file that .dockerignore keeps from the build',
    why: 'What .dockerignore matches is not sent to the build at all, so COPY does not find it though it lies in the folder. BuildKit says the same as of a file that is not there.',
    references: ['https://docs.docker.com/build/concepts/context/#dockerignore-files'],
    moments: ['build'],
    *recognise(symptoms) {
        const { context } = symptoms.facts;
        for (const { path, copy, line } of failedCopies(symptoms)) {
            const name = path.slice(1);
            if ((copy !== undefined && copy.from.kind !== 'context') ||
                context.kindOf(name) === undefined ||
                !context.isIgnored(name))
                continue;
            const decided = decidingLine(symptoms, name);
            const headline = `the build stops, \`${name}\` is kept from it`;
            yield {
                headline: headline.length <= 55 ? headline : 'the build stops, `.dockerignore` hides what is copied',
                title: `\`${name}\` is there, and \`.dockerignore\` keeps it from the build`,
                why: 'What it matches is not sent to the build, so COPY does not find it.',
                advice: `Let it pass: add the line \`!${name}\`.`,
                ...(decided === undefined ? {} : { location: decided.location }),
                evidence: (0,evidence/* buildEvidence */.KX)(symptoms, [line]),
                explains: ['build-step-failed', 'copy-source-absent'],
                ...(decided === undefined
                    ? {}
                    : {
                        fix: {
                            title: `Let \`${name}\` pass`,
                            safety: 'safe',
                            edits: [{ location: decided.end, text: `\n!${name}` }],
                        },
                    }),
            };
        }
    },
    examples: [
        {
            title: 'a pattern that is too wide',
            dockerfile: 'FROM python:3.11-slim\nCOPY app.py .\n',
            files: { 'app.py': '', '.dockerignore': '# secrets\n*.py\n' },
            saw: {
                build: {
                    message: 'failed to solve: failed to compute cache key: failed to calculate checksum of ref 13e3d222::yk5q: "/app.py": not found',
                    line: 2,
                    step: '[2/2] COPY app.py .',
                },
            },
            place: '.dockerignore:2',
            fixed: '!app.py',
        },
    ],
    confusions: [
        {
            title: 'it is not there at all',
            is: 'copy-source-absent',
            dockerfile: 'FROM python:3.11-slim\nCOPY app.py .\n',
            files: { '.dockerignore': '*.py\n' },
            saw: {
                build: {
                    message: 'failed to solve: failed to compute cache key: failed to calculate checksum of ref 13e3d222::yk5q: "/app.py": not found',
                    line: 2,
                    step: '[2/2] COPY app.py .',
                },
            },
        },
    ],
};
/** The line that keeps it out, and the end of the file, where what lets it pass belongs. */
function decidingLine({ facts }, name) {
    const { ignoreFile } = facts.context;
    if (ignoreFile === undefined)
        return undefined;
    const found = ignoreFile.patterns.decidingLine(name);
    if (found === undefined)
        return undefined;
    const lines = ignoreFile.text.split(/\r?\n/);
    const place = (0,diagnoses_place/* linePlace */.Uw)(facts, ignoreFile.path, found);
    const last = lines.findLastIndex((text) => text.trim() !== '');
    const end = (0,diagnoses_place/* linePlace */.Uw)(facts, ignoreFile.path, last + 1);
    if (place === undefined || end === undefined)
        return undefined;
    return { location: place.location, end: { ...end.location, column: end.location.endColumn } };
}

// EXTERNAL MODULE: ./build/diagnoses/crash-loop.js
var crash_loop = __webpack_require__(9432);
// EXTERNAL MODULE: ./build/servers/index.js + 10 modules
var servers = __webpack_require__(5499);
;// CONCATENATED MODULE: ./build/diagnoses/python-call.js

const mostFiles = 40;
/** An argument that Python source gives a server: `uvicorn.run(app, host="localhost", port=9000)`, `web.run_app(app, port=9000)`. */
function findCallArgument(facts, name, wanted) {
    for (const file of startedFirst(facts)) {
        const text = facts.context.readText(file);
        if (text === undefined || !/\b(?:run|run_app|serve|Config|Server|make_server|start_server|bind)\b/.test(text))
            continue;
        const pattern = new RegExp(String.raw `\b(?:server_)?${name}\s*(?::\s*\w+\s*)?=\s*(?:(?<quote>["'])(?<text>[^"'\n]*)\k<quote>|(?<number>\d+)\b)`, 'd');
        for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
            if (line.trimStart().startsWith('#'))
                continue;
            const match = pattern.exec(line);
            const value = match?.groups?.['text'] ?? match?.groups?.['number'];
            const [start, end] = match?.indices?.groups?.['text'] ?? match?.indices?.groups?.['number'] ?? [];
            if (value === undefined || start === undefined || end === undefined || !wanted(value))
                continue;
            const place = { line: index + 1, column: start + 1, endLine: index + 1, endColumn: end + 1 };
            return { value, location: { path: facts.context.reportPath(file), ...place } };
        }
    }
    return undefined;
}
/** The script that CMD names, then the other Python files that the image holds. */
function startedFirst(facts) {
    const script = startedScript(facts);
    const others = facts.context.listing.files.filter((file) => file.endsWith('.py') && file !== script && !/(?:^|\/)(?:tests?|\.venv|venv)\//.test(file));
    return [...(script === undefined ? [] : [script]), ...others.slice(0, mostFiles)];
}
/** The repository's file of `python app.py`, or of the module behind `python -m app`. */
function startedScript(facts) {
    const [program, ...words] = facts.startCommand?.words ?? [];
    if (program === undefined || !(0,servers/* isPython */.r2)(program.text))
        return undefined;
    const at = words.findIndex(({ text }) => !text.startsWith('-') || /^-[A-Za-z]*m$/.test(text));
    const word = words[at];
    if (word === undefined)
        return undefined;
    const isModule = word.text.startsWith('-');
    const named = isModule ? words[at + 1]?.text.replaceAll('.', '/') : word.text;
    if (named === undefined)
        return undefined;
    const workdir = facts.finalState?.workdir;
    const folder = workdir?.known === true ? workdir.text : '/';
    const candidates = isModule ? [`${named}.py`, `${named}/__main__.py`] : [named];
    for (const candidate of candidates) {
        const path = candidate.startsWith('/')
            ? candidate
            : `${folder === '/' ? '' : folder}/${candidate.replace(/^\.\//, '')}`;
        const found = facts.imageFiles?.repositoryPath(path);
        if (found !== undefined)
            return found;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/diagnoses/nothing-started.js






/** A server that tells its beginning has begun, however it ended. */
const begun = /Uvicorn running on|Started (?:server|parent) process \[|Starting gunicorn|Starting granian|Running on https?:|Serving HTTP on|Starting FastAPI/;
const nothingStarted = {
    id: 'nothing-started',
    blames: 'image',
    summary: 'the command ends without an error, and nothing was started that could answer',
    why: 'A container lives as long as its first process. `python app.py` defines the application and ends, unless the file itself starts a server; so does a shell without a terminal.',
    references: ['https://fastapi.tiangolo.com/deployment/docker/'],
    moments: ['exit'],
    *recognise(symptoms) {
        const { container, fatal, log } = symptoms;
        if (container?.state?.exitCode !== 0 || container.state.oomKilled || fatal !== undefined)
            return;
        if (log.some((line) => begun.test(line)) || (0,crash_loop/* deathsIn */.l)(symptoms) > 0)
            return;
        // A server that was started for certain says why it ended, or ends with 0 whatever happened, as hypercorn does.
        if ((0,start/* serverOf */.FN)(symptoms.facts) !== undefined || isInBackground(symptoms.facts))
            return;
        yield nothing_started_told(symptoms);
    },
    examples: [
        {
            title: 'the file defines the application, and starts no server',
            dockerfile: servedBy('["python", "app.py"]'),
            files: { 'requirements.txt': requirements, 'app.py': application },
            saw: { exitCode: 0, log: [] },
            place: 'Dockerfile:7',
            fixed: 'CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]',
        },
        {
            title: 'a script that only prepares something',
            dockerfile: servedBy('["sh", "-c", "echo migrated"]'),
            files: { 'requirements.txt': requirements, 'app.py': application },
            saw: { exitCode: 0, log: ['migrated'] },
            place: 'Dockerfile:7',
        },
    ],
    confusions: [
        {
            title: 'uvicorn with several workers ends with 0 when none can start',
            is: 'app-module-not-found',
            dockerfile: servedBy('["uvicorn", "mian:app", "--host", "0.0.0.0", "--workers", "4"]'),
            files: { 'app.py': application },
            saw: {
                exitCode: 0,
                log: [
                    'INFO:     Uvicorn running on http://0.0.0.0:8000 (Press CTRL+C to quit)',
                    'INFO:     Started parent process [1]',
                    'ERROR:    Error loading ASGI app. Could not import module "mian".',
                    'INFO:     Waiting for child process [9]',
                    'ERROR:    Child process [9] failed to start, stopping the parent process.',
                    'INFO:     Stopping parent process [1]',
                ],
            },
        },
        {
            title: 'the server runs in the background, and its shell ends',
            is: 'daemonised-server',
            dockerfile: servedBy('uvicorn app:app --host 0.0.0.0 &'),
            files: { 'app.py': application },
            saw: { exitCode: 0, log: [] },
        },
        {
            title: 'a server was there, and ended by itself',
            is: 'unknown',
            dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--limit-max-requests", "1"]'),
            files: { 'app.py': application },
            saw: { exitCode: 0, log: ['INFO:     Started server process [1]', 'INFO:     Finished server process [1]'] },
        },
    ],
};
/** `… &`, `nohup`, `--daemon`: something was started, and its first process ended. */
function isInBackground({ startCommand, dockerfile }) {
    if (startCommand === undefined)
        return false;
    const { start, end } = startCommand.instruction.span;
    const texts = [dockerfile.text.slice(start, end)];
    return texts.some((text) => /(?<![&>|])&(?![&>\d])\s*(?:["'\]]|$)|\bnohup\b|\s--daemon\b|"--daemon"|\bservice \w+ start\b/m.test(text));
}
function nothing_started_told(symptoms) {
    const { facts, container } = symptoms;
    const place = (0,start/* startPlace */.Gh)(facts);
    const served = applicationOf(facts);
    const shell = ['python', 'python3', 'bash', 'sh', '/bin/bash', '/bin/sh'].includes(facts.startCommand?.words[0]?.text ?? '') &&
        facts.startCommand?.words.length === 1;
    return {
        headline: 'the container exits with code 0, nothing was started',
        title: 'its command ends without an error, and starts no server',
        why: served === undefined
            ? shell
                ? 'A shell without a terminal reads nothing and ends.'
                : 'A container lives as long as its first process, and that one has done its work.'
            : `\`${served.path}\` defines the application \`${served.name}\` and ends: nothing in it starts a server.`,
        advice: served === undefined
            ? 'Let CMD start the server, and keep it in the foreground.'
            : `Start one: \`${served.command.join(' ')}\`.`,
        ...(place === undefined ? {} : { location: place }),
        evidence: container === undefined ? [] : [...(0,evidence/* exitEvidence */.wz)(container), ...(0,evidence/* logTail */.RB)(symptoms)],
        explains: ['missing-expose'],
        ...(served === undefined || place === undefined || facts.startCommand?.instruction.keyword !== 'CMD'
            ? {}
            : {
                fix: {
                    title: `Start uvicorn`,
                    safety: 'unsafe',
                    edits: [{ location: place, text: `CMD ${JSON.stringify(served.command).replaceAll('","', '", "')}` }],
                },
            }),
    };
}
/** The application in the file that `python app.py` runs, where uvicorn is installed to serve it. */
function applicationOf(facts) {
    const script = startedScript(facts);
    const text = script === undefined ? undefined : facts.context.readText(script);
    if (script === undefined || text === undefined || (0,start/* serverOf */.FN)(facts) !== undefined)
        return undefined;
    const [first] = (0,python_module/* applicationsIn */.v)(text);
    if (first === undefined || facts.python.declared('uvicorn').length === 0)
        return undefined;
    const words = facts.startCommand?.words ?? [];
    const named = words.find(({ text: word }) => word.endsWith('.py'))?.text;
    const module = named === undefined || named.startsWith('/') ? undefined : named.replace(/\.py$/, '').replaceAll('/', '.');
    if (module === undefined)
        return undefined;
    const port = `${facts.exposed.ports[0]?.first ?? 8000}`;
    return {
        path: facts.context.reportPath(script),
        name: first.name,
        command: ['uvicorn', `${module}:${first.name}`, '--host', '0.0.0.0', '--port', port],
    };
}

;// CONCATENATED MODULE: ./build/diagnoses/daemonised-server.js




const daemonisedServer = {
    id: 'daemonised-server',
    blames: 'image',
    summary: 'the server is started in the background, so the container ends with the command that started it',
    why: 'A container lives as long as its first process. A server behind `&`, `nohup` or `--daemon` is a second one, and is killed when the first ends.',
    references: ['https://docs.docker.com/engine/containers/multi-service_container/'],
    moments: ['exit'],
    *recognise(symptoms) {
        const { container, fatal, facts } = symptoms;
        if (container?.state?.exitCode !== 0 || fatal !== undefined || !isInBackground(facts))
            return;
        const place = (0,start/* startPlace */.Gh)(facts);
        yield {
            headline: 'the container exits, its server was in the background',
            title: 'the server is started in the background, and the container ends at once',
            why: 'A container lives as long as its first process, and that one does not wait.',
            advice: 'Start the server in the foreground: without `&`, `nohup` or `--daemon`, as the last command, behind `exec`.',
            ...(place === undefined ? {} : { location: place }),
            evidence: [...(0,evidence/* exitEvidence */.wz)(container), ...(0,evidence/* logTail */.RB)(symptoms)],
            explains: ['nothing-started'],
        };
    },
    examples: [
        {
            title: 'an ampersand',
            dockerfile: servedBy('uvicorn app:app --host 0.0.0.0 &'),
            files: { 'requirements.txt': requirements, 'app.py': application },
            saw: { exitCode: 0, log: [] },
            place: 'Dockerfile:7',
        },
    ],
    confusions: [
        {
            title: 'two commands, one after the other',
            is: 'nothing-started',
            dockerfile: servedBy('["sh", "-c", "echo a && echo b"]'),
            files: { 'app.py': application },
            saw: { exitCode: 0, log: ['a', 'b'] },
        },
    ],
};

;// CONCATENATED MODULE: ./build/diagnoses/dockerfile-parse-error.js



const parseError = /dockerfile parse error(?: on lines? (?<line>\d+)(?:-\d+)?)?: (?<reason>[^\n]+)/;
/** What BuildKit says of the grammar without those words. */
const withoutWords = /(?:failed to solve: )?(?<reason>(?:no build stage in current context|file with no instructions|the Dockerfile \([^)]*\) cannot be empty|unterminated heredoc|dockerfile: .*|unknown instruction: \S+.*|unknown flag: \S+.*|failed to process "[^"]*": .*))/;
const dockerfileParseError = {
    id: 'dockerfile-parse-error',
    blames: 'image',
    summary: 'the Dockerfile is not one: BuildKit cannot read it',
    why: 'BuildKit reads the whole file before it does anything. A misspelt keyword, a flag that does not exist, or a heredoc that is not closed ends the build before its first step.',
    references: ['https://docs.docker.com/reference/dockerfile/'],
    moments: ['build'],
    *recognise(symptoms) {
        const { build, facts } = symptoms;
        if (build === undefined)
            return;
        const match = parseError.exec(build.failure.message) ?? withoutWords.exec(build.failure.message);
        const reason = match?.groups?.['reason']?.trim();
        if (reason === undefined)
            return;
        const line = Number(match?.groups?.['line'] ?? build.failure.line ?? 1);
        const remedy = remedyAt(symptoms, line);
        yield {
            headline: 'the build stops, the Dockerfile cannot be read',
            title: `BuildKit cannot read line ${line}: ${reason.replace(/\s*\(did you mean .*\)$/, '')}`,
            why: 'It reads the whole file before it does anything.',
            advice: remedy.advice ?? dockerfile_parse_error_adviceFor(reason),
            location: remedy.location ?? (0,dockerfile_location/* locationOf */.hD)(facts.dockerfile, (0,dockerfile_location/* lineSpan */.ZX)(facts.dockerfile, line)),
            evidence: (0,evidence/* buildEvidence */.KX)(symptoms, [build.failure.message]),
            explains: ['build-step-failed'],
            ...(remedy.fix === undefined ? {} : { fix: remedy.fix }),
        };
    },
    examples: [
        {
            title: 'a keyword that is misspelt',
            dockerfile: servedBy('["uvicorn", "app:app"]').replace('RUN ', 'RUNN '),
            saw: {
                build: {
                    message: 'failed to solve: dockerfile parse error on line 4: unknown instruction: RUNN (did you mean RUN?)',
                    line: 4,
                },
            },
            place: 'Dockerfile:4',
        },
        {
            title: 'a flag that COPY does not have',
            dockerfile: 'FROM python:3.11-slim\nCOPY --chwon=app . .\n',
            saw: {
                build: {
                    message: 'failed to solve: dockerfile parse error on line 2: unknown flag: --chwon (did you mean chown?)',
                    line: 2,
                },
            },
            place: 'Dockerfile:2',
        },
    ],
    confusions: [
        {
            title: 'a step that ends with an error of its own about a parse error',
            is: 'build-step-failed',
            dockerfile: 'FROM python:3.11-slim\nRUN make\n',
            saw: {
                build: {
                    message: 'failed to solve: process "/bin/sh -c make" did not complete successfully: exit code: 2',
                    line: 2,
                    step: '[2/2] RUN make',
                    exitCode: 2,
                    log: ['dockerfile parse error on line 4: unknown instruction: RUNN'],
                },
            },
        },
    ],
};
/** Our own reader knows the grammar too, and says what to do. */
function remedyAt({ facts }, line) {
    const { dockerfile } = facts;
    for (const problem of dockerfile.problems) {
        const location = (0,dockerfile_location/* locationOf */.hD)(dockerfile, problem.span);
        if (location.line > line || line > location.endLine)
            continue;
        const { fix } = problem;
        return {
            location,
            advice: problem.advice,
            ...(fix === undefined
                ? {}
                : {
                    fix: {
                        title: fix.title,
                        safety: 'safe',
                        edits: [{ location: (0,dockerfile_location/* locationOf */.hD)(dockerfile, fix.span), text: fix.text }],
                    },
                }),
        };
    }
    return {};
}
function dockerfile_parse_error_adviceFor(reason) {
    const meant = /\(did you mean (\S+?)\?\)/.exec(reason)?.[1];
    if (meant !== undefined)
        return `Write \`${meant}\`.`;
    const word = /unknown instruction: (\S+)/.exec(reason)?.[1];
    if (word !== undefined && word === word.toLowerCase())
        return 'End the line above with a `\\`: this line goes on with its command.';
    return 'Correct the line.';
}

;// CONCATENATED MODULE: ./build/diagnoses/host-port-taken.js


/** Of Docker 20 to 28, its userland proxy, and Docker Desktop. */
const signs = [
    /Bind for (?<address>[\w.:[\]]+:\d+) failed: port is already allocated/,
    /failed to bind host port(?: for)? (?<address>[\w.:[\]]+?:\d+)\S*: .*address already in use/,
    /Error starting userland proxy: listen \w+ (?<address>[\w.:[\]]+:\d+): bind: address already in use/,
    /ports are not available: exposing port TCP (?<address>[\w.:[\]]+:\d+)/,
];
const hostPortTaken = {
    id: 'host-port-taken',
    blames: 'setup',
    summary: 'the port of the host that should be published is in use',
    why: 'Another container or another program of the runner listens there. Docker makes the container and does not start it; the image itself is not tried.',
    references: ['https://docs.docker.com/engine/network/port-publishing/'],
    moments: ['create'],
    *recognise({ container }) {
        if (container === undefined)
            return;
        const text = `${container.create.stderr}\n${container.state?.error ?? ''}`;
        const address = signs.map((sign) => sign.exec(text)?.groups?.['address']).find((found) => found !== undefined);
        if (address === undefined)
            return;
        const port = address.slice(address.lastIndexOf(':') + 1);
        yield {
            headline: `port ${port} of the host is in use`,
            title: `docker cannot publish \`${address}\`: it is in use on the host`,
            why: 'Another container or another program of the runner listens there; the image is not to blame.',
            advice: `End that one before, or publish another port: \`publish: 0:${container.port}\` under \`with:\` takes a free one.`,
            evidence: (0,evidence/* exitEvidence */.wz)(container),
        };
    },
    examples: [
        {
            title: 'another container has it',
            dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
            files: { 'requirements.txt': requirements, 'app.py': application },
            saw: {
                create: {
                    exitCode: 125,
                    stderr: 'docker: Error response from daemon: failed to set up container networking: driver failed programming external connectivity on endpoint sea-trial (4f2a): Bind for 0.0.0.0:8000 failed: port is already allocated',
                },
                ended: 'not-started',
            },
        },
        {
            title: 'a program of the host has it',
            dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
            files: { 'requirements.txt': requirements, 'app.py': application },
            saw: {
                create: {
                    exitCode: 125,
                    stderr: 'docker: Error response from daemon: failed to set up container networking: driver failed programming external connectivity on endpoint sea-trial (4f2a): failed to bind host port for 127.0.0.1:18999:172.17.0.2:8000/tcp: address already in use',
                },
                ended: 'not-started',
            },
        },
    ],
    confusions: [
        {
            title: 'the port is in use inside the container',
            is: 'unknown',
            dockerfile: servedBy('["sh", "-c", "uvicorn app:app & uvicorn app:app"]'),
            saw: {
                exitCode: 1,
                log: [
                    "ERROR:    [Errno 98] error while attempting to bind on address ('0.0.0.0', 8000): address already in use",
                ],
            },
        },
    ],
};

;// CONCATENATED MODULE: ./build/diagnoses/import-root-wrong.js





const importRootWrong = {
    id: 'import-root-wrong',
    blames: 'image',
    summary: 'a module of the repository is imported from another folder than Python looks in',
    why: 'Python looks for modules in the folder in which the server was started, not beside the file that imports. What works with `python main.py` inside the folder fails as `folder.main` from above.',
    references: ['https://docs.python.org/3/tutorial/modules.html#the-module-search-path'],
    moments: ['exit', 'silent'],
    early: true,
    *recognise(symptoms) {
        const { fatal, facts, container } = symptoms;
        const missing = missingModule(symptoms);
        if (fatal === undefined || missing?.kind !== 'repository')
            return;
        const { name } = missing;
        const files = filesOf(symptoms, name);
        const [file] = files;
        if (file === undefined)
            return;
        const own = (0,diagnoses_place/* ownPlace */.yd)(fatal, facts);
        const place = own?.location ?? (0,start/* startPlace */.Gh)(facts);
        const copied = files.some((each) => facts.imageFiles?.imagePath(each) !== undefined);
        const path = facts.context.reportPath(file);
        yield {
            headline: import_root_wrong_short(`Python finds no module \`${name}\` where it looks`),
            title: copied
                ? `\`${name}\` is \`${path}\`, and Python does not look there`
                : `\`${name}\` is \`${path}\`, and no COPY brings that into the image`,
            ...(copied
                ? {
                    why: 'Imports begin at the folder in which the server is started, and at those that PYTHONPATH and `--app-dir` name.',
                    advice: `Import it by its whole name from there, or add its folder: \`ENV PYTHONPATH=…\`, or \`--app-dir\` for uvicorn.`,
                }
                : {
                    why: 'Only what COPY and ADD name is in the image, and of that nothing that `.dockerignore` matches.',
                    advice: `Copy \`${path}\`, and let \`.dockerignore\` pass it.`,
                }),
            ...(place === undefined ? {} : { location: place }),
            evidence: [...(container === undefined ? [] : (0,evidence/* exitEvidence */.wz)(container)), ...(0,evidence/* tracebackLines */.yM)(symptoms, fatal)],
            explains: ['worker-crash-loop', 'startup-failed', 'app-module-not-found'],
        };
    },
    examples: [
        {
            title: 'a module beside the application, imported as if it were at the top',
            dockerfile: servedBy('["uvicorn", "app.main:app", "--host", "0.0.0.0"]'),
            files: {
                'requirements.txt': requirements,
                'app/main.py': 'from models import Ship\n',
                'app/models.py': 'class Ship: ...\n',
            },
            saw: {
                exitCode: 1,
                log: importTraceback('  File "/app/app/main.py", line 1, in <module>', '    from models import Ship', "ModuleNotFoundError: No module named 'models'"),
            },
            place: 'app/main.py:1',
        },
    ],
    confusions: [
        {
            title: 'nothing of that name is in the repository',
            is: 'missing-requirement',
            dockerfile: servedBy('["uvicorn", "app.main:app", "--host", "0.0.0.0"]'),
            files: { 'requirements.txt': requirements, 'app/main.py': 'from models import Ship\n' },
            saw: {
                exitCode: 1,
                log: importTraceback('  File "/app/app/main.py", line 1, in <module>', '    from models import Ship', "ModuleNotFoundError: No module named 'models'"),
            },
        },
    ],
};
/** The module's own files, else those of the package that it lies in. */
function filesOf({ facts }, name) {
    const whole = name.replaceAll('.', '/');
    const [top = name] = name.split('.');
    const ends = [`${whole}.py`, `${whole}/__init__.py`, `${top}.py`, `${top}/__init__.py`];
    const { files } = facts.context.listing;
    for (const end of ends) {
        const found = files.filter((file) => file === end || file.endsWith(`/${end}`));
        if (found.length > 0)
            return found;
    }
    return files.filter((file) => file.startsWith(`${top}/`) || file.includes(`/${top}/`)).slice(0, 1);
}
function import_root_wrong_short(text) {
    return text.length <= 55 ? text : 'Python finds no module of the repository';
}

;// CONCATENATED MODULE: ./build/diagnoses/announced.js
const words = /\b(?:running on|running at|listening (?:at|on)|serving (?:on|at|http on)|server (?:at|started (?:on|at))|available at|started (?:on|at)|local url|url)\b/i;
const address = /(?:https?:\/\/|TCP address |socket \('|\s)?(?<host>\[[\da-f:.]+\]|localhost|\d{1,3}(?:\.\d{1,3}){3}|::1?|\*)(?:', |:| port )(?<port>\d{2,5})\b/i;
/** Ports beside the application's own: who opens one says so. */
const beside = /metric|prometheus|debug|profil|telemetry|admin|dashboard|control socket|grpc|websocket server/i;
function announcements(log) {
    const found = [];
    for (const [index, line] of log.entries()) {
        // A server announces itself in a line of its own, not in a long record.
        if (line.length > 300 || !words.test(line) || beside.test(line))
            continue;
        const { host, port } = address.exec(line)?.groups ?? {};
        if (host === undefined || port === undefined)
            continue;
        found.push({ host: host.replaceAll(/[[\]]/g, ''), port: Number(port), index });
    }
    return found;
}
/** The last one for a port. */
function announcementOf(log, port) {
    return announcements(log).findLast((each) => each.port === port);
}

// EXTERNAL MODULE: ./build/diagnoses/listening.js
var diagnoses_listening = __webpack_require__(1207);
;// CONCATENATED MODULE: ./build/diagnoses/loopback-host.js






/** A listener on the asked port is the server's; one elsewhere may be something beside it, and has to be announced. */
const stableMs = { asked: 300, announced: 1_500 };
const loopbackHost = {
    id: 'loopback-host',
    blames: 'image',
    summary: 'the server listens on 127.0.0.1, so it accepts connections from inside its own container only',
    why: 'Docker forwards a published port to the address that the container has in its network. A server that listens on 127.0.0.1 does not accept there, so nobody outside reaches it, however well it runs. It is the default of uvicorn, gunicorn, hypercorn and granian.',
    references: ['https://www.uvicorn.org/deployment/docker/', 'https://docs.docker.com/engine/network/'],
    moments: ['silent'],
    early: true,
    *recognise(symptoms) {
        const { container } = symptoms;
        if (container === undefined)
            return;
        const socket = loopbackSocket(symptoms);
        if (socket !== undefined)
            yield loopback_host_told(symptoms, container.port, socket);
    },
    examples: [
        {
            title: 'uvicorn is told to listen on 127.0.0.1',
            dockerfile: servedBy('["uvicorn", "app:app", "--host", "127.0.0.1", "--port", "8000", "--workers", "4"]'),
            files: { 'requirements.txt': requirements, 'app.py': application },
            saw: {
                log: [
                    'INFO:     Uvicorn running on http://127.0.0.1:8000 (Press CTRL+C to quit)',
                    'INFO:     Started parent process [1]',
                    'INFO:     Started server process [8]',
                    'INFO:     Waiting for application startup.',
                    'INFO:     Application startup complete.',
                ],
                listening: ['127.0.0.1:8000'],
                waitedMs: 1_400,
                ended: 'decided',
                answers: ['reset'],
            },
            place: 'Dockerfile:7',
            fixed: 'CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000", "--workers", "4"]',
        },
        {
            title: 'uvicorn is not told where to listen, which means 127.0.0.1',
            dockerfile: servedBy('["uvicorn", "app:app"]'),
            files: { 'requirements.txt': requirements, 'app.py': application },
            saw: {
                log: [
                    'INFO:     Started server process [1]',
                    'INFO:     Waiting for application startup.',
                    'INFO:     Application startup complete.',
                    'INFO:     Uvicorn running on http://127.0.0.1:8000 (Press CTRL+C to quit)',
                ],
                listening: ['127.0.0.1:8000'],
                waitedMs: 1_400,
                ended: 'decided',
                answers: ['reset'],
            },
            place: 'Dockerfile:7',
            fixed: 'CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]',
        },
        {
            title: 'the application starts the server itself, on localhost',
            dockerfile: servedBy('["python", "app.py"]'),
            files: {
                'requirements.txt': requirements,
                'app.py': `import uvicorn\n${application}\nif __name__ == "__main__":\n    uvicorn.run(app, host="localhost", port=8000)\n`,
            },
            saw: {
                log: ['INFO:     Uvicorn running on http://localhost:8000 (Press CTRL+C to quit)'],
                listening: ['127.0.0.1:8000', '[::1]:8000'],
                waitedMs: 1_400,
                ended: 'decided',
                answers: ['reset'],
            },
            place: 'app.py:12',
            fixed: '    uvicorn.run(app, host="0.0.0.0", port=8000)',
        },
        {
            title: 'loopback, and on another port than the one that is asked',
            dockerfile: servedBy('["uvicorn", "app:app", "--port", "9000"]'),
            files: { 'requirements.txt': requirements, 'app.py': application },
            saw: {
                log: ['INFO:     Uvicorn running on http://127.0.0.1:9000 (Press CTRL+C to quit)'],
                listening: ['127.0.0.1:9000'],
                waitedMs: 2_600,
                ended: 'decided',
                answers: ['reset'],
            },
            place: 'Dockerfile:7',
            fixed: 'CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "9000"]',
        },
        {
            title: 'a server that says nothing, on another port',
            dockerfile: servedBy('["python", "-m", "http.server", "5000", "--bind", "127.0.0.1"]'),
            saw: {
                listening: ['127.0.0.1:5000'],
                waitedMs: 12_000,
                ended: 'decided',
                answers: ['closed'],
            },
            place: 'Dockerfile:7',
        },
    ],
    confusions: [
        {
            title: 'the wildcard of IPv4 is there as well',
            is: 'unknown',
            dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
            saw: {
                log: ['INFO:     Application startup complete.'],
                listening: ['127.0.0.1:8000', '0.0.0.0:8000'],
                waitedMs: 60_000,
                ended: 'deadline',
                answers: ['closed'],
            },
        },
        {
            title: 'a debugger listens on loopback while the application still starts',
            is: 'still-starting',
            dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
            saw: {
                log: ['INFO:     Started server process [1]', 'INFO:     Waiting for application startup.'],
                listening: ['127.0.0.1:5678'],
                waitedMs: 60_000,
                ended: 'deadline',
                answers: ['reset'],
            },
        },
    ],
};
function loopbackSocket({ container, facts, log }) {
    if (container === undefined)
        return undefined;
    const { port } = container;
    const isAt = (wanted) => (listening) => listening.some((socket) => (0,diagnoses_listening/* isTcp */.ER)(socket) && socket.port === wanted && (0,diagnoses_listening/* isLoopback */.U9)(socket)) &&
        !listening.some((socket) => (0,diagnoses_listening/* isTcp */.ER)(socket) && (0,diagnoses_listening/* isReachable */.kj)(socket) && (socket.port === wanted || socket.port === port));
    if ((0,diagnoses_listening/* heldFor */.x8)(container, isAt(port)) >= stableMs.asked)
        return (0,diagnoses_listening/* current */.ss)(container).find((socket) => socket.port === port);
    // A command line that names the asked port will listen there in the end, whatever it opens before.
    const promised = (0,start/* namedPorts */.ku)(facts).has(port);
    return (0,diagnoses_listening/* current */.ss)(container).find((socket) => (0,diagnoses_listening/* isTcp */.ER)(socket) &&
        (0,diagnoses_listening/* isLoopback */.U9)(socket) &&
        (announcementOf(log, socket.port) === undefined
            ? !promised && (0,diagnoses_listening/* nothingChanges */.$y)(container, (0,diagnoses_listening/* heldFor */.x8)(container, isAt(socket.port)))
            : (0,diagnoses_listening/* heldFor */.x8)(container, isAt(socket.port)) >= stableMs.announced));
}
function loopback_host_told(symptoms, asked, socket) {
    const { facts, container } = symptoms;
    const server = (0,start/* serverName */.L5)(symptoms);
    const remedy = loopback_host_remedyOf(symptoms, socket);
    const place = remedy?.location ?? (0,start/* startPlace */.Gh)(facts);
    const elsewhere = socket.port === asked ? '' : ` It is also another port than ${asked}: see to both.`;
    return {
        headline: `${server === start/* anyServer */.w8 ? 'it' : server} listens on ${socket.address}, where nobody can reach it`,
        title: 'the server accepts connections from inside its own container only',
        why: `Docker forwards port ${asked} to the container's network address, and nothing listens there.`,
        advice: `${remedy?.advice ?? 'Tell the server to listen on `0.0.0.0`.'}${elsewhere}`,
        ...(place === undefined ? {} : { location: place }),
        evidence: container === undefined
            ? []
            : [...(0,evidence/* socketEvidence */.xY)(container), ...(0,evidence/* exchangeEvidence */.h8)(container), ...(0,evidence/* logTail */.RB)(symptoms, 6)],
        explains: ['port-mismatch'],
        ...(remedy?.fix === undefined ? {} : { fix: remedy.fix }),
    };
}
/** The word that says the host, wherever it stands; else the place where it is missing. */
function loopback_host_remedyOf({ facts }, socket) {
    const addresses = (0,start/* tcpAddresses */.Yh)(facts);
    for (const { host } of addresses) {
        if (host.kind !== 'given' || !isLoopbackName(host.value))
            continue;
        const { location, literal, name } = host.source;
        const advice = `Write \`0.0.0.0\` instead of \`${host.value}\`.`;
        return literal
            ? { location, advice, fix: replaced(location, '0.0.0.0') }
            : { location, advice: `Give \`${name}\` the value \`0.0.0.0\`.` };
    }
    if (addresses.some(({ host }) => host.kind === 'default'))
        return addedHost(facts);
    return hostInSource(facts, socket);
}
/** An option behind the application, or behind the program where it stands elsewhere. */
function addedHost(facts) {
    const server = facts.startCommand?.server;
    if (server === undefined)
        return undefined;
    const { program, app } = server;
    const option = server.server === 'gunicorn' || server.server === 'hypercorn' ? '--bind' : '--host';
    const port = (0,start/* tcpAddresses */.Yh)(facts)[0]?.port;
    const value = option === '--host' ? '0.0.0.0' : `0.0.0.0:${port?.kind === 'unknown' || port === undefined ? 8000 : port.value}`;
    const advice = `Add \`${option} ${value}\`: the default is 127.0.0.1.`;
    const after = server.arguments.find(({ location }) => app !== undefined && sameStart(location, app.location)) ?? program;
    const end = { ...after.whole, line: after.whole.endLine, column: after.whole.endColumn };
    const text = after.form === 'json' ? `, "${option}", "${value}"` : ` ${option} ${value}`;
    return { location: program.location, advice, fix: { ...replaced(end, text), title: `Add \`${option} ${value}\`` } };
}
/** `uvicorn.run(app, host="localhost")`: in the script that CMD starts, or in a file beside it. */
function hostInSource(facts, socket) {
    const found = findCallArgument(facts, 'host', (value) => isLoopbackName(value) || value === socket.address);
    if (found === undefined)
        return undefined;
    const advice = `Write \`0.0.0.0\` instead of \`${found.value}\`.`;
    return { location: found.location, advice, fix: replaced(found.location, '0.0.0.0') };
}
function isLoopbackName(host) {
    return host === 'localhost' || (0,diagnoses_listening/* isLoopback */.U9)({ address: host.replaceAll(/[[\]]/g, '') });
}
function replaced(location, text) {
    return { title: 'Listen on `0.0.0.0`', safety: 'safe', edits: [{ location, text }] };
}
function sameStart(a, b) {
    return a.path === b.path && a.line === b.line && a.column === b.column;
}

;// CONCATENATED MODULE: ./build/diagnoses/missing-environment-variable.js





const missingEnvironmentVariable = {
    id: 'missing-environment-variable',
    blames: 'setup',
    summary: 'the application needs an environment variable that the trial does not give',
    why: 'Settings and secrets of an application do not belong into its image, so the trial has to give them as production does.',
    references: ['https://docs.docker.com/reference/cli/docker/container/run/#env'],
    moments: ['exit', 'silent', 'answer'],
    early: true,
    *recognise(symptoms) {
        const { fatal, facts, container } = symptoms;
        if (fatal === undefined)
            return;
        const names = [...new Set(variablesOf(fatal))];
        const [first] = names;
        if (first === undefined)
            return;
        const own = (0,diagnoses_place/* ownPlace */.yd)(fatal, facts);
        const place = own?.location ?? (0,start/* startPlace */.Gh)(facts);
        const more = names.length === 1 ? '' : ` and ${names.length - 1} more`;
        const headline = `it needs the variable \`${first}\`${more}`;
        const values = names.map((name) => `\`${name}=…\``).join(', ');
        yield {
            headline: headline.length <= 55 ? headline : 'it needs an environment variable that is not set',
            title: `the application needs the variable${names.length === 1 ? '' : 's'} ${names.map((name) => `\`${name}\``).join(', ')}`,
            why: `It ends without ${names.length === 1 ? 'it' : 'them'}, and neither the image nor the trial sets ${names.length === 1 ? 'it' : 'them'}.`,
            advice: `Give a value for the trial: ${values}, a line each, as \`env\` under \`with:\`.`,
            ...(place === undefined ? {} : { location: place }),
            evidence: [...(container === undefined ? [] : (0,evidence/* exitEvidence */.wz)(container)), ...(0,evidence/* tracebackLines */.yM)(symptoms, fatal)],
            explains: ['worker-crash-loop', 'startup-failed', 'unhandled-exception'],
        };
    },
    examples: [
        {
            title: 'os.environ',
            dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]'),
            files: {
                'requirements.txt': requirements,
                'app.py': 'import os\n\nDATABASE_URL = os.environ["DATABASE_URL"]\n',
            },
            saw: {
                exitCode: 1,
                log: importTraceback('  File "/app/app.py", line 3, in <module>', '    DATABASE_URL = os.environ["DATABASE_URL"]', '                   ~~~~~~~~~~^^^^^^^^^^^^^^^^', '  File "<frozen os>", line 679, in __getitem__', "KeyError: 'DATABASE_URL'"),
            },
            place: 'app.py:3',
        },
        {
            title: 'its absence is told in the words of the application',
            dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
            files: {
                'requirements.txt': requirements,
                'app.py': 'import os\n\ntry:\n    TOKEN = os.environ["TOKEN"]\nexcept KeyError as error:\n    raise RuntimeError("settings are incomplete") from error\n',
            },
            saw: {
                exitCode: 1,
                log: [
                    'Traceback (most recent call last):',
                    '  File "/app/app.py", line 4, in <module>',
                    '    TOKEN = os.environ["TOKEN"]',
                    '            ~~~~~~~~~~^^^^^^^^^',
                    '  File "<frozen os>", line 679, in __getitem__',
                    "KeyError: 'TOKEN'",
                    '',
                    'The above exception was the direct cause of the following exception:',
                    '',
                    ...importTraceback('  File "/app/app.py", line 6, in <module>', '    raise RuntimeError("settings are incomplete") from error', 'RuntimeError: settings are incomplete'),
                ],
            },
            place: 'app.py:4',
        },
        {
            title: 'settings of pydantic',
            dockerfile: servedBy('["uvicorn", "settings:app", "--host", "0.0.0.0"]'),
            files: { 'requirements.txt': requirements, 'settings.py': '\n\n\n\n\nsettings = Settings()\n' },
            saw: {
                exitCode: 1,
                log: importTraceback('  File "/app/settings.py", line 6, in <module>', '    settings = Settings()', '               ^^^^^^^^^^', '  File "/usr/local/lib/python3.11/dist-packages/pydantic_settings/main.py", line 292, in __init__', '    super().__init__(**__pydantic_self__.__class__._settings_build_values(sources, init_kwargs))', 'pydantic_core._pydantic_core.ValidationError: 2 validation errors for Settings', 'database_url', '  Field required [type=missing, input_value={}, input_type=dict]', '    For further information visit https://errors.pydantic.dev/2.14/v/missing', 'token', '  Field required [type=missing, input_value={}, input_type=dict]', '    For further information visit https://errors.pydantic.dev/2.14/v/missing'),
            },
            place: 'settings.py:6',
        },
    ],
    confusions: [
        {
            title: 'a key of a dictionary of its own',
            is: 'startup-failed',
            dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
            files: { 'app.py': 'ships = {}\nships["FRAM"]\n' },
            saw: {
                exitCode: 1,
                log: importTraceback('  File "/app/app.py", line 2, in <module>', '    ships["FRAM"]', "KeyError: 'FRAM'"),
            },
        },
        {
            title: 'a model that was given wrong data',
            is: 'startup-failed',
            dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
            files: { 'app.py': 'Ship()\n' },
            saw: {
                exitCode: 1,
                log: importTraceback('  File "/app/app.py", line 1, in <module>', '    Ship()', '  File "/usr/local/lib/python3.11/dist-packages/pydantic/main.py", line 280, in __init__', '    validated_self = self.__pydantic_validator__.validate_python(data, self_instance=self)', 'pydantic_core._pydantic_core.ValidationError: 1 validation error for Ship', 'name', '  Field required [type=missing, input_value={}, input_type=dict]'),
            },
        },
    ],
};
/** The variables that an exception says are missing. */
function variablesOf(traceback) {
    const { message, frames } = traceback;
    const name = (0,diagnoses_traceback/* shortName */.EU)(traceback);
    const last = frames.at(-1);
    if (name === 'KeyError') {
        const key = /^'([A-Za-z_]\w*)'$/.exec(message)?.[1];
        const inOs = last !== undefined && last.function === '__getitem__' && /^<frozen os>$|\/os\.py$/.test(last.file);
        if (key !== undefined && (inOs || /\bos\.environ\[/.test(last?.source ?? '')))
            return [key];
        // starlette.config, environs of old
        return capture(/^["']?Config '(\w+)' is missing/, message);
    }
    if (name === 'ValidationError' && frames.some(({ file }) => /pydantic_settings|pydantic\/env_settings/.test(file))) {
        return missingFields(traceback);
    }
    if (name === 'UndefinedValueError')
        return capture(/^(\w+) not found\. Declare it as envvar/, message);
    if (/^Env(?:ironment)?\w*Error$/.test(name))
        return capture(/["'`]?([A-Z][A-Z0-9_]{2,})["'`]? not set/, message);
    if (/environment variable/i.test(message))
        return capture(/\b([A-Z][A-Z0-9]*_[A-Z0-9_]+|[A-Z]{4,})\b/, message);
    // `getenv` gave None, and something could not do with that.
    if (/NoneType|got None/.test(message) && /\bgetenv\(|environ\.get\(/.test(last?.source ?? '')) {
        return capture(/(?:getenv|environ\.get)\(\s*["'](\w+)["']/, last?.source ?? '');
    }
    return [];
}
/** pydantic names each field on a line of its own, and what is wrong with it on the next. */
function missingFields({ detail }) {
    return detail.flatMap((line, index) => {
        const next = detail[index + 1] ?? '';
        const field = /^([A-Za-z_][\w.]*)$/.exec(line)?.[1];
        return field !== undefined && /^\s+Field required|type=missing/.test(next)
            ? [field.replaceAll('.', '__').toUpperCase()]
            : [];
    });
}
function capture(pattern, text) {
    const found = pattern.exec(text)?.[1];
    return found === undefined ? [] : [found];
}

;// CONCATENATED MODULE: ./build/diagnoses/missing-requirement.js






const importsHttpx = application.replace('\n\n', '\n\nimport httpx\n\n');
const missingRequirement = {
    id: 'missing-requirement',
    blames: 'image',
    summary: 'the application imports a package that nothing installs in the image',
    why: "On the developer's machine the package is there, as a part of something else or from an earlier day; the image has only what the Dockerfile installs. Python then ends with ModuleNotFoundError while the server imports the application.",
    references: ['https://pip.pypa.io/en/stable/reference/requirements-file-format/'],
    moments: ['exit', 'silent', 'answer'],
    early: true,
    *recognise(symptoms) {
        const { fatal } = symptoms;
        const missing = missingModule(symptoms);
        if (fatal !== undefined && missing?.kind === 'package')
            yield missing_requirement_told(symptoms, fatal, missing.name);
    },
    examples: [
        {
            title: 'an import that requirements.txt does not know',
            dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]'),
            files: { 'requirements.txt': requirements, 'app.py': importsHttpx },
            saw: {
                exitCode: 1,
                log: importTraceback('  File "/app/app.py", line 3, in <module>', '    import httpx', "ModuleNotFoundError: No module named 'httpx'"),
            },
            place: 'app.py:3',
        },
        {
            title: 'the same with several workers: the container does not exit',
            dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000", "--workers", "2"]'),
            files: {
                'requirements.txt': requirements,
                'requirements-dev.txt': 'httpx==0.28.1\n',
                'app.py': importsHttpx,
            },
            saw: {
                log: [
                    'INFO:     Uvicorn running on http://0.0.0.0:8000 (Press CTRL+C to quit)',
                    'INFO:     Started parent process [1]',
                    ...[1, 2].flatMap((worker) => workerTraceback(worker, '  File "/app/app.py", line 3, in <module>', '    import httpx', "ModuleNotFoundError: No module named 'httpx'")),
                ],
                waitedMs: 1_000,
                ended: 'decided',
                answers: ['reset'],
            },
            place: 'app.py:3',
            fixed: 'httpx==0.28.1',
        },
        {
            title: 'a module whose package bears another name, under gunicorn',
            dockerfile: servedBy('["gunicorn", "-k", "asgi", "app:app", "-b", "0.0.0.0:8000"]'),
            files: { 'requirements.txt': requirements, 'app.py': 'import yaml\n' },
            saw: {
                exitCode: 3,
                log: [
                    '[2026-11-24 09:04:24 +0000] [1] [INFO] Listening at: http://0.0.0.0:8000 (1)',
                    '[2026-11-24 09:04:26 +0000] [6] [ERROR] Exception in worker process',
                    'Traceback (most recent call last):',
                    '  File "/usr/local/lib/python3.11/dist-packages/gunicorn/util.py", line 420, in import_app',
                    '    mod = importlib.import_module(module)',
                    '          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^',
                    '  File "<frozen importlib._bootstrap>", line 241, in _call_with_frames_removed',
                    '  File "/app/app.py", line 1, in <module>',
                    '    import yaml',
                    "ModuleNotFoundError: No module named 'yaml'",
                    "No module named 'yaml'",
                    '[2026-11-24 09:04:26 +0000] [6] [INFO] Worker exiting (pid: 6)',
                    '[2026-11-24 09:04:27 +0000] [1] [ERROR] Shutting down: Master',
                    '[2026-11-24 09:04:27 +0000] [1] [ERROR] Reason: Worker failed to boot.',
                ],
            },
            place: 'app.py:1',
        },
    ],
    confusions: [
        {
            title: 'an entrypoint told of something optional, and the server is still on its way',
            is: 'still-starting',
            dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
            files: { 'app.py': application },
            saw: {
                log: [
                    'Traceback (most recent call last):',
                    '  File "/app/app.py", line 8, in load',
                    '    import ujson',
                    "ModuleNotFoundError: No module named 'ujson'",
                ],
                waitedMs: 60_000,
                ended: 'deadline',
                answers: ['reset'],
            },
        },
        {
            title: 'a healthy application tells of an optional package, and is still on its way',
            is: 'still-starting',
            dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--workers", "2"]'),
            files: { 'app.py': application },
            saw: {
                log: [
                    'ERROR:root:ujson is not there, the slower json serves',
                    'Traceback (most recent call last):',
                    '  File "/app/app.py", line 8, in <module>',
                    '    import ujson',
                    "ModuleNotFoundError: No module named 'ujson'",
                    'INFO:     Waiting for application startup.',
                    'INFO:     Application startup complete.',
                ],
                waitedMs: 60_000,
                ended: 'deadline',
                answers: ['reset'],
            },
        },
        {
            title: 'the module is in the repository, and not where Python looks',
            is: 'import-root-wrong',
            dockerfile: servedBy('["uvicorn", "app.main:app", "--host", "0.0.0.0"]'),
            files: { 'app/main.py': 'from models import Ship\n', 'app/models.py': 'class Ship: ...\n' },
            saw: {
                exitCode: 1,
                log: importTraceback('  File "/app/app/main.py", line 1, in <module>', '    from models import Ship', "ModuleNotFoundError: No module named 'models'"),
            },
        },
    ],
};
function missing_requirement_told(symptoms, fatal, module) {
    const { facts, container, moment } = symptoms;
    const distribution = distributionOf(module);
    const own = (0,diagnoses_place/* ownPlace */.yd)(fatal, facts);
    const place = own?.location ?? (0,start/* startPlace */.Gh)(facts);
    const declared = isDeclared(facts, module)[0];
    const remedy = declared === undefined ? notListed(facts, module, distribution) : notInstalled(declared.location, distribution);
    const stops = moment === 'exit' ? 'the container exits' : moment === 'answer' ? 'it answers 500' : 'no worker starts';
    return {
        headline: headlineOf(stops, module),
        title: own === undefined
            ? `nothing installs the module \`${module}\` in the image`
            : importTitle(own.frame.source, module),
        ...remedy,
        ...(place === undefined ? {} : { location: place }),
        evidence: [...(container === undefined ? [] : (0,evidence/* exitEvidence */.wz)(container)), ...(0,evidence/* tracebackLines */.yM)(symptoms, fatal)],
        explains: ['worker-crash-loop', 'startup-failed', 'app-module-not-found', 'unhandled-exception'],
    };
}
function headlineOf(stops, module) {
    const whole = `${stops}, Python finds no module \`${module}\``;
    return whole.length <= 55 ? whole : `Python finds no module \`${module}\``;
}
/** The last own frame may call a library that imports it: SQLAlchemy, for one, imports the driver that an address names. */
function importTitle(source, module) {
    const [top = module] = module.split('.');
    const imports = source !== undefined && new RegExp(`\\b(?:import|from)\\b.*\\b${top}\\b`).test(source);
    return imports
        ? `it imports \`${module}\`, and nothing installs that in the image`
        : `what it calls imports \`${module}\`, and nothing installs that in the image`;
}
function notListed(facts, module, distribution) {
    const place = requirementPlace(facts);
    const install = facts.python.pipInstalls.at(-1);
    const called = distribution === module ? '' : ` The package that holds it is called \`${distribution}\`.`;
    if (place === undefined || install === undefined) {
        return {
            why: `Nothing in the Dockerfile installs it.${called}`,
            advice: `Add \`${distribution}\` to the project's dependencies, with a version, and lock them anew.`,
        };
    }
    const version = pinnedElsewhere(facts, distribution);
    const at = facts.dockerfile.instructions.find((instruction) => instruction === install.instruction)?.lines[0];
    const dockerfile = at === undefined ? 'The Dockerfile' : `\`${facts.dockerfile.path}:${at}\``;
    const fix = version === undefined
        ? undefined
        : { title: `Add \`${distribution}\``, safety: 'safe', edits: [place.edit(`${distribution}==${version}`)] };
    return {
        why: `${dockerfile} installs what \`${place.path}\` lists, and \`${distribution}\` is not in it.${called}`,
        advice: fix === undefined ? `Add \`${distribution}\` to \`${place.path}\`, with a version.` : 'Add it there.',
        ...(fix === undefined ? {} : { fix }),
    };
}
function notInstalled(declared, distribution) {
    return {
        why: `${(0,start/* spoken */.vg)(declared)} asks for \`${distribution}\`, and the image does not have it: that file is not installed in the stage that runs, or into another Python.`,
        advice: 'Install it in the final stage, or copy the whole environment to the path where it was made.',
    };
}

;// CONCATENATED MODULE: ./build/diagnoses/out-of-memory.js



const outOfMemory = {
    id: 'out-of-memory',
    blames: 'image',
    summary: 'the kernel kills the application because it needs more memory than it may have',
    why: 'A container that reaches its limit of memory is killed with SIGKILL, without a word in its log. Each worker loads the whole application, so their number multiplies what it needs.',
    references: ['https://docs.docker.com/engine/containers/resource_constraints/#memory'],
    moments: ['exit', 'silent'],
    early: true,
    *recognise(symptoms) {
        const { container, log, facts, moment } = symptoms;
        const killed = container?.state?.oomKilled === true && container.state.exitCode === 137;
        const told = log.filter((line) => /was sent SIGKILL! Perhaps out of memory\?/.test(line));
        if (container === undefined || (moment === 'exit' ? !killed && told.length === 0 : told.length < 2))
            return;
        const place = (0,start/* startPlace */.Gh)(facts);
        const workers = (0,start/* workersOf */.N)(facts) ?? 1;
        yield {
            headline: 'the container is killed, it is out of memory',
            title: 'the kernel kills it: it needs more memory than it may have',
            why: 'At the limit of memory the process ends with SIGKILL, without a word in its log.',
            advice: `${workers > 1 ? `Start fewer than ${workers} workers, or give` : 'Give'} it more memory: \`run-options: --memory=…\` under \`with:\`, or a larger runner.`,
            ...(place === undefined ? {} : { location: place }),
            evidence: [...(0,evidence/* exitEvidence */.wz)(container), ...(0,evidence/* logTail */.RB)(symptoms)],
            explains: ['worker-crash-loop', 'startup-failed', 'still-starting'],
        };
    },
    examples: [
        {
            title: 'killed while it loads',
            dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]'),
            files: { 'requirements.txt': requirements },
            saw: { exitCode: 137, oomKilled: true, log: [] },
            place: 'Dockerfile:7',
        },
        {
            title: 'gunicorn lives on, and its workers are killed one after the other',
            dockerfile: servedBy('["gunicorn", "-k", "asgi", "app:app", "-b", "0.0.0.0:8000"]'),
            files: { 'requirements.txt': requirements },
            saw: {
                log: [7, 9].map((pid) => `[2026-11-24 09:05:29 +0000] [1] [ERROR] Worker (pid:${pid}) was sent SIGKILL! Perhaps out of memory?`),
                listening: ['0.0.0.0:8000'],
                waitedMs: 3_000,
                ended: 'decided',
                answers: ['timeout'],
            },
            place: 'Dockerfile:7',
        },
    ],
    confusions: [
        {
            title: 'killed from outside: the kernel did not do it',
            is: 'unknown',
            dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
            saw: { exitCode: 137, log: [] },
        },
        {
            title: 'only a child was killed, and the container ended well',
            is: 'nothing-started',
            dockerfile: servedBy('["sh", "-c", "python load.py; true"]'),
            saw: { exitCode: 0, log: ['Killed'] },
        },
    ],
};

;// CONCATENATED MODULE: ./build/diagnoses/package-index-unreachable.js


/** What installers say when an index does not answer; a single retry that succeeds is no failure, so the build's end decides. */
const package_index_unreachable_signs = [
    /Retrying \(Retry\(total=\d+.*after connection broken by '(?:NewConnectionError|ConnectTimeoutError|ReadTimeoutError|ProxyError|SSLError|ProtocolError|RemoteDisconnected|ConnectionResetError)/,
    /Could not install packages due to an OSError: HTTPSConnectionPool/,
    /error sending request for url/,
    /All attempts to connect to \S+ failed/,
    /Temporary failure resolving '/,
    /Could not resolve '[\w.-]+'/,
    /(?:Could not connect to|Cannot initiate the connection to) [\w.-]+:\d+/,
    /temporary error \(try again later\)|DNS lookup error/,
    /npm (?:ERR!|error) (?:code|errno) (?:EAI_AGAIN|ENOTFOUND|ECONNREFUSED|ETIMEDOUT)/,
];
const packageIndexUnreachable = {
    id: 'package-index-unreachable',
    blames: 'setup',
    summary: 'the build cannot reach the server that packages are downloaded from',
    why: 'The name of the server is not resolved, or no connection comes about: the network of the runner, a proxy, or a private index that only an internal network knows. Nothing in the image is wrong with it; installers then end with words that sound like a wrong name.',
    references: ['https://docs.docker.com/reference/cli/docker/buildx/build/#network'],
    moments: ['build'],
    *recognise(symptoms) {
        const { log, build, facts } = symptoms;
        const lines = log.filter((line) => package_index_unreachable_signs.some((sign) => sign.test(line)));
        const [first] = lines;
        if (first === undefined || build === undefined || recovered(log))
            return;
        const place = (0,diagnoses_place/* failedPlace */.N5)(facts, build.failure.line);
        const host = /https?:\/\/([\w.:-]+)/.exec(lines.join(' '))?.[1] ??
            /(?:host=|resolving |resolve |to )'?([\w-]+(?:\.[\w-]+)+)/.exec(lines.join(' '))?.[1] ??
            /Looking in indexes: https?:\/\/([\w.:-]+)/.exec(log.join(' '))?.[1];
        yield {
            headline: 'the build cannot reach the package index',
            title: `the build cannot reach ${host === undefined ? 'the server that packages come from' : `\`${host}\``}`,
            why: 'It is not resolved, or no connection comes about; what the installer says after that follows from it.',
            advice: 'Run the job again; where the index is private, or a proxy leads to it, give the build its network (`network`) or the proxy (`build-args: HTTPS_PROXY=…`) under `with:`.',
            ...(place === undefined ? {} : { location: place }),
            evidence: (0,evidence/* buildEvidence */.KX)(symptoms, [...new Set([...lines.slice(-2), ...log.slice(-2)])]),
            explains: [
                'requirement-name-not-found',
                'requirement-version-not-found',
                'build-step-failed',
                'command-not-found',
            ],
        };
    },
    examples: [
        {
            title: 'pip, a name that is not resolved',
            dockerfile: 'FROM python:3.11-slim\nRUN pip install --no-cache-dir --index-url https://pypi.nowhere.invalid/simple fastapi\n',
            saw: {
                build: {
                    message: 'failed to solve: process "/bin/sh -c pip install --no-cache-dir --index-url https://pypi.nowhere.invalid/simple fastapi" did not complete successfully: exit code: 1',
                    line: 2,
                    step: '[2/2] RUN pip install --no-cache-dir --index-url https://pypi.nowhere.invalid/simple fastapi',
                    exitCode: 1,
                    log: [
                        'Looking in indexes: https://pypi.nowhere.invalid/simple',
                        "WARNING: Retrying (Retry(total=0, connect=None, read=None, redirect=None, status=None)) after connection broken by 'NewConnectionError('<pip._vendor.urllib3.connection.HTTPSConnection object at 0x7f9afce0c210>: Failed to establish a new connection: [Errno -2] Name or service not known')': /simple/fastapi/",
                        'ERROR: Could not find a version that satisfies the requirement fastapi (from versions: none)',
                        'ERROR: No matching distribution found for fastapi',
                    ],
                },
            },
            place: 'Dockerfile:2',
        },
        {
            title: 'uv, a certificate that nobody knows',
            dockerfile: 'FROM python:3.11-slim\nRUN pip install --no-cache-dir uv\nRUN uv pip install --system fastapi\n',
            saw: {
                build: {
                    message: 'failed to solve: process "/bin/sh -c uv pip install --system fastapi" did not complete successfully: exit code: 2',
                    line: 3,
                    step: '[3/3] RUN uv pip install --system fastapi',
                    exitCode: 2,
                    log: [
                        'error: Failed to fetch: https://pypi.org/simple/fastapi/',
                        '  cause: error sending request for url (https://pypi.org/simple/fastapi/)',
                        '  cause: client error (Connect)',
                        '  cause: invalid peer certificate: UnknownIssuer',
                    ],
                },
            },
            place: 'Dockerfile:3',
        },
    ],
    confusions: [
        {
            title: 'one retry, and then an answer: the name is wrong',
            is: 'requirement-version-not-found',
            dockerfile: 'FROM python:3.11-slim\nRUN pip install --no-cache-dir fastapi==99\n',
            saw: {
                build: {
                    message: 'failed to solve: process "/bin/sh -c pip install --no-cache-dir fastapi==99" did not complete successfully: exit code: 1',
                    line: 2,
                    step: '[2/2] RUN pip install --no-cache-dir fastapi==99',
                    exitCode: 1,
                    log: [
                        "WARNING: Retrying (Retry(total=4, connect=None, read=None, redirect=None, status=None)) after connection broken by 'ReadTimeoutError(…)': /simple/fastapi/",
                        'ERROR: Could not find a version that satisfies the requirement fastapi==99 (from versions: 0.164.0, 0.165.0)',
                        'ERROR: No matching distribution found for fastapi==99',
                    ],
                },
            },
        },
    ],
};
/** The index answered in the end: it told its versions, or something else failed afterwards. */
function recovered(log) {
    const last = log.findLastIndex((line) => package_index_unreachable_signs.some((sign) => sign.test(line)));
    return log
        .slice(last + 1)
        .some((line) => /from versions: (?!none)|^Successfully installed|^\s+Downloading \S+\.(?:whl|tar)|Building wheel/.test(line));
}

// EXTERNAL MODULE: ./build/facts/exposed-ports.js
var exposed_ports = __webpack_require__(6881);
;// CONCATENATED MODULE: ./build/diagnoses/port-mismatch.js







/** How long it has to listen there, and nowhere else that would do, by how surely that port is the server's. */
const port_mismatch_stableMs = { named: 1_000, announced: 2_500 };
const portMismatch = {
    id: 'port-mismatch',
    blames: 'image',
    summary: 'the server listens on another port than the one that is published',
    why: 'Docker forwards a published port to the same number inside the container. Where the server listens on another one, connections end in nothing; EXPOSE is a promise to readers and tools, and opens no port.',
    references: [
        'https://docs.docker.com/reference/dockerfile/#expose',
        'https://docs.docker.com/engine/network/port-publishing/',
    ],
    moments: ['silent'],
    early: true,
    *recognise(symptoms) {
        const { container } = symptoms;
        if (container === undefined)
            return;
        const socket = otherSocket(symptoms, container);
        if (socket !== undefined)
            yield findingAt(symptoms, container, socket.port);
    },
    examples: [
        {
            title: 'uvicorn listens on 9000 while EXPOSE promises 8000',
            dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "9000"]'),
            files: { 'requirements.txt': requirements, 'app.py': application },
            saw: {
                log: [
                    'INFO:     Started server process [1]',
                    'INFO:     Waiting for application startup.',
                    'INFO:     Application startup complete.',
                    'INFO:     Uvicorn running on http://0.0.0.0:9000 (Press CTRL+C to quit)',
                ],
                listening: ['0.0.0.0:9000'],
                waitedMs: 2_100,
                ended: 'decided',
                answers: ['reset'],
            },
            place: 'Dockerfile:7',
            fixed: 'EXPOSE 9000',
        },
        {
            title: 'the application starts the server itself, on 9000',
            dockerfile: servedBy('["python", "server.py"]'),
            files: {
                'requirements.txt': requirements,
                'app.py': application,
                'server.py': 'import uvicorn\n\nif __name__ == "__main__":\n    uvicorn.run("app:app", host="0.0.0.0", port=9000)\n',
            },
            saw: {
                log: ['INFO:     Uvicorn running on http://0.0.0.0:9000 (Press CTRL+C to quit)'],
                listening: ['0.0.0.0:9000'],
                waitedMs: 3_700,
                ended: 'decided',
                answers: ['reset'],
            },
            place: 'server.py:4',
            fixed: 'EXPOSE 9000',
        },
        {
            title: 'a server of its own that says nothing',
            dockerfile: servedBy('["./serve"]'),
            saw: { listening: ['0.0.0.0:3000'], waitedMs: 12_000, ended: 'decided', answers: ['reset'] },
            place: 'Dockerfile:7',
            fixed: 'EXPOSE 3000',
        },
    ],
    confusions: [
        {
            title: 'a healthy application opens the port of its metrics first',
            is: 'still-starting',
            dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]'),
            saw: {
                log: ['INFO:     Started server process [1]', 'INFO:     Waiting for application startup.'],
                listening: ['0.0.0.0:9000'],
                waitedMs: 60_000,
                ended: 'deadline',
                answers: ['reset'],
            },
        },
        {
            title: 'it says that the metrics are there, and is not up yet itself',
            is: 'unknown',
            dockerfile: servedBy('["./serve"]'),
            saw: {
                log: ['prometheus metrics server listening on 0.0.0.0:9000'],
                listening: ['0.0.0.0:9000'],
                waitedMs: 5_000,
                lastLineAtMs: 4_000,
                ended: 'deadline',
                answers: ['reset'],
            },
        },
    ],
};
function otherSocket({ facts, log }, container) {
    const { port } = container;
    const isAt = (wanted) => (listening) => listening.some((socket) => (0,diagnoses_listening/* isTcp */.ER)(socket) && socket.port === wanted && (0,diagnoses_listening/* isReachable */.kj)(socket)) &&
        !listening.some((socket) => (0,diagnoses_listening/* isTcp */.ER)(socket) && socket.port === port);
    const others = (0,diagnoses_listening/* current */.ss)(container).filter((socket) => (0,diagnoses_listening/* isTcp */.ER)(socket) && (0,diagnoses_listening/* isReachable */.kj)(socket) && socket.port !== port);
    const named = (0,start/* namedPorts */.ku)(facts);
    // A command line that names the asked port will listen there in the end, whatever it opens before.
    if (named.has(port))
        return undefined;
    return others.find((socket) => {
        const held = (0,diagnoses_listening/* heldFor */.x8)(container, isAt(socket.port));
        const announced = announcementOf(log, socket.port) !== undefined;
        if (named.has(socket.port) || (announced && (0,start/* serverOf */.FN)(facts) !== undefined))
            return held >= port_mismatch_stableMs.named;
        if (announced)
            return held >= port_mismatch_stableMs.announced;
        return (0,diagnoses_listening/* nothingChanges */.$y)(container, held);
    });
}
function findingAt(symptoms, container, port) {
    const { facts } = symptoms;
    const server = (0,start/* serverName */.L5)(symptoms);
    const asked = container.port;
    const place = portPlace(facts, port);
    const fix = exposeFix(facts, asked, port);
    const promise = (0,exposed_ports/* exposes */._)(facts.exposed, asked) ? `EXPOSE promises ${asked}` : `${asked} is published`;
    return {
        headline: `${server} listens on port ${port}, ${promise}`,
        title: `${server} listens on port ${port}, and port ${asked} is asked`,
        why: `Docker forwards to port ${asked} of the container, where nothing listens.`,
        advice: `Let ${server} listen on ${asked}, or ${fix === undefined ? `publish ${port}` : `write \`EXPOSE ${port}\``}.`,
        ...(place === undefined ? {} : { location: place }),
        evidence: [...(0,evidence/* socketEvidence */.xY)(container), ...(0,evidence/* exchangeEvidence */.h8)(container), ...(0,evidence/* logTail */.RB)(symptoms, 6)],
        ...(fix === undefined ? {} : { fix }),
    };
}
/** Where the server is told that port: on its command line, in a variable, in Python. */
function portPlace(facts, port) {
    for (const address of (0,start/* tcpAddresses */.Yh)(facts)) {
        if (address.port.kind === 'given' && address.port.value === port)
            return address.port.source.location;
        if (address.port.kind === 'unknown' && address.port.source !== undefined)
            return address.port.source.location;
    }
    const call = (0,start/* serverOf */.FN)(facts) === undefined ? findCallArgument(facts, 'port', (value) => Number(value) === port) : undefined;
    return call?.location ?? (0,start/* startPlace */.Gh)(facts);
}
/** Where nobody published anything on purpose, the port that EXPOSE names is the one that is asked. */
function exposeFix(facts, asked, port) {
    if (facts.publish !== undefined || (0,exposed_ports/* exposes */._)(facts.exposed, port))
        return undefined;
    const wrong = facts.exposed.ports.find(({ first, last, protocol }) => first === asked && last === asked && protocol === 'tcp');
    if (wrong?.number === undefined)
        return undefined;
    return { title: `Expose port ${port}`, safety: 'safe', edits: [{ location: wrong.number, text: `${port}` }] };
}

// EXTERNAL MODULE: ./build/diagnoses/failed-exchange.js
var failed_exchange = __webpack_require__(8143);
// EXTERNAL MODULE: ./build/diagnoses/outcome.js
var outcome = __webpack_require__(9518);
;// CONCATENATED MODULE: ./build/diagnoses/probe-failed.js




const probeFailed = {
    id: 'probe-failed',
    blames: 'image',
    summary: 'a probe is not answered as it should be',
    why: 'The server is up, and one of the questions that the trial asks is answered in another way than was promised. Without a probe of its own a trial asks `GET /`, which any answer below 500 passes.',
    references: [],
    moments: ['answer'],
    general: true,
    *recognise(symptoms) {
        const { container } = symptoms;
        const failed = (0,failed_exchange/* failedExchanges */.k)(container);
        const [first] = failed;
        if (first === undefined || container === undefined)
            return;
        const asked = (first.probe ?? first.request).replaceAll('`', "'");
        const answer = (0,outcome/* describe */.q)(first.outcome).replace(/^answered /, '');
        const more = failed.length === 1 ? '' : `, and ${failed.length - 1} more`;
        const headline = `\`${asked}\`: ${answer}${more}`;
        yield {
            headline: headline.length <= 55 ? headline : 'a probe is not answered as it should be',
            title: `the probe \`${asked.length > 50 ? `${asked.slice(0, 49)}…` : asked}\` is not answered as it should be`,
            why: first.outcome.kind === 'answered' ? `The answer is ${answer}.` : `There is no answer: ${answer}.`,
            advice: 'Correct what the application answers, or what the probe expects.',
            evidence: [...(0,evidence/* exchangeEvidence */.h8)({ ...container, exchanges: failed }), ...(0,evidence/* logTail */.RB)(symptoms, 6)],
        };
    },
    examples: [
        {
            title: 'the path is not there',
            dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]'),
            files: { 'requirements.txt': requirements },
            saw: {
                log: ['INFO:     172.17.0.1:60680 - "GET /health HTTP/1.1" 404 Not Found'],
                listening: ['0.0.0.0:8000'],
                ended: 'ready',
                answers: ['/health 404'],
            },
        },
    ],
    confusions: [
        {
            title: 'every probe passes',
            is: undefined,
            dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
            saw: { listening: ['0.0.0.0:8000'], ended: 'ready', answers: ['200'] },
        },
    ],
};

;// CONCATENATED MODULE: ./build/diagnoses/registry-unreachable.js



const registryUnreachable = {
    id: 'registry-unreachable',
    blames: 'setup',
    summary: 'the registry that the base image comes from does not answer',
    why: 'Its name is not resolved, or no connection comes about: the network of the runner, a proxy, a certificate, or trouble of the registry. A wrong image name would be answered, so nothing is known against the Dockerfile.',
    references: ['https://docs.docker.com/engine/daemon/proxy/'],
    moments: ['build', 'create'],
    *recognise(symptoms) {
        const { build, container, facts } = symptoms;
        const pull = failedPull(symptoms);
        if (pull?.kind !== 'unreachable')
            return;
        const place = (0,diagnoses_place/* failedPlace */.N5)(facts, build?.failure.line);
        yield {
            headline: 'the registry of the base image does not answer',
            title: `${pull.host === undefined ? 'the registry of the base image' : `the registry \`${pull.host}\``} does not answer`,
            why: 'So the base image cannot be pulled. A wrong name would be answered: this is the network, a proxy, a certificate, or the registry itself.',
            advice: 'Run the job again; where the runner reaches the registry through a proxy or a mirror, set that up for its engine.',
            ...(place === undefined ? {} : { location: place }),
            evidence: build === undefined
                ? container === undefined
                    ? []
                    : (0,evidence/* exitEvidence */.wz)(container)
                : (0,evidence/* buildEvidence */.KX)(symptoms, [pull.line]),
            explains: ['base-image-not-found', 'build-step-failed'],
        };
    },
    examples: [
        {
            title: 'the name of the registry is not resolved',
            dockerfile: 'FROM python:3.11-slimm\nCMD ["python"]\n',
            saw: {
                build: {
                    message: 'failed to solve: python:3.11-slimm: failed to resolve source metadata for docker.io/library/python:3.11-slimm: failed to do request: Head "https://registry-1.docker.io/v2/library/python/manifests/3.11-slimm": dial tcp: lookup registry-1.docker.io on 10.255.255.53:53: no such host',
                    line: 1,
                    step: '[internal] load metadata for docker.io/library/python:3.11-slimm',
                },
            },
            place: 'Dockerfile:1',
        },
    ],
    confusions: [
        {
            title: 'the registry answers that it has no such tag',
            is: 'base-image-not-found',
            dockerfile: 'FROM python:3.11-slimm\n',
            saw: {
                build: {
                    message: 'failed to solve: python:3.11-slimm: failed to resolve source metadata for docker.io/library/python:3.11-slimm: docker.io/library/python:3.11-slimm: not found',
                    line: 1,
                    step: '[internal] load metadata for docker.io/library/python:3.11-slimm',
                },
            },
        },
    ],
};

;// CONCATENATED MODULE: ./build/diagnoses/missing-distribution.js


function missingDistribution(log) {
    // pip asks for other Pythons' versions before it gives up: then the version exists, and Python is the matter.
    for (const line of log) {
        const found = pipSays(line) ?? uvSays(line) ?? poetrySays(line);
        if (found === undefined)
            continue;
        if (log.some((each) => isOtherPython(each, found.requirement)))
            return undefined;
        const more = log.filter((each) => /No matching distribution found for/.test(each));
        return { ...found, lines: [line.trim(), ...more.map((each) => each.trim())] };
    }
    return undefined;
}
/** Where the requirement is asked for: a line of a requirements file or of pyproject.toml, a word of the RUN; else the RUN. */
function requirementLocation(facts, build, { name, requirement }) {
    const declared = facts.python.declared(name);
    const same = declared.find(({ specifier }) => specifier !== '' && missing_distribution_compact(requirement).includes(missing_distribution_compact(specifier)));
    return (same ?? declared[0])?.location ?? (0,diagnoses_place/* failedPlace */.N5)(facts, build?.failure.line);
}
function pipSays(line) {
    const match = /Could not find a version that satisfies the requirement (?<requirement>\S[^(]*)\((?:from (?!versions)[^)]*\) \()?from versions: (?<versions>[^)]*)/.exec(line);
    const { versions = '' } = match?.groups ?? {};
    const requirement = match?.groups?.['requirement']?.trim();
    if (requirement === undefined)
        return undefined;
    const nothing = versions.trim() === 'none';
    return {
        requirement,
        name: nameOf(requirement),
        nothing,
        ...(nothing ? {} : { versions: versions.split(',').map((version) => version.trim()) }),
    };
}
function uvSays(line) {
    const end = line.search(/ was not found in the (?:package registry|provided package locations)/);
    const absent = end < 0 ? undefined : line.slice(0, end).split(' ').at(-1);
    if (absent !== undefined)
        return { requirement: absent, name: absent, nothing: true };
    const requirement = /there (?:is no version|are no versions) of (?<requirement>[\w.[\]-]+(?:[=<>!~]=?[\w.*,<>=!~]+)?)/.exec(line)
        ?.groups?.['requirement'];
    return requirement === undefined ? undefined : { requirement, name: nameOf(requirement), nothing: false };
}
/** Poetry says the same of a name that nobody has and of a version that is not there. */
function poetrySays(line) {
    const { name, version } = /depends on (?<name>[\w.-]+) \((?<version>[^)]+)\) which doesn't match any versions/.exec(line)?.groups ?? {};
    if (name === undefined || version === undefined)
        return undefined;
    return { requirement: /^\d/.test(version) ? `${name}==${version}` : `${name}${version}`, name, nothing: false };
}
function isOtherPython(line, requirement) {
    if (!/Ignored the following (?:yanked )?versions? that require a different python version/i.test(line))
        return false;
    const wanted = /==\s*([\w.]+)/.exec(requirement)?.[1];
    return (wanted === undefined ||
        new RegExp(`(?:^|[\\s:;])${wanted.replaceAll('.', String.raw `\.`)}\\s+Requires-Python`).test(line));
}
function nameOf(requirement) {
    return (0,facts_requirements/* normalizedName */.j8)(/^[\w.-]+/.exec(requirement)?.[0] ?? requirement);
}
function missing_distribution_compact(text) {
    return text.replaceAll(/\s+/g, '');
}

;// CONCATENATED MODULE: ./build/diagnoses/requirement-name-not-found.js





/** Packages that web projects ask for most: what a misspelt name may have meant. */
const known = [
    'aiofiles',
    'aiohttp',
    'alembic',
    'asyncpg',
    'bcrypt',
    'beautifulsoup4',
    'boto3',
    'celery',
    'cryptography',
    'django',
    'email-validator',
    'fastapi',
    'flask',
    'granian',
    'gunicorn',
    'httpx',
    'hypercorn',
    'jinja2',
    'numpy',
    'openai',
    'pandas',
    'passlib',
    'pillow',
    'psycopg',
    'psycopg2-binary',
    'pydantic',
    'pydantic-settings',
    'pyjwt',
    'pymongo',
    'pytest',
    'python-dotenv',
    'python-jose',
    'python-multipart',
    'pyyaml',
    'redis',
    'requests',
    'scikit-learn',
    'sentry-sdk',
    'sqlalchemy',
    'sqlmodel',
    'starlette',
    'tenacity',
    'uvicorn',
    'uvloop',
];
const requirementNameNotFound = {
    id: 'requirement-name-not-found',
    blames: 'image',
    summary: 'a package is required that the package index does not know',
    why: 'The index has nothing of that name for this Python and this platform: the name is misspelt, it is the name of a module and not of its package, or the package lies in an index of its own.',
    references: ['https://pip.pypa.io/en/stable/reference/requirement-specifiers/'],
    moments: ['build'],
    *recognise(symptoms) {
        const { log, facts, build } = symptoms;
        const missing = missingDistribution(log);
        if (missing?.nothing !== true)
            return;
        const { name } = missing;
        const place = requirementLocation(facts, build, missing);
        const headline = `the build stops, no package \`${name}\` exists`;
        yield {
            headline: headline.length <= 55 ? headline : 'the build stops, a required package does not exist',
            title: `the index has no package \`${name}\``,
            why: 'It has nothing of that name for this Python and platform.',
            advice: requirement_name_not_found_adviceFor(name, facts),
            ...(place === undefined ? {} : { location: place }),
            evidence: (0,evidence/* buildEvidence */.KX)(symptoms, missing.lines),
            explains: ['build-step-failed'],
        };
    },
    examples: [
        {
            title: 'pip, a name that nobody has published',
            dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
            files: { 'requirements.txt': 'uvicorn==0.54.0\nfastapi-that-nobody-has-published==1.0.0\n' },
            saw: {
                build: {
                    message: 'failed to solve: process "/bin/sh -c pip install --no-cache-dir -r requirements.txt" did not complete successfully: exit code: 1',
                    line: 4,
                    step: '[4/5] RUN pip install --no-cache-dir -r requirements.txt',
                    exitCode: 1,
                    log: [
                        'Collecting uvicorn==0.54.0',
                        'ERROR: Could not find a version that satisfies the requirement fastapi-that-nobody-has-published==1.0.0 (from versions: none)',
                        'ERROR: No matching distribution found for fastapi-that-nobody-has-published==1.0.0',
                    ],
                },
            },
            place: 'requirements.txt:2',
        },
        {
            title: 'uv',
            dockerfile: 'FROM python:3.11-slim\nRUN pip install --no-cache-dir uv\nRUN uv pip install --system fastapi-that-nobody-has-published==1.0\n',
            saw: {
                build: {
                    message: 'failed to solve: process "/bin/sh -c uv pip install --system fastapi-that-nobody-has-published==1.0" did not complete successfully: exit code: 1',
                    line: 3,
                    step: '[3/3] RUN uv pip install --system fastapi-that-nobody-has-published==1.0',
                    exitCode: 1,
                    log: [
                        'error: No solution found when resolving dependencies',
                        '  cause: Because fastapi-that-nobody-has-published was not found in the package registry and you require fastapi-that-nobody-has-published==1.0, we can conclude that your requirements are unsatisfiable.',
                    ],
                },
            },
            place: 'Dockerfile:3',
        },
    ],
    confusions: [
        {
            title: 'the index cannot be reached: pip then says the same',
            is: 'package-index-unreachable',
            dockerfile: 'FROM python:3.11-slim\nRUN pip install --no-cache-dir fastapi\n',
            saw: {
                build: {
                    message: 'failed to solve: process "/bin/sh -c pip install --no-cache-dir fastapi" did not complete successfully: exit code: 1',
                    line: 2,
                    step: '[2/2] RUN pip install --no-cache-dir fastapi',
                    exitCode: 1,
                    log: [
                        "WARNING: Retrying (Retry(total=0, connect=None, read=None, redirect=None, status=None)) after connection broken by 'NewConnectionError('<pip._vendor.urllib3.connection.HTTPSConnection object at 0x7f9afce0c210>: Failed to establish a new connection: [Errno -2] Name or service not known')': /simple/fastapi/",
                        'ERROR: Could not find a version that satisfies the requirement fastapi (from versions: none)',
                        'ERROR: No matching distribution found for fastapi',
                    ],
                },
            },
        },
    ],
};
function requirement_name_not_found_adviceFor(name, facts) {
    const other = distributionOf(name);
    if (other.toLowerCase() !== name)
        return `Ask for \`${other}\`: that package holds the module \`${name}\`.`;
    const near = nearest(name, [...known, ...(facts.python.pyproject?.dependencies.map((each) => each.name) ?? [])]);
    if (near !== undefined)
        return `Correct the name: there is a \`${near}\`.`;
    if (/^(?:pywin32|pywinpty|win32|wmi)/.test(name))
        return "Leave it out of the image, by a marker such as `; sys_platform == 'win32'`.";
    return 'Correct the name; where the package lies in an index of its own, name that with `--index-url` and give its password as a build secret.';
}

;// CONCATENATED MODULE: ./build/diagnoses/requirement-version-not-found.js






const pipStep = '[4/5] RUN pip install --no-cache-dir -r requirements.txt';
const pipFailed = 'failed to solve: process "/bin/sh -c pip install --no-cache-dir -r requirements.txt" did not complete successfully: exit code: 1';
const requirementVersionNotFound = {
    id: 'requirement-version-not-found',
    blames: 'image',
    summary: 'a version is required that the package index does not offer',
    why: 'The installer found the package and not the version: it was never released, was withdrawn, or is not there for this Python. The build ends, and no image is made.',
    references: ['https://pip.pypa.io/en/stable/reference/requirement-specifiers/'],
    moments: ['build'],
    *recognise(symptoms) {
        const { log, facts, build } = symptoms;
        const missing = missingDistribution(log);
        if (missing === undefined || missing.nothing)
            return;
        const { requirement, name, versions } = missing;
        const place = requirementLocation(facts, build, missing);
        const newest = versions?.findLast((version) => /^[\d.]+$/.test(version));
        const python = pythonVersion(facts);
        const tool = /poetry/.test(build?.failure.step ?? '')
            ? 'poetry'
            : /\buv\b/.test(build?.failure.step ?? '')
                ? 'uv'
                : 'pip';
        const step = (0,diagnoses_place/* failedPlace */.N5)(facts, build?.failure.line);
        const headline = `the build stops, \`${requirement}\` does not exist`;
        yield {
            headline: headline.length <= 55 ? headline : `the build stops, \`${name}\` has no such version`,
            title: `${tool} finds no version \`${requirement}\``,
            why: newest === undefined
                ? 'The index has no such version.'
                : `${python === undefined ? 'The' : `For Python ${python} the`} index offers up to ${newest}.`,
            advice: newest === undefined
                ? `Ask for a version of \`${name}\` that exists.`
                : `Ask for one that exists, or for a range such as \`${name}${rangeOf(newest)}\`.`,
            ...(place === undefined ? {} : { location: place }),
            evidence: [
                ...(0,evidence/* buildEvidence */.KX)(symptoms, missing.lines),
                ...(step === undefined || place === undefined || (0,start/* spoken */.vg)(step) === (0,start/* spoken */.vg)(place)
                    ? []
                    : [{ kind: 'source', location: step, note: 'the step that installs it' }]),
            ],
            explains: ['build-step-failed'],
        };
    },
    examples: [
        {
            title: 'pip, a version that was never released',
            dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
            files: { 'requirements.txt': 'fastapi==0.999.0\nuvicorn==0.54.0\n' },
            saw: {
                build: {
                    message: pipFailed,
                    line: 4,
                    step: pipStep,
                    exitCode: 1,
                    log: [
                        'ERROR: Could not find a version that satisfies the requirement fastapi==0.999.0 (from versions: 0.1.0, 0.1.2, 0.164.0, 0.165.0)',
                        'ERROR: No matching distribution found for fastapi==0.999.0',
                    ],
                },
            },
            place: 'requirements.txt:1',
        },
        {
            title: 'through a file that another one includes',
            dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]').replace('COPY requirements.txt', 'COPY *.txt'),
            files: { 'requirements.txt': '-r more.txt\n', 'more.txt': 'httpx\n  # why\nuvicorn>=99\n' },
            saw: {
                build: {
                    message: pipFailed,
                    line: 4,
                    step: pipStep,
                    exitCode: 1,
                    log: [
                        'Collecting httpx',
                        '  Downloading httpx-0.28.1-py3-none-any.whl (73 kB)',
                        'ERROR: Could not find a version that satisfies the requirement uvicorn>=99 (from versions: 0.0.1, 0.53.0, 0.54.0)',
                        'ERROR: No matching distribution found for uvicorn>=99',
                    ],
                },
            },
            place: 'more.txt:3',
        },
        {
            title: 'uv',
            dockerfile: 'FROM python:3.11-slim\nRUN pip install --no-cache-dir uv\nRUN uv pip install --system fastapi==0.0.99\n',
            saw: {
                build: {
                    message: 'failed to solve: process "/bin/sh -c uv pip install --system fastapi==0.0.99" did not complete successfully: exit code: 1',
                    line: 3,
                    step: '[3/3] RUN uv pip install --system fastapi==0.0.99',
                    exitCode: 1,
                    log: [
                        'Using Python 3.11.2 environment at: /usr',
                        'error: No solution found when resolving dependencies',
                        '  cause: Because there is no version of fastapi==0.0.99 and you require fastapi==0.0.99, we can conclude that your requirements are unsatisfiable.',
                    ],
                },
            },
            place: 'Dockerfile:3',
        },
        {
            title: 'poetry',
            dockerfile: 'FROM python:3.11-slim\nWORKDIR /app\nCOPY pyproject.toml .\nRUN poetry install --no-root\n',
            files: { 'pyproject.toml': '[project]\nname = "ships"\nversion = "1"\ndependencies = ["fastapi==0.999.0"]\n' },
            saw: {
                build: {
                    message: 'failed to solve: process "/bin/sh -c poetry install --no-root" did not complete successfully: exit code: 1',
                    line: 4,
                    step: '[4/4] RUN poetry install --no-root',
                    exitCode: 1,
                    log: [
                        'Resolving dependencies...',
                        '',
                        "Because ships depends on fastapi (0.999.0) which doesn't match any versions, version solving failed.",
                    ],
                },
            },
            place: 'pyproject.toml:4',
        },
    ],
    confusions: [
        {
            title: 'the version exists, for another Python',
            is: 'build-step-failed',
            dockerfile: servedBy('["uvicorn", "app:app"]'),
            files: { 'requirements.txt': 'ships==0.2.1\n' },
            saw: {
                build: {
                    message: pipFailed,
                    line: 4,
                    step: pipStep,
                    exitCode: 1,
                    log: [
                        'ERROR: Ignored the following versions that require a different python version: 0.2.1 Requires-Python >=3.13',
                        'ERROR: Could not find a version that satisfies the requirement ships==0.2.1 (from versions: 0.1.0, 0.2.0)',
                        'ERROR: No matching distribution found for ships==0.2.1',
                    ],
                },
            },
        },
    ],
};
/** Around the newest version: what it is compatible with. */
function rangeOf(version) {
    const [major = '0', minor] = version.split('.');
    if (minor === undefined)
        return `>=${major},<${Number(major) + 1}`;
    return major === '0' ? `>=0.${minor},<0.${Number(minor) + 1}` : `>=${major}.${minor},<${Number(major) + 1}`;
}

;// CONCATENATED MODULE: ./build/diagnoses/server-not-installed.js






const serverNotInstalled = {
    id: 'server-not-installed',
    blames: 'image',
    summary: 'the image does not have the server that its command starts',
    why: 'FastAPI and Starlette do not bring a server with them. uvicorn, gunicorn and their like are packages of their own: they must be installed, in the environment that is on PATH when the container starts.',
    references: ['https://fastapi.tiangolo.com/deployment/manually/'],
    moments: ['create', 'exit'],
    *recognise(symptoms) {
        const missing = missingProgram(symptoms);
        if (missing === undefined || !isServer(missing.program, symptoms))
            return;
        yield server_not_installed_told(symptoms, missing.program);
    },
    examples: [
        {
            title: 'uvicorn is not among the requirements',
            dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]'),
            files: { 'requirements.txt': 'fastapi==0.165.0\n', 'app.py': application },
            saw: {
                create: {
                    exitCode: 127,
                    stderr: 'docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: exec: "uvicorn": executable file not found in $PATH\n\nRun \'docker run --help\' for more information',
                },
                ended: 'not-started',
            },
            place: 'requirements.txt:1',
        },
        {
            title: 'the same through a shell',
            dockerfile: servedBy('uvicorn app:app --host 0.0.0.0'),
            files: { 'requirements.txt': 'fastapi==0.165.0\n', 'app.py': application },
            saw: { exitCode: 127, log: ['/bin/sh: 1: uvicorn: not found'] },
            place: 'requirements.txt:1',
        },
        {
            title: 'the same as a module; a file for development pins it',
            dockerfile: servedBy('["python", "-m", "uvicorn", "app:app", "--host", "0.0.0.0"]'),
            files: {
                'requirements.txt': 'fastapi==0.165.0\n',
                'requirements-dev.txt': 'uvicorn==0.54.0\n',
                'app.py': application,
            },
            saw: { exitCode: 1, log: ['/usr/local/bin/python: No module named uvicorn'] },
            place: 'requirements.txt:1',
            fixed: 'uvicorn==0.54.0',
        },
    ],
    confusions: [
        {
            title: 'another program than a server is missing',
            is: 'command-not-found',
            dockerfile: servedBy('["./serve"]'),
            saw: {
                create: {
                    exitCode: 127,
                    stderr: 'docker: Error response from daemon: … exec: "honcho": executable file not found in $PATH',
                },
                ended: 'not-started',
            },
        },
        {
            title: 'the application itself imports uvicorn, and nothing installs it',
            is: 'missing-requirement',
            dockerfile: servedBy('["python", "app.py"]'),
            files: { 'requirements.txt': 'fastapi==0.165.0\n', 'app.py': 'import uvicorn\n' },
            saw: {
                exitCode: 1,
                log: [
                    'Traceback (most recent call last):',
                    '  File "/app/app.py", line 1, in <module>',
                    '    import uvicorn',
                    "ModuleNotFoundError: No module named 'uvicorn'",
                ],
            },
        },
    ],
};
function isServer(program, { facts }) {
    const name = program.slice(program.lastIndexOf('/') + 1);
    return ((0,servers/* isServerProgram */.UC)(name) ||
        ['daphne', 'waitress-serve', 'waitress'].includes(name) ||
        name === (0,start/* serverOf */.FN)(facts)?.program.text);
}
function server_not_installed_told(symptoms, program) {
    const { facts, container } = symptoms;
    const name = program.slice(program.lastIndexOf('/') + 1);
    const distribution = name === 'fastapi' ? 'fastapi-cli' : name;
    const declared = isDeclared(facts, distribution)[0];
    const remedy = declared === undefined
        ? server_not_installed_notListed(facts, distribution)
        : {
            why: `${(0,start/* spoken */.vg)(declared.location)} asks for it, so it is installed where the start does not look: in another stage, in an environment that is not on PATH, or not at all.`,
            advice: 'Install it in the final stage, or put the environment that has it on PATH: `ENV PATH=/opt/venv/bin:$PATH`.',
            location: (0,start/* startPlace */.Gh)(facts),
        };
    const { location = (0,start/* startPlace */.Gh)(facts), ...words } = remedy;
    return {
        headline: `the image has no \`${name}\``,
        title: `the command starts \`${name}\`, and the image does not have it`,
        ...words,
        ...(location === undefined ? {} : { location }),
        evidence: [...(container === undefined ? [] : (0,evidence/* exitEvidence */.wz)(container)), ...(0,evidence/* logTail */.RB)(symptoms, 4)],
        explains: ['command-not-found', 'app-module-not-found', 'missing-requirement'],
    };
}
function server_not_installed_notListed(facts, distribution) {
    const place = requirementPlace(facts);
    if (place === undefined) {
        return {
            why: 'Nothing in the Dockerfile installs it.',
            advice: `Add \`${distribution}\` to the project's dependencies, with a version.`,
        };
    }
    const version = pinnedElsewhere(facts, distribution);
    return {
        why: `The Dockerfile installs what \`${place.path}\` lists, and \`${distribution}\` is not in it.`,
        advice: version === undefined ? `Add \`${distribution}\` to it, with a version.` : 'Add it there.',
        location: place.location,
        ...(version === undefined
            ? {}
            : {
                fix: { title: `Add \`${distribution}\``, safety: 'safe', edits: [place.edit(`${distribution}==${version}`)] },
            }),
    };
}

;// CONCATENATED MODULE: ./build/diagnoses/startup-failed.js





/** The server gave up because the application's own start did. */
const gaveUp = /Application startup failed\. Exiting\.|ASGI lifespan startup failed|Lifespan failure in startup/;
const lifespan = [
    'from contextlib import asynccontextmanager',
    '',
    'from fastapi import FastAPI',
    '',
    '',
    '@asynccontextmanager',
    'async def lifespan(app):',
    '    raise RuntimeError("the register of ships is empty")',
    '    yield',
    '',
    '',
    'app = FastAPI(lifespan=lifespan)',
    '',
].join('\n');
const startupFailed = {
    id: 'startup-failed',
    blames: 'image',
    summary: 'the application raises an exception while it starts, so it never answers',
    why: 'The server imports the application and runs its lifespan before it accepts connections. An exception there ends the server, and with it the container.',
    references: ['https://fastapi.tiangolo.com/advanced/events/'],
    moments: ['exit', 'silent'],
    early: true,
    general: true,
    *recognise(symptoms) {
        const { log, container, facts, moment } = symptoms;
        const fatal = symptoms.fatal === undefined ? undefined : (0,diagnoses_traceback/* innermost */.OI)(symptoms.fatal);
        const ended = log.some((line) => gaveUp.test(line));
        if (!symptoms.gaveUp || (moment === 'silent' && !ended))
            return;
        // A server that was called in a wrong way, or an application that says why it ends, is another matter.
        if (fatal === undefined && !ended)
            return;
        const own = fatal === undefined ? undefined : (0,diagnoses_place/* ownPlace */.yd)(fatal, facts);
        const place = own?.location ?? (0,start/* startPlace */.Gh)(facts);
        const name = fatal === undefined ? 'an error' : `\`${(0,diagnoses_traceback/* shortName */.EU)(fatal)}\``;
        const where = own === undefined ? '' : ` at ${(0,start/* spoken */.vg)(own.location)}`;
        const headline = `the application fails to start: ${name}${where}`;
        yield {
            headline: headline.length <= 55 ? headline : `the application fails to start: ${name}`.slice(0, 55),
            title: fatal === undefined
                ? 'the application fails while it starts'
                : `the start ends with \`${clipped((0,diagnoses_traceback/* headlineOf */.gD)(fatal))}\``,
            why: 'The server waits for the import and the lifespan of the application before it accepts connections, and ends with them.',
            advice: own === undefined
                ? 'Correct what raises it.'
                : `Correct what ${(0,start/* spoken */.vg)(own.location)} does, or catch the exception there.`,
            ...(place === undefined ? {} : { location: place }),
            evidence: [
                ...(container === undefined ? [] : (0,evidence/* exitEvidence */.wz)(container)),
                ...(fatal === undefined ? (0,evidence/* logTail */.RB)(symptoms) : (0,evidence/* tracebackLines */.yM)(symptoms, fatal)),
                ...(fatal?.earlier === undefined ? [] : (0,evidence/* tracebackLines */.yM)(symptoms, fatal.earlier.traceback)),
            ],
        };
    },
    examples: [
        {
            title: 'the lifespan raises',
            dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]'),
            files: { 'requirements.txt': requirements, 'app.py': lifespan },
            saw: {
                exitCode: 3,
                log: lifespanTraceback('  File "/app/app.py", line 8, in lifespan', '    raise RuntimeError("the register of ships is empty")', 'RuntimeError: the register of ships is empty'),
            },
            place: 'app.py:8',
        },
        {
            title: 'the import raises',
            dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]'),
            files: {
                'requirements.txt': requirements,
                'app.py': 'from fastapi import FastAPI\n\napp = FastAPI()\nships = ["beagle", "fram"][2]\n',
            },
            saw: {
                exitCode: 1,
                log: importTraceback('  File "/app/app.py", line 4, in <module>', '    ships = ["beagle", "fram"][2]', '            ~~~~~~~~~~~~~~~~~~^^^', 'IndexError: list index out of range'),
            },
            place: 'app.py:4',
        },
        {
            title: 'two workers, and each gives up',
            dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--workers", "2"]'),
            files: { 'requirements.txt': requirements, 'app.py': lifespan },
            saw: {
                log: [1, 2].flatMap(() => lifespanTraceback('  File "/app/app.py", line 8, in lifespan', '    raise RuntimeError("the register of ships is empty")', 'RuntimeError: the register of ships is empty')),
                waitedMs: 1_000,
                ended: 'decided',
                answers: ['reset'],
            },
            place: 'app.py:8',
        },
    ],
    confusions: [
        {
            title: 'the application says why it ends, and raises nothing',
            is: 'unknown',
            dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
            saw: { exitCode: 1, log: ['the configuration is absent'] },
        },
        {
            title: 'an exception that was caught, long before the end',
            is: 'still-starting',
            dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
            saw: {
                log: [
                    'Traceback (most recent call last):',
                    '  File "/app/app.py", line 4, in <module>',
                    '    ships()',
                    'IndexError: list index out of range',
                    'INFO:     Started server process [1]',
                    'INFO:     Waiting for application startup.',
                ],
                waitedMs: 60_000,
                ended: 'deadline',
                answers: ['reset'],
            },
        },
    ],
};
function clipped(text) {
    const plain = text.replaceAll('`', "'");
    return plain.length > 70 ? `${plain.slice(0, 69)}…` : plain;
}

;// CONCATENATED MODULE: ./build/diagnoses/still-starting.js




/** A server has begun, and has not said that it is done. */
const still_starting_begun = /Waiting for application startup|Started (?:server|parent|reloader) process \[|Booting worker with pid|Spawning worker-\d|Starting (?:gunicorn|granian|FastAPI)/;
const done = /Application startup complete|ASGI server listening|Started worker-\d/;
const stillStarting = {
    id: 'still-starting',
    blames: 'image',
    summary: 'the application was still starting when the time to get ready was over',
    why: 'The server accepts connections when the import and the lifespan of the application are done. Models that are loaded, migrations, or a wait for something that never comes delay that; only time tells which of them it is.',
    references: ['https://fastapi.tiangolo.com/advanced/events/'],
    moments: ['silent'],
    general: true,
    *recognise(symptoms) {
        const { container, log, facts } = symptoms;
        if (container?.wait.ended !== 'deadline')
            return;
        const started = log.some((line) => still_starting_begun.test(line)) || (0,start/* serverOf */.FN)(facts) !== undefined;
        const finished = log.some((line) => done.test(line)) && (0,diagnoses_listening/* current */.ss)(container).some((socket) => (0,diagnoses_listening/* isTcp */.ER)(socket));
        if (!started || finished)
            return;
        const seconds = Math.round(container.wait.limitMs / 1000);
        const place = (0,start/* startPlace */.Gh)(facts);
        const waiting = log.some((line) => /Waiting for application startup/.test(line));
        const queued = (0,diagnoses_listening/* isListening */.CJ)(container) ? ' It accepts connections already, and leaves them waiting.' : '';
        yield {
            headline: `it is still starting after ${seconds} s`,
            title: `the application is still starting ${seconds} s after the container`,
            why: `${waiting ? 'Its lifespan has begun and does not end' : 'The server has begun, and the import of the application does not end'}.${queued}`,
            advice: 'Do at start only what the first answer needs; where it needs that long, raise `ready-timeout` under `with:`.',
            ...(place === undefined ? {} : { location: place }),
            evidence: [...(0,evidence/* logTail */.RB)(symptoms), ...(0,evidence/* socketEvidence */.xY)(container), ...(0,evidence/* exchangeEvidence */.h8)(container)],
        };
    },
    examples: [
        {
            title: 'a lifespan that does not end',
            dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]'),
            files: { 'requirements.txt': requirements },
            saw: {
                log: ['INFO:     Started server process [1]', 'INFO:     Waiting for application startup.'],
                waitedMs: 60_000,
                ended: 'deadline',
                answers: ['reset', 'closed'],
            },
            place: 'Dockerfile:7',
        },
        {
            title: 'gunicorn listens first, and its worker still imports',
            dockerfile: servedBy('["gunicorn", "-k", "asgi", "app:app", "-b", "0.0.0.0:8000"]'),
            files: { 'requirements.txt': requirements },
            saw: {
                log: [
                    '[2026-11-24 09:05:22 +0000] [1] [INFO] Listening at: http://0.0.0.0:8000 (1)',
                    '[2026-11-24 09:05:22 +0000] [7] [INFO] Booting worker with pid: 7',
                ],
                listening: ['0.0.0.0:8000'],
                waitedMs: 60_000,
                ended: 'deadline',
                answers: ['timeout'],
            },
            place: 'Dockerfile:7',
        },
    ],
    confusions: [
        {
            title: 'nothing that serves was ever started',
            is: 'unknown',
            dockerfile: servedBy('["sleep", "infinity"]'),
            saw: { waitedMs: 60_000, ended: 'deadline', answers: ['reset'] },
        },
        {
            title: 'the start is done, and no answer comes',
            is: 'unknown',
            dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
            saw: {
                log: ['INFO:     Waiting for application startup.', 'INFO:     Application startup complete.'],
                listening: ['0.0.0.0:8000'],
                waitedMs: 60_000,
                ended: 'deadline',
                answers: ['timeout'],
            },
        },
    ],
};

;// CONCATENATED MODULE: ./build/diagnoses/syntax-error.js





const syntaxError = {
    id: 'syntax-error',
    blames: 'image',
    summary: "a file of the application is not Python, or not that of the image's version",
    why: 'Python reads a whole file before it runs any of it. A bracket that is not closed, a wrong indentation, or syntax that is newer than the Python of the image ends the import.',
    references: ['https://docs.python.org/3/tutorial/errors.html#syntax-errors'],
    moments: ['exit', 'silent', 'answer'],
    early: true,
    *recognise(symptoms) {
        const { fatal, facts, container } = symptoms;
        if (fatal === undefined || !['SyntaxError', 'IndentationError', 'TabError'].includes((0,diagnoses_traceback/* shortName */.EU)(fatal)))
            return;
        const frame = fatal.frames.at(-1);
        // Of an installed package, or of text that the application compiles itself: another cause.
        if (frame === undefined || frame.function !== undefined || (0,diagnoses_traceback/* isForeign */.jq)(frame.file))
            return;
        const own = (0,diagnoses_place/* placeOfFrame */.C1)(frame, facts);
        const version = pythonVersion(facts, container?.image.environment);
        const python = version === undefined ? 'Python' : `Python ${version}`;
        const path = own === undefined ? frame.file : facts.context.reportPath(own.path);
        const headline = `${python} cannot read \`${path}:${frame.line}\``;
        const newer = /^invalid syntax|^f-string|^unmatched/.test(fatal.message)
            ? ' Where it is right in a newer Python, take a newer base image.'
            : '';
        yield {
            headline: headline.length <= 55 ? headline : `${python} cannot read the application`,
            title: `${python} cannot read this line: ${fatal.message.replaceAll('`', "'")}`,
            why: 'It reads a whole file before it runs any of it, so the import ends here.',
            advice: `Correct the line, or the one above it.${newer}`,
            ...(own === undefined ? {} : { location: own.location }),
            evidence: [
                ...(container === undefined ? [] : (0,evidence/* exitEvidence */.wz)(container)),
                ...(0,evidence/* tracebackLines */.yM)(symptoms, {
                    ...fatal,
                    frames: [frame],
                    message: (0,diagnoses_traceback/* headlineOf */.gD)(fatal).slice(fatal.exception.length + 2),
                }),
            ],
            explains: ['worker-crash-loop', 'startup-failed'],
        };
    },
    examples: [
        {
            title: 'a colon is missing',
            dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]'),
            files: {
                'requirements.txt': requirements,
                'app.py': 'from fastapi import FastAPI\n\napp = FastAPI()\n\n\n@app.get("/")\ndef welcome() -> dict[str, str]\n    return {}\n',
            },
            saw: {
                exitCode: 1,
                log: importTraceback('  File "/app/app.py", line 7', '    def welcome() -> dict[str, str]', '                                   ^', "SyntaxError: expected ':'"),
            },
            place: 'app.py:7',
        },
        {
            title: 'in the very script that is started: there is no traceback',
            dockerfile: servedBy('["python", "app.py"]'),
            files: { 'requirements.txt': requirements, 'app.py': 'app = FastAPI(\n' },
            saw: {
                exitCode: 1,
                log: [
                    '  File "/app/app.py", line 1',
                    '    app = FastAPI(',
                    '                 ^',
                    "SyntaxError: '(' was never closed",
                ],
            },
            place: 'app.py:1',
        },
    ],
    confusions: [
        {
            title: 'a package that the Python of the image cannot read',
            is: 'startup-failed',
            dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
            saw: {
                exitCode: 1,
                log: importTraceback('  File "/app/app.py", line 1, in <module>', '    import ships', '  File "/usr/local/lib/python3.11/site-packages/ships/__init__.py", line 3', '    type Ship = str', '         ^^^^', 'SyntaxError: invalid syntax'),
            },
        },
    ],
};

;// CONCATENATED MODULE: ./build/diagnoses/unhandled-exception.js






const unhandledException = {
    id: 'unhandled-exception',
    blames: 'image',
    summary: 'a request is answered with 500, because the application raises an exception',
    why: 'The server is up and the request reached the application, which did not catch what it raised. A status of 500 and above says that the image does not serve that request, whoever asks.',
    references: ['https://fastapi.tiangolo.com/tutorial/handling-errors/'],
    moments: ['answer'],
    *recognise(symptoms) {
        const { facts, container } = symptoms;
        const fatal = symptoms.fatal === undefined ? undefined : (0,diagnoses_traceback/* innermost */.OI)(symptoms.fatal);
        const failed = (0,failed_exchange/* failedExchanges */.k)(container).find(({ outcome }) => outcome.kind === 'answered' && outcome.status >= 500);
        if (fatal === undefined || failed === undefined || container === undefined)
            return;
        const status = failed.outcome.kind === 'answered' ? failed.outcome.status : 500;
        const own = (0,diagnoses_place/* ownPlace */.yd)(fatal, facts);
        const name = (0,diagnoses_traceback/* shortName */.EU)(fatal);
        const said = (0,diagnoses_traceback/* headlineOf */.gD)(fatal).replaceAll('`', "'");
        const request = failed.request.replace(/^(\w+) https?:\/\/[^/]+/, '$1 ');
        const headline = `\`${request}\` answers ${status}: \`${name}\``;
        yield {
            headline: headline.length <= 55 ? headline : `a request is answered with ${status}`,
            title: `\`${request}\` is answered with ${status}: \`${said.length > 50 ? `${said.slice(0, 49)}…` : said}\``,
            why: 'The request reached the application, and it did not catch what it raised.',
            advice: own === undefined
                ? 'Correct what raises it.'
                : `Correct what ${(0,start/* spoken */.vg)(own.location)} does, or catch the exception there.`,
            ...(own === undefined ? {} : { location: own.location }),
            evidence: [...(0,evidence/* exchangeEvidence */.h8)({ ...container, exchanges: [failed] }), ...(0,evidence/* tracebackLines */.yM)(symptoms, fatal)],
            explains: ['probe-failed'],
        };
    },
    examples: [
        {
            title: 'a key that is not there',
            dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]'),
            files: {
                'requirements.txt': requirements,
                'app.py': `${'\n'.repeat(7)}    return {"beagle": "HMS Beagle"}["fram"]\n`,
            },
            saw: {
                log: [
                    'INFO:     Application startup complete.',
                    'INFO:     Uvicorn running on http://0.0.0.0:8000 (Press CTRL+C to quit)',
                    'INFO:     172.17.0.1:60680 - "GET / HTTP/1.1" 500 Internal Server Error',
                    'ERROR:    Exception in ASGI application',
                    'Traceback (most recent call last):',
                    '  File "/usr/local/lib/python3.11/dist-packages/uvicorn/protocols/http/h11_impl.py", line 411, in run_asgi',
                    '    result = await app(  # type: ignore[func-returns-value]',
                    '             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^',
                    '  File "/app/app.py", line 8, in welcome',
                    '    return {"beagle": "HMS Beagle"}["fram"]',
                    '           ~~~~~~~~~~~~~~~~~~~~~~~~^^^^^^^^',
                    "KeyError: 'fram'",
                ],
                listening: ['0.0.0.0:8000'],
                ended: 'ready',
                answers: ['500'],
            },
            place: 'app.py:8',
        },
    ],
    confusions: [
        {
            title: 'the answer is 404 though a traceback was logged before',
            is: 'probe-failed',
            dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
            saw: {
                log: [
                    'Traceback (most recent call last):',
                    '  File "/app/app.py", line 8, in <module>',
                    '    import ujson',
                    "ModuleNotFoundError: No module named 'ujson'",
                    'INFO:     Application startup complete.',
                ],
                listening: ['0.0.0.0:8000'],
                ended: 'ready',
                answers: ['/health 404'],
            },
        },
    ],
};

;// CONCATENATED MODULE: ./build/diagnoses/worker-crash-loop.js






const workerCrashLoop = {
    id: 'worker-crash-loop',
    blames: 'image',
    summary: 'every worker dies at its start and is replaced, for ever',
    why: 'With several workers a parent process watches over them. Where each dies at its start, the parent starts the next, so the container runs, holds its port, and never answers.',
    references: ['https://www.uvicorn.org/deployment/#running-programmatically'],
    moments: ['silent'],
    early: true,
    general: true,
    *recognise(symptoms) {
        const { container, facts } = symptoms;
        const fatal = symptoms.fatal === undefined ? undefined : (0,diagnoses_traceback/* innermost */.OI)(symptoms.fatal);
        if (container === undefined || !symptoms.gaveUp || (0,crash_loop/* deathsIn */.l)(symptoms) === 0)
            return;
        const own = fatal === undefined ? undefined : (0,diagnoses_place/* ownPlace */.yd)(fatal, facts);
        const place = own?.location ?? (0,start/* startPlace */.Gh)(facts);
        const end = fatal === undefined ? undefined : (0,diagnoses_traceback/* headlineOf */.gD)(fatal).replaceAll('`', "'");
        yield {
            headline: `no worker of ${(0,start/* serverName */.L5)(symptoms)} survives its start`,
            title: end === undefined
                ? 'every worker dies at its start, without a word'
                : `every worker dies of \`${end.length > 55 ? `${end.slice(0, 54)}…` : end}\``,
            why: 'The parent process starts a new one each time, so the container runs on and nothing answers.',
            advice: own !== undefined
                ? `Correct what ${(0,start/* spoken */.vg)(own.location)} does.`
                : 'Start it once with a single worker, which shows how it ends; a worker that dies without a word was killed, or called `os._exit`.',
            ...(place === undefined ? {} : { location: place }),
            evidence: [
                ...(fatal === undefined ? (0,evidence/* logTail */.RB)(symptoms, 8) : (0,evidence/* tracebackLines */.yM)(symptoms, fatal)),
                ...(0,evidence/* socketEvidence */.xY)(container),
                ...(0,evidence/* exchangeEvidence */.h8)(container),
            ],
        };
    },
    examples: [
        {
            title: 'an exception at import that is no other cause',
            dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--workers", "2"]'),
            files: {
                'requirements.txt': requirements,
                'app.py': 'from fastapi import FastAPI\n\napp = FastAPI()\nships = ["beagle", "fram"][2]\n',
            },
            saw: {
                log: [
                    'INFO:     Uvicorn running on http://0.0.0.0:8000 (Press CTRL+C to quit)',
                    'INFO:     Started parent process [1]',
                    ...[2, 1].flatMap((worker) => workerTraceback(worker, '  File "/app/app.py", line 4, in <module>', '    ships = ["beagle", "fram"][2]', '            ~~~~~~~~~~~~~~~~~~^^^', 'IndexError: list index out of range')),
                ],
                waitedMs: 1_000,
                ended: 'decided',
                answers: ['reset'],
            },
            place: 'app.py:4',
        },
        {
            title: 'workers that die without a word, twice each',
            dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--workers", "2"]'),
            files: { 'requirements.txt': requirements },
            saw: {
                log: [
                    'INFO:     Started parent process [1]',
                    ...[8, 9, 16, 17].flatMap((pid) => [
                        `INFO:     Waiting for child process [${pid}]`,
                        `INFO:     Child process [${pid}] died`,
                    ]),
                ],
                waitedMs: 1_500,
                ended: 'decided',
                answers: ['reset'],
            },
            place: 'Dockerfile:7',
        },
        {
            title: 'gunicorn, whose workers call sys.exit',
            dockerfile: servedBy('["gunicorn", "-k", "asgi", "app:app", "-b", "0.0.0.0:8000", "--workers", "2"]'),
            files: { 'requirements.txt': requirements },
            saw: {
                log: [7, 6, 9, 13].flatMap((pid) => [
                    `[2026-11-24 09:05:29 +0000] [${pid}] [INFO] Worker exiting (pid: ${pid})`,
                    'the configuration is absent',
                    `[2026-11-24 09:05:29 +0000] [1] [ERROR] Worker (pid:${pid}) exited with code 1.`,
                ]),
                listening: ['0.0.0.0:8000'],
                waitedMs: 2_500,
                ended: 'decided',
                answers: ['timeout'],
            },
            place: 'Dockerfile:7',
        },
    ],
    confusions: [
        {
            title: 'one worker of four died once',
            is: 'still-starting',
            dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--workers", "4"]'),
            saw: {
                log: [
                    'INFO:     Started parent process [1]',
                    'INFO:     Waiting for child process [9]',
                    'INFO:     Child process [9] died',
                    'INFO:     Waiting for application startup.',
                ],
                waitedMs: 60_000,
                ended: 'deadline',
                answers: ['reset'],
            },
        },
        {
            title: 'the traceback names a cause of its own',
            is: 'missing-requirement',
            dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--workers", "2"]'),
            files: { 'app.py': 'import httpx\n' },
            saw: {
                log: [1, 2].flatMap((worker) => workerTraceback(worker, '  File "/app/app.py", line 1, in <module>', '    import httpx', "ModuleNotFoundError: No module named 'httpx'")),
                waitedMs: 1_000,
                ended: 'decided',
                answers: ['reset'],
            },
        },
    ],
};

;// CONCATENATED MODULE: ./build/diagnoses/index.js





























/**
 * In the order of the decision: at each moment what misleads others comes first (a network that fails makes pip speak of wrong names).
 * The general ones stand last, and the more telling of them before the less.
 */
const diagnoses = [
    // The build
    registryUnreachable,
    packageIndexUnreachable,
    dockerfileParseError,
    baseImageNotFound,
    copySourceIgnored,
    copySourceAbsent,
    requirementNameNotFound,
    requirementVersionNotFound,
    // The start
    hostPortTaken,
    serverNotInstalled,
    commandNotFound,
    // The process ends, or its workers do
    outOfMemory,
    appModuleNotFound,
    appAttributeNotFound,
    importRootWrong,
    missingRequirement,
    syntaxError,
    missingEnvironmentVariable,
    backingServiceUnreachable,
    daemonisedServer,
    nothingStarted,
    // It runs, and cannot be reached
    loopbackHost,
    portMismatch,
    // It answers, and not as it should
    unhandledException,
    // True of many failures
    buildStepFailed,
    startupFailed,
    workerCrashLoop,
    stillStarting,
    probeFailed,
];


/***/ }),

/***/ 1207:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $y: () => (/* binding */ nothingChanges),
/* harmony export */   CJ: () => (/* binding */ isListening),
/* harmony export */   ER: () => (/* binding */ isTcp),
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   kj: () => (/* binding */ isReachable),
/* harmony export */   ss: () => (/* binding */ current),
/* harmony export */   x8: () => (/* binding */ heldFor)
/* harmony export */ });
/** Something accepts connections from outside on the port that is asked. */
function isListening(container) {
    return current(container).some((socket) => isTcp(socket) && socket.port === container.port && isReachable(socket));
}
/** The listening sockets as seen last. */
function current({ sockets }) {
    return sockets.at(-1)?.listening ?? [];
}
/** Milliseconds for which it has held without a break, up to now; 0 where it does not hold. */
function heldFor({ sockets, wait }, holds) {
    let since;
    for (const seen of sockets.toReversed()) {
        if (!holds(seen.listening))
            break;
        since = seen;
    }
    return since === undefined ? 0 : Math.max(0, wait.ms - since.atMs);
}
/** After this long without a change, one waits for nothing any more. */
const longEnoughMs = 10_000;
/** Neither the sockets, which have held for `heldMs`, nor the log have changed for long; with a short limit, for most of it. */
function nothingChanges({ log, state, wait }, heldMs) {
    const last = log.at(-1)?.at;
    const quietMs = last === undefined || state?.startedAt === undefined ? wait.ms : wait.ms - (last - state.startedAt);
    return Math.min(heldMs, quietMs) >= Math.min(longEnoughMs, wait.limitMs * 0.8);
}
function isTcp({ family }) {
    return family === 'ipv4' || family === 'ipv6';
}
function isLoopback({ address }) {
    return address === '::1' || address.startsWith('127.') || /^::ffff:127\./i.test(address);
}
/** Docker forwards to the container's own address: the wildcard accepts it, and so does that address itself. */
function isReachable(socket) {
    return !isLoopback(socket);
}


/***/ }),

/***/ 9518:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ describe)
/* harmony export */ });
/** What came of a request, in words. */
function describe(outcome) {
    switch (outcome.kind) {
        case 'answered':
            return `answered ${outcome.status}`;
        case 'refused':
            return 'connection refused';
        case 'reset':
            return "accepted by docker's proxy, then reset";
        case 'closed':
            return "accepted by docker's proxy, then closed without an answer";
        case 'timeout':
            return 'accepted, then no answer';
        case 'not-http':
            return `bytes that are not HTTP: ${outcome.detail}`;
        case 'failed':
            return outcome.detail;
    }
}


/***/ }),

/***/ 2401:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C1: () => (/* binding */ placeOfFrame),
/* harmony export */   N5: () => (/* binding */ failedPlace),
/* harmony export */   Uw: () => (/* binding */ linePlace),
/* harmony export */   sA: () => (/* binding */ instructionAt),
/* harmony export */   yd: () => (/* binding */ ownPlace)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _dockerfile_location_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3640);
/* harmony import */ var _traceback_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8730);



/** The deepest frame that the repository holds, line by line as the log quotes it. */
function ownPlace(traceback, facts) {
    for (const frame of traceback.frames.toReversed()) {
        const found = placeOfFrame(frame, facts);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
/** Undefined where the file is not the repository's, or its line is another one by now. */
function placeOfFrame(frame, facts) {
    for (const name of repositoryPaths(frame, facts)) {
        const location = linePlace(facts, name, frame.line);
        if (location === undefined)
            continue;
        if (frame.source !== undefined && !sameLine(location.text, frame.source))
            continue;
        return { frame, path: name, location: location.location };
    }
    return undefined;
}
/** A line of a file of the context, from its first to its last character that is not blank. */
function linePlace(facts, name, line) {
    const whole = facts.context.readText(name)?.split(/\r\n|\n|\r/)[line - 1];
    if (whole === undefined)
        return undefined;
    const text = whole.trim();
    const column = whole.length - whole.trimStart().length + 1;
    return {
        text,
        location: { path: facts.context.reportPath(name), line, column, endLine: line, endColumn: column + text.length },
    };
}
/** The instruction at a line that the build named. */
function instructionAt(facts, line) {
    if (line === undefined)
        return undefined;
    return facts.dockerfile.instructions.find(({ lines }) => lines[0] <= line && line <= lines[1]);
}
/** The instruction that the build stopped at. */
function failedPlace(facts, line) {
    const instruction = instructionAt(facts, line);
    return instruction === undefined ? undefined : (0,_dockerfile_location_js__WEBPACK_IMPORTED_MODULE_2__/* .locationOf */ .hD)(facts.dockerfile, instruction.span);
}
function repositoryPaths(frame, facts) {
    if (!(0,_traceback_js__WEBPACK_IMPORTED_MODULE_1__/* .isForeign */ .jq)(frame.file)) {
        const workdir = facts.finalState?.workdir;
        const absolute = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve(workdir?.known === true ? workdir.text : '/', frame.file);
        const copied = facts.imageFiles?.repositoryPath(absolute);
        return copied === undefined ? [] : [copied];
    }
    // The project itself may be installed (`pip install .`): then its quoted line is the only proof.
    const installed = /(?:site|dist)-packages\/(.+\.py)$/.exec(frame.file)?.[1];
    if (installed === undefined || frame.source === undefined)
        return [];
    return facts.context.listing.files.filter((file) => file === installed || file.endsWith(`/${installed}`)).slice(0, 4);
}
/** Python quotes only the first line of a statement that goes over several, and trims it. */
function sameLine(text, source) {
    return text === source.trim() || text.replaceAll(/\s+/g, ' ') === source.trim().replaceAll(/\s+/g, ' ');
}


/***/ }),

/***/ 222:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FN: () => (/* binding */ serverOf),
/* harmony export */   Gh: () => (/* binding */ startPlace),
/* harmony export */   L5: () => (/* binding */ serverName),
/* harmony export */   N: () => (/* binding */ workersOf),
/* harmony export */   Yh: () => (/* binding */ tcpAddresses),
/* harmony export */   ku: () => (/* binding */ namedPorts),
/* harmony export */   vg: () => (/* binding */ spoken),
/* harmony export */   w8: () => (/* binding */ anyServer)
/* harmony export */ });
/* harmony import */ var _dockerfile_location_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3640);

/** The server that the Dockerfile starts, where it is known. */
function serverOf(facts) {
    return facts.startCommand?.server;
}
/** How many workers it was told to start; undefined where only the run can tell. */
function workersOf(facts) {
    const workers = serverOf(facts)?.workers;
    return workers === undefined || workers.kind === 'unknown' ? undefined : workers.value;
}
/** Where it was told to listen. */
function tcpAddresses(facts) {
    return serverOf(facts)?.addresses.flatMap((address) => (address.kind === 'tcp' ? [address] : [])) ?? [];
}
/** The ports that the command line surely names, its server's default among them. */
function namedPorts(facts) {
    return new Set(tcpAddresses(facts).flatMap(({ port }) => (port.kind === 'unknown' ? [] : [port.value])));
}
/** CMD or ENTRYPOINT, whichever holds the program. */
function startPlace(facts) {
    const instruction = facts.startCommand?.instruction ?? facts.imageInstructions.findLast(isStart);
    return instruction === undefined ? undefined : instructionPlace(facts, instruction);
}
function instructionPlace(facts, instruction) {
    return (0,_dockerfile_location_js__WEBPACK_IMPORTED_MODULE_0__/* .locationOf */ .hD)(facts.dockerfile, instruction.span);
}
/** `Dockerfile:7`, as prose. */
function spoken(location) {
    return `\`${location.path}:${location.line}\``;
}
/** What a server is called of which nothing is known. */
const anyServer = 'the server';
/** By the name that people know, or `the server`. */
function serverName({ facts, log }) {
    const told = serverOf(facts)?.server;
    if (told !== undefined)
        return told === 'fastapi' ? 'uvicorn' : told;
    const start = log.slice(0, 200);
    if (start.some((line) => /Uvicorn running on|Started (?:server|parent) process \[/.test(line)))
        return 'uvicorn';
    if (start.some((line) => /Starting gunicorn /.test(line)))
        return 'gunicorn';
    if (start.some((line) => /Starting granian /.test(line)))
        return 'granian';
    if (start.some((line) => /Running on https?:\/\/\S+ \(CTRL \+ C to quit\)/.test(line)))
        return 'hypercorn';
    return anyServer;
}
function isStart({ keyword }) {
    return keyword === 'CMD' || keyword === 'ENTRYPOINT';
}


/***/ }),

/***/ 8126:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FW: () => (/* binding */ beginsSomethingNew),
/* harmony export */   bk: () => (/* binding */ readTracebackLine),
/* harmony export */   cy: () => (/* binding */ readException),
/* harmony export */   t: () => (/* binding */ unstyled)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);

/** Control sequences and the carriage return of a Windows line end taken off. */
function unstyled(line) {
    const plain = line.includes('\u001B') || line.includes('\u009B') ? (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(line) : line;
    return plain.replace(/\r$/, '');
}
function readTracebackLine(line) {
    // Most lines of a log are none of these; asking for the rare words first keeps long logs cheap.
    if (line.includes(' (most recent call last):'))
        return readHeader(line);
    if (line.includes('  File "'))
        return readFrame(line);
    if (line.includes(' above exception'))
        return readChain(line);
    if (/^[\s|]*\+-\+?-+(?: [\d.]+ -+)?$/.test(line)) {
        return { kind: 'members', at: line.includes('+-+') ? 'begin' : /\d/.test(line) ? 'between' : 'end' };
    }
    return undefined;
}
/** The last line of a traceback: `ValueError: no`, `ships.Sunk`. */
function readException(line) {
    const [, exception, colon, message] = /^([A-Za-z_][\w.]*(?:\.<locals>\.\w+)?)(?:(: ?)(.*))?$/.exec(line) ?? [];
    if (exception === undefined || isLogLevel(exception))
        return undefined;
    const known = /(?:Error|Exception|Warning|Exit|Interrupt|Group|Failure|Fault|Timeout|Stop\w*Iteration)$/.test(exception);
    if (colon === undefined && !known && !exception.includes('.') && !/^[A-Z]/.test(exception))
        return undefined;
    return {
        exception,
        message: message ?? '',
        certain: known || (exception.includes('.') && /\.[A-Z]\w*$/.test(exception)),
    };
}
/** A line by which a server, a logger or a worker begins something new: no further line of a message. */
function beginsSomethingNew(line) {
    return (/^(?:DEBUG|INFO|WARNING|WARN|ERROR|CRITICAL|FATAL|TRACE)\b\s*[:\]]/.test(line) ||
        /^\[(?:\d{4}-|[A-Z]+\])/.test(line) ||
        /^\d{4}-\d\d-\d\d[ T]/.test(line) ||
        /^Process \S+:$/.test(line) ||
        line.trim() === '');
}
function isLogLevel(word) {
    return /^(?:DEBUG|INFO|WARNING|WARN|ERROR|CRITICAL|FATAL|TRACE)$/.test(word);
}
function readHeader(line) {
    const [, before] = /^(.*?)(?:Exception Group )?Traceback \(most recent call last\):\s*$/.exec(line) ?? [];
    if (before === undefined)
        return undefined;
    // hypercorn quotes a whole traceback in the message of another exception.
    const ends = readException(before.trimEnd());
    if (ends?.certain === true)
        return { kind: 'header', prefix: '', ends };
    return { kind: 'header', prefix: before };
}
function readFrame(line) {
    const [, prefix, file, number, name] = /^(.*?) {2}File "([^"]+)", line (\d+)(?:, in (.+))?$/.exec(line) ?? [];
    if (prefix === undefined || file === undefined)
        return undefined;
    return {
        kind: 'frame',
        prefix,
        file,
        line: Number(number),
        ...(name === undefined ? {} : { function: name }),
    };
}
function readChain(line) {
    if (line.includes('The above exception was the direct cause of'))
        return { kind: 'chain', how: 'cause' };
    if (line.includes('During handling of the above exception'))
        return { kind: 'chain', how: 'context' };
    return undefined;
}


/***/ }),

/***/ 8730:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  dR: () => (/* binding */ chainOf),
  gD: () => (/* binding */ headlineOf),
  OI: () => (/* binding */ innermost),
  jq: () => (/* binding */ isForeign),
  QR: () => (/* binding */ ownFrame),
  WL: () => (/* binding */ readTracebacks),
  EU: () => (/* binding */ shortName)
});

// EXTERNAL MODULE: ./build/diagnoses/traceback-lines.js
var traceback_lines = __webpack_require__(8126);
;// CONCATENATED MODULE: ./build/diagnoses/rich-traceback.js

function boxStart(line) {
    if (!line.includes('Traceback (most recent call last)'))
        return false;
    const text = line.trim();
    return (text.startsWith('╭') || text.startsWith('+')) && (text.endsWith('╮') || text.endsWith('+'));
}
/** `│ /app/app.py:3 in <module> │`, wrapped where it is long; then the source with `❱` before its line; then the exception, plain. */
function readBox(lines, start) {
    const frames = [];
    let pending = '';
    let index = start + 1;
    for (; index < lines.length; index += 1) {
        const line = lines[index] ?? '';
        if (isBorder(line)) {
            pending = '';
            continue;
        }
        const text = insideBox(line);
        if (text === undefined)
            break;
        const source = /^\s*(?:❱|>)\s*(\d+)\s(.*)$/.exec(text);
        const last = frames.at(-1);
        if (source !== null && last !== undefined && last.line === Number(source[1])) {
            frames[frames.length - 1] = { ...last, source: withoutGuides(source[2] ?? '') };
            pending = '';
            continue;
        }
        const syntax = last !== undefined && last.function === undefined && last.source === undefined;
        if (syntax && text.trim() !== '' && readPlace(text) === undefined) {
            frames[frames.length - 1] = { ...last, source: text.trim() };
            continue;
        }
        pending =
            text.trim() === '' || /^\s*\d+ /.test(text) ? '' : pending === '' ? text.trim() : joined(pending, text.trim());
        const frame = readPlace(pending);
        if (frame === undefined)
            continue;
        // ` in` at the end: the function's name stands on the next line.
        if (pending.endsWith(' in'))
            continue;
        const replaced = last !== undefined && last.file === frame.file && last.line === frame.line && last.function === undefined;
        if (replaced)
            frames[frames.length - 1] = frame;
        else
            frames.push(frame);
    }
    const exception = (0,traceback_lines/* readException */.cy)(lines[index] ?? '');
    if (exception === undefined)
        return undefined;
    const detail = [];
    let end = index;
    while (end + 1 < lines.length && detail.length < 100) {
        const next = lines[end + 1] ?? '';
        if (next.trim() === '' || boxStart(next) || /^[A-Z]+\s*:? /.test(next))
            break;
        detail.push(next);
        end += 1;
    }
    const { exception: name, message } = exception;
    const traceback = {
        frames,
        exception: name,
        message,
        detail,
        members: [],
        firstLine: start,
        lastLine: index,
    };
    return { traceback, end };
}
/** A line between the box's edges, which rich draws with or without Unicode; undefined where it is none. */
function insideBox(line) {
    const text = line.trim();
    if (!text.startsWith('│') && !text.startsWith('|'))
        return undefined;
    const end = text.length > 1 && (text.endsWith('│') || text.endsWith('|')) ? -1 : undefined;
    return text.slice(1, end).replace(/^ /, '').trimEnd();
}
function readPlace(text) {
    const [, file, line, name] = /^(\S+):(\d+)(?: in(?: (\S+))?)?$/.exec(text.trim()) ?? [];
    if (file === undefined || !/^(?:\/|\.{0,2}[\w.-]+\/|[\w-]+\.py)/.test(file))
        return undefined;
    return { file, line: Number(line), ...(name === undefined ? {} : { function: name }) };
}
/** A path that was folded goes on without a blank; a function's name stands behind one. */
function joined(before, text) {
    return before.endsWith(' in') || /:\d+$/.test(before) ? `${before} ${text}` : `${before}${text}`;
}
/** rich draws a guide in each level of indentation. */
function withoutGuides(source) {
    return source.replace(/^[\s│|]*/, '').trim();
}
function isBorder(line) {
    const text = line.trim();
    return /^[╭╰+][─-]{2}/.test(text) && /[╮╯+]$/.test(text);
}

;// CONCATENATED MODULE: ./build/diagnoses/traceback-blocks.js

const mostDetail = 100;
const longestMessage = 2_000;
/** More workers than that do not crash at once; a log may be written to hang its reader. */
const mostOpen = 64;
/** Workers that crash at the same time differ by a few lines; what has waited longer than this was cut off. */
const longestGap = 3_000;
/**
 * Sorts lines into tracebacks, though several workers write theirs at once. They crash in the same way, so the one that is
 * ahead tells what the others will say next: a line goes to the one that waits for it, else to the one that is ahead.
 */
class Blocks {
    #all = [];
    #open = [];
    #closedStacks = [];
    #chain;
    #members;
    /** The members of a group are printed behind it, and so are further lines of a message; `line` is the last one of it. */
    #closedLast;
    take(line, index) {
        switch (line.kind) {
            case 'header':
                if (line.ends !== undefined)
                    this.#close(line.ends, index);
                this.#start(index);
                break;
            case 'frame':
                this.#takeFrame(line, index);
                break;
            case 'chain':
                this.#chain = this.#lastTraceback(line.how);
                break;
            case 'members':
                if (line.at === 'begin')
                    this.#members = { of: this.#members, list: this.#closedLast?.members ?? [] };
                else if (line.at === 'end')
                    this.#members = this.#members?.of;
                break;
        }
    }
    /** A line that is neither header nor frame: a source line, the exception, the message's next line, or nobody's. */
    other(text, index) {
        if (this.#open.length > 0) {
            if (this.#open.some(({ touched }) => index - touched > longestGap)) {
                this.#open = this.#open.filter(({ touched }) => index - touched <= longestGap);
            }
            const indented = this.#open.filter((block) => /^ {4}/.test(inside(block, text) ?? ''));
            if (indented.length > 0) {
                this.#takeSource(indented, text, index);
                return;
            }
            const exception = this.#exceptionOf(text, index);
            if (exception !== undefined) {
                this.#close(exception, index, text);
                return;
            }
        }
        this.#takeDetail(text, index);
    }
    /** One that was read elsewhere. */
    add(traceback) {
        this.#all.push(this.#chain === undefined ? traceback : { ...traceback, earlier: this.#chain });
        this.#chain = undefined;
    }
    finished() {
        return this.#all;
    }
    #start(index) {
        const block = {
            prefix: undefined,
            frames: [],
            firstLine: index,
            touched: index,
            wantsSource: false,
            earlier: this.#chain,
            home: this.#members,
        };
        this.#chain = undefined;
        this.#open.push(block);
        if (this.#open.length > mostOpen)
            this.#open.shift();
        return block;
    }
    #takeFrame(line, index) {
        const frame = {
            file: line.file,
            line: line.line,
            ...(line.function === undefined ? {} : { function: line.function }),
        };
        const prefix = shape(line.prefix);
        const fitting = this.#open.filter((block) => block.prefix === undefined || block.prefix === prefix);
        // One that still waits for the text of its last frame is not at its next one yet.
        const ready = fitting.filter(({ wantsSource }) => !wantsSource);
        const candidates = ready.length > 0 ? ready : fitting;
        // A script whose own text cannot be read dies without a header.
        const headless = candidates.length === 0 && line.function === undefined;
        const block = headless
            ? this.#start(index)
            : choose(candidates, index, (each) => this.#next(each).map((next) => sameFrame(next, frame)));
        if (block === undefined)
            return;
        block.prefix = prefix;
        block.frames.push(frame);
        block.touched = index;
        block.wantsSource = frame.file.endsWith('.py');
    }
    #takeSource(candidates, text, index) {
        // Carets under a source line say nothing.
        const carets = /^[~^ ]+$/.test(text.replace(/^.*?(?= {4})/, ''));
        const waiting = carets ? [] : candidates.filter(({ wantsSource }) => wantsSource);
        const block = choose(waiting, index, (each) => {
            const source = inside(each, text)?.trim();
            return this.#others(each)
                .map((frames) => frames[each.frames.length - 1])
                .flatMap((known) => (known?.source === undefined ? [] : [known.source === source]));
        });
        // Without one that waits it is a line of carets, or the source's second line.
        if (block === undefined) {
            const adjacent = candidates.find(({ touched }) => touched === index - 1);
            if (adjacent !== undefined)
                adjacent.touched = index;
            return;
        }
        const last = block.frames.pop();
        const source = inside(block, text)?.trim();
        if (last !== undefined)
            block.frames.push(source === undefined || source === '' ? last : { ...last, source });
        block.wantsSource = false;
        block.touched = index;
    }
    #exceptionOf(text, index) {
        for (const block of this.#open) {
            if (block.frames.length === 0)
                continue;
            const exception = (0,traceback_lines/* readException */.cy)(inside(block, text) ?? '');
            if (exception !== undefined && (exception.certain || block.touched === index - 1))
                return exception;
        }
        return undefined;
    }
    #close(line, index, text) {
        const headline = `${line.exception}: ${line.message}`;
        const candidates = this.#open.filter((block) => block.frames.length > 0 && (text === undefined || (0,traceback_lines/* readException */.cy)(inside(block, text) ?? '') !== undefined));
        const block = choose(candidates, index, (each) => this.#closedStacks
            .filter(({ frames }) => frames.length >= each.frames.length && startsWith(frames, each.frames))
            .map((closed) => closed.frames.length === each.frames.length && closed.headline === headline));
        if (block === undefined)
            return;
        this.#open = this.#open.filter((each) => each !== block);
        const detail = [];
        const members = [];
        const traceback = {
            frames: block.frames,
            exception: line.exception,
            message: line.message.slice(0, longestMessage),
            detail,
            members,
            firstLine: block.firstLine,
            lastLine: index,
            ...(block.earlier === undefined ? {} : { earlier: block.earlier }),
        };
        (block.home?.list ?? this.#all).push(traceback);
        this.#closedStacks.push({ frames: block.frames, headline });
        if (this.#closedStacks.length > 50)
            this.#closedStacks.shift();
        this.#closedLast = { detail, members, line: index };
    }
    #takeDetail(text, index) {
        const last = this.#closedLast;
        if (last === undefined || last.line !== index - 1 || last.detail.length >= mostDetail)
            return;
        if ((0,traceback_lines/* beginsSomethingNew */.FW)(text))
            return;
        last.detail.push(text.slice(0, longestMessage));
        this.#closedLast = { ...last, line: index };
    }
    /** What is printed next is its successor: it is told under that one, no longer for itself. */
    #lastTraceback(kind) {
        const list = this.#members?.list ?? this.#all;
        const traceback = list.pop();
        return traceback === undefined ? undefined : { kind, traceback };
    }
    /** What others that went the same way so far said after it. */
    #next(block) {
        return this.#others(block).flatMap((frames) => frames[block.frames.length] ?? []);
    }
    /** The stacks of others that begin with all that this one has so far. */
    #others(block) {
        const open = this.#open.filter((each) => each !== block).map(({ frames }) => frames);
        const closed = this.#closedStacks.map(({ frames }) => frames);
        return [...open, ...closed].filter((frames) => frames.length >= block.frames.length && startsWith(frames, block.frames));
    }
}
/**
 * The block that a line belongs to: one whose forerunner said just this next; else the one that was spoken to last, unless its
 * forerunner went on otherwise; else the one that is furthest.
 */
function choose(candidates, index, forerunnersAgree) {
    if (candidates.length < 2)
        return candidates[0];
    const judged = candidates.map((block) => ({ block, agree: forerunnersAgree(block) }));
    const awaited = judged.find(({ agree }) => agree.includes(true));
    if (awaited !== undefined)
        return awaited.block;
    const free = judged.filter(({ agree }) => agree.length === 0).map(({ block }) => block);
    const adjacent = free.find(({ touched }) => touched === index - 1);
    return adjacent ?? (free.length > 0 ? free : candidates).toSorted((a, b) => b.frames.length - a.frames.length)[0];
}
/** The line without the block's prefix; undefined where it bears another one. */
function inside({ prefix }, text) {
    if (prefix === undefined || prefix === '')
        return text;
    const start = text.slice(0, prefix.length);
    if (shape(start) === prefix)
        return text.slice(prefix.length);
    // The blank at the end of the prefix is lost on an empty line.
    return shape(text) === prefix.trimEnd() ? '' : undefined;
}
function shape(prefix) {
    return prefix.replaceAll(/\d/g, '0');
}
function startsWith(frames, beginning) {
    return beginning.every((frame, index) => {
        const other = frames[index];
        return other !== undefined && sameFrame(frame, other);
    });
}
function sameFrame(a, b) {
    return a.line === b.line && a.file === b.file && a.function === b.function;
}

;// CONCATENATED MODULE: ./build/diagnoses/traceback.js



/**
 * All exceptions of a log, in the order in which they ended. Lines of several workers may be mixed, lines may bear a prefix,
 * and other lines may stand between; a traceback that is cut off is left out.
 */
function readTracebacks(log) {
    const lines = log.map(traceback_lines/* unstyled */.t);
    const blocks = new Blocks();
    for (let index = 0; index < lines.length; index += 1) {
        const text = lines[index] ?? '';
        if (boxStart(text)) {
            const box = readBox(lines, index);
            if (box !== undefined) {
                blocks.add(box.traceback);
                index = box.end;
                continue;
            }
        }
        const line = (0,traceback_lines/* readTracebackLine */.bk)(text);
        if (line === undefined)
            blocks.other(text, index);
        else
            blocks.take(line, index);
    }
    return blocks.finished();
}
/** The exception and all that its chain holds, from the last to the first; of groups, their members too. */
function chainOf(traceback) {
    const all = [];
    for (let each = traceback; each !== undefined; each = each.earlier?.traceback) {
        all.push(each, ...each.members.flatMap(chainOf));
    }
    return all;
}
/** Of an exception group its first member, for the group itself says only how many there are. */
function innermost(traceback) {
    const [first] = traceback.members;
    return first === undefined ? traceback : innermost(first);
}
/** The exception as its last line has it. */
function headlineOf({ exception, message }) {
    return message === '' ? exception : `${exception}: ${message}`;
}
/** `OperationalError` of `sqlalchemy.exc.OperationalError`. */
function shortName({ exception }) {
    return exception.slice(exception.lastIndexOf('.') + 1);
}
/** The deepest frame that is the user's own code. */
function ownFrame({ frames }) {
    return frames.findLast(({ file }) => !isForeign(file));
}
/** Python's own, an installed package's, compiled, or a generated start script: nothing that stands in the repository. */
function isForeign(file) {
    return (file.startsWith('<') ||
        /(?:^|\/)(?:site|dist)-packages\//.test(file) ||
        /(?:^|\/)lib(?:64)?\/(?:python|pypy)3?[\d.]*t?\//.test(file) ||
        /\.(?:pyx|pxd|so)$/.test(file) ||
        /(?:^|\/)bin\/[^/.]+$/.test(file) ||
        /\.zip\//.test(file));
}


/***/ })

};
