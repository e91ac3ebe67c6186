export const id = 717;
export const ids = [717];
export const modules = {

/***/ 1717:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   unknownChecks: () => (/* binding */ unknownChecks)
/* harmony export */ });
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7658);
/* harmony import */ var _rules_foreign_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8057);
/* harmony import */ var _rules_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2459);
/* harmony import */ var _given_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7201);




/** What the engine itself says of comments that ignore. */
const aboutIgnores = ['unknown-ignore', 'unused-ignore', 'ignore-without-reason'];
/** Ids that no check has are told, with the nearest one. */
async function unknownChecks(given) {
    const known = new Set([..._rules_index_js__WEBPACK_IMPORTED_MODULE_0__/* .rules */ .a.flatMap(({ id, aliases }) => [id, ...aliases]), ...aboutIgnores]);
    const doubtful = given.filter(({ text }) => !(0,_rules_foreign_names_js__WEBPACK_IMPORTED_MODULE_2__/* .isForeignName */ .c)(text) && !has(known, text));
    if (doubtful.length === 0)
        return [];
    // Many files, so they are loaded where a rule is not what is meant.
    const [{ diagnoses }, { probes }] = await Promise.all([
        Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 1041)),
        Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 9072)),
    ]);
    for (const { id } of [...diagnoses, ...probes])
        known.add(id);
    return doubtful
        .filter(({ text }) => !has(known, text))
        .map(({ text, place }) => {
        const near = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_3__/* .nearest */ .p)(text, known);
        return `${place}: ${(0,_given_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(text)} is no check, so it has no effect. ${near === undefined ? 'Write the id of a check as it stands in a finding.' : `Write ${(0,_given_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(near)}.`}`;
    });
}
function has(known, text) {
    return known.has(text) || known.has(text.toLowerCase()) || known.has(text.toUpperCase());
}


/***/ })

};
