export const id = 166;
export const ids = [166];
export const modules = {

/***/ 8581:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ changeSince),
/* harmony export */   x: () => (/* binding */ changeOfWork)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _base_base_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1665);


/** What changed since a commit, up to a later one or to the checkout as it lies there; or why that is not seen: a clause. */
async function changeSince(base, git, later) {
    const change = await git.change(base, later);
    if (change !== undefined)
        return change;
    const isShallow = (await git.isShallow()) === true;
    return {
        because: isShallow
            ? `the clone is shallow and does not hold ${base}; let actions/checkout fetch it (fetch-depth: 0)`
            : `git does not tell what changed since ${base}`,
    };
}
/** What somebody's work changes: since the commit where it left the named one, else where it left the default branch. */
async function changeOfWork(named, git) {
    const base = named === undefined ? await leftDefaultBranch(git) : await left(named, git);
    const change = await changeSince(base, git);
    if ('because' in change)
        throw unknownBase(`what changed is not known: ${change.because}.`, named);
    return change;
}
async function leftDefaultBranch(git) {
    const base = await (0,_base_base_js__WEBPACK_IMPORTED_MODULE_1__/* .baseOfBranch */ .b)(git);
    if ('because' in base)
        throw unknownBase(`there is no base to compare with: ${base.because}.`);
    return base.commit;
}
/** A shallow clone may hold the commit without the way to it: then it is compared with itself. */
async function left(named, git) {
    const commit = await git.commitOf(named);
    if (commit === undefined)
        throw unknownBase(`"${named}" names no commit of this clone.`, named);
    return (await git.mergeBase(commit, 'HEAD')) ?? commit;
}
function unknownBase(message, named) {
    const fetch = named === undefined ? 'Name a commit or a branch: sea-trial affected BASE.' : 'Fetch it: git fetch origin.';
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .y(message, {
        place: 'sea-trial affected',
        hint: `${fetch} In a workflow, let actions/checkout do that with \`fetch-depth: 0\`.`,
    });
}


/***/ }),

/***/ 8041:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ judgeTrials)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/git/git.js + 3 modules
var git_git = __webpack_require__(4989);
// EXTERNAL MODULE: ./build/plan/named-contexts.js
var named_contexts = __webpack_require__(3476);
// EXTERNAL MODULE: ./build/facts/image-path.js
var image_path = __webpack_require__(477);
// EXTERNAL MODULE: ./build/facts/mounts.js
var mounts = __webpack_require__(4428);
// EXTERNAL MODULE: ./build/facts/wildcard.js
var wildcard = __webpack_require__(3896);
// EXTERNAL MODULE: ./build/plan/needed-stages.js
var needed_stages = __webpack_require__(9397);
;// CONCATENATED MODULE: ./build/plan/takes.js




