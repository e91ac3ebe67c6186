export const id = 940;
export const ids = [940];
export const modules = {

/***/ 940:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   askShellCheck: () => (/* binding */ askShellCheck)
/* harmony export */ });
/* harmony import */ var _docker_temporary_folder_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7227);
/* harmony import */ var _process_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8777);
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});


/** A RUN takes it some milliseconds; a file that a machine wrote has thousands of them. */
const deadlineMs = 60_000;
/** Starts it once for all scripts; the file of a comment is the script's index. */
async function askShellCheck(scripts, environment) {
    // The user's own options could change the form of the answer.
    const { SHELLCHECK_OPTS: _, ...kept } = (0,_process_js__WEBPACK_IMPORTED_MODULE_1__/* .childEnvironment */ .Qc)(environment);
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const folder = __addDisposableResource(env_1, (0,_docker_temporary_folder_js__WEBPACK_IMPORTED_MODULE_0__/* .temporaryFolder */ .y)(), false);
            const names = Array.from(scripts.keys(), String);
            for (const [index, { header, body }] of scripts.entries())
                folder.write(String(index), `${header}${body.text}\n`);
            const argv = ['shellcheck', '--norc', '--format=json1', '--exclude=SC1090,SC1091', '--', ...names];
            const result = await (0,_process_js__WEBPACK_IMPORTED_MODULE_1__/* .run */ .eF)(argv, { deadlineMs, cwd: folder.file('.'), environment: kept });
            if (result.exitCode === 127)
                return 'absent';
            if (result.timedOut)
                return { trouble: unusable(`it gave no answer within ${deadlineMs / 1000} s`) };
            const comments = commentsIn(result.stdout);
            if (comments !== undefined)
                return { comments };
            return { trouble: unusable(firstLine(result.stderr) ?? `it ended with exit code ${result.exitCode}`) };
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            __disposeResources(env_1);
        }
    }
    catch (error) {
        // No room for the texts: the rules have said theirs all the same. Anything without a code is a bug of ours.
        if (!(error instanceof Error && 'code' in error))
            throw error;
        return { trouble: unusable(error.message) };
    }
}
function unusable(reason) {
    return `shellcheck gave nothing that can be read: ${reason}. Install version 0.7 or newer, or write --shellcheck never.`;
}
function firstLine(text) {
    return text
        .split('\n')
        .find((line) => line.trim() !== '')
        ?.trim();
}
const levels = ['error', 'warning', 'info', 'style'];
/** Looked at by hand, for a library that does it takes as long to load as shellcheck takes to answer. */
function commentsIn(stdout) {
    try {
        const { comments } = fieldsOf(JSON.parse(stdout));
        return Array.isArray(comments) && comments.every(isComment) ? comments : undefined;
    }
    catch {
        return undefined; // shellcheck older than 0.7 has no json1, and says so on standard error
    }
}
function isComment(value) {
    const fields = fieldsOf(value);
    return (['line', 'column', 'endLine', 'endColumn', 'code'].every((name) => typeof fields[name] === 'number') &&
        ['file', 'message'].every((name) => typeof fields[name] === 'string') &&
        levels.some((level) => level === fields['level']));
}
function fieldsOf(value) {
    return typeof value === 'object' && value !== null ? { ...value } : {};
}


/***/ })

};
