export const id = 549;
export const ids = [549];
export const modules = {

/***/ 9549:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   documentedChecks: () => (/* binding */ documentedChecks)
/* harmony export */ });
/* harmony import */ var _diagnoses_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4374);
/* harmony import */ var _probes_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2570);
/* harmony import */ var _rules_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8290);



/** All that is documented, by id: a rule and a diagnosis that share one are one entry. */
function documentedChecks() {
    const ids = new Set([..._rules_index_js__WEBPACK_IMPORTED_MODULE_2__/* .rules */ .a, ..._diagnoses_index_js__WEBPACK_IMPORTED_MODULE_0__/* .diagnoses */ .g, ..._probes_index_js__WEBPACK_IMPORTED_MODULE_1__/* .probes */ .K].map(({ id }) => id));
    return [...ids].toSorted().map((id) => {
        const rule = _rules_index_js__WEBPACK_IMPORTED_MODULE_2__/* .rules */ .a.find((each) => each.id === id);
        const diagnosis = _diagnoses_index_js__WEBPACK_IMPORTED_MODULE_0__/* .diagnoses */ .g.find((each) => each.id === id);
        const probe = _probes_index_js__WEBPACK_IMPORTED_MODULE_1__/* .probes */ .K.find((each) => each.id === id);
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
