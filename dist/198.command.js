export const id = 198;
export const ids = [198];
export const modules = {

/***/ 310:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ lintBase)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/dockerfile/source.js
var source = __webpack_require__(730);
// EXTERNAL MODULE: ./build/lint/lint.js + 6 modules
var lint = __webpack_require__(9806);
// EXTERNAL MODULE: ./build/plan/facts-for.js
var facts_for = __webpack_require__(2267);
;// CONCATENATED MODULE: ./build/commands/base/base-files.js

/** As for a file of the disk. */
const largestTextBytes = 1_000_000;
/** A link that leads to a link, and so on: more are a circle. */
const mostLinks = 20;
/**
 * What no commit has (built files, virtual environments, `.git`) is the same on both sides: earlier steps of a job have made it.
 * `top` is the checkout's top folder, without links.
 */
function baseFilesOver(below, top, { files: changed }, contents) {
    const missing = new Set();
    const nameOf = (file) => external_node_path_.relative(top, file).split(external_node_path_.sep).join('/');
    const children = childrenOf(changed);
    const contentOf = (id) => {
        const known = contents.get(id);
        if (known === undefined)
            missing.add(id);
        return known;
    };
    /** The file that stands there in the end; `below` where git has it as it lies there, or not at all. */
    const find = (file, links = 0) => {
        const name = nameOf(file);
        if (!changed.has(name))
            return 'below';
        const entry = changed.get(name);
        if (entry === undefined || links > mostLinks)
            return undefined;
        if (entry.kind === 'file')
            return { id: entry.id, file };
        const target = contentOf(entry.id)?.toString('utf8');
        return target === undefined ? undefined : find(external_node_path_.resolve(external_node_path_.dirname(file), target), links + 1);
    };
    const isFolder = (file) => children.has(nameOf(file));
    const files = {
        readBytes(file) {
            const found = find(file);
            if (found === 'below')
                return below.readBytes(file);
            const content = found === undefined ? undefined : contentOf(found.id);
            if (content === undefined)
                throw new Error(`ENOENT: ${file} is not in the base`);
            return content;
        },
        readTextIfPresent(file) {
            const found = find(file);
            if (found === 'below')
                return below.readTextIfPresent(file);
            const content = found === undefined ? undefined : contentOf(found.id);
            return content === undefined || content.length > largestTextBytes ? undefined : content.toString('utf8');
        },
        stat(file) {
            const found = find(file);
            if (found === 'below')
                return below.stat(file) ?? (isFolder(file) ? { kind: 'folder', bytes: 0 } : undefined);
            // For its size alone nothing is fetched: whoever reads it is told.
            if (found !== undefined)
                return { kind: 'file', bytes: contents.get(found.id)?.length ?? 0 };
            return isFolder(file) ? { kind: 'folder', bytes: 0 } : undefined;
        },
        realPath(file) {
            const found = find(file);
            if (found === 'below')
                return below.realPath(file) ?? (isFolder(file) ? file : undefined);
            return found?.file ?? (isFolder(file) ? file : undefined);
        },
        list(folder) {
            const folderName = nameOf(folder);
            const full = (name) => (folderName === '' ? name : `${folderName}/${name}`);
            const there = below.list(folder).filter(({ name }) => !changed.has(full(name)));
            const known = new Set(there.map(({ name }) => name));
            const added = [...(children.get(folderName) ?? [])]
                .filter((name) => !known.has(name))
                .map((name) => ({
                name,
                kind: children.has(full(name))
                    ? 'folder'
                    : changed.get(full(name))?.kind === 'file'
                        ? 'file'
                        : 'other',
            }));
            return [...there, ...added].toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
        },
        writeText(file) {
            throw new TypeError(`${file} is of a commit, which nobody writes`);
        },
        remove(file) {
            throw new TypeError(`${file} is of a commit, which nobody changes`);
        },
    };
    return { files, missing };
}
/** By folder, the names in it that lead to a file of the base. */
function childrenOf(changed) {
    const children = new Map();
    for (const [name, entry] of changed) {
        if (entry === undefined)
            continue;
        const parts = name.split('/');
        for (const [index, part] of parts.entries()) {
            const folder = parts.slice(0, index).join('/');
            const names = children.get(folder) ?? new Set();
            children.set(folder, names.add(part));
        }
    }
    return children;
}

