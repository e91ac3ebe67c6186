export const id = 222;
export const ids = [222,549];
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


/***/ })

};
