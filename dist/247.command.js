export const id = 247;
export const ids = [247];
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

/***/ 2247:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sarifOf: () => (/* binding */ sarifOf)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/git/git.js + 3 modules
var git = __webpack_require__(4989);
// EXTERNAL MODULE: ./build/finding.js
var build_finding = __webpack_require__(1633);
// EXTERNAL MODULE: ./build/render/numbers.js
var numbers = __webpack_require__(2823);
// EXTERNAL MODULE: ./build/render/finding-markdown.js
var finding_markdown = __webpack_require__(2432);
// EXTERNAL MODULE: ./build/render/clean.js
var clean = __webpack_require__(1112);
// EXTERNAL MODULE: ./build/render/prose.js
var render_prose = __webpack_require__(5046);
;// CONCATENATED MODULE: ./build/render/sarif/text.js


/**
 * A sentence as SARIF's plain text, in which viewers make links of `[words](target)`: what others wrote makes none, for the brackets
 * are parted from the parenthesis, which a reader sees.
 */
function sentence(prose) {
    return unlinked((0,render_prose/* stopped */.ce)((0,render_prose/* capitalised */.Iu)((0,render_prose/* plain */.pj)(prose))));
}
/** The same for text that is none of our sentences. */
function unlinked(text) {
    return (0,clean/* cleanLine */.O)(text).replaceAll('](', '] (');
}

;// CONCATENATED MODULE: ./build/render/sarif/result.js



const levelOf = { error: 'error', warning: 'warning', notice: 'note' };
function resultOf({ finding, file, reason }, ruleIndex, fromRoot) {
    const { check, severity, title, why, advice, location, evidence, fingerprint, status, cost, fix } = finding;
    const prices = (0,finding_markdown/* price */.q9)(cost ?? {}).map((words) => `${words}.`);
    const further = evidence.flatMap((each) => (each.kind === 'source' ? [each] : [])).slice(0, mostPlaces);
    return {
        ruleId: check,
        ruleIndex,
        level: levelOf[severity],
        message: {
            text: [sentence(title), ...prices, sentence(why), sentence(advice)].filter((each) => each !== '').join(' '),
        },
        locations: [{ physicalLocation: physical(location ?? atFirstLine(file), fromRoot) }],
        ...(further.length === 0
            ? {}
            : {
                relatedLocations: further.map((each, index) => ({
                    id: index + 1,
                    physicalLocation: physical(each.location, fromRoot),
                    message: { text: sentence(each.note) },
                })),
            }),
        // Only this one's name is ours to fill: upload-sarif makes GitHub's own of the file, and warns where another stands there.
        partialFingerprints: { 'seaTrial/v1': fingerprint },
        ...(fix === undefined ? {} : { fixes: [fixOf(fix, fromRoot)] }),
        ...(reason === undefined ? {} : { suppressions: [suppressionOf(reason)] }),
        properties: { status, ...(cost === undefined ? {} : { cost }) },
    };
}
/** Code scanning shows a hundred. */
const mostPlaces = 100;
function fixOf({ title, safety, edits }, fromRoot) {
    const byPath = Map.groupBy(edits, (edit) => edit.location.path);
    return {
        description: {
            text: `${sentence(title)} ${safety === 'safe' ? 'It keeps behaviour.' : 'It may change behaviour.'}`,
        },
        artifactChanges: Array.from(byPath, ([path, ofFile]) => ({
            artifactLocation: artifact(path, fromRoot),
            replacements: ofFile.map(({ location, text }) => ({
                deletedRegion: region(location),
                insertedContent: { text: text.toWellFormed() },
            })),
        })),
    };
}
/** An option and a configuration file are named by their place; any other words stand in a comment above the instruction. */
function suppressionOf(reason) {
    const kind = reason.startsWith('by ') ? 'external' : 'inSource';
    return { kind, justification: unlinked(reason) };
}
function physical(location, fromRoot) {
    return { artifactLocation: artifact(location.path, fromRoot), region: region(location) };
}
function artifact(path, fromRoot) {
    const counted = fromRoot(path);
    const uri = (counted ?? path).toWellFormed().split('/').map(encodeURIComponent).join('/');
    return counted === undefined ? { uri } : { uri, uriBaseId: 'SRCROOT' };
}
function region({ line, column, endLine, endColumn }) {
    return { startLine: line, startColumn: column, endLine, endColumn };
}
function atFirstLine(path) {
    return { path, line: 1, column: 1, endLine: 1, endColumn: 1 };
}