const whole = { kind: 'whole' };
/** All that the stages of a build take. In doubt an instruction takes everything. */
function takesOf(facts) {
    const { dockerfile, buildArguments, stages } = facts;
    if (dockerfile.refusal !== undefined || stages.length === 0)
        return [{ label: 'a Dockerfile that cannot be read to its end', source: whole, isDoubtful: true }];
    const frontend = (0,needed_stages/* ownFrontend */.nc)(dockerfile, buildArguments);
    if (frontend !== undefined)
        return [{ label: `the syntax ${frontend}`, source: whole, isDoubtful: true }];
    const needed = (0,needed_stages/* neededStages */.xB)(facts);
    const takes = needed.flatMap(({ instructions }) => instructions.flatMap((each) => takesOfInstruction(each, facts)));
    const hidden = needed.flatMap(({ base }) => {
        if (base.kind !== 'image')
            return [];
        // What ONBUILD of a base registers copies here, and the base alone says so: it is expected where nothing else copies.
        const isLikely = takes.length === 0 || /onbuild/i.test(`${base.reference.repository}:${base.reference.tag ?? ''}`);
        return isLikely ? [{ label: `ONBUILD of ${base.text}`, source: whole, isDoubtful: true }] : [];
    });
    return [...takes, ...hidden];
}
function takesOfInstruction(written, facts) {
    const instruction = written.trigger ?? written;
    switch (instruction.keyword) {
        case 'COPY':
        case 'ADD':
            return takesOfCopy(instruction, written, facts);
        case 'RUN':
            return (0,mounts/* mountsOf */.c)(instruction).flatMap((mount) => takesOfMount(mount, instruction, written, facts));
        default:
            return [];
    }
}
function takesOfCopy(instruction, written, facts) {
    const { keyword } = instruction;
    const from = instruction.flags.findLast(({ name }) => name === 'from')?.value;
    const begin = ofContext(from);
    const words = (instruction.exec ?? instruction.words).slice(0, -1);
    const copy = facts.copyOf(instruction);
    const flag = from === undefined ? '' : `--from=${from} `;
    if (copy === undefined)
        return [{ ...begin, label: `${keyword} ${flag}`.trim(), source: whole, isDoubtful: true }];
    const bodies = new Set(instruction.heredocs.map(({ opening }) => opening.start));
    const taken = words.filter(({ span }) => !bodies.has(span.start));
    const isRegistered = written.trigger !== undefined;
    return taken.flatMap((word, index) => {
        const source = copy.sources[index];
        if (source?.known === true && source.remote && areKnown(word.text, instruction, isRegistered, facts))
            return [];
        const label = `${keyword} ${flag}${word.value}`;
        if (source === undefined || !isCertain(word, instruction, isRegistered, facts))
            return [{ ...begin, label, source: whole, isDoubtful: true }];
        return [{ ...begin, label, source: sourceOf(source.text, copy.excludes), isDoubtful: false }];
    });
}
function sourceOf(text, excludes) {
    const path = (0,image_path/* contextPath */.VJ)(text);
    if ((0,wildcard/* hasWildcard */.r)(path))
        return { kind: 'pattern', pattern: path };
    // Of other patterns it is not certain how BuildKit reads them: what they would leave out counts.
    const certain = excludes.every((pattern) => /^!?[\w.*?-][\w.*?/-]*$/.test(pattern)) ? excludes : [];
    return path === '' && certain.length === 0 ? whole : { kind: 'path', path, excludes: certain };
}
function takesOfMount(mount, instruction, written, facts) {
    const { flag, type, from, source } = mount;
    const text = flag.value ?? '';
    const begin = ofContext(from);
    // A cache is filled from a folder only where `from` says so.
    if (type !== 'bind' && !type.includes('$') && (type !== 'cache' || from === undefined))
        return [];
    const label = `RUN --mount=${text}`;
    const isPlain = !/["\\]/.test(text) && (text.match(/(?:^|,)\s*(?:source|src)\s*=/gi)?.length ?? 0) < 2;
    if (source === undefined || !isPlain)
        return [{ ...begin, label, source: whole, isDoubtful: !isPlain }];
    const state = facts.stateAt(instruction);
    const isRegistered = written.trigger !== undefined;
    const expanded = state?.expand(source);
    if (expanded?.known !== true || !areKnown(source, instruction, isRegistered, facts))
        return [{ ...begin, label, source: whole, isDoubtful: true }];
    const path = (0,image_path/* contextPath */.VJ)(expanded.text);
    return [{ ...begin, label, source: path === '' ? whole : { kind: 'path', path, excludes: [] }, isDoubtful: false }];
}
/** An empty name is none. */
function ofContext(from) {
    return from === undefined || from === '' ? {} : { from };
}
/** Escapes are those of the Dockerfile, of a pattern, or of both. */
function isCertain(word, instruction, isRegistered, facts) {
    return !`${word.text}${word.value}`.includes('\\') && areKnown(word.text, instruction, isRegistered, facts);
}
const ofPlatform = /^(?:BUILD|TARGET)(?:PLATFORM|OS|ARCH|VARIANT|STAGE)$/;
/**
 * Whether every variable has a value that this file, or the user, gives it: one that is unset here may be set by the base image, so
 * its `:-` is no answer. What ONBUILD registers is expanded where somebody else builds on it.
 */
function areKnown(text, instruction, isRegistered, facts) {
    if (!text.includes('$'))
        return true;
    if (isRegistered)
        return false;
    const state = facts.stateAt(instruction);
    const names = [...text.matchAll(/\$\{?(\w+)/g)].map(([, name = '']) => name);
    return (names.length === (text.match(/\$/g)?.length ?? 0) &&
        names.every((name) => !ofPlatform.test(name) && state?.variable(name) !== undefined));
}

;// CONCATENATED MODULE: ./build/plan/build-reason.js


const build_reason_whole = { kind: 'whole' };
/** What of the change the build takes, as a sentence: of its context, and of the named ones. `bases` register more, with ONBUILD. */
function buildReason({ facts, context, origin }, { changesIn, pathOf }, bases) {
    if (origin.kind !== 'built')
        return undefined;
    const takes = takesOf(facts);
    const registered = bases.map((name) => ({ label: `ONBUILD of ${name}`, source: build_reason_whole, isDoubtful: true }));
    const ofContext = [...takes.filter(({ from }) => from === undefined), ...registered];
    return (firstReason(ofContext, 'the context', () => changesIn(pathOf(context), facts.context.ignoreFile)) ??
        firstOf(origin.request.buildContexts, (pair) => namedReason(pair, takes, facts, { changesIn, pathOf })));
}
function namedReason(pair, takes, facts, { changesIn, pathOf }) {
    const { name, stands } = (0,named_contexts/* readNamedContext */.Jy)(pair);
    const use = (0,named_contexts/* useOf */.jj)(name, facts);
    const label = `the build context ${name}`;
    if (use === 'none' || stands.kind === 'image' || stands.kind === 'elsewhere')
        return undefined;
    if (stands.kind === 'unknown')
        return `${label} is made elsewhere, where no change is seen`;
    const all = { from: name, label, source: build_reason_whole, isDoubtful: false };
    const own = use === 'whole' ? [all] : takes.filter(({ from }) => from !== undefined && (0,named_contexts/* mayMean */.tL)(from, name));
    // A .dockerignore in it is not counted upon.
    return firstReason(own, label, () => changesIn(pathOf(stands.folder), undefined));
}
function firstReason(takes, what, find) {
    if (takes.length === 0)
        return undefined;
    const folder = find();
    if (folder === undefined)
        return `${what} lies outside of the repository, where no change is seen`;
    return firstOf(takes, (take) => takenReason(take, folder));
}
function takenReason({ label, source, isDoubtful }, { context, named }) {
    const entry = context.taken(source);
    if (entry === undefined)
        return undefined;
    const verb = isDoubtful ? 'may take' : 'takes';
    const path = named(entry.path);
    if (entry.by !== undefined)
        return `${entry.by} changed, on which what ${label} ${verb} depends`;
    if (path === '.git')
        return `${label} ${verb} .git, which every commit changes`;
    return `${label} ${verb} ${entry.kind === 'folder' ? 'the folder ' : ''}${path}`;
}
function firstOf(items, reasonOf) {
    for (const item of items) {
        const reason = reasonOf(item);
        if (reason !== undefined)
            return reason;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/plan/changed-paths.js
const weight = { folder: 0, file: 1, subtree: 2 };
function changedPaths(all) {
    const byPath = new Map();
    for (const entry of all) {
        const other = byPath.get(entry.path);
        if (other === undefined || weight[other.kind] < weight[entry.kind])
            byPath.set(entry.path, entry);
    }
    const entries = [...byPath.values()].toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
    return {
        entries,
        at: (path) => byPath.get(path),
        atOrAbove(path) {
            const own = byPath.get(path);
            return own ?? withAbove(path).flatMap((each) => whatIsNoFolder(byPath.get(each)))[0];
        },
        rangeOf(path) {
            const index = firstNotBefore(entries, path);
            return [index, entries[index]?.path === path ? index + 1 : index];
        },
        rangeBelow: (folder) => folder === ''
            ? [0, entries.length]
            : // What begins with `folder/` lies between that and the character behind the slash.
                [firstNotBefore(entries, `${folder}/`), firstNotBefore(entries, `${folder}0`)],
    };
}
/** A folder that came or went says nothing of what is below: that is told by itself. */
function whatIsNoFolder(entry) {
    return entry === undefined || entry.kind === 'folder' ? [] : [entry];
}
/** The first entry at or below a path, or above it where anything below may be otherwise. */
function touched(path, changed) {
    const above = changed.atOrAbove(path);
    if (above !== undefined)
        return above;
    return firstIn(changed.rangeBelow(path), changed);
}
/** Of the entries between two places the first one that says most. */
function firstIn([from, to], { entries }) {
    for (let index = from; index < to; index += 1) {
        const entry = entries[index];
        if (entry !== undefined && !isOfGit(entry))
            return entry;
    }
    return from < to ? entries[from] : undefined;
}
/** What every commit changes: of all reasons it says the least. */
function isOfGit({ path, kind }) {
    return kind === 'subtree' && /(?:^|\/)\.git$/.test(path);
}
/** The same entries as seen from a folder; what lies elsewhere is left out. */
function seenFrom(folder, changed) {
    if (folder === '')
        return changed;
    const above = changed.atOrAbove(folder);
    const [from, to] = changed.rangeBelow(folder);
    return changedPaths([
        ...(above === undefined ? [] : [{ path: '', kind: 'subtree', by: above.by ?? above.path }]),
        ...changed.entries.slice(from, to).map((entry) => ({ ...entry, path: entry.path.slice(folder.length + 1) })),
    ]);
}
/** A path and the folders above it, the nearest first, '' last. */
function withAbove(path) {
    const all = [];
    for (let each = path; each !== ''; each = each.slice(0, Math.max(0, each.lastIndexOf('/'))))
        all.push(each);
    return [...all, ''];
}
function firstNotBefore(entries, path) {
    let low = 0;
    let high = entries.length;
    while (low < high) {
        const middle = (low + high) >>> 1;
        if ((entries[middle]?.path ?? '') < path)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

// EXTERNAL MODULE: ./build/dockerfile/glob-walk.js
var glob_walk = __webpack_require__(1603);
// EXTERNAL MODULE: ./build/dockerfile/ignore-file.js
var ignore_file = __webpack_require__(7396);
;// CONCATENATED MODULE: ./build/plan/linked-paths.js


/** A link that leads to a link, and so on: more are a circle. */
const mostLinks = 40;
/**
 * The paths under which a path is found once the links on the way are followed: the path itself first, the end of the way last. An
 * absolute link counts from the top, and none leads out of it, as BuildKit reads them.
 */
function wayThrough(start, links) {
    const way = [start];
    for (let at = start; links.size > 0 && way.length <= mostLinks;) {
        // The topmost one: what is below is then found elsewhere.
        const link = withAbove(at).findLast((each) => links.has(each));
        const target = link === undefined ? undefined : links.get(link);
        if (link === undefined || target === undefined)
            break;
        at = external_node_path_.posix.resolve('/', external_node_path_.posix.dirname(link), target, at.slice(link.length + 1)).slice(1);
        way.push(at);
    }
    return way;
}

;// CONCATENATED MODULE: ./build/plan/changed-context.js




/** Many trials may share a context, and ask the same of it: each question is answered once. */
function changedContext(context) {
    const known = new Map();
    return {
        changed: context.changed,
        taken(source) {
            const key = JSON.stringify(source);
            const answer = known.get(key) ?? { entry: takenBy(source, context) };
            known.set(key, answer);
            return answer.entry;
        },
    };
}
function takenBy(source, context) {
    switch (source.kind) {
        case 'whole':
            return context.changed.at('') ?? firstSent('', () => true, context);
        case 'path':
            return takenByPath(source, context);
        case 'pattern':
            return takenByPattern(source.pattern, context);
    }
}
function takenByPath({ path, excludes }, context) {
    const way = wayThrough(path, context.links);
    const onTheWay = changedOnTheWay(way, context.changed);
    if (onTheWay !== undefined)
        return onTheWay;
    const folder = way.at(-1) ?? path;
    const excluding = excludes.length === 0 ? undefined : (0,ignore_file/* readIgnoreFile */.r)(excludes.join('\n'));
    const hasExceptions = excludes.some((pattern) => pattern.startsWith('!'));
    return firstSent(folder, ({ path: changed, kind }) => {
        const inside = folder === '' ? changed : changed.slice(folder.length + 1);
        return excluding?.ignores(inside) !== true || (kind === 'subtree' && hasExceptions);
    }, context);
}
function takenByPattern(pattern, context) {
    const open = pattern.search(/[*?[\\]/);
    const fixed = pattern.slice(0, Math.max(0, pattern.lastIndexOf('/', open)));
    const way = wayThrough(fixed, context.links);
    const onTheWay = changedOnTheWay(way, context.changed);
    if (onTheWay !== undefined)
        return onTheWay;
    const folder = way.at(-1) ?? fixed;
    const asWritten = (path) => {
        const inside = folder === '' ? path : path.slice(folder.length + 1);
        return fixed === '' ? inside : `${fixed}/${inside}`;
    };
    // Of `**` BuildKit takes less than this does; what it takes of it depends on the flags.
    const matches = (0,glob_walk/* walkGlob */.u)(pattern);
    const direct = firstSent(folder, ({ path, kind }) => kind === 'subtree' || matches(asWritten(path)), context);
    if (direct !== undefined)
        return direct;
    // A link that the pattern finds is followed.
    for (const link of context.links.keys()) {
        if ((folder !== '' && !link.startsWith(`${folder}/`)) || !matches(asWritten(link)))
            continue;
        for (const each of wayThrough(link, context.links)) {
            const entry = touched(each, context.changed);
            if (entry !== undefined)
                return entry;
        }
    }
    return undefined;
}
/** A link on the way that is another one now, or a folder that was a file or was not there. */
function changedOnTheWay(way, changed) {
    for (const path of way) {
        const entry = changed.atOrAbove(path);
        if (entry !== undefined)
            return entry;
    }
    return undefined;
}
/** The first entry below a folder that is sent and wanted. What is left out with all that is in it is passed over at once. */
function firstSent(folder, isWanted, { changed, sent }) {
    let git;
    for (const [from, to] of rangesOf(folder, changed, sent)) {
        for (let index = from; index < to;) {
            const entry = changed.entries[index];
            if (entry === undefined)
                break;
            const leftOut = withAbove(entry.path).findLast((each) => each !== '' && sent.isLeftOut(each));
            if (leftOut === undefined) {
                if ((entry.kind === 'subtree' || !sent.ignores(entry.path)) && isWanted(entry)) {
                    if (!isOfGit(entry))
                        return entry;
                    git = entry;
                }
                index += 1;
            }
            else
                index = Math.max(index + 1, changed.rangeBelow(leftOut)[1]);
        }
    }
    return git;
}
/** Where below a folder something may be sent: folders that are closed are left out, but for what exceptions let in again. */
function rangesOf(folder, changed, { closed, exceptions }) {
    const own = changed.rangeBelow(folder);
    const holes = closed.filter((each) => (isAtOrBelow(each, folder) || isAtOrBelow(folder, each)) &&
        !exceptions.some((exception) => isAtOrBelow(each, exception)));
    if (holes.length === 0)
        return [own];
    return [
        ...without(own, holes.map((each) => changed.rangeBelow(each))),
        ...exceptions.flatMap((each) => {
            if (isAtOrBelow(folder, each))
                return [own];
            return isAtOrBelow(each, folder) ? [changed.rangeOf(each), changed.rangeBelow(each)] : [];
        }),
    ];
}
function without([from, to], holes) {
    const pieces = [];
    let at = from;
    for (const [holeFrom, holeTo] of holes.toSorted(([a], [b]) => a - b)) {
        if (holeFrom > at)
            pieces.push([at, Math.min(holeFrom, to)]);
        at = Math.max(at, holeTo);
    }
    return at < to ? [...pieces, [at, to]] : pieces;
}
function isAtOrBelow(path, folder) {
    return folder === '' || path === folder || path.startsWith(`${folder}/`);
}

;// CONCATENATED MODULE: ./build/plan/ignored-folders.js

const allSent = { ignores: () => false, isLeftOut: () => false, closed: [], exceptions: [] };
function sentBy(ignoreFile) {
    if (ignoreFile === undefined)
        return allSent;
    const { text, patterns } = ignoreFile;
    const lines = text.replace(/^\uFEFF/, '').split('\n');
    const exceptions = lines.flatMap((line) => exceptionStart(line) ?? []);
    const known = new Map();
    return {
        ignores: (each) => patterns.ignores(each),
        isLeftOut(folder) {
            const isKnown = known.get(folder);
            if (isKnown !== undefined)
                return isKnown;
            // A pattern that matches a folder matches all in it, so only an exception that is made inside can change what holds for the folder.
            const answer = patterns.ignores(folder) && !exceptions.some((start) => areRelated(start, folder));
            known.set(folder, answer);
            return answer;
        },
        closed: lines.flatMap((line) => closedFolder(line) ?? []),
        exceptions,
    };
}
/** The folder of which a line leaves out all content; undefined where it does not, or where that takes more to know. */
function closedFolder(line) {
    if (line.startsWith('#'))
        return undefined;
    const whole = external_node_path_.posix.resolve('/', line.trim()).slice(1);
    return /^(?:(?<folder>[^!*?[\\][^*?[\\]*)\/)?(?:\*\*?|\*\*\/\*)$/.exec(whole) === null
        ? undefined
        : whole.replace(/\/?(?:\*\*\/)?\*\*?$/, '');
}
/** How the paths begin that an exception can match; undefined where the line is none. */
function exceptionStart(line) {
    // A mark behind slashes and dots is one too, once the pattern is shortened.
    const pattern = /^[\s/.]*!(.*)$/s.exec(line)?.[1]?.trim();
    if (pattern === undefined)
        return undefined;
    const whole = external_node_path_.posix.resolve('/', pattern).slice(1);
    const open = whole.search(/[*?[\\]/);
    return open === -1 ? whole : whole.slice(0, Math.max(0, whole.lastIndexOf('/', open)));
}
/** One is at, below or above the other. */
function areRelated(one, other) {
    return one === other || one === '' || other === '' || one.startsWith(`${other}/`) || other.startsWith(`${one}/`);
}

;// CONCATENATED MODULE: ./build/plan/repository-path.js

/** Takes an absolute path, or one as seen from the working directory. */
function repositoryPaths({ top, workingDirectory, realWorkingDirectory }) {
    return (file) => {
        const seen = external_node_path_.relative(workingDirectory, external_node_path_.resolve(workingDirectory, file));
        return external_node_path_.relative(top, external_node_path_.resolve(realWorkingDirectory, seen)).split(external_node_path_.sep).join('/');
    };
}
/** How the repository's top is seen from such a place, where that is above it: the names on the way. Undefined where it is not. */
function wayDown(repositoryPath, top) {
    if (!isAboveTop(repositoryPath))
        return undefined;
    return external_node_path_.relative(external_node_path_.resolve(top, repositoryPath), top).split(external_node_path_.sep).join('/');
}
/** All of the repository lies in it. */
function isAboveTop(repositoryPath) {
    return /^\.\.(?:\/\.\.)*$/.test(repositoryPath);
}
function isOutside(repositoryPath) {
    return repositoryPath === '..' || repositoryPath.startsWith('../') || external_node_path_.isAbsolute(repositoryPath);
}

;// CONCATENATED MODULE: ./build/plan/context-changes.js





/**
 * Gives the changes of a folder (a path of the repository) as the build sees them; undefined where it lies outside, where git sees no
 * change. Trials that share a folder, and what is ignored in it, share the answer.
 */
function folderChanges(repository, top) {
    const known = new Map();
    return (folder, ignoreFile) => {
        const key = `${folder}\0${ignoreFile?.text ?? ''}`;
        if (!known.has(key))
            known.set(key, folderChange(folder, ignoreFile, repository, top));
        return known.get(key);
    };
}
function folderChange(folder, ignoreFile, { changed, links }, top) {
    const sent = ignoreFile === undefined ? allSent : sentBy(ignoreFile);
    const down = wayDown(folder, top);
    if (down !== undefined)
        return {
            context: changedContext({
                changed: changedPaths(changed.entries.map((entry) => ({ ...entry, path: below(down, entry.path) }))),
                links: new Map([...links].map(([link, target]) => [below(down, link), target])),
                sent,
            }),
            named: (path) => path.slice(down.length + 1),
        };
    if (isOutside(folder))
        return undefined;
    const way = wayThrough(folder, links);
    const end = way.at(-1) ?? folder;
    return {
        context: changedContext({
            changed: onTheWay(way, changed) ?? seenFrom(end, changed),
            links: new Map([...links].flatMap(([link, target]) => end === '' ? [[link, target]] : link.startsWith(`${end}/`) ? [[link.slice(end.length + 1), target]] : [])),
            sent,
        }),
        named: (path) => below(end, path),
    };
}
/** A folder that is reached by a link which is another one now may be all otherwise. */
function onTheWay(way, changed) {
    for (const each of way.slice(0, -1)) {
        const entry = changed.atOrAbove(each);
        if (entry !== undefined)
            return changedPaths([{ path: '', kind: 'subtree', by: entry.by ?? entry.path }]);
    }
    return undefined;
}
function below(folder, path) {
    return [folder, path].filter((part) => part !== '').join('/');
}

;// CONCATENATED MODULE: ./build/plan/images-of.js


function imageTraffic(plans) {
    const makers = new Map();
    for (const plan of plans)
        for (const name of imagesMade(plan))
            makers.set(name, plan);
    if (makers.size === 0)
        return { registering: () => [], builtOn: () => [] };
    const users = new Map();
    const open = [];
    const taken = new Map();
    for (const plan of plans) {
        const { names, isOpen } = imagesTaken(plan);
        taken.set(plan, names);
        if (isOpen)
            open.push(plan);
        for (const name of names) {
            const others = users.get(name);
            if (others === undefined)
                users.set(name, [plan]);
            else
                others.push(plan);
        }
    }
    return {
        registering: (plan) => (taken.get(plan) ?? []).filter((name) => {
            const maker = makers.get(name);
            return maker !== undefined && maker !== plan && registersForOthers(maker);
        }),
        builtOn(plan) {
            const made = imagesMade(plan);
            const sure = made.flatMap((image) => (users.get(image) ?? []).map((user) => ({ plan: user, image })));
            // A name that only the build knows may be this one.
            return [...sure, ...(made[0] === undefined ? [] : open.map((user) => ({ plan: user, image: made[0] ?? '' })))];
        },
    };
}
/** The images that a trial takes from elsewhere, by their whole names. */
function imagesTaken({ origin, facts, start }) {
    const services = Object.values(start.compose?.project.model.services ?? {}).flatMap(({ image }) => image ?? []);
    if (origin.kind === 'existing')
        return images_of_whole([origin.name, ...services]);
    const named = origin.request.buildContexts.flatMap((pair) => {
        const { stands } = (0,named_contexts/* readNamedContext */.Jy)(pair);
        return stands.kind === 'image' ? [stands.reference] : [];
    });
    const stages = (0,needed_stages/* neededStages */.xB)(facts);
    const bases = stages.flatMap(({ base }) => (base.kind === 'image' || base.kind === 'unknown' ? [base.text] : []));
    const others = stages.flatMap(({ instructions }) => instructions.flatMap(needed_stages/* namesIn */.wX));
    return images_of_whole([...bases, ...others, ...named, ...services]);
}
function images_of_whole(texts) {
    return {
        names: [...new Set(texts.flatMap((text) => (0,named_contexts/* imageName */.tO)(text) ?? []))],
        isOpen: texts.some((text) => text.includes('$')),
    };
}
/** What the image is called in the end; what we call it ourselves is nobody's base. */
function imagesMade({ origin }) {
    if (origin.kind !== 'built')
        return [];
    return origin.request.tags.flatMap((tag) => (tag.startsWith('sea-trial/') ? [] : ((0,named_contexts/* imageName */.tO)(tag) ?? [])));
}
function registersForOthers({ facts }) {
    return facts.stages.some(({ instructions }) => instructions.some(({ keyword }) => keyword === 'ONBUILD'));
}

// EXTERNAL MODULE: ./build/settings/configuration-search.js
var configuration_search = __webpack_require__(6119);
;// CONCATENATED MODULE: ./build/plan/local-files.js





/** The change at a file, or at a link or a submodule on the way to it. */
function changeAt(file, { changed, links }) {
    for (const each of wayThrough(file, links)) {
        const entry = changed.atOrAbove(each);
        if (entry !== undefined && entry.kind !== 'folder')
            return entry;
    }
    return undefined;
}
/** The change at a file or a folder, or in it. */
function changeIn(place, { changed, links }) {
    if (isAboveTop(place))
        return firstIn(changed.rangeBelow(''), changed);
    for (const each of wayThrough(place, links)) {
        const entry = touched(each, changed);
        if (entry !== undefined)
            return entry;
    }
    return undefined;
}
/**
 * The Dockerfile, what decides what is sent of the context, and the configuration in force: as a sentence, what changed of it. Our own
 * configuration may have been compared already.
 */
function changedFoundation({ file, context }, isCompared, repository) {
    const { pathOf } = repository;
    const dockerfile = pathOf(file);
    if (isOutside(dockerfile))
        return `${file} lies outside of the repository, where no change is seen`;
    const ignoreFiles = [`${dockerfile}.dockerignore`, external_node_path_.posix.join(pathOf(context), '.dockerignore')];
    for (const each of [dockerfile, ...ignoreFiles]) {
        const entry = changeAt(each, repository);
        if (entry !== undefined)
            return sentence(each, entry);
    }
    for (const folder of withAbove(dockerfile).slice(1)) {
        for (const name of configuration_search/* configurationNames */.zG) {
            if (isCompared && name.startsWith('.sea-trial.'))
                continue;
            const configuration = external_node_path_.posix.join(folder, name);
            const entry = repository.changed.at(configuration);
            if (entry !== undefined && entry.kind !== 'folder')
                return sentence(configuration, entry);
        }
    }
    return undefined;
}
/** What changed of files and folders, as a sentence; paths as plans have them. */
function changedFiles(files, repository) {
    for (const file of files) {
        const place = repository.pathOf(file);
        const entry = changeIn(place, repository);
        if (entry !== undefined)
            return sentence(place, entry);
    }
    return undefined;
}
/** What changed of the files that the container is started with, or that its build is given besides its context. */
function changedInput({ start, origin }, repository) {
    const { secrets, ssh } = origin.kind === 'built' ? origin.request : { secrets: [], ssh: [] };
    return changedFiles([
        ...start.environmentFiles,
        ...secrets.flatMap((secret) => (secret.kind === 'file' ? [secret.file] : [])),
        // `--volume=./conf:/etc/conf:ro`, `--env-file conf/test.env`, `default=keys/deploy`.
        ...[...start.options, ...ssh].flatMap((word) => word.split(/[=:,]/)).filter((part) => !['', '/'].includes(part)),
    ], repository);
}
/** Of a trial by compose: what lies in the folder of its files, and each path that its model names. In doubt it is part of it. */
function changedCompose({ start }, repository) {
    const project = start.compose?.project;
    if (project === undefined)
        return undefined;
    const files = project.files.map(repository.pathOf);
    const folders = files.map((file) => external_node_path_.posix.dirname(file).replace(/^\.$/, ''));
    for (const place of new Set([...files, ...folders, ...pathsIn(project.model).map(repository.pathOf)])) {
        const entry = changeIn(place, repository);
        if (entry === undefined)
            continue;
        return files.includes(place)
            ? sentence(place, entry)
            : `${project.files.join(', ')} may take ${entry.by ?? entry.path}`;
    }
    return undefined;
}
function pathsIn(value) {
    if (typeof value === 'string')
        return external_node_path_.isAbsolute(value) ? [value] : [];
    if (typeof value !== 'object' || value === null)
        return [];
    return Object.values(value).flatMap((each) => pathsIn(each));
}
/** What is said of a path at, above or below which something changed. */
function sentence(place, { path: changed, by }) {
    const blamed = by ?? changed;
    return blamed === place || place === '' || isAboveTop(place) || blamed.startsWith(`${place}/`)
        ? `${blamed} changed`
        : `${blamed} changed, on which ${place} depends`;
}

;// CONCATENATED MODULE: ./build/plan/affected.js






/** Judges trials by a change of the repository, in order. Nothing is asked but the plans and their facts. In doubt a trial is affected. */
function affectedTrials(trials, change, place) {
    const pathOf = repositoryPaths({ top: change.top, ...place });
    const repository = { changed: changedPaths(change.entries), links: change.links, pathOf };
    const folders = { changesIn: folderChanges(repository, change.top), pathOf };
    const traffic = imageTraffic(trials.map(({ plan }) => plan));
    const reasons = new Map();
    for (const { plan, settingsDiffer, files = [] } of trials) {
        const isCompared = settingsDiffer === false;
        const reason = (isCompared ? undefined : settingsDiffer) ??
            changedFoundation(plan, isCompared, repository) ??
            changedFiles(files, repository) ??
            changedInput(plan, repository) ??
            buildReason(plan, folders, traffic.registering(plan)) ??
            changedCompose(plan, repository);
        if (reason !== undefined)
            reasons.set(plan, reason);
    }
    passOn(reasons, traffic);
    const none = withoutReason(change.fileCount);
    return trials.map(({ plan }) => {
        const reason = reasons.get(plan);
        return { isAffected: reason !== undefined, because: reason ?? none };
    });
}
/** Whoever builds on an image that can differ, can differ too. */
function passOn(reasons, { builtOn }) {
    const waiting = [...reasons.keys()];
    for (let maker = waiting.pop(); maker !== undefined; maker = waiting.pop()) {
        for (const { plan, image } of builtOn(maker)) {
            if (reasons.has(plan))
                continue;
            reasons.set(plan, `${image} is the image of the trial ${maker.name}, which is affected`);
            waiting.push(plan);
        }
    }
}
function withoutReason(fileCount) {
    if (fileCount === 0)
        return 'nothing changed';
    return fileCount === 1
        ? 'the one changed file does not reach it'
        : `none of the ${fileCount} changed files reaches it`;
}

;// CONCATENATED MODULE: ./build/commands/base/base-configuration.js


/**
 * The files as they lie there, but those of configuration as they are in a commit: what a stranger changed in them is not read.
 * Undefined where the checkout does not have the commit.
 */
async function filesWithConfigurationOf(commit, git, { configurationFile }, { files, workingDirectory }) {
    const top = await git.root();
    if (top === undefined)
        return undefined;
    // As git names it: from the top, and that without links.
    const nameOf = (file) => {
        const folder = external_node_path_.dirname(file);
        return external_node_path_.relative(top, external_node_path_.join(files.realPath(folder) ?? folder, external_node_path_.basename(file)))
            .split(external_node_path_.sep)
            .join('/');
    };
    const given = configurationFile === undefined ? undefined : nameOf(external_node_path_.resolve(workingDirectory, configurationFile.text));
    const isNamed = (name) => name === given || configuration_search/* configurationNames */.zG.has(external_node_path_.posix.basename(name));
    const texts = await git.textsAt(commit, isNamed);
    if (texts === undefined)
        return undefined;
    const isConfiguration = (file) => isNamed(nameOf(file));
    const textOf = (file) => texts.get(nameOf(file));
    return {
        ...files,
        readTextIfPresent: (file) => (isConfiguration(file) ? textOf(file) : files.readTextIfPresent(file)),
        stat(file) {
            if (!isConfiguration(file))
                return files.stat(file);
            const text = textOf(file);
            return text === undefined ? undefined : { kind: 'file', bytes: Buffer.byteLength(text) };
        },
    };
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/settings/configuration.js + 1 modules
var configuration = __webpack_require__(9859);
;// CONCATENATED MODULE: ./build/commands/affected/configuration-differs.js




/**
 * Whether what the configuration files say of a trial is otherwise than in an earlier commit (`before`: the files as they are there): a
 * sentence, or false. Undefined where that is not known, for no such file has changed or the earlier one cannot be read: then one that
 * has changed counts for all below it.
 */
async function configurationDiffers({ given, named }, before, ports) {
    if (before === undefined)
        return async () => undefined;
    const earlier = { ...ports, files: before };
    const namedBefore = await unlessWrong(() => (0,configuration/* namedTrialsOfRun */.DG)(given, earlier));
    const [readNow, readBefore] = [(0,configuration/* configurationReader */.Sx)(given, ports), (0,configuration/* configurationReader */.Sx)(given, earlier)];
    return async (plan, key) => {
        const dockerfile = external_node_path_.resolve(ports.workingDirectory, plan.file);
        const now = await readNow(dockerfile);
        const then = await unlessWrong(() => readBefore(dockerfile));
        if (namedBefore === 'wrong' || then === 'wrong')
            return undefined;
        const isSame = (0,external_node_util_.isDeepStrictEqual)(settingsIn(named, key), settingsIn(namedBefore, key)) &&
            (0,external_node_util_.isDeepStrictEqual)(withoutPlaces(now), withoutPlaces(then));
        return isSame ? false : `its settings in ${named?.file ?? 'the configuration file'} changed`;
    };
}
/** The earlier file may be one that could not be followed. */
async function unlessWrong(read) {
    try {
        return await read();
    }
    catch (error) {
        if (error instanceof errors/* UserError */.y)
            return 'wrong';
        throw error;
    }
}
function settingsIn(named, key) {
    return [textsOf(named?.defaults), textsOf(key === undefined ? undefined : named?.trials.get(key))];
}
/** Without the places, which move when a line is added above. */
function textsOf(given) {
    return [...(given ?? [])].map(([name, values]) => [name, values.map(({ text }) => text)]);
}
function withoutPlaces({ notes: _notes, placedIgnores: _placed, ignore, ...rest }) {
    return { ...rest, ignore: ignore.map(({ check }) => check) };
}

;// CONCATENATED MODULE: ./build/commands/affected/workflow-files.js

/**
 * The file of the workflow that runs, and the workflows and actions of the same repository that it uses: whoever changes one of them
 * may change what every trial does. Absolute; empty outside of a workflow.
 */
function workflowFiles(top, { environment, files }) {
    const running = /^[^/]+\/[^/]+\/(.+?)@/.exec(environment['GITHUB_WORKFLOW_REF'] ?? '')?.[1];
    const found = new Set();
    const waiting = running === undefined ? [] : [running];
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
        const file = external_node_path_.resolve(top, name);
        if (found.has(file))
            continue;
        found.add(file);
        // Of an action its folder is used; what runs is named in it.
        const texts = ['', 'action.yml', 'action.yaml'].map((inner) => files.readTextIfPresent(external_node_path_.join(file, inner)));
        waiting.push(...texts.flatMap((text) => usedIn(text ?? '')));
    }
    return [...found];
}
function usedIn(text) {
    return [...text.matchAll(/\buses['"]?\s*:\s*['"]?\.\/([^\s'"#]*)/g)].map(([, name = '']) => name);
}

;// CONCATENATED MODULE: ./build/commands/affected/judge-trials.js







/** Which trials a change touches, by its files, by the running workflow and by what the configuration says of each; all plans of a run at once. */
async function judgeTrials(change, planned, run, ports) {
    const { files, workingDirectory, environment } = ports;
    const isConfigured = change.entries.some(({ path }) => configuration_search/* configurationNames */.zG.has(external_node_path_.posix.basename(path)));
    const git = (0,git_git.gitOf)(change.top, environment);
    const before = isConfigured ? await filesWithConfigurationOf(change.base, git, run.given, ports) : undefined;
    const differs = await configurationDiffers(run, before, ports);
    const ofAll = workflowFiles(change.top, ports);
    const trials = [];
    for (const each of planned) {
        if (each.kind !== 'plan')
            continue;
        const own = each.settings.configurationFile;
        const differ = await differs(each.plan, each.named?.key);
        trials.push({
            plan: each.plan,
            files: [...ofAll, ...(own === undefined ? [] : [own.text])],
            ...(differ === undefined ? {} : { settingsDiffer: differ }),
        });
    }
    const realWorkingDirectory = files.realPath(workingDirectory) ?? workingDirectory;
    const answers = affectedTrials(trials, change, { workingDirectory, realWorkingDirectory });
    return new Map(trials.flatMap(({ plan }, index) => {
        const answer = answers[index];
        return answer === undefined ? [] : [[plan, answer]];
    }));
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

/***/ 1658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ plansFor)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/plan/compose-service.js
var compose_service = __webpack_require__(6436);
// EXTERNAL MODULE: ./build/plan/make-plan.js + 3 modules
var make_plan = __webpack_require__(9212);
// EXTERNAL MODULE: ./build/commands/run/find-dockerfiles.js
var find_dockerfiles = __webpack_require__(1832);
;// CONCATENATED MODULE: ./build/commands/run/names.js


/**
 * What one of several images is called that a trial of the configuration file stands for: the key, and what is its own, whichever
 * others are tried with it: `services-api` of `services: { context: services/* }`.
 */
function nameInFile(key, { contexts, files, pattern = '' }) {
    const named = external_node_path_.normalize(files[0]?.text ?? contexts[0] ?? '');
    const fixed = external_node_path_.normalize((0,find_dockerfiles/* fixedStart */.Do)(pattern));
    const own = named
        .slice(named.startsWith(fixed) ? fixed.length : 0)
        .replace(/(?:^|\/)(?:Dockerfile|Containerfile)(?:[.-]|$)/i, '/')
        .replace(/\.(?:Dockerfile|Containerfile)$/i, '')
        .split('/')
        .filter((part) => part !== '' && part !== '.')
        .join('-');
    return own === '' ? key : `${key}-${own}`;
}
/** Where several plans have one name, each adds its Dockerfile's folder, and then a number. */
function distinctNames(plans) {
    const alike = Map.groupBy(plans, ({ name }) => name);
    const taken = new Set();
    const names = new Map();
    for (const plan of plans) {
        const folder = external_node_path_.dirname(plan.file).replaceAll(/[^\w.]+/g, '-');
        const own = (alike.get(plan.name)?.length ?? 0) < 2 || folder === '.' ? plan.name : `${plan.name}-${folder}`;
        let name = own;
        for (let count = 2; taken.has(name); count += 1)
            name = `${own}-${count}`;
        taken.add(name);
        names.set(plan, name);
    }
    return names;
}

// EXTERNAL MODULE: ./build/commands/run/run-mask.js
var run_mask = __webpack_require__(2509);
// EXTERNAL MODULE: ./build/commands/run/strangers-compose.js
var strangers_compose = __webpack_require__(6375);
// EXTERNAL MODULE: ./build/commands/run/targets.js
var run_targets = __webpack_require__(1519);
// EXTERNAL MODULE: ./build/commands/run/trial-requests.js
var trial_requests = __webpack_require__(5932);
;// CONCATENATED MODULE: ./build/commands/run/plans.js









/** A plan for each trial. Among several, what cannot be planned is kept beside the others; a single one throws its error. */
async function plansFor(run, ports, configurationOf) {
    const requests = (0,trial_requests/* requestsFor */.U)(run, ports);
    const asked = [];
    for (const request of requests) {
        try {
            asked.push(...(await askedBy(request, run, ports)));
        }
        catch (error) {
            if (requests.length === 1 || !isTold(error))
                throw error;
            asked.push(unreadable(request, error, ports));
        }
    }
    const planned = [];
    for (const [index, { settings, ports: own, target, named, trouble }] of asked.entries()) {
        const about = { settings, ...(named === undefined ? {} : { named }) };
        const file = (0,make_plan/* dockerfileOf */.S9)(settings);
        const runId = index === 0 ? ports.runId : `${ports.runId}-${index}`;
        try {
            if (trouble !== undefined)
                throw trouble;
            refuseMissing(target);
            const configuration = await configurationOf(external_node_path_.resolve(ports.workingDirectory, file));
            planned.push({ kind: 'plan', ...about, plan: (0,make_plan/* makePlan */.Cs)(settings, own, runId, configuration) });
        }
        catch (error) {
            if (asked.length === 1 || !isTold(error))
                throw error;
            const unplanned = { name: settings.name ?? file, file, context: settings.contexts[0] ?? '.', error };
            planned.push({ kind: 'unplanned', ...about, unplanned });
        }
    }
    return distinctlyNamed(planned);
}
function isTold(error) {
    return error instanceof errors/* UserError */.y || error instanceof errors/* SetupError */.w;
}
function masked(error, mask) {
    if (error instanceof errors/* UserError */.y) {
        const { place, hint, message } = error;
        const more = { ...(place === undefined ? {} : { place }), ...(hint === undefined ? {} : { hint: mask(hint) }) };
        return new errors/* UserError */.y(mask(message), more);
    }
    return error instanceof errors/* SetupError */.w ? new errors/* SetupError */.w(mask(error.message), { check: error.check }) : error;
}
function unreadable({ key, settings }, trouble, ports) {
    const { contexts, files, service } = settings;
    const name = settings.name ?? key ?? service?.text;
    const named = key === undefined ? {} : { named: { key, isWhole: true } };
    return { target: { contexts, files }, settings: { ...settings, name }, ports, trouble, ...named };
}
async function askedBy(request, run, ports) {
    const given = (0,strangers_compose/* withoutStrangersFiles */.tW)(request.settings, ports);
    const compose = await (0,strangers_compose/* composeOf */.OV)(given, ports).catch((error) => {
        throw masked(error, (0,run_mask/* maskOf */._)([given], [], ports)); // docker compose quotes what it took from the environment
    });
    const settings = compose === undefined ? given : (0,compose_service/* withComposeService */.oC)(given, compose, ports.workingDirectory);
    const planPorts = { ...ports, ...(compose === undefined ? {} : { compose }) };
    const targets = await (0,run_targets/* targetsOf */.Q)(settings, ports);
    return targets.flatMap((target) => {
        const { contexts, files, pattern } = target;
        const { key } = request;
        if (key !== undefined) {
            const named = { key, isWhole: targets.length === 1 && pattern === undefined };
            const name = nameOf(named, target, settings);
            return [{ named, target, settings: { ...settings, contexts, files, name }, ports: planPorts }];
        }
        const found = compose === undefined ? askedOfFile(target, run, ports) : [];
        return found.length > 0 ? found : [{ target, settings: { ...settings, contexts, files }, ports: planPorts }];
    });
}
/** The trials of the file that stand for a target which was named by hand; of several, the one that a name is given of. */
function askedOfFile(target, run, ports) {
    const requests = (0,trial_requests/* requestsOfFile */.O)(target, run, ports);
    const { name: given } = run.given;
    const meant = requests.filter((each) => ownName(each, { ...target, ...each }) === given);
    return (meant.length > 0 ? meant : requests).map((found) => {
        const { key, isWhole, contexts } = found;
        const named = { key, isWhole };
        const settings = (0,strangers_compose/* withoutStrangersFiles */.tW)(found.settings, ports);
        const name = nameOf(named, { ...target, ...found }, settings);
        return { named, target, settings: { ...settings, contexts, files: target.files, name }, ports };
    });
}
function nameOf(named, target, { given, name }) {
    return given.has('name') ? name : ownName(named, target);
}
function ownName({ key, isWhole }, target) {
    return isWhole ? key : nameInFile(key, target);
}
function refuseMissing({ error, files }) {
    const [file] = files;
    if (error === undefined || file === undefined)
        return;
    throw new errors/* UserError */.y(`"${file.text}" ${error}.`, { place: file.place });
}
/** A trial is told apart by its name, and a comment is kept under it. */
function distinctlyNamed(planned) {
    const plans = planned.flatMap((each) => (each.kind === 'plan' ? [each.plan] : []));
    const names = distinctNames(plans);
    return planned.map((each) => each.kind === 'plan' ? { ...each, plan: { ...each.plan, name: names.get(each.plan) ?? each.plan.name } } : each);
}


/***/ }),

/***/ 2509:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ maskedProgress),
/* harmony export */   _: () => (/* binding */ maskOf)
/* harmony export */ });
/* harmony import */ var _docker_compose_project_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9101);
/* harmony import */ var _render_mask_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8917);


/** Nothing that is printed or kept shows a value that the user gave as a secret, to whichever trial of the run. */
function maskOf(all, plans, ports) {
    const composed = plans.flatMap(({ start }) => (start.compose === undefined ? [] : [start.compose.project]));
    return (0,_render_mask_js__WEBPACK_IMPORTED_MODULE_1__/* .maskFor */ .A)({
        secrets: all.flatMap((settings) => secretsOf(settings, ports)).filter((value) => value !== ''),
        env: all
            .flatMap((settings) => environmentOf(settings, ports))
            .concat(composed.flatMap(_docker_compose_project_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentValues */ .s1))
            .filter((value) => value !== ''),
        // What stands in a compose file in plain text is no more of a secret than what stands in the Dockerfile.
        publicText: [...plans.map(({ facts }) => facts.dockerfile.text), ...composed.map(({ text }) => text)].join('\n'),
    });
}
function secretsOf({ secrets, githubToken }, { environment, files }) {
    const values = secrets.map((secret) => {
        switch (secret.kind) {
            case 'value':
                return secret.value;
            case 'environment':
                return environment[secret.variable] ?? '';
            case 'file':
                return files.readTextIfPresent(secret.file) ?? '';
        }
    });
    return [...values, githubToken ?? ''];
}
function environmentOf({ environment, environmentFiles }, { files }) {
    const fromFiles = environmentFiles.flatMap((file) => (files.readTextIfPresent(file) ?? '').split(/\r?\n/));
    return [...environment, ...fromFiles].map((pair) => pair.slice(pair.indexOf('=') + 1));
}
function maskedProgress(progress, mask) {
    return (event) => {
        if (event.kind === 'line')
            progress({ ...event, text: mask(event.text) });
        else if (event.kind === 'step-began')
            progress({ ...event, title: mask(event.title) });
        else
            progress(event);
    };
}


/***/ }),

/***/ 6375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OV: () => (/* binding */ composeOf),
/* harmony export */   mN: () => (/* binding */ isOfStranger),
/* harmony export */   tW: () => (/* binding */ withoutStrangersFiles)
/* harmony export */ });
/* unused harmony export copyOfBase */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9473);
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


/** The compose file can mount the machine's folders and start containers with all rights: on such events the base's is followed. */
async function composeOf({ composeFiles: files, service }, ports) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        if (files.length === 0)
            return undefined;
        const request = { files, ...(service === undefined ? {} : { service }) };
        if (!isOfStranger(ports))
            return ports.docker.compose.read(request);
        const copy = __addDisposableResource(env_1, await ports.baseCopy?.(), false);
        if (copy !== undefined) {
            ports.print.note('Compose files are read as they are in the base: on this event they may be the work of a stranger.');
            return await ports.docker.compose.read({ ...request, copy }); // before the copy goes
        }
        const because = 'on this event it may be the work of a stranger, and the checkout does not have the commit of the base';
        if (ports.refusal === undefined)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y(`the compose file is not followed: ${because}.`, {
                place: files[0]?.place ?? 'compose-file',
                hint: 'Let actions/checkout fetch it with `fetch-depth: 0`.',
            });
        ports.print.note(`The compose file is not read: ${because}.`);
        return undefined;
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
function isOfStranger({ refusal, ofStranger }) {
    return refusal !== undefined || ofStranger === true;
}
/** What compose reads: its own files, and those of variables. */
const readByCompose = /\.(?:ya?ml|json|env)$|(?:^|\/)\.env[^/]*$/;
async function copyOfBase(commit, git, folders, files) {
    const [top, texts] = await Promise.all([git.root(), git.textsAt(commit, (name) => readByCompose.test(name))]);
    if (top === undefined || texts === undefined)
        return undefined;
    const folder = folders.temporary();
    for (const [name, text] of texts)
        files.writeText(path.join(folder.path, name), text);
    return { folder: folder.path, top, [Symbol.dispose]: () => folder[Symbol.dispose]() };
}
/** Files of the checkout that would reach the container or its build, which a stranger may have written there: each is told. */
function withoutStrangersFiles(settings, ports) {
    if (!isOfStranger(ports) || ports.refusal !== undefined)
        return settings;
    const isOfCheckout = (file) => {
        const whole = node_path__WEBPACK_IMPORTED_MODULE_0__.resolve(ports.workingDirectory, file);
        const top = ports.files.realPath(ports.workingDirectory) ?? ports.workingDirectory;
        return !node_path__WEBPACK_IMPORTED_MODULE_0__.relative(top, ports.files.realPath(whole) ?? whole).startsWith('..');
    };
    const tell = (what, file) => ports.print.note(`The ${what} ${file} is not read: on this event the checkout may be the work of a stranger.`);
    return {
        ...settings,
        environmentFiles: settings.environmentFiles.filter((file) => {
            if (!isOfCheckout(file))
                return true;
            tell('env-file', file);
            return false;
        }),
        secrets: settings.secrets.filter((secret) => {
            if (secret.kind !== 'file' || !isOfCheckout(secret.file))
                return true;
            tell('secret file', secret.file);
            return false;
        }),
    };
}


/***/ }),