;// CONCATENATED MODULE: ./build/commands/base/base-lint.js





/** Each round learns what the one before asked for in vain; a file may name the next one, but not for ever. */
const mostRounds = 12;
const mostAtOnce = 8;
/**
 * Lints the base's Dockerfile. Only the files that lint reads are fetched, and of those only what differs. Undefined where one of them
 * cannot be had: what it would have said is then not known.
 */
async function lintBase(plan, contents, linting) {
    const { base, settings, ports, otherChecks, shellcheck } = linting;
    const workingDirectory = ports.files.realPath(ports.workingDirectory) ?? ports.workingDirectory;
    const top = external_node_path_.resolve(base.top);
    const fetched = async (work) => {
        for (let round = 1; round <= mostRounds; round += 1) {
            const { files, missing } = baseFilesOver(ports.files, top, base.differences, contents);
            const result = work({ clock: ports.clock, files, workingDirectory });
            if (missing.size === 0)
                return result;
            if ([...missing].some((id) => contents.has(id)))
                return undefined;
            await fetchAll([...missing], contents, base);
        }
        return undefined;
    };
    const dockerfile = external_node_path_.resolve(workingDirectory, plan.file);
    const read = await fetched((basePorts) => {
        const loaded = (0,source/* loadDockerfile */.d)(basePorts.files, earlierPathOf(dockerfile, top, base), plan.file);
        if ('error' in loaded)
            return { facts: undefined };
        const facts = (0,facts_for/* factsFor */.xh)({ dockerfile: loaded.dockerfile, file: dockerfile, context: plan.context }, settings, basePorts);
        (0,lint/* lint */.u8)({ facts, ...plan.lint, otherChecks }); // so that all files are asked for
        return { facts };
    });
    if (read === undefined)
        return undefined;
    const { facts } = read;
    return {
        commit: base.commit,
        linted: facts === undefined || plan.byImage !== undefined
            ? { findings: [], ignored: [] }
            : await (0,lint/* lintBeside */.Mo)({ facts, ...plan.lint, otherChecks }, shellcheck?.(facts) ?? Promise.resolve([])),
        textOf: async (reportPath) => {
            const file = external_node_path_.resolve(workingDirectory, reportPath);
            return fetched(({ files }) => files.readTextIfPresent(earlierPathOf(file, top, base)));
        },
    };
}
/** Where a file was that the pull request moves. */
function earlierPathOf(file, top, { differences }) {
    const name = external_node_path_.relative(top, file).split(external_node_path_.sep).join('/');
    const earlier = differences.renamed.get(name);
    return earlier === undefined ? file : external_node_path_.join(top, earlier);
}
async function fetchAll(ids, contents, base) {
    const waiting = ids.values();
    const follow = async () => {
        for (const id of waiting)
            contents.set(id, await base.content(id));
    };
    await Promise.all(Array.from({ length: mostAtOnce }, follow));
}


/***/ }),

/***/ 1665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  b: () => (/* binding */ baseOfBranch)
});

// UNUSED EXPORTS: baseOfEvent

;// CONCATENATED MODULE: ./build/github/github.js
/** GitHub did not do what was asked. The message is a whole sentence; what GitHub said is quoted in it and untrusted. */
class github_GitHubTrouble extends Error {
    name = 'GitHubTrouble';
    kind;
    status;
    constructor(kind, message, more = {}) {
        super(message, more.cause === undefined ? {} : { cause: more.cause });
        this.kind = kind;
        this.status = more.status;
    }
    /** The request may have been carried out though its answer was lost. */
    get mayHaveArrived() {
        return ['server', 'unreachable', 'unreadable', 'out-of-time'].includes(this.kind);
    }
}

;// CONCATENATED MODULE: ./build/commands/base/base.js


/**
 * The base of an event. What the pull request brings is the difference between the commit that is tried and the one that it was merged
 * into for the trial; the one that the event names may be older. A shallow clone has neither, so GitHub is asked then.
 */
