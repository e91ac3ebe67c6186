export const id = 424;
export const ids = [424,549];
export const modules = {

/***/ 9549:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   documentedChecks: () => (/* binding */ documentedChecks)
/* harmony export */ });
/* harmony import */ var _diagnoses_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1305);
/* harmony import */ var _probes_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9072);
/* harmony import */ var _lint_pragma_checks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2590);
/* harmony import */ var _rules_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2459);




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