// EXTERNAL MODULE: ./build/render/check-page.js
var check_page = __webpack_require__(4725);
// EXTERNAL MODULE: ./build/render/links.js
var links = __webpack_require__(3420);
// EXTERNAL MODULE: ./build/render/markdown.js + 1 modules
var markdown = __webpack_require__(7207);
;// CONCATENATED MODULE: ./build/render/sarif/security.js
/**
 * The checks that concern security, with the score that code scanning sorts by (as CVSS counts: from 7 high, from 4 medium). A secret
 * in an image is there for whoever pulls it; what only makes a second flaw worse is no more than medium.
 */
const scores = {
    'secret-in-variable': '7.5',
    'context-leaks': '7.5',
    'buildkit/SecretsUsedInArgOrEnv': '7.5',
    'untrusted-registry': '6.0',
    'root-user': '5.5',
    'sudo-in-run': '4.5',
};
function securitySeverity(check) {
    return scores[check];
}

;// CONCATENATED MODULE: ./build/render/sarif/rule.js








/** A check as code scanning shows it beside its results: with its documentation, where it is one of ours. */
function ruleOf(check, told, documented) {
    const findings = told.filter(({ finding }) => finding.check === check).map(({ finding }) => finding);
    const described = documented?.rule ?? documented?.diagnosis ?? documented?.probe;
    const short = sentence(described?.summary ?? findings[0]?.title ?? check).slice(0, longest);
    const full = sentence(described?.why ?? findings[0]?.why ?? '').slice(0, longest);
    const severity = build_finding/* severities */.g.find((each) => findings.some((finding) => finding.severity === each)) ?? 'notice';
    const page = (0,links/* documentationUrl */.ou)(check);
    const score = securitySeverity(check);
    return {
        id: check,
        name: nameOf(check),
        shortDescription: { text: short },
        fullDescription: { text: full === '' ? short : full },
        help: {
            text: [short, full, `Documentation: ${page}`].filter((each) => each !== '').join('\n\n'),
            markdown: documented === undefined ? foreignPage(findings[0]?.title ?? check, page) : (0,check_page/* checkPage */.I)(documented),
        },
        helpUri: page,
        defaultConfiguration: { level: levelOf[severity] },
        properties: {
            tags: [
                'docker',
                ...(documented?.diagnosis !== undefined || documented?.probe !== undefined ? ['trial'] : []),
                ...(documented?.rule !== undefined || documented === undefined ? ['lint'] : []),
                ...(score === undefined ? [] : ['security']),
            ],
            precision: 'high',
            'problem.severity': problemSeverity[severity],
            ...(score === undefined ? {} : { 'security-severity': score }),
        },
    };
}
/** A check of BuildKit's or ShellCheck's: its words may quote the Dockerfile, so they go through the door. */
function foreignPage(title, page) {
    return (0,markdown/* paragraphs */.qN)((0,markdown/* prose */.CS)((0,render_prose/* stopped */.ce)((0,render_prose/* capitalised */.Iu)(title))), (0,markdown/* link */.nf)((0,markdown/* text */.Qq)('Documentation'), { href: page })).markdown;
}
/** Code scanning cuts here. */
const longest = 1_024;
/** In GitHub's words; where a check is about security, its score decides instead. */
const problemSeverity = { error: 'error', warning: 'warning', notice: 'recommendation' };
/** `LoopbackHost`; SARIF wants a name that is no opaque id. */
function nameOf(check) {
    return check
        .slice(check.indexOf('/') + 1)
        .split('-')
        .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
        .join('');
}

;// CONCATENATED MODULE: ./build/render/sarif/sarif.js






