export const id = 611;
export const ids = [611];
export const modules = {

/***/ 2611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderPatch: () => (/* binding */ renderPatch)
/* harmony export */ });
/* harmony import */ var diff__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7291);
/* harmony import */ var _printing_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4060);


/** A unified diff, as `git apply` and `patch -p1` take it. `exact` where it goes to a file, and nothing acts on what stands in it. */
function renderPatch(files, { exact }) {
    const patch = files.map(patchOf).join('');
    return exact ? patch : patch.split('\n').map(shown).join('\n');
}
function patchOf({ path, before, after }) {
    const from = before === undefined ? '/dev/null' : `a/${path}`;
    const patch = (0,diff__WEBPACK_IMPORTED_MODULE_0__/* .structuredPatch */ .YB)(from, `b/${path}`, before ?? '', after, undefined, undefined, { context: 3 });
    return (0,diff__WEBPACK_IMPORTED_MODULE_0__/* .formatPatch */ .Gu)(patch, { includeIndex: false, includeUnderline: false, includeFileHeaders: true });
}
/** Tabs and the carriage return at the end belong to the line: without them the patch would fit no file. */
function shown(line) {
    const [, text = '', end = ''] = /^(.*?)(\r?)$/s.exec(line) ?? [];
    const pieces = text.split('\t').map((piece) => (piece === '' ? '' : (0,_printing_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(piece)));
    return `${pieces.join('\t')}${end}`;
}


/***/ })

};
