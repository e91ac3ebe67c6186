export const id = 158;
export const ids = [158];
export const modules = {

/***/ 8158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ dockerfileOfImage),
/* harmony export */   w: () => (/* binding */ imageConfigurationPath)
/* harmony export */ });
/* harmony import */ var _dockerfile_parse_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4336);

/** Stands for the path of a Dockerfile that nobody has: no place of a repository is named by it. */
const imageConfigurationPath = 'the configuration of the image';
/** What an image says of itself, as the Dockerfile that would say the same: from it, facts follow as from any other. */
function dockerfileOfImage(image) {
    const { reference, environment, workdir, user, exposed, entrypoint, command } = image;
    const lines = [
        `FROM ${reference}`,
        ...environment.map(assignment),
        ...(workdir === '' ? [] : [`WORKDIR ${escaped(workdir)}`]),
        ...(user === '' ? [] : [`USER ${escaped(user)}`]),
        ...exposed.map((port) => `EXPOSE ${port}`),
        ...(entrypoint.length === 0 ? [] : [`ENTRYPOINT ${JSON.stringify(entrypoint)}`]),
        ...(command.length === 0 ? [] : [`CMD ${JSON.stringify(command)}`]),
    ];
    return (0,_dockerfile_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDockerfile */ .A)(`${lines.join('\n')}\n`, imageConfigurationPath);
}
/** A value that spans lines cannot be written in one; nothing is derived from such a variable. */
function assignment(pair) {
    const at = pair.indexOf('=');
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
    return /[\r\n]/.test(value) ? '' : `ENV ${name}="${escaped(value)}"`;
}
function escaped(value) {
    return value.replaceAll(/[\\"$]/g, String.raw `\$&`);
}


/***/ })

};