/***/ 8917:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ maskDeep),
  A: () => (/* binding */ maskFor)
});

;// CONCATENATED MODULE: ./build/render/mask-values.js
/** A secret of fewer characters cannot be told from ordinary text. */
const fewestCharacters = 4;
const number = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const mask_values_boolean = /^(?:true|false|yes|no|on|off|enabled|disabled|null|none)$/i;
const logLevel = /^(?:trace|debug|info|notice|warn|warning|error|critical|fatal|notset)$/i;
/** Small letters only: a token of dotted parts (a JWT) has capitals. A single word may be a password, so it needs a port. */
const host = /^(?:localhost|(?:\d{1,3}\.){3}\d{1,3}|\[[0-9a-f:.]+\]|[0-9a-f]*::[0-9a-f:.]*|(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24})(?::\d{1,5})?$|^[a-z][a-z0-9-]{0,62}:\d{1,5}$/;
/**
 * Values of `env` that tell nothing: shorter than four characters, a number, a boolean, a host or an address without a
 * password, a log level.
 */
function isPlainValue(value) {
    const trimmed = value.trim();
    return (trimmed.length < fewestCharacters ||
        number.test(trimmed) ||
        mask_values_boolean.test(trimmed) ||
        logLevel.test(trimmed) ||
        host.test(trimmed) ||
        isPlainAddress(trimmed));
}
/** A query may hold a key, and a long random segment of the path is one (as in the addresses of webhooks). */
function isPlainAddress(value) {
    if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(value) || !URL.canParse(value))
        return false;
    const url = new URL(value);
    const random = url.pathname.split('/').some((part) => part.length >= 20 && /\d/.test(part) && /[a-z]/i.test(part));
    return url.password === '' && url.search === '' && url.hash === '' && !random && addressPasswords(value).length === 0;
}
/**
 * The password of `scheme://user:password@host`, up to the last `@`. A slash belongs to it only where no number stands before
 * it: that is a port. Quantities are bounded, so that a hostile line costs no time.
 */