async function baseOfEvent(event, git, openGitHub) {
    const named = event.commit.base;
    const [top, tested] = await Promise.all([git.root(), git.headCommit()]);
    if (top === undefined || tested === undefined)
        return { because: 'the working directory is no git checkout' };
    const commit = (await mergedInto(tested, event.commit.head, git)) ?? (await forkPoint(named, tested, git)) ?? named;
    if (commit === undefined)
        return { because: 'the event names no base' };
    const differences = await git.differences(commit, tested);
    if (differences !== undefined)
        return {
            commit,
            top,
            differences,
            content: async (id) => (await fromGit(id, git)) ?? contentFromGitHub(id, openGitHub),
        };
    return fromGitHub({ commit, top, tested, git, openGitHub });
}
/** The base of a branch that somebody works on: where it left the default branch. What is not committed yet is part of the work. */
async function baseOfBranch(git) {
    const top = await git.root();
    if (top === undefined)
        return { because: 'the working directory is no git checkout' };
    for (const branch of defaultBranches) {
        const commit = await git.mergeBase('HEAD', branch);
        const differences = commit === undefined ? undefined : await git.differences(commit);
        if (commit !== undefined && differences !== undefined)
            return {
                commit,
                top,
                differences,
                content: async (id) => fromGit(id, git),
            };
    }
    return { because: `git knows none of ${defaultBranches.join(', ')}` };
}
const defaultBranches = ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master'];
/** Of the merge commit that GitHub makes for a pull request, the side that is not the pull request's. */
async function mergedInto(tested, head, git) {
    const [into, merged, ...more] = (await git.parentsOf(tested)) ?? [];
    return merged === head && more.length === 0 ? into : undefined;
}
async function forkPoint(named, tested, git) {
    return named === undefined ? undefined : git.mergeBase(named, tested);
}
async function fromGit(id, git) {
    const text = await git.blob(id);
    return text === undefined ? undefined : Buffer.from(text);
}
/** For a clone that is shallow, or was made without old contents. */
async function contentFromGitHub(id, openGitHub) {
    try {
        return await (await openGitHub()).blob(id);
    }
    catch (error) {
        if (error instanceof GitHubTrouble)
            return undefined;
        throw error;
    }
}
async function fromGitHub({ commit, top, tested, git, openGitHub }) {
    try {
        const github = await openGitHub();
        const [earlier, later] = await Promise.all([github.treeOf(commit), git.treeOf(tested)]);
        if (later === undefined)
            return { because: 'git does not tell what the commit holds that is tried' };
        if (earlier === undefined)
            return { because: 'the base has more files than GitHub tells at once; fetch it (fetch-depth: 0)' };
        const tree = new Map(earlier.map(({ path, ...file }) => [path, file]));
        return {
            commit,
            top,
            differences: differencesOf(tree, later),
            content: async (id) => contentFromGitHub(id, openGitHub),
        };
    }
    catch (error) {
        if (!(error instanceof GitHubTrouble))
            throw error;
        return { because: `the clone does not have its base, and it cannot be asked for: ${error.message}` };
    }
}


/***/ }),

/***/ 2198:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openMarkSince: () => (/* binding */ openMarkSince)
/* harmony export */ });
/* harmony import */ var _git_git_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4989);
/* harmony import */ var _plan_facts_for_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2267);
/* harmony import */ var _trial_compare_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7649);
/* harmony import */ var _base_base_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1665);
/* harmony import */ var _base_base_lint_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(310);





/** For `only-new` in a terminal. Where there is no base it is said, and no finding is marked. */
async function openMarkSince(ports, note) {
    const base = await (0,_base_base_js__WEBPACK_IMPORTED_MODULE_3__/* .baseOfBranch */ .b)((0,_git_git_js__WEBPACK_IMPORTED_MODULE_0__.gitOf)(ports.workingDirectory, ports.environment));
    if ('because' in base) {
        note(`sea-trial: the findings are not compared with a base: ${base.because}. So all of them count (only-new).`);
        return async (findings) => findings;
    }
    const contents = new Map();
    return async (findings, dockerfile, context, { settings, configuration, ports: facts, ...more }) => {
        const plan = { file: dockerfile.path, context, lint: (0,_plan_facts_for_js__WEBPACK_IMPORTED_MODULE_1__/* .lintSettingsOf */ .kx)(settings, configuration) };
        const linted = await (0,_base_base_lint_js__WEBPACK_IMPORTED_MODULE_4__/* .lintBase */ .V)(plan, contents, { base, settings, ports: facts, ...more });
        if (linted === undefined)
            return findings;
        return (await (0,_trial_compare_js__WEBPACK_IMPORTED_MODULE_2__/* .compareWith */ .G)(asTrial(findings, dockerfile, context), linted)).findings;
    };
}
/** Lint alone, as the trial that it is the first stage of. */
function asTrial(findings, dockerfile, context) {
    const { path: file, text } = dockerfile;
    return {
        name: file,
        file,
        context,
        verdict: 'passed',
        cause: undefined,
        stages: [{ stage: 'lint', status: 'passed', startedAt: 0, ms: 0, findings }],
        findings,
        ignored: [],
        notes: [],
        observation: {
            version: 1,
            name: file,
            sources: { dockerfile: { path: file, text }, context, buildArguments: {}, files: [], listing: [] },
        },
    };
}


