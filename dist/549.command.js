export const id = 549;
export const ids = [549];
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


/***/ })

};
