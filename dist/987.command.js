export const id = 987;
export const ids = [987];
export const modules = {

/***/ 9987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   annotationCommand: () => (/* binding */ annotationCommand),
/* harmony export */   annotationsOf: () => (/* binding */ annotationsOf),
/* harmony export */   h: () => (/* binding */ annotations)
/* harmony export */ });
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1633);
/* harmony import */ var _entries_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6025);
/* harmony import */ var _finding_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2432);
/* harmony import */ var _links_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3420);
/* harmony import */ var _printing_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4060);
/* harmony import */ var _prose_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5046);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6809);







/** GitHub shows no more of a level of one step. */
const mostOfALevel = 10;
const longestTitle = 250;
const longestMessage = 4_000;
/**
 * In a pull request the cause, confirmed errors, and what lies in files of the diff: marks on files that nobody touches are
 * noise. On a push errors only.
 */
function annotations(report, scope) {
    return limited(report.trials.flatMap((trial) => {
        const cause = trial.cause === undefined ? undefined : trial.findings.find(({ check }) => check === trial.cause);
        const others = trial.findings.filter((finding) => finding !== cause && concerns(finding, scope));
        const root = scope.root ?? '';
        return [
            ...(cause === undefined ? withoutPlace(trial) : [annotationOf({ ...cause, severity: 'error' }, root)]),
            ...(0,_entries_js__WEBPACK_IMPORTED_MODULE_0__/* .bySeverity */ .Np)(others).map((finding) => annotationOf(finding, root)),
        ];
    }));
}
/** For lint alone, where there is no cause; without a scope all that stand. */
function annotationsOf(findings, scope) {
    const wanted = findings.filter((finding) => scope === undefined ? finding.status !== 'refuted' : concerns(finding, scope));
    return limited((0,_entries_js__WEBPACK_IMPORTED_MODULE_0__/* .bySeverity */ .Np)(wanted).map((finding) => annotationOf(finding, scope?.root ?? '')));
}
/** As the runner reads it from a line of output: `::error title=…,file=…::message`. */
function annotationCommand({ level, title, message, path, line, endLine, column, endColumn, }) {
    const properties = Object.entries({ title, file: path, line, endLine, col: column, endColumn })
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => `${name}=${escapedProperty(String(value))}`);
    return `::${level} ${properties.join(',')}::${escapedData(message)}`;
}
function concerns(finding, { event, changed, root = '' }) {
    if (finding.status === 'refuted')
        return false;
    if (event === 'push')
        return finding.severity === 'error';
    if (finding.severity === 'error' && finding.status === 'confirmed')
        return true;
    const path = finding.location === undefined ? undefined : (0,_links_js__WEBPACK_IMPORTED_MODULE_2__/* .pathFromRoot */ ._f)(finding.location.path, root);
    return path !== undefined && changed?.has(path) === true;
}
function annotationOf(finding, root) {
    const { location, severity, title, why, advice, cost, check, status } = finding;
    const path = location === undefined ? undefined : (0,_links_js__WEBPACK_IMPORTED_MODULE_2__/* .pathFromRoot */ ._f)(location.path, root);
    const prices = (0,_finding_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .price */ .q9)(cost ?? {}).join(', ');
    return {
        level: severity,
        title: clipped((0,_prose_js__WEBPACK_IMPORTED_MODULE_3__/* .plain */ .pj)((0,_prose_js__WEBPACK_IMPORTED_MODULE_3__/* .capitalised */ .Iu)(title)), longestTitle),
        message: clipped([prices, why, advice]
            .map((sentences) => (0,_prose_js__WEBPACK_IMPORTED_MODULE_3__/* .plain */ .pj)((0,_prose_js__WEBPACK_IMPORTED_MODULE_3__/* .capitalised */ .Iu)((0,_prose_js__WEBPACK_IMPORTED_MODULE_3__/* .stopped */ .ce)(sentences))))
            .filter((sentence) => sentence !== '')
            .join(' '), longestMessage).concat(` [${(0,_printing_js__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(check)}, ${status}]`),
        ...(location === undefined || path === undefined
            ? {}
            : {
                path,
                line: location.line,
                // Columns of a place of several lines are refused, and only its first line is shown.
                ...(location.line === location.endLine
                    ? { endLine: location.line, column: location.column, endColumn: location.endColumn }
                    : {}),
            }),
    };
}
/** The trial failed, and no finding tells why: it is told on the run's page. */
function withoutPlace(trial) {
    const unexplained = trial.verdict === 'errored' || (trial.verdict === 'failed' && trial.cause !== undefined);
    if (!unexplained)
        return [];
    const sentences = trial.because ?? (0,_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .trouble */ .U$)(trial) ?? '';
    return [
        {
            level: 'error',
            title: clipped((0,_prose_js__WEBPACK_IMPORTED_MODULE_3__/* .plain */ .pj)((0,_prose_js__WEBPACK_IMPORTED_MODULE_3__/* .capitalised */ .Iu)((0,_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .headline */ .Pl)(trial))), longestTitle),
            message: clipped((0,_prose_js__WEBPACK_IMPORTED_MODULE_3__/* .plain */ .pj)((0,_prose_js__WEBPACK_IMPORTED_MODULE_3__/* .capitalised */ .Iu)((0,_prose_js__WEBPACK_IMPORTED_MODULE_3__/* .stopped */ .ce)(sentences))) || `${trial.name}: the report has what was seen.`, longestMessage),
        },
    ];
}
function limited(all) {
    return _finding_js__WEBPACK_IMPORTED_MODULE_6__/* .severities */ .g.flatMap((severity) => all.filter(({ level }) => level === severity).slice(0, mostOfALevel));
}
function clipped(text, most) {
    const safe = (0,_printing_js__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(text);
    return safe.length <= most ? safe : `${safe.slice(0, most - 1).toWellFormed()}…`;
}
function escapedData(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
function escapedProperty(text) {
    return escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}


/***/ })

};