/***/ }),

/***/ 7649:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ compareWith),
  H: () => (/* binding */ judgedByNew)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/render/entries.js
var entries = __webpack_require__(6025);
;// CONCATENATED MODULE: ./build/trial/changed-instruction.js
/** Of these a stage has one that counts, so another one is the same one changed. */
const single = new Set([
    'CMD',
    'ENTRYPOINT',
    'HEALTHCHECK',
    'USER',
    'FROM',
    'WORKDIR',
    'STOPSIGNAL',
]);
const leastShared = 1 / 3;
/** Whether a line reads like another one that somebody has edited: the same keyword, and enough of the same words. */
function isEdited(before, after) {
    const [keywordBefore, ...old] = wordsOf(before);
    const [keywordAfter, ...now] = wordsOf(after);
    if (keywordBefore === undefined || keywordBefore !== keywordAfter)
        return false;
    if (single.has(keywordBefore.toUpperCase()))
        return true;
    const known = new Set(old);
    const shared = new Set(now.filter((word) => known.has(word))).size;
    return shared / new Set([...old, ...now]).size >= leastShared;
}
function wordsOf(line) {
    return line
        .trim()
        .split(/[\s"',[\]\\]+/)
        .filter((word) => word !== '');
}

;// CONCATENATED MODULE: ./build/trial/step-changes.js
/** The steps whose instruction stands on both sides and that were carried out there; one from the cache tells nothing of its time. */
function stepChanges(here, base) {
    const before = new Map(base.flatMap(({ instruction, ms, cached }) => (cached ? [] : [[instruction, ms]])));
    const changes = here.flatMap(({ instruction, ms, cached }) => {
        const earlier = before.get(instruction);
        return cached || earlier === undefined ? [] : [[instruction, { base: earlier, delta: ms - earlier }]];
    });
    return changes.length === 0 ? undefined : Object.fromEntries(changes);
}

// EXTERNAL MODULE: ./build/trial/verdict.js
var verdict = __webpack_require__(198);
;// CONCATENATED MODULE: ./build/trial/compare.js





/** The same with the verdict of what is new alone; an image that does not serve has failed all the same. */
function judgedByNew(trial, failOn) {
    const added = trial.findings.filter(({ since }) => since === 'new');
    const judged = (0,verdict/* judge */.S)(trial.stages, added, failOn);
    // Without a cause the gravest finding is the reason, and one that the base has too is none.
    const [first] = (0,entries/* bySeverity */.Np)(added.filter(({ status }) => status !== 'refuted'));
    const isReason = judged.verdict === 'failed' && judged.cause === undefined && first !== undefined;
    return { ...trial, ...judged, ...(isReason ? { because: first.headline ?? first.title } : {}) };
}
/** Marks each finding as new or remaining, counts what is fixed, and holds the measures against the base's. */
async function compareWith(trial, base) {
    const told = await Promise.all(trial.findings.map(async (finding) => marked(finding, trial, base)));
    const gone = goneSince(trial, base);
    const pairs = await editedPairs(told, gone, trial, base);
    const findings = told.map((finding) => (pairs.has(finding) ? { ...finding, since: 'remaining' } : finding));
    const still = new Set(pairs.values());
    const standing = findings.filter(({ status }) => status !== 'refuted');
    const count = (since) => standing.filter((finding) => finding.since === since).length;
    const comparison = {
        base: base.commit,
        ...(base.report === undefined ? {} : measures(trial, base.report)),
        new: count('new'),
        remaining: count('remaining'),
        fixed: gone.filter((finding) => !still.has(finding)).map(fixedOf),
    };
    return { ...trial, findings, comparison };
}
async function marked(finding, trial, base) {
    const since = await sinceOf(finding, trial, base);
    return since === undefined ? finding : { ...finding, since };
}
/** Undefined where nobody can tell: the run found it, and the base was never run. */
async function sinceOf(finding, trial, base) {
    const { check, fingerprint } = finding;
    const { report, linted } = base;
    const known = [...linted.findings, ...standingIn(report)];
    if (known.some((each) => each.fingerprint === fingerprint))
        return 'remaining';
    // Wherever its place has moved: one cause is one flaw.
    if (check === trial.cause && check === report?.cause)
        return 'remaining';
    if (isLints(finding, trial) || (report !== undefined && serves(report)))
        return 'new';
    const stands = await standsInBase(finding, trial, base);
    if (stands === false)
        return 'new';
    // The engine's own checks look at the Dockerfile alone.
    return stands === true && check.startsWith('buildkit/') ? 'remaining' : undefined;
}
/** Whether the line that the finding names is in the base too; undefined where it names none. */
async function standsInBase({ location }, trial, { textOf }) {
    const line = location === undefined ? undefined : lineAt(location, textHere(location.path, trial));
    if (location === undefined || line === undefined)
        return undefined;
    const before = await textOf(location.path);
    return before !== undefined && before.split('\n').some((each) => each.trim() === line.trim());
}
/** By the new finding, the one that it was before somebody edited its instruction: the flaw is still there, and nobody brought it. */
async function editedPairs(told, gone, trial, { textOf }) {
    const pairs = new Map();
    const taken = new Set();
    for (const finding of told) {
        const { location, since, check } = finding;
        if (location === undefined || since !== 'new')
            continue;
        const line = lineAt(location, textHere(location.path, trial));
        const candidates = gone.filter((each) => each.check === check && each.location?.path === location.path);
        if (line === undefined || candidates.length === 0)
            continue;
        const before = await textOf(location.path);
        const earlier = candidates.find((each) => {
            const its = each.location === undefined ? undefined : lineAt(each.location, before);
            return its !== undefined && !taken.has(each) && isEdited(its, line);
        });
        if (earlier === undefined)
            continue;
        taken.add(earlier);
        pairs.set(finding, earlier);
    }
    return pairs;
}
function textHere(reportPath, { observation: { sources } }) {
    if (reportPath === sources.dockerfile.path)
        return sources.dockerfile.text;
    return sources.files.find(({ path }) => external_node_path_.posix.join(sources.context, path) === reportPath)?.text;
}
function lineAt({ line }, text) {
    return text?.split('\n')[line - 1];
}
function standingIn(report) {
    return (report?.findings ?? []).filter(({ status }) => status !== 'refuted');
}
function isLints({ fingerprint }, { stages }) {
    return stages.some((stage) => stage.stage === 'lint' &&
        stage.status !== 'skipped' &&
        stage.findings.some((each) => each.fingerprint === fingerprint));
}
function serves({ verdict, cause }) {
    return cause === undefined && (verdict === 'passed' || verdict === 'failed');
}
/** What the base has and this has not. Behind a failure what the run would have seen is not known, so only lint's is gone then. */
function goneSince(trial, { linted, report }) {
    const lintRan = trial.stages.some(({ stage, status }) => stage === 'lint' && status === 'passed');
    if (!lintRan)
        return [];
    const here = [...trial.findings, ...trial.ignored.map(({ finding }) => finding)];
    const refuted = (report?.findings ?? []).filter(({ status }) => status === 'refuted');
    const known = new Set([...here, ...refuted].map(({ fingerprint }) => fingerprint));
    const seen = serves(trial) ? standingIn(report).filter(({ status }) => status === 'confirmed') : [];
    const gone = [...linted.findings, ...seen].filter(({ fingerprint }) => !known.has(fingerprint));
    return [...new Map(gone.map((finding) => [finding.fingerprint, finding])).values()];
}
function fixedOf({ check, title, location }) {
    return { check, title, ...(location === undefined ? {} : { path: location.path }) };
}
/** Two stores count an image's size in two ways, so across them it is not compared. */
function measures(here, base) {
    const otherStore = here.image !== undefined && base.image !== undefined && here.image.store !== base.image.store
        ? base.image.store
        : undefined;
    const bytes = otherStore === undefined ? changeOf(here.image?.bytes, base.image?.bytes) : undefined;
    const startupMs = changeOf(here.startupMs, base.startupMs);
    const stopMs = changeOf(here.stopped?.ms, base.stopped?.ms);
    const steps = stepChanges(here.steps ?? [], base.steps ?? []);
    return {
        ...(bytes === undefined ? {} : { bytes }),
        ...(otherStore === undefined ? {} : { otherStore }),
        ...(startupMs === undefined ? {} : { startupMs }),
        ...(stopMs === undefined ? {} : { stopMs }),
        ...(steps === undefined ? {} : { steps }),
    };
}
function changeOf(here, base) {
    return here === undefined || base === undefined ? undefined : { base, delta: here - base };
}


/***/ }),

