export const id = 612;
export const ids = [612];
export const modules = {

/***/ 7612:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseCommand: () => (/* binding */ parseCommand)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/dockerfile/model-json.js
function modelJson(dockerfile) {
    const { path, escape, warnings, instructions, refusal } = dockerfile;
    if (refusal !== undefined)
        return { path, error: refusal.message };
    return {
        path,
        escape,
        ...(warnings.length === 0 ? {} : { warnings }),
        instructions: instructions.map(instructionJson),
    };
}
function instructionJson(instruction) {
    const { keyword, lines, flags, text, exec, heredocs } = instruction;
    return {
        keyword,
        lines,
        ...(flags.length === 0
            ? {}
            : { flags: flags.map(({ name, value }) => (value === undefined ? `--${name}` : `--${name}=${value}`)) }),
        text,
        ...(exec === undefined ? {} : { exec: exec.map(({ value }) => value) }),
        ...(heredocs.length === 0
            ? {}
            : { heredocs: heredocs.map(({ name, strip, expand, content }) => ({ name, strip, expand, content })) }),
    };
}

// EXTERNAL MODULE: ./build/dockerfile/source.js
var source = __webpack_require__(730);
;// CONCATENATED MODULE: ./build/commands/parse.js



/** `sea-trial parse FILE…`: the Dockerfile model, for programs and for bug reports. */
function parseCommand(operands, ports) {
    const files = operands.map((operand) => {
        const loaded = (0,source/* loadDockerfile */.d)(ports.files, external_node_path_.resolve(ports.workingDirectory, operand), operand);
        return 'error' in loaded ? { path: operand, error: loaded.error } : modelJson(loaded.dockerfile);
    });
    const model = { version: 1, files };
    ports.print.result(ports.presentation.format === 'json' ? `${JSON.stringify(model, undefined, 2)}\n` : files.map(asText).join('\n'));
    return files.some((file) => 'error' in file) ? 1 : 0;
}
function asText(file) {
    if ('error' in file)
        return `${file.path}: ${file.error}\n`;
    const lines = file.instructions.map(({ lines: [first, last], text }) => `${first === last ? first : `${first}-${last}`}\t${text.replaceAll('\n', String.raw `\n`)}`);
    return [file.path, ...lines, ...(file.warnings ?? []).map((warning) => `warning: ${warning}`)].join('\n') + '\n';
}


/***/ })

};