/** SARIF 2.1.0 of what lint found. */
function lintSarif(files, setting) {
    const told = files.flatMap((file) => 'error' in file ? [] : toldOf(file.findings, setting.ignored ? file.ignored : [], file.path));
    const troubles = files.flatMap((file) => ('error' in file ? [sentence(`${file.path} ${file.error}`)] : []));
    return sarif('lint', told, troubles, setting);
}
/** SARIF 2.1.0 of all trials of a report, as one run. */
function reportSarif({ trials }, setting) {
    const told = trials.flatMap(({ findings, ignored, file }) => toldOf(findings, setting.ignored ? ignored : [], file));
    const troubles = trials.flatMap(({ verdict, because = '' }) => verdict === 'errored' && because !== '' ? [sentence(because)] : []);
    const [only] = trials;
    return sarif(trials.length === 1 && only !== undefined ? only.name : 'all', told, troubles, setting);
}
/** What stands at no place is told of the Dockerfile's first line: code scanning refuses a result without a place. */
function toldOf(findings, ignored, file) {
    return [
        ...findings.filter(({ status }) => status !== 'refuted').map((finding) => ({ finding, file })),
        ...ignored.map(({ finding, reason }) => ({ finding, file, reason })),
    ];
}
/** Code scanning takes no more of a run, and drops what it likes of more. */
const mostResults = 5_000;
function sarif(name, all, troubles, setting) {
    const told = distinct(all);
    const kept = gravest(told);
    const left = told.length - kept.length;
    const checks = [...new Set(kept.map(({ finding }) => finding.check))].toSorted();
    const notifications = [
        ...troubles.map((text) => ({ level: 'error', message: { text } })),
        ...(left === 0
            ? []
            : [
                {
                    level: 'warning',
                    message: { text: `${(0,numbers/* count */.U9)(left, 'milder result')} left out: code scanning takes ${mostResults} of a run.` },
                },
            ]),
    ];
    const log = {
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [
            {
                tool: {
                    driver: {
                        name: 'Sea Trial',
                        semanticVersion: setting.version,
                        informationUri: 'https://github.com/sea-trial/sea-trial',
                        rules: checks.map((check) => ruleOf(check, kept, setting.documented(check))),
                    },
                },
                // Between slashes stands what is compared with what: the next run of the same name replaces this one's alerts.
                automationDetails: { id: `sea-trial/${encodeURIComponent(name.toWellFormed())}/` },
                columnKind: 'utf16CodeUnits',
                originalUriBaseIds: { SRCROOT: { description: { text: 'The root of the repository.' } } },
                invocations: [{ executionSuccessful: troubles.length === 0, toolExecutionNotifications: notifications }],
                results: kept.map((each) => resultOf(each, checks.indexOf(each.finding.check), setting.fromRoot)),
            },
        ],
    };
    return `${JSON.stringify(log, undefined, 2)}\n`;
}
/** Two trials of one Dockerfile find the same. */
function distinct(told) {
    const seen = new Map();
    for (const each of told) {
        const { finding, reason } = each;
        const { check, fingerprint, location } = finding;
        const place = location === undefined ? each.file : `${location.path}:${location.line}:${location.column}`;
        const key = [check, fingerprint, external_node_path_.posix.normalize(place), reason === undefined ? '' : 'ignored'].join('\0');
        if (!seen.has(key))
            seen.set(key, each);
    }
    return [...seen.values()];
}
/** As they were, but where they are too many without the mildest; what is ignored goes first. */
function gravest(told) {
    if (told.length <= mostResults)
        return told;
    const weight = ({ finding, reason }) => build_finding/* severities */.g.indexOf(finding.severity) + (reason === undefined ? 0 : build_finding/* severities */.g.length);
    const kept = new Set(told.toSorted((a, b) => weight(a) - weight(b)).slice(0, mostResults));
    return told.filter((each) => kept.has(each));
}

// EXTERNAL MODULE: ./build/commands/documented-checks.js
var documented_checks = __webpack_require__(9549);
;// CONCATENATED MODULE: ./build/commands/sarif.js




/** SARIF with the documentation of all checks, and with paths from the root of the repository that the working directory lies in. */
async function sarifOf(version, { files, environment, workingDirectory }, { ignored }) {
    // git tells the root without links; so must the folder be that it is compared with.
    const here = files.realPath(workingDirectory) ?? workingDirectory;
    const root = (await (0,git.gitOf)(here, environment).root()) ?? here;
    const byId = new Map((0,documented_checks.documentedChecks)().map((check) => [check.id, check]));
    const setting = {
        version,
        ignored,
        documented: (id) => byId.get(id),
        fromRoot(file) {
            const counted = external_node_path_.relative(root, external_node_path_.resolve(here, file)).split(external_node_path_.sep).join('/');
            return counted === '' || counted.startsWith('../') || external_node_path_.isAbsolute(counted) ? undefined : counted;
        },
    };
    return {
        ofLint: (linted) => lintSarif(linted, setting),
        ofReport: (report) => reportSarif(report, setting),
    };
}


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