/***/ 198:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ judge),
/* harmony export */   p: () => (/* binding */ joinFindings)
/* harmony export */ });
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1633);
/* harmony import */ var _lint_order_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6064);


/**
 * Could not run comes before failed: where the set-up stopped the trial, the image is not blamed.
 * `failOn` concerns findings alone; an image that does not build or serve has failed whatever it says.
 */
function judge(stages, findings, failOn) {
    const errored = stages.find((stage) => stage.status === 'errored');
    const failed = stages.find((stage) => stage.status === 'failed');
    const ended = errored ?? failed;
    if (ended !== undefined && 'findings' in ended) {
        return { verdict: errored === undefined ? 'failed' : 'errored', cause: ended.findings[0]?.check ?? 'unknown' };
    }
    const failing = findings.filter((finding) => fails(finding, failOn));
    if (failing.length === 0)
        return { verdict: 'passed', cause: undefined };
    return {
        verdict: 'failed',
        cause: remarks(stages).find((seen) => failing.some(({ check }) => check === seen.check))?.check,
    };
}
/** Of a container that serves, what the run itself found wrong: how it answers, and how it stops. */
function remarks(stages) {
    return stages.flatMap((stage) => (stage.stage === 'smoke' || stage.stage === 'stop') && 'findings' in stage ? stage.findings : []);
}
/** What the run refuted fails nothing. */
function fails(finding, failOn) {
    if (failOn === 'never' || finding.status === 'refuted')
        return false;
    return _finding_js__WEBPACK_IMPORTED_MODULE_0__/* .severities */ .g.indexOf(finding.severity) <= _finding_js__WEBPACK_IMPORTED_MODULE_0__/* .severities */ .g.indexOf(failOn);
}
/**
 * One cause is one entry: a suspicion of lint and a diagnosis of the run that name the same flaw become one finding,
 * in the words of the run, at the place where the flaw stands, with the evidence of both.
 */
function joinFindings(suspected, seen) {
    const joined = seen.map((finding) => {
        const suspicion = suspected.find((candidate) => isSameFlaw(candidate, finding));
        if (suspicion === undefined)
            return finding;
        const { location, fix } = { ...withoutUndefined(suspicion), ...withoutUndefined(finding) };
        return {
            ...finding,
            aliases: [...new Set([...suspicion.aliases, ...finding.aliases])],
            ...(location === undefined ? {} : { location }),
            ...(fix === undefined ? {} : { fix }),
            evidence: [...finding.evidence, ...suspicion.evidence],
            fingerprint: suspicion.fingerprint,
        };
    });
    const left = suspected.filter((candidate) => !seen.some((finding) => isSameFlaw(candidate, finding)));
    return (0,_lint_order_js__WEBPACK_IMPORTED_MODULE_1__/* .inOrder */ .a)([...joined, ...left]);
}
function isSameFlaw(suspicion, seen) {
    return (suspicion.check === seen.check && (seen.location === undefined || suspicion.location?.path === seen.location.path));
}
function withoutUndefined({ location, fix }) {
    return { ...(location === undefined ? {} : { location }), ...(fix === undefined ? {} : { fix }) };
}


/***/ })

};