const addressPassword = /:\/\/[^\s:@/?#'"`<>]{0,256}:(?<password>[^\s/?#'"`<>]{1,512}(?=@)|(?!\d{1,5}[/?#])[^\s'"`<>]{1,512}(?=@))/dg;
/** Where passwords of addresses stand in a text. */
function addressPasswords(text) {
    return Array.from(text.matchAll(addressPassword), (match) => {
        const [start, end] = match.indices?.groups?.['password'] ?? [0, 0];
        return { start, end };
    });
}
/**
 * The passwords of the addresses in a text, so that they are found elsewhere too: as written and as meant. One that is a
 * word of its own address (`postgres://postgres:postgres@db`) is hidden in the address only.
 */
function passwordsIn(text) {
    return addressPasswords(text).flatMap(({ start, end }) => {
        const written = text.slice(start, end);
        const lineStart = text.slice(Math.max(0, start - 300), start);
        const around = `${/\S*$/.exec(lineStart)?.[0] ?? ''} ${/^\S{0,300}/.exec(text.slice(end, end + 300))?.[0] ?? ''}`;
        if (around.split(/[^\w-]+/).includes(written))
            return [];
        const meant = decoded(written);
        return meant === written ? [written] : [written, meant];
    });
}
function decoded(written) {
    try {
        return decodeURIComponent(written);
    }
    catch {
        return written; // a lone per cent sign: it was meant as it is
    }
}

;// CONCATENATED MODULE: ./build/render/mask-patterns.js

/** Of a value of several lines, shorter lines are no secret by themselves (a brace of JSON). */
const shortestLine = 4;
/** Fewer characters of base64 would be found everywhere. */
const shortestBase64 = 4;
/** Finds any of these values, in whatever form they may have been written; undefined where there is nothing to find. */
function valuePattern(values) {
    const needles = new Map();
    for (const value of new Set(values.map((each) => each.trim())))
        for (const needle of needlesOf(value))
            needles.set(needle.pattern, needle.length);
    if (needles.size === 0)
        return undefined;
    const longestFirst = Array.from(needles)
        .toSorted((a, b) => b[1] - a[1])
        .map(([pattern]) => pattern);
    return new RegExp(longestFirst.join('|'), 'g');
}
/** All that is to be hidden, in order, overlapping places joined. */
function hiddenSpans(text, pattern) {
    const found = addressPasswords(text);
    if (pattern !== undefined) {
        pattern.lastIndex = 0; // not a copy of it: each would be compiled anew
        for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
            found.push({ start: match.index, end: match.index + match[0].length });
            pattern.lastIndex = match.index + 1; // the next may begin inside of this one
        }
    }
    return union(found.toSorted((a, b) => a.start - b.start));
}
function union(spans) {
    const joined = [];
    for (const { start, end } of spans) {
        const last = joined.at(-1);
        if (last !== undefined && start <= last.end)
            last.end = Math.max(last.end, end);
        else
            joined.push({ start, end });
    }
    return joined;
}
function needlesOf(value) {
    const lines = value.split(/\r\n|[\r\n]/).map((line) => line.trim());
    const parts = lines.length === 1 ? lines : lines.filter((line) => line.length >= shortestLine);
    return [
        ...parts.filter((part) => part !== '').map((part) => ({ pattern: written(part), length: part.length })),
        ...[...new Set([value, ...parts])].flatMap(base64Needles),
    ];
}
/** The value as it may stand in an address, in JSON or in HTML: each character in any of its forms. */
function written(value) {
    return Array.from(value, (character) => /[A-Za-z0-9]/.test(character) ? character : `(?:${formsOf(character).join('|')})`).join('');
}
function formsOf(character) {
    const percent = Array.from(Buffer.from(character), (byte) => `%${anyCase(byte.toString(16).padStart(2, '0'))}`).join('');
    const json = Array.from({ length: character.length }, (_, unit) => String.raw `\\u${anyCase(character.charCodeAt(unit).toString(16).padStart(4, '0'))}`).join('');
    return [...(shortForms.get(character) ?? []), percent, json, literal(character)];
}
/** What JSON, forms and HTML write for some characters; as patterns. */
const shortForms = new Map([
    [' ', [String.raw `\+`]],
    ['"', [String.raw `\\"`, '&quot;', '&#34;']],
    ['\\', [String.raw `\\\\`]],
    ['/', [String.raw `\\/`]],
    ['\t', [String.raw `\\t`]],
    ['&', ['&amp;']],
    ['<', ['&lt;']],
    ['>', ['&gt;']],
    ["'", ['&#39;', '&#x27;']],
]);
/**
 * In base64 three bytes become four characters, so the same bytes look different at each of three positions. Of each the
 * characters that depend on nothing but the value are looked for; what is left at the edges is less than the value.
 */
