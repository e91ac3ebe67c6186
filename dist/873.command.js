export const id = 873;
export const ids = [873];
export const modules = {

/***/ 3254:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderLintGnu: () => (/* binding */ renderLintGnu)
/* harmony export */ });
/* harmony import */ var _lint_told_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4544);

/** A line a finding, as compilers write them and editors read them: the shape that hadolint gives it. */
function renderLintGnu(files) {
    return files
        .flatMap((file) => (0,_lint_told_js__WEBPACK_IMPORTED_MODULE_0__/* .toldIn */ .f)(file))
        .map(({ path, line, check, severity, message }) => `sea-trial:${path}:${line}: ${check} ${_lint_told_js__WEBPACK_IMPORTED_MODULE_0__/* .otherToolsName */ .v[severity]}: ${message}\n`)
        .join('');
}


/***/ }),

/***/ 4544:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ toldIn),
/* harmony export */   v: () => (/* binding */ otherToolsName)
/* harmony export */ });
/* harmony import */ var _printing_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4060);
/* harmony import */ var _prose_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5046);


/** Our severities in the words of compilers, checkstyle and hadolint. */
const otherToolsName = { error: 'error', warning: 'warning', notice: 'info' };
/** These forms have no place for what could not be read, so it is told as a finding at the file's first line. */
const unreadable = 'unreadable-file';
/** All that stands against one file, in order; what has no place of its own stands at its first line. */
function toldIn(file) {
    if ('error' in file) {
        const message = (0,_prose_js__WEBPACK_IMPORTED_MODULE_0__/* .stopped */ .ce)((0,_printing_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)((0,_prose_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(`${file.path} ${file.error}`)));
        return [{ ...atFirstLine(file.path), check: unreadable, severity: 'error', message }];
    }
    return file.findings.map(({ location, check, severity, title, why, advice, fingerprint }) => ({
        ...(location === undefined ? atFirstLine(file.path) : { ...location, path: (0,_printing_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(location.path) }),
        check: (0,_printing_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(check),
        severity,
        message: [title, why, advice]
            .map((sentences) => (0,_printing_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)((0,_prose_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)((0,_prose_js__WEBPACK_IMPORTED_MODULE_0__/* .stopped */ .ce)((0,_prose_js__WEBPACK_IMPORTED_MODULE_0__/* .capitalised */ .Iu)(sentences)))))
            .filter((sentence) => sentence !== '')
            .join(' '),
        fingerprint,
    }));
}
function atFirstLine(path) {
    return { path: (0,_printing_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(path), line: 1, column: 1, endLine: 1 };
}


/***/ })

};