function base64Needles(value) {
    const bytes = Buffer.from(value);
    const whole = bytes.toString('base64');
    const needles = whole.endsWith('=') && whole.length >= shortestBase64 ? [whole] : [];
    for (const position of [0, 1, 2]) {
        const encoded = Buffer.concat([Buffer.alloc(position), bytes]).toString('base64');
        const first = Math.ceil((position * 8) / 6);
        const last = Math.floor(((position + bytes.length) * 8) / 6);
        if (last - first >= shortestBase64)
            needles.push(encoded.slice(first, last));
    }
    return needles.map((needle) => ({ pattern: base64Pattern(needle), length: needle.length }));
}
/** The alphabet for addresses has other signs, and the usual one may itself be URL-encoded. */
function base64Pattern(needle) {
    return needle.replaceAll('+', '(?:[+-]|%2[bB])').replaceAll('/', '(?:[/_]|%2[fF])').replaceAll('=', '(?:=|%3[dD])');
}
function anyCase(hex) {
    return hex.replaceAll(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
}
function literal(character) {
    return character.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw `\$&`);
}

;// CONCATENATED MODULE: ./build/render/mask.js


const stars = '***';
/** Hides the values as they are, URL-encoded and in base64, and every password in an address. */
function maskFor({ secrets, env, publicText }) {
    const pattern = valuePattern([
        ...secrets,
        ...env.filter((value) => !isPlainValue(value) && !publicText.includes(value)),
        ...[...secrets, ...env, publicText].flatMap(passwordsIn).filter((password) => !isPlainValue(password)),
    ]);
    const replace = (text, by) => {
        let masked = '';
        let at = 0;
        for (const { start, end } of hiddenSpans(text, pattern)) {
            masked += text.slice(at, start) + by(text.slice(start, end));
            at = end;
        }
        return masked + text.slice(at);
    };
    return Object.assign((text) => replace(text, () => stars), {
        // A break would be lost in a star, and the lines behind it move.
        sameLength: (text) => replace(text, (hidden) => hidden.replaceAll(/[^\r\n]/g, '*')),
    });
}
function maskDeep(value, mask) {
    return deeply(value, { mask: (text) => mask(text), within: (name) => within(name, mask), key: '' });
}
/** Under these names stand words of closed lists, which programs read; a secret may happen to read the same. */
const closedWords = new Set('cause check ended family kind promise protocol safety severity since stage status store stream unit verdict'.split(' '));
/** Under these stand names that others chose, so that none of them tells what the value is. */
const foreignNames = new Set(['headers', 'buildArguments']);
function within(name, mask) {
    if (name === 'sources')
        return { mask: mask.sameLength, within: inner };
    return inner(name);
}
function inner(name) {
    return foreignNames.has(name) ? { within: () => ({ key: '' }) } : {};
}
function deeply(value, how) {
    if (typeof value === 'string')
        return closedWords.has(how.key) ? value : how.mask(value);
    if (Array.isArray(value))
        return value.map((entry) => deeply(entry, how));
    if (value instanceof Error)
        return maskedError(value, how);
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, deeply(entry, { ...how, key, ...how.within(key) })]));
}
function maskedError(error, how) {
    const cause = error.cause === undefined ? {} : { cause: deeply(error.cause, how) };
    const masked = new Error(how.mask(error.message), cause);
    masked.name = error.name;
    if (error.stack !== undefined)
        masked.stack = how.mask(error.stack);
    return masked;
}


/***/ })

};
