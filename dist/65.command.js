export const id = 65;
export const ids = [65,611];
export const modules = {

/***/ 6065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  initCommand: () => (/* binding */ initCommand)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/dockerfile/ignore-file.js
var ignore_file = __webpack_require__(7396);
// EXTERNAL MODULE: ./build/facts/image-path.js
var image_path = __webpack_require__(477);
// EXTERNAL MODULE: ./build/facts/leak-use.js
var leak_use = __webpack_require__(8779);
// EXTERNAL MODULE: ./build/facts/secret-files.js
var secret_files = __webpack_require__(900);
// EXTERNAL MODULE: ./build/facts/whole-context.js
var whole_context = __webpack_require__(9265);
// EXTERNAL MODULE: ./build/facts/wildcard.js
var wildcard = __webpack_require__(3896);
;// CONCATENATED MODULE: ./build/init/new-dockerignore.js






/**
 * What no image of a Python application needs, and what lies in this context of that kind under another name. A Dockerfile that is
 * there already (`facts`) loses nothing that it copies by name, or that its build may read.
 */
function newDockerignore(context, facts) {
    const needed = facts === undefined ? [] : neededBy(facts);
    const fits = (pattern) => {
        const ignored = (0,ignore_file/* readIgnoreFile */.r)(pattern);
        return !needed.some((name) => ignored.ignores(name));
    };
    const groups = usual.map(({ title, patterns }) => ({ title, patterns: patterns.filter(fits) }));
    const standing = (0,ignore_file/* readIgnoreFile */.r)(groups.flatMap(({ patterns }) => patterns).join('\n'));
    const found = leftOver(context).filter((name) => !standing.ignores(name) && fits(name));
    return [...groups, { title: 'Found in this folder', patterns: found }]
        .filter(({ patterns }) => patterns.length > 0)
        .map(({ title, patterns }) => `# ${title}\n${patterns.join('\n')}\n`)
        .join('\n');
}
const usual = [
    {
        title: 'Version control and editors',
        patterns: ['.git', '.github', '.gitignore', '.gitattributes', '.idea', '.vscode'],
    },
    { title: 'Secrets stay on the machine', patterns: ['**/.env', '**/.env.*', '!**/.env.example'] },
    {
        title: 'Virtual environments and caches',
        patterns: [
            '.venv',
            'venv',
            '**/node_modules',
            '**/__pycache__',
            '**/*.py[cod]',
            '**/.pytest_cache',
            '**/.mypy_cache',
            '**/.ruff_cache',
            '.coverage',
            'htmlcov',
        ],
    },
    { title: 'Not needed to run', patterns: ['Dockerfile*', '.dockerignore'] },
];
/** Virtual environments and secrets that bear names of their own. */
function leftOver(context) {
    const { files, unvisited } = context.listing;
    const secrets = files.filter((file) => (0,secret_files/* leakOfFile */.$f)(file, context) !== undefined);
    return [...unvisited, ...secrets].filter((name) => !/[[\]*?\\!#\s]/.test(name)).slice(0, mostFound);
}
const mostFound = 50;
/** An environment file is never meant to be in an image, whoever may read it. */
function neededBy(facts) {
    const used = Map.groupBy(facts.leaks, ({ kind }) => kind)
        .entries()
        .filter(([kind, leaks]) => kind !== 'environment' && (0,leak_use/* mayBeUsed */.I)(leaks, facts))
        .flatMap(([, leaks]) => leaks.map((leak) => leak.path));
    return [...(0,whole_context/* namedByCopies */.A8)(facts), ...matchedByCopies(facts), ...used];
}
function matchedByCopies(facts) {
    const patterns = (0,whole_context/* copiesOfBuild */.Pw)(facts)
        .filter(({ from }) => from.kind === 'context')
        .flatMap(({ sources }) => sources.map(({ text }) => (0,image_path/* contextPath */.VJ)(text)))
        .filter((text) => (0,wildcard/* hasWildcard */.r)(text) && text !== '*')
        .flatMap((text) => (0,wildcard/* wildcard */.X)(text) ?? []);
    return facts.context.listing.files.filter((file) => patterns.some((pattern) => pattern.test(file)));
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./build/init/new-workflow.js

/** The workflow with which the README begins. */
function newWorkflow(inputs) {
    const trial = Object.keys(inputs).length === 0 ? {} : { with: inputs };
    return (0,dist/* stringify */.As)({
        name: 'Sea Trial',
        on: 'pull_request',
        permissions: { contents: 'read', 'pull-requests': 'write' },
        jobs: {
            image: {
                'runs-on': 'ubuntu-latest',
                steps: [
                    { uses: 'actions/checkout@v6', with: { 'persist-credentials': false } },
                    { uses: 'sea-trial/sea-trial@v1', ...trial },
                ],
            },
        },
    });
}
/** Whether a workflow runs Sea Trial: the action, whoever owns the copy of it, or the command. */
function usesSeaTrial(workflow) {
    return workflow
        .split(/\r?\n/)
        .filter((line) => !/^\s*#/.test(line))
        .some((line) => ways.some((way) => way.test(line)));
}
const ways = [
    /\buses["']?\s*:\s*["']?[\w.-]+\/sea-trial(?:\/[^@\s"']+)?@/,
    /\bnpx\s+(?:-\S+\s+)*sea-trial\b/,
    /(?:^|[\s;&|])sea-trial\s+(?:trial|lint|\.)/,
];

// EXTERNAL MODULE: ./build/facts/pyproject.js
var facts_pyproject = __webpack_require__(8388);
// EXTERNAL MODULE: ./build/facts/python-prints.js
var python_prints = __webpack_require__(9477);
;// CONCATENATED MODULE: ./build/init/python-text.js

/** Longer modules are generated, and hold no application. */
const longestModule = 200_000;
function pythonText(path, source) {
    return { path, code: source.length > longestModule ? '' : (0,python_prints/* blanked */.G)(source.replaceAll(/\r\n?/g, '\n')) };
}
/** The lines that run when the module is imported, as they stand; what is within brackets of a line above is not among them. */
function outerLines(code) {
    const found = [];
    let hidden;
    let depth = 0;
    for (const line of code.split('\n')) {
        const isInside = depth > 0;
        depth = Math.max(0, depth + count(line, /[([{]/g) - count(line, /[)\]}]/g));
        if (isInside || line.trim() === '')
            continue;
        const margin = line.search(/\S/);
        if (hidden !== undefined && margin > hidden)
            continue;
        hidden = /^\s*(?:(?:async\s+)?def|class)\b|^if\s+(?:__name__\b|[^:]*==\s*__name__\b)/.test(line)
            ? margin
            : undefined;
        if (hidden === undefined)
            found.push(line);
    }
    return found;
}
function count(text, pattern) {
    return text.match(pattern)?.length ?? 0;
}
/** Functions at the margin. */
function definitionsIn(code) {
    return [...code.matchAll(/^(?<async>async[ \t]+)?def[ \t]+(?<name>\w+)/gm)].map((match) => {
        const rest = code.slice(match.index + match[0].length);
        const end = rest.search(/\n(?=[^\s)\]}])/);
        return {
            name: match.groups?.['name'] ?? '',
            text: end === -1 ? rest : rest.slice(0, end),
            isAsync: match.groups?.['async'] !== undefined,
        };
    });
}
/** What stands between the brackets that open at `from`; all that is left where they do not close. */
function insideBrackets(code, from) {
    let depth = 0;
    for (let at = from; at < code.length; at += 1) {
        const character = code.charAt(at);
        if (/[([{]/.test(character))
            depth += 1;
        else if (/[)\]}]/.test(character) && (depth -= 1) === 0)
            return code.slice(from + 1, at);
    }
    return code.slice(from + 1);
}
/** Parts between the commas of the outermost level. */
function commaParts(text) {
    const parts = [''];
    let depth = 0;
    for (const character of text) {
        if (/[([{]/.test(character))
            depth += 1;
        else if (/[)\]}]/.test(character))
            depth -= 1;
        if (character === ',' && depth === 0)
            parts.push('');
        else
            parts[parts.length - 1] += character;
    }
    return parts.map((part) => part.trim()).filter((part) => part !== '');
}
/** `from module import name as local`. */
function importedNames(code) {
    const flat = code.replaceAll(/\\\n/g, ' ').replaceAll(/\([^()]*\)/g, (inside) => inside.replaceAll(/\s+/g, ' '));
    return [...flat.matchAll(/^[ \t]*from[ \t]+(?<module>[.\w]+)[ \t]+import[ \t]+(?<names>[^\n;]+)/gm)].flatMap((match) => (match.groups?.['names'] ?? '')
        .replaceAll(/[()]/g, '')
        .split(',')
        .flatMap((part) => {
        const [name = '', local = name] = part.trim().split(/\s+as\s+/);
        return /^\w+$/.test(name) ? [{ local, name, module: match.groups?.['module'] ?? '' }] : [];
    }));
}
/** First names of what is imported from the top: `import shop.routes`, `from shop import routes`. */
function importedFirstNames(code) {
    const plain = [...code.matchAll(/^[ \t]*import[ \t]+(?<names>[^\n;]+)/gm)].flatMap((match) => (match.groups?.['names'] ?? '').split(','));
    const from = importedNames(code).map(({ module }) => module);
    return [...new Set([...plain, ...from].flatMap((text) => /^\w+/.exec(text.trim())?.[0] ?? []))];
}

;// CONCATENATED MODULE: ./build/init/application-names.js

/** The names that hold an application; only where there is none, the functions that make one without being told anything. */
function applicationNames(modules) {
    const mentioning = modules.filter(({ code }) => /\b(?:FastAPI|Starlette)\b/.test(code));
    const classes = new Set(['FastAPI', 'Starlette', ...mentioning.flatMap(({ code }) => subclassesIn(code))]);
    const factories = modules.flatMap((module) => factoriesIn(module, namesOf(classes, module)));
    const makers = new Set(factories.map(({ name }) => name));
    const held = modules.flatMap((module) => heldIn(module, namesOf(classes, module), makers));
    if (held.length > 0)
        return held;
    return factories
        .filter(({ isBare, name }) => isBare && !factories.some((other) => other.name !== name && other.calls.has(name)))
        .map(({ path, name }) => ({ path, name, isFactory: true }));
}
function subclassesIn(code) {
    return [...code.matchAll(/^class[ \t]+(\w+)[ \t]*\([^()]*\b(?:FastAPI|Starlette)\b/gm)].flatMap(([, name]) => name ?? []);
}
/** What the classes are called in this module. */
function namesOf(classes, { code }) {
    const renamed = importedNames(code).filter(({ name, local }) => name !== local && classes.has(name));
    return renamed.length === 0 ? classes : new Set([...classes, ...renamed.map(({ local }) => local)]);
}
function heldIn({ path, code }, classes, makers) {
    const names = outerLines(code).flatMap((line) => {
        const { name, type, callee, rest = '' } = assignment.exec(line)?.groups ?? {};
        if (name === undefined || callee === undefined)
            return [];
        const called = lastName(callee);
        const isOne = classes.has(called) || makers.has(called) || (type !== undefined && classes.has(lastName(type)));
        return isOne || (usualNames.has(name) && calls(rest, classes)) ? [name] : [];
    });
    return [...new Set(names)].map((name) => ({ path, name, isFactory: false }));
}
const assignment = /^[ \t]*(?<name>[A-Za-z_]\w*)[ \t]*(?::[ \t]*(?<type>[^=]+?)[ \t]*)?=[ \t]*(?<callee>[A-Za-z_][\w.]*)[ \t]*\((?<rest>.*)/;
/** A middleware around the application is given these names too. */
const usualNames = new Set(['app', 'application', 'api', 'asgi']);
function factoriesIn({ path, code }, classes) {
    return definitionsIn(code).flatMap(({ name, text, isAsync }) => {
        const parameters = insideBrackets(text, text.indexOf('('));
        const body = text.slice(text.indexOf('(') + parameters.length + 2);
        const returned = /^[ \t]*->[ \t]*(?<type>[\w.]+)/.exec(body)?.groups?.['type'];
        const makes = /\breturn\b/.test(body) && calls(body, classes);
        if (isAsync || !(makes || (returned !== undefined && classes.has(lastName(returned)))))
            return [];
        const isBare = !name.startsWith('_') && commaParts(parameters).every((part) => /^[*/]|=/.test(part));
        const called = [...body.matchAll(/\b(\w+)[ \t]*\(/g)].flatMap(([, each]) => each ?? []);
        return [{ path, name, isBare, calls: new Set(called) }];
    });
}
function calls(code, names) {
    return [...code.matchAll(/\b(\w+)[ \t]*\(/g)].some(([, name = '']) => names.has(name));
}
function lastName(dotted) {
    return dotted.trim().split('.').at(-1) ?? '';
}

;// CONCATENATED MODULE: ./build/init/import-root.js


/**
 * The folder in which Python has to look for a module so that what the module and its neighbours import is found there too: above
 * the package, or beside the module where they import each other by bare names. Empty for the context itself.
 */
function importRoot(file, modules, context) {
    const folder = folderOf(file);
    if (folder === '')
        return '';
    const near = modules.filter((module) => module.path.startsWith(`${folder}/`));
    const names = [...new Set(near.flatMap(({ code }) => importedFirstNames(code)))];
    const allowed = foldersUpFrom(folder).slice(levelsAbove(file, modules));
    const usual = usualRoot(folder, context);
    const score = (root) => names.filter((name) => holds(root, name, context)).length;
    const best = Math.max(...allowed.map(score));
    const candidates = allowed.filter((root) => score(root) === best);
    return candidates.includes(usual) ? usual : (candidates.at(-1) ?? usual);
}
/** From the folder itself to the context, as far as the folders between have names that Python can import. */
function foldersUpFrom(folder) {
    const found = [folder];
    for (let at = folder; at !== '' && /^[A-Za-z_]\w*$/.test(external_node_path_.posix.basename(at)); at = folderOf(at))
        found.push(folderOf(at));
    return found;
}
/** `from . import x` needs a package around the module, `from .. import x` two. */
function levelsAbove(file, modules) {
    const code = modules.find((module) => module.path === file)?.code ?? '';
    const dots = [...code.matchAll(/^[ \t]*from[ \t]+(\.+)/gm)].map(([, each = '']) => each.length);
    return Math.max(0, ...dots, file.endsWith('/__init__.py') ? 1 : 0);
}
/** Above the topmost package; a folder that is none is one of the context's own, unless it is called `src`. */
function usualRoot(folder, context) {
    if (context.kindOf(`${folder}/__init__.py`) === 'file') {
        let top = folder;
        while (folderOf(top) !== '' && context.kindOf(`${folderOf(top)}/__init__.py`) === 'file')
            top = folderOf(top);
        return folderOf(top);
    }
    return folder === 'src' || folder.startsWith('src/') ? 'src' : '';
}
function holds(root, name, context) {
    const place = external_node_path_.posix.join(root, name);
    return (context.kindOf(`${place}.py`) === 'file' || (context.kindOf(place) === 'folder' && holdsPython(place, context)));
}
function holdsPython(folder, { listing }) {
    return listing.files.some((file) => file.startsWith(`${folder}/`) && file.endsWith('.py'));
}
function folderOf(name) {
    const folder = external_node_path_.posix.dirname(name);
    return folder === '.' ? '' : folder;
}

;// CONCATENATED MODULE: ./build/init/mounted.js

/** Applications that a module hands to a `mount`: another one serves them. */
function mountedNames(names, modules) {
    const found = new Set();
    if (names.length < 2)
        return found;
    for (const module of modules) {
        const imported = importedNames(module.code);
        for (const word of mountedWords(module.code)) {
            const [first = '', ...rest] = word.split('.');
            const origin = imported.find(({ local }) => local === first);
            const last = rest.at(-1);
            for (const each of names) {
                const isHere = last === undefined && origin === undefined && each.path === module.path && each.name === first;
                const isImported = last === undefined && origin !== undefined && each.name === origin.name && isModule(each, origin.module);
                const isOfModule = last !== undefined &&
                    each.name === last &&
                    isModule(each, origin === undefined ? word.slice(0, -last.length - 1) : origin.name);
                if (isHere || isImported || isOfModule)
                    found.add(each);
            }
        }
    }
    return found;
}
/** What stands in the brackets of `app.mount(…)`, `Mount(…)` and `Host(…)`, keywords left out. */
function mountedWords(code) {
    return [...code.matchAll(/\b(?:mount|Mount|host|Host)[ \t]*\(/g)].flatMap((match) => {
        const inside = insideBrackets(code, match.index + match[0].length - 1);
        return [...inside.matchAll(/(?<![\w.])[A-Za-z_][\w.]*(?![\w.]|[ \t]*=[^=])/g)].map(([word]) => word);
    });
}
/** By the end of its dotted name, for where the names begin is not known yet. */
function isModule({ path }, dotted) {
    const wanted = dotted.replace(/^\.+/, '').replaceAll('.', '/');
    const own = path.replace(/(?:\/__init__)?\.py$/, '');
    return wanted === '' || own === wanted || own.endsWith(`/${wanted}`);
}

;// CONCATENATED MODULE: ./build/init/start-hints.js
/** Those of the applications that the project itself says are started: by FastAPI's setting, else by a command or a call of uvicorn. */
function startHints(applications, context, entrypoint, modules) {
    if (applications.length < 2)
        return applications;
    const named = entrypoint === undefined ? [] : [entrypoint];
    const ways = [
        () => named,
        () => commandsIn(context),
        () => callsIn(context, modules),
    ];
    for (const way of ways) {
        const words = way();
        const meant = applications.filter(({ target }) => words.some((word) => word === target || target.endsWith(`.${word}`)));
        if (meant.length > 0)
            return meant;
    }
    const running = modules.filter(({ code }) => /\buvicorn[ \t]*\.[ \t]*run[ \t]*\([ \t\n]*(?:app[ \t]*=[ \t]*)?\w/.test(code));
    return applications.filter(({ path }) => running.some((module) => module.path === path));
}
const commandFiles = /^(?:Procfile|Makefile|justfile|Justfile|README[\w.]*|pyproject\.toml|package\.json|[\w.-]+\.sh|(?:docker-)?compose[\w.-]*\.ya?ml|app\.json|render\.yaml|fly\.toml|railway\.(?:json|toml)|nixpacks\.toml)$/;
const target = /(?<![\w.:/])[A-Za-z_][\w.]*:[A-Za-z_]\w*(?![\w:/])/g;
/** `module:name` on lines that call a server. */
function commandsIn(context) {
    return context.listing.files
        .filter((file) => commandFiles.test(file))
        .flatMap((file) => (context.readText(file) ?? '').split('\n'))
        .filter((line) => /\b(?:uvicorn|gunicorn|hypercorn|granian|fastapi)\b/.test(line))
        .flatMap((line) => [...line.matchAll(target)].map(([word]) => word));
}
/** `uvicorn.run("module:name")`; the text is asked for anew, for strings are blank in the code. */
function callsIn(context, modules) {
    return modules
        .filter(({ code }) => /\buvicorn[ \t]*\.[ \t]*run\b/.test(code))
        .flatMap(({ path }) => [
        ...(context.readText(path) ?? '').matchAll(/\brun\(\s*(?:app\s*=\s*)?["']([\w.]+:\w+)["']/g),
    ])
        .flatMap(([, word]) => word ?? []);
}

;// CONCATENATED MODULE: ./build/init/application.js






/**
 * Every FastAPI and Starlette application that a module of the context holds under a name, or that a function without parameters
 * makes. One that another mounts is a part of that. Where several are left, the command by which the project says itself that it is
 * started decides.
 */
function findApplications(context, entrypoint) {
    const modules = modulesOf(context);
    const names = applicationNames(modules);
    const mounted = mountedNames(names, modules);
    const standing = mounted.size === names.length ? names : names.filter((name) => !mounted.has(name));
    const applications = onePerModule(standing).map((name) => applicationOf(name, modules, context));
    const meant = startHints(applications, context, entrypoint, modules);
    return { found: meant.length === 1 ? meant : applications, modules };
}
/** The one that a person names, `shop.main:app`, whatever makes it; undefined where there is no such module. */
function namedApplication(target, context) {
    const modules = modulesOf(context);
    const [module = '', name = ''] = target.split(':');
    const tail = module.replaceAll('.', '/');
    const found = modules
        .map(({ path: file }) => file)
        .filter((file) => [`${tail}.py`, `${tail}/__init__.py`].some((end) => file === end || file.endsWith(`/${end}`)))
        .toSorted((a, b) => a.length - b.length)[0];
    if (found === undefined || !/^[\w.]+:\w+(?:\(\))?$/.test(target))
        return undefined;
    const attribute = name.replace('()', '');
    const code = modules.find(({ path: file }) => file === found)?.code ?? '';
    const isFactory = attribute !== name || definitionsIn(code).some((each) => each.name === attribute);
    const root = found.slice(0, found.lastIndexOf(tail)).replace(/\/$/, '');
    return { found: [{ path: found, root, target: `${module}:${attribute}`, isFactory }], modules };
}
function modulesOf(context) {
    return context.listing.files
        .filter((file) => isSource(file) && !context.isIgnored(file))
        .slice(0, mostModules)
        .flatMap((file) => {
        const text = context.readText(file);
        return text === undefined ? [] : [pythonText(file, text)];
    });
}
const mostModules = 2000;
const notTheApplication = new Set('tests test testing docs doc docs_src examples example samples benchmarks bench migrations alembic site-packages build dist e2e'.split(' '));
function isSource(file) {
    const folders = file.split('/');
    const name = folders.pop() ?? '';
    return (name.endsWith('.py') &&
        !/^(?:test_.*|.*_test|conftest|setup)\.py$/.test(name) &&
        !folders.some((folder) => folder.startsWith('.') || notTheApplication.has(folder)));
}
/** `app` is what servers and FastAPI's own command take where they are told a module alone. */
function onePerModule(names) {
    return [...Map.groupBy(names, ({ path: file }) => file).values()].flatMap((inModule) => {
        const usual = inModule.filter(({ name }) => name === 'app');
        return usual.length === 1 ? usual : inModule;
    });
}
function applicationOf({ path: file, name, isFactory }, modules, context) {
    const root = importRoot(file, modules, context);
    return { path: file, root, target: `${moduleName(file, root)}:${name}`, isFactory };
}
function moduleName(file, root) {
    return external_node_path_.posix
        .relative(root, file)
        .replace(/\.py$/, '')
        .replace(/\/__init__$/, '')
        .replaceAll('/', '.');
}

// EXTERNAL MODULE: ./build/facts/requirements.js
var requirements = __webpack_require__(1942);
;// CONCATENATED MODULE: ./build/init/dependencies.js



/** A lock file goes before a list; of two lists the first that an image can be made of. */
function readDependencies(context) {
    const pyproject = (0,facts_pyproject/* readPyproject */.x)(context);
    const text = context.readText('pyproject.toml') ?? '';
    const isThere = (name) => context.kindOf(name) === 'file';
    if (pyproject !== undefined && isThere('uv.lock'))
        return ofUv(pyproject, text, context);
    if (pyproject !== undefined && isThere('poetry.lock'))
        return ofPoetry(pyproject, text, context);
    const requirements = requirementsNames.find(isThere);
    const listed = requirements === undefined ? undefined : ofRequirements(requirements, context);
    if (listed !== undefined && !('problem' in listed))
        return listed;
    const project = pyproject !== undefined && hasProjectDependencies(text) ? ofProject(pyproject, text, context) : undefined;
    if (project !== undefined && !('problem' in project))
        return project;
    return listed ?? project ?? { problem: whatIsMissing(pyproject, isThere) };
}
/** Files by which a folder is known to be a project of its own. */
function isProject(context, folder) {
    return ['pyproject.toml', 'uv.lock', 'poetry.lock', 'Pipfile', 'setup.py', ...requirementsNames].some((name) => context.kindOf(external_node_path_.posix.join(folder, name)) === 'file');
}
const requirementsNames = [
    'requirements.txt',
    'requirements/production.txt',
    'requirements/prod.txt',
    'requirements/base.txt',
    'requirements/main.txt',
    'requirements-prod.txt',
    'requirements/requirements.txt',
];
function whatIsMissing(pyproject, isThere) {
    if (pyproject?.tools.has('poetry') === true)
        return '`poetry.lock` is missing, which says what is installed. Run `poetry lock` and commit it.';
    if (isThere('Pipfile'))
        return '`Pipfile` is not read. Write its packages to a requirements file by `pipenv requirements > requirements.txt`.';
    const what = pyproject === undefined ? 'no file says' : '`pyproject.toml` does not say';
    return `${what} which packages the application needs. Write them to \`requirements.txt\`, each with its version.`;
}
function ofUv(pyproject, text, context) {
    if (usesFolders(text))
        return { problem: foldersProblem('pyproject.toml') };
    const version = /^\s*required-version\s*=\s*["']([\w.<>=!~,*]+)["']/m.exec(tableText(text, String.raw `tool\.uv`))?.[1];
    return (serverProblem(hasServer(pyproject, context), 'Run `uv add uvicorn`') ?? {
        tool: 'uv',
        ...(version === undefined ? {} : { version: /^\d/.test(version) ? `==${version}` : version }),
        needsGit: /\bgit\+|\bgit\s*=/.test(`${sourcesOf(text)}${tableText(text, 'project')}`),
    });
}
function sourcesOf(text) {
    return tableText(text, String.raw `tool\.uv\.sources`);
}
function usesFolders(text) {
    return /^\[tool\.uv\.workspace\]/m.test(text) || /\b(?:workspace|path)\s*=/.test(sourcesOf(text));
}
function ofPoetry(pyproject, text, context) {
    const main = `${tableText(text, 'project')}${tableText(text, String.raw `tool\.poetry\.dependencies(?:\.[\w-]+)?`)}`;
    if (/\bpath\s*=/.test(main))
        return { problem: foldersProblem('pyproject.toml') };
    // Of a version of Poetry that writes no groups it is not known for whom a package was locked.
    const locked = (context.readText('poetry.lock') ?? '').split('[[package]]');
    const isLocked = locked.some((each) => /^name = "uvicorn"$/m.test(each) && /^groups = \[[^\]]*"main"/m.test(each));
    return (serverProblem(isLocked || hasServer(pyproject, context), 'Run `poetry add uvicorn`') ?? {
        tool: 'poetry',
        needsGit: /\bgit\+|\bgit\s*=/.test(main),
    });
}
function ofProject(pyproject, text, context) {
    if (usesFolders(text))
        return { problem: foldersProblem('pyproject.toml') };
    return (serverProblem(hasServer(pyproject, context), 'Add it to `dependencies` in `pyproject.toml`') ?? {
        tool: 'pip-project',
        needsGit: /\bgit\+/.test(tableText(text, 'project')),
    });
}
function ofRequirements(main, context) {
    const file = (0,requirements/* readRequirementsFile */.JB)(context, main);
    if (file === undefined || context.textMatches(main, /\0/) === true)
        return { problem: `\`${main}\` cannot be read as text. Save it as UTF-8.` };
    const all = (0,requirements/* allRequirements */.Wc)(file);
    const local = all.find(({ kind, specifier }) => (kind === 'path' || kind === 'editable') && !/^(?:[a-z]+\+)?[a-z]+:\/\//i.test(specifier));
    if (local !== undefined)
        return { problem: foldersProblem(local.location.path) };
    const files = filesOf(file);
    const odd = files.find((name) => !isPlain(name));
    if (odd !== undefined)
        return { problem: oddNameProblem(odd) };
    const texts = files.map((name) => context.readText(name) ?? '');
    const isServed = all.some(({ name }) => name !== undefined && servers.has(name)) || texts.some((text) => bringsServer(text));
    return (serverProblem(isServed, `Add it to \`${main}\`, with its version`) ?? {
        tool: 'pip',
        main,
        files,
        needsGit: texts.some((text) => /^[^#\n]*\bgit\+/m.test(text)),
    });
}
function filesOf({ path: name, includes, constraints }) {
    const included = includes.flatMap(({ file }) => (file === undefined ? [] : filesOf(file)));
    return [...new Set([name, ...included, ...constraints])];
}
const servers = new Set(['uvicorn', 'uvicorn-worker']);
/** FastAPI brings uvicorn where it is asked for with these extras. */
function bringsServer(text) {
    return /^[ \t"']*(?:fastapi|fastapi-cli)[ \t]*\[[^\]\n]*\b(?:standard|all)\b/im.test(text);
}
function hasServer({ dependencies }, context) {
    const lines = (context.readText('pyproject.toml') ?? '').split(/\r?\n/);
    return dependencies.some(({ name, location: { line, column } }) => {
        const text = lines[line - 1]?.slice(column - 1) ?? '';
        const isExtra = /^fastapi(?:-cli)?["']?\s*=\s*\{.*\bextras\s*=\s*\[[^\]]*["'](?:standard|all)["']/.test(text);
        return servers.has(name) || bringsServer(text) || isExtra;
    });
}
/** A Dockerfile takes such a name as it is. */
function isPlain(name) {
    return /^[\w./+@-]*$/.test(name);
}
function oddNameProblem(name) {
    return `\`${name}\` has a letter in its name that a Dockerfile reads otherwise. Name it by plain letters.`;
}
function serverProblem(isServed, remedy) {
    return isServed
        ? undefined
        : { problem: `uvicorn, which serves the application, is not among its dependencies. ${remedy}.` };
}
function foldersProblem(file) {
    return `\`${file}\` installs from folders of the repository, and which of them the image needs only the project knows. Write one by hand.`;
}
function hasProjectDependencies(text) {
    return /^\s*dependencies\s*=\s*\[/m.test(tableText(text, 'project'));
}
/** The lines of a table of TOML, comments left out; `name` is a pattern. */
function tableText(text, name) {
    const header = new RegExp(String.raw `^\s*\[${name}\]\s*(?:#.*)?$`);
    let isInside = false;
    return text
        .split(/\r?\n/)
        .filter((line) => {
        if (/^\s*\[{1,2}[\w."'-]+\]{1,2}\s*(?:#.*)?$/.test(line))
            isInside = header.test(line);
        return isInside && !/^\s*#/.test(line);
    })
        .join('\n');
}

;// CONCATENATED MODULE: ./build/init/new-dockerfile.js

/** Versions that were tried together. */
const uvVersion = '==0.13.9';
const poetry = 'poetry==2.5.1 poetry-plugin-export==1.10.1';
/** No number of Debian's own users, and below those for which `useradd` writes a large log. */
const user = 10001;
/** The text of a Dockerfile that the rules have nothing to say about. */
function newDockerfile(plan) {
    const base = `python:${plan.python}-slim`;
    return [...buildStage(plan, base), ...new_dockerfile_image(plan, base)].map((paragraph) => `${paragraph.join('\n')}\n`).join('\n');
}
function buildStage({ dependencies, installsItself }, base) {
    switch (dependencies.tool) {
        case 'pip':
        case 'pip-project':
            return [];
        case 'uv': {
            const sync = 'RUN uv sync --locked --no-dev --no-cache --compile-bytecode';
            return [
                [
                    `FROM ${base} AS build`,
                    'ENV UV_PYTHON_DOWNLOADS=never UV_SYSTEM_CERTS=true',
                    ...gitInstall(dependencies),
                    `RUN pip install --no-cache-dir ${quotedRequirement(`uv${dependencies.version ?? uvVersion}`)}`,
                    'WORKDIR /app',
                    'COPY pyproject.toml uv.lock ./',
                    `${sync} --no-install-project`,
                    ...(installsItself ? ['COPY . .', sync] : []),
                ],
            ];
        }
        case 'poetry':
            return [
                [
                    `FROM ${base} AS lock`,
                    `RUN pip install --no-cache-dir ${poetry}`,
                    'WORKDIR /lock',
                    'COPY pyproject.toml poetry.lock ./',
                    `RUN poetry export --only main${dependencies.needsGit ? ' --without-hashes' : ''} --output requirements.txt`,
                ],
            ];
    }
}
function new_dockerfile_image(plan, base) {
    const { application, dependencies, installsItself, workingFolder } = plan;
    const isUv = dependencies.tool === 'uv';
    const variables = [
        'PYTHONUNBUFFERED=1',
        ...(isUv ? ['PATH=/app/.venv/bin:$PATH'] : []),
        ...(application.root === '' ? [] : [`PYTHONPATH=/app/${application.root}`]),
    ];
    const command = [
        'uvicorn',
        application.target,
        ...(application.isFactory ? ['--factory'] : []),
        '--host',
        '0.0.0.0',
        '--port',
        '8000',
    ];
    return [
        [`FROM ${base}`, `ENV ${variables.join(' ')}`],
        [
            '# The folder of the application is the home of its user, who may write there.',
            `RUN useradd --create-home --home-dir /app --uid ${user} app`,
            'WORKDIR /app',
        ],
        ['# Before the source, whose changes do not install anything again.', ...installation(plan)],
        [
            `COPY --chown=${user}:${user} . .`,
            ...(installsItself && !isUv ? ['RUN pip install --no-cache-dir --no-deps .'] : []),
        ],
        [
            ...(workingFolder === '' ? [] : [`WORKDIR /app/${workingFolder}`]),
            `USER ${user}`,
            'EXPOSE 8000',
            `CMD [${command.map((word) => JSON.stringify(word)).join(', ')}]`,
        ],
    ];
}
/** The packages, by a step that a change of the source does not build again. */
function installation({ dependencies, python }) {
    switch (dependencies.tool) {
        case 'pip':
            return [
                ...gitInstall(dependencies),
                ...copies(dependencies.files),
                `RUN pip install --no-cache-dir -r ${dependencies.main}`,
            ];
        case 'pip-project':
            return [...gitInstall(dependencies), 'COPY pyproject.toml ./', listedInstall(python)];
        case 'uv':
            return ['COPY --from=build /app/.venv ./.venv'];
        case 'poetry':
            return [
                ...gitInstall(dependencies),
                'COPY --from=lock /lock/requirements.txt ./',
                'RUN pip install --no-cache-dir -r requirements.txt',
            ];
    }
}
/** Pip itself installs no project's dependencies alone. The reader of TOML is in Python since 3.11, and in pip before. */
function listedInstall(python) {
    const reader = Number(python.split('.')[1]) < 11 ? 'from pip._vendor import tomli as tomllib' : 'import tomllib';
    return String.raw `RUN python -c "${reader}; print(*tomllib.load(open('pyproject.toml', 'rb'))['project']['dependencies'], sep='\n')" > /tmp/requirements.txt \
    && pip install --no-cache-dir -r /tmp/requirements.txt`;
}
function gitInstall({ needsGit }) {
    return needsGit
        ? [
            String.raw `RUN apt-get update && apt-get install --yes --no-install-recommends git \
    && rm -rf /var/lib/apt/lists/*`,
        ]
        : [];
}
/** Each file to the folder that it has in the context, for they name each other by relative paths. */
function copies(files) {
    const byFolder = Map.groupBy(files, (file) => external_node_path_.posix.dirname(file));
    return [...byFolder].map(([folder, inFolder]) => `COPY ${inFolder.join(' ')} ${folder === '.' ? './' : `./${folder}/`}`);
}
/** `>` would be the shell's. */
function quotedRequirement(text) {
    return /^[\w.=-]+$/.test(text) ? text : `"${text}"`;
}

// EXTERNAL MODULE: ./build/facts/python-support.js
var python_support = __webpack_require__(4954);
;// CONCATENATED MODULE: ./build/init/python-version.js

/** Where nothing says which: old enough that what a requirements file pins has wheels for it. */
const otherwise = '3.13';
/**
 * The version that the project is run with, as far as a file says so; else the oldest that `requires-python` allows and that is
 * still supported, for that is the one which its dependencies certainly have.
 */
function choosePython(context, requiresPython, { today, localPython }) {
    const chosen = (version, from) => ({
        version,
        ...(from === undefined ? {} : { from }),
        isOld: (0,python_support/* isPastEndOfLife */.d)(version, today),
    });
    const isAllowed = (version) => requiresPython === undefined || admits(requiresPython, version);
    for (const { file, pattern } of hints) {
        const version = pattern.exec(context.readText(file) ?? '')?.[1];
        if (version !== undefined && isAllowed(version))
            return chosen(version, file);
    }
    if (requiresPython !== undefined) {
        const allowed = minors.filter(isAllowed);
        const known = allowed.filter((version) => minorOf(version) <= minorOf(python_support/* newestPython */.fR));
        const best = known.find((version) => !(0,python_support/* isPastEndOfLife */.d)(version, today)) ?? known.at(-1) ?? allowed[0];
        if (best !== undefined)
            return chosen(best, 'pyproject.toml');
    }
    const used = versionInUse(context);
    if (used !== undefined)
        return chosen(used.version, used.file);
    const isUsable = localPython !== undefined && minorOf(localPython) <= minorOf(python_support/* newestPython */.fR) && !(0,python_support/* isPastEndOfLife */.d)(localPython, today);
    return chosen(isUsable ? localPython : otherwise);
}
const minors = Array.from({ length: 25 }, (_, index) => `3.${index + 6}`);
/** Files by which version managers and platforms are told the version; another interpreter than CPython is none. */
const hints = [
    { file: '.python-version', pattern: /^\s*(?:cpython-|python-)?(3\.\d+)(?:\.\d+)?\s*$/m },
    { file: 'runtime.txt', pattern: /^\s*python-(3\.\d+)(?:\.\d+)?\s*$/m },
    { file: '.tool-versions', pattern: /^\s*python\s+(3\.\d+)(?:\.\d+)?\b/m },
];
/** That of the virtual environment, or of the tests that run on GitHub. */
function versionInUse(context) {
    const { unvisited, files } = context.listing;
    const places = [
        ...unvisited.map((folder) => ({ file: `${folder}/pyvenv.cfg`, pattern: /^version(?:_info)?\s*=\s*(3\.\d+)/m })),
        ...files
            .filter((file) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(file))
            .map((file) => ({ file, pattern: /^\s*(?:-\s*)?python-version:\s*\[?\s*["']?(3\.\d+)/m })),
    ];
    for (const { file, pattern } of places) {
        const version = pattern.exec(context.readText(file) ?? '')?.[1];
        if (version !== undefined)
            return { version, file };
    }
    return undefined;
}
function minorOf(version) {
    return Number(version.split('.')[1]);
}
/** Whether a specifier as `>=3.11,<3.14` or Poetry's `^3.11` allows the newest patch of a version such as `3.12`. */
function admits(specifier, version) {
    const minor = minorOf(version);
    return specifier
        .split('||')
        .some((alternative) => [...alternative.matchAll(clause)].every((match) => isMet(match, minor)));
}
const clause = /(?<operator>===?|~=|!=|<=|>=|<|>|\^|~)?\s*v?(?<major>\d+)(?:\.(?<minor>\d+))?(?:\.(?<patch>\d+))?/g;
function isMet({ groups = {} }, minor) {
    const { operator = '==', major = '3', minor: minorText, patch } = groups;
    const isThree = major === '3';
    const named = minorText === undefined ? undefined : Number(minorText);
    const bound = isThree ? (named ?? 0) : Number(major) < 3 ? -Infinity : Infinity;
    switch (operator) {
        case '>=':
            return minor >= bound;
        case '>': // 3.11.1 is above 3.11, and yet who writes it means 3.12
            return patch === undefined && named !== undefined ? minor > bound : minor >= bound;
        case '<':
            return Number(patch ?? 0) > 0 ? minor <= bound : minor < bound;
        case '<=':
            return patch === undefined ? minor < bound : minor <= bound;
        case '!=':
            return patch !== undefined || minor !== bound;
        case '^':
            return isThree && minor >= bound;
        case '~=':
            return isThree && (patch === undefined ? minor >= bound : minor === bound);
        default: // ==, ===, ~ and a bare version
            return isThree && (named === undefined || minor === named);
    }
}

;// CONCATENATED MODULE: ./build/init/proposal.js






/** `named` is the application that a person chose, `shop.main:app`. */
function proposeDockerfile(context, { named, ...surroundings }) {
    const pyproject = (0,facts_pyproject/* readPyproject */.x)(context);
    const search = named === undefined ? findApplications(context, pyproject?.fastapiEntrypoint) : namedApplication(named, context);
    if (search === undefined)
        return { problem: `there is no module for \`${named ?? ''}\` here. Name it as \`package.module:name\`.` };
    const [application, ...others] = search.found;
    if (application === undefined)
        return {
            problem: 'no FastAPI or Starlette application is found here. Write one by hand, or name the application by `--app`.',
        };
    if (others.length > 0)
        return { problem: severalProblem(search.found) };
    if (!isPlain(application.root))
        return { problem: oddNameProblem(application.root) };
    const dependencies = readDependencies(context);
    if ('problem' in dependencies)
        return dependencies;
    const installsItself = asksForItself(search, context, pyproject?.name);
    if (installsItself && context.textMatches('pyproject.toml', versionOfGit) === true)
        return {
            problem: 'the application asks for its own version, which `pyproject.toml` takes from git, and a build sees no repository. Write one by hand.',
        };
    const python = choosePython(context, pyproject?.requiresPython, surroundings);
    const text = newDockerfile({
        application,
        dependencies,
        python: python.version,
        installsItself,
        workingFolder: workingFolderOf(application, search, context),
    });
    const notes = [
        ...(python.isOld
            ? [
                `Python ${python.version}${python.from === undefined ? '' : `, which \`${python.from}\` says,`} is past its end of life. Take a newer one.`,
            ]
            : []),
        ...keptFromBuild(dependencies, application, context),
        ...(context.kindOf('flake.nix') === 'file'
            ? [`\`flake.nix\` is not read: the image is made of \`${sourceOf(dependencies)}\`.`]
            : []),
    ];
    return { text, about: `Python ${python.version}, ${sourceOf(dependencies)}, uvicorn ${application.target}`, notes };
}
/** The one folder below that is a project with an application, where the context itself is none. */
function projectBelow(context) {
    if (isProject(context, '.'))
        return undefined;
    const { found } = findApplications(context, undefined);
    const projects = found.map(({ path: file }) => {
        for (let folder = external_node_path_.posix.dirname(file); folder !== '.'; folder = external_node_path_.posix.dirname(folder))
            if (isProject(context, folder))
                return folder;
        return undefined;
    });
    const [first, ...others] = new Set(projects);
    return others.length === 0 ? first : undefined;
}
function sourceOf(dependencies) {
    switch (dependencies.tool) {
        case 'pip':
            return dependencies.main;
        case 'pip-project':
            return 'pyproject.toml';
        case 'uv':
            return 'uv.lock';
        case 'poetry':
            return 'poetry.lock';
    }
}
function severalProblem(found) {
    const most = 5;
    const names = found.slice(0, most).map(({ target, path: file }) => `\`${target}\` (${file})`);
    const more = found.length > most ? ` and ${found.length - most} more` : '';
    return `there are several applications, ${names.join(', ')}${more}. Name the one to be started by \`--app ${found[0]?.target ?? ''}\`.`;
}
const versionOfGit = /setuptools[-_]scm|hatch-vcs|versioningit|dynamic-versioning|pdm\.version|use_scm_version/;
/** By its metadata, which only an installed package has. */
function asksForItself({ modules }, context, name) {
    if (name === undefined || !/^\[build-system\]/m.test(context.readText('pyproject.toml') ?? ''))
        return false;
    const asking = /\b(?:importlib[._]metadata|importlib_metadata|pkg_resources)\b/;
    return modules.some(({ path: file, code }) => {
        if (!asking.test(code))
            return false;
        const text = context.readText(file) ?? '';
        return /\((?:__package__|__name__)\b/.test(text) || text.includes(`"${name}"`) || text.includes(`'${name}'`);
    });
}
/** Folders that the application opens by a relative path say where it is started in development. */
function workingFolderOf({ root }, { modules }, context) {
    if (root === '')
        return '';
    const named = modules
        .filter(({ code }) => /\bdirectory[ \t]*=/.test(code))
        .flatMap(({ path: file }) => [...(context.readText(file) ?? '').matchAll(/\bdirectory\s*=\s*["']([\w./-]+)["']/g)])
        .flatMap(([, folder]) => folder ?? []);
    const isThere = (folder) => context.kindOf(folder) === 'folder';
    return named.some((folder) => !isThere(folder) && isThere(external_node_path_.posix.join(root, folder))) ? root : '';
}
/** A .dockerignore that is there already may keep back what the image is made of. */
function keptFromBuild(dependencies, application, context) {
    const wanted = [
        ...(dependencies.tool === 'pip' ? dependencies.files : ['pyproject.toml']),
        ...(dependencies.tool === 'uv' ? ['uv.lock'] : dependencies.tool === 'poetry' ? ['poetry.lock'] : []),
        application.path,
    ];
    const ignored = wanted.filter((file) => context.isIgnored(file));
    return ignored.length === 0
        ? []
        : [
            `\`.dockerignore\` keeps ${ignored.map((file) => `\`${file}\``).join(' and ')} from the build. Take that line out of it.`,
        ];
}

// EXTERNAL MODULE: ./build/process.js
var process = __webpack_require__(4677);
// EXTERNAL MODULE: ./build/render/patch.js
var patch = __webpack_require__(2611);
// EXTERNAL MODULE: ./build/render/printing.js
var printing = __webpack_require__(4060);
// EXTERNAL MODULE: ./build/dockerfile/source.js
var source = __webpack_require__(730);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/facts/context-files.js
var context_files = __webpack_require__(8393);
// EXTERNAL MODULE: ./build/plan/facts-for.js
var facts_for = __webpack_require__(2267);
// EXTERNAL MODULE: ./build/commands/run/find-dockerfiles.js
var find_dockerfiles = __webpack_require__(1832);
// EXTERNAL MODULE: ./build/commands/lint/lint-context.js
var lint_context = __webpack_require__(8718);
;// CONCATENATED MODULE: ./build/commands/init/init-place.js








/** Throws a `UserError` where nothing can be tried. */
async function findPlace(operand, settings, ports) {
    const { files } = ports;
    const given = files.realPath(external_node_path_.resolve(ports.workingDirectory, operand));
    if (given === undefined || files.stat(given)?.kind !== 'folder')
        throw new errors/* UserError */.y(`${operand} is no folder.`, {
            place: 'sea-trial init',
            hint: 'Name the folder of the application.',
        });
    if (files.list(given).every(({ name }) => name === '.git'))
        throw new errors/* UserError */.y(`${operand} is empty, so there is nothing to try.`, {
            place: 'sea-trial init',
            hint: 'Run it where the application lies.',
        });
    const top = topOf(given, files);
    const root = top ?? given;
    const notes = top === undefined
        ? [`${operand} is in no git repository: GitHub finds the workflow once that folder is the top of one.`]
        : [];
    const found = await lookFor(given, settings, ports);
    const isConfigured = configurationNames.some((name) => /^trials\s*:/m.test(files.readTextIfPresent(external_node_path_.join(root, name)) ?? ''));
    return {
        ...found,
        root,
        ...(isConfigured ? { hasNamedTrials: true } : {}),
        notes: [...notes, ...(isConfigured ? [] : found.notes)],
    };
}
const configurationNames = ['.sea-trial.yml', '.sea-trial.yaml'];
async function lookFor(given, settings, ports) {
    const dockerfiles = await dockerfilesIn(given, ports);
    const [first] = dockerfiles;
    if (first !== undefined)
        return dockerfiles.length === 1
            ? placeOf(first, given, settings, ports)
            : placeOfMany(dockerfiles, given, settings, ports);
    const context = contextOfFolder(given, ports);
    const below = projectBelow(context);
    if (below === undefined)
        return { folder: given, context, dockerfiles, notes: [] };
    const folder = external_node_path_.join(given, below);
    const note = `The project is in ${below}: the Dockerfile and the .dockerignore belong there.`;
    return { folder, context: contextOfFolder(folder, ports), dockerfiles, notes: [note] };
}
function topOf(folder, files) {
    for (let at = folder;; at = external_node_path_.dirname(at)) {
        if (files.stat(external_node_path_.join(at, '.git')) !== undefined)
            return at;
        if (external_node_path_.dirname(at) === at)
            return undefined;
    }
}
/** The folder's own; where it has none those below, without what is there for tests, examples and editors. */
async function dockerfilesIn(folder, ports) {
    const names = new Set(ports.files.list(folder).map(({ name }) => name));
    const own = ['Dockerfile', 'dockerfile', 'Containerfile'].find((name) => names.has(name));
    if (own !== undefined)
        return [own];
    const all = await (0,find_dockerfiles/* openFileFinder */.r0)({ ...ports, workingDirectory: folder }).dockerfilesIn(folder);
    return all.filter((file) => !file
        .split('/')
        .slice(0, -1)
        .some((part) => part.startsWith('.') || besides.has(part)));
}
const besides = new Set('test tests testing fixtures example examples sample samples bench benchmarks docs vendor third_party'.split(' '));
/** A Dockerfile in a folder of its own is built from there, unless what it copies lies further up. */
function readDockerfile(file, given, settings, ports) {
    const inGiven = { ...ports, workingDirectory: given };
    const loaded = (0,source/* loadDockerfile */.d)(ports.files, external_node_path_.join(given, file), file);
    if ('error' in loaded)
        return { context: external_node_path_.dirname(file) };
    const { dockerfile } = loaded;
    const { context } = (0,lint_context/* lintContext */.l)(dockerfile, settings, inGiven);
    return { context, facts: (0,facts_for/* factsFor */.xh)({ dockerfile, file: external_node_path_.join(given, file), context }, settings, inGiven) };
}
function placeOf(file, given, settings, ports) {
    const { context, facts } = readDockerfile(file, given, settings, ports);
    const folder = external_node_path_.join(given, context);
    return {
        folder,
        context: facts?.context ?? contextOfFolder(folder, ports),
        dockerfiles: [external_node_path_.relative(folder, external_node_path_.join(given, file)).split(external_node_path_.sep).join('/')],
        notes: [],
        ...(facts === undefined ? {} : { facts }),
    };
}
/** What one step of a workflow can try are Dockerfiles of one context; others need a trial each. */
function placeOfMany(dockerfiles, given, settings, ports) {
    const first = dockerfiles.find((file) => readDockerfile(file, given, settings, ports).context !== '.');
    const notes = first === undefined
        ? []
        : [
            `Not all of them are built from this folder. Name each as a trial in \`.sea-trial.yml\`: \`trials: { ${external_node_path_.posix.basename(external_node_path_.posix.dirname(first))}: { context: ${external_node_path_.posix.dirname(first)} }, … }\`.`,
        ];
    return {
        folder: given,
        context: contextOfFolder(given, ports),
        dockerfiles,
        notes,
        ...(first === undefined ? {} : { hasNamedTrials: true }),
    };
}
/** Named without the folder around it, for what is proposed stands in files of that folder. */
function contextOfFolder(folder, { files }) {
    return (0,context_files/* contextInFolder */.$)(files, { folder, reportFolder: '', dockerfile: external_node_path_.join(folder, 'Dockerfile') });
}

// EXTERNAL MODULE: ./build/ports.js
var ports = __webpack_require__(4788);
;// CONCATENATED MODULE: ./build/commands/init/write-new-files.js



/** All of them or none. Nothing is written where a link leads out of `root`. */
function writeNewFiles(newFiles, root, shown, files) {
    for (const { path: file } of newFiles) {
        const folder = nearestFolder(external_node_path_.dirname(file), files);
        if (folder === root || folder.startsWith(root + external_node_path_.sep))
            continue;
        throw new errors/* UserError */.y(`${shown(file)} would lie outside the repository, for a folder above it is a symbolic link.`, {
            place: 'sea-trial init',
            hint: 'Nothing is written. Put a folder in the place of the link.',
        });
    }
    const written = [];
    for (const { path: file, text } of newFiles) {
        try {
            files.writeText(file, text);
        }
        catch (error) {
            for (const each of written)
                files.remove(each);
            if (!(error instanceof Error))
                throw error;
            throw new errors/* UserError */.y(`${(0,ports/* cannotBeWritten */.Wj)(shown(file), error)} Nothing is written.`, { cause: error });
        }
        written.push(file);
    }
}
/** Of the folders on the way the lowest that is there, without links. */
function nearestFolder(folder, files) {
    for (let at = folder;; at = external_node_path_.dirname(at)) {
        const real = files.realPath(at);
        if (real !== undefined)
            return real;
        if (external_node_path_.dirname(at) === at)
            return at;
    }
}

;// CONCATENATED MODULE: ./build/commands/init/init.js









/** `sea-trial init [FOLDER]`: the workflow file, and what else a repository lacks. What is there stays as it is. */
async function initCommand([operand = '.'], settings, ports) {
    const { presentation, print, workingDirectory } = ports;
    const place = await findPlace(operand, settings, ports);
    const shown = (file) => slashed(external_node_path_.relative(workingDirectory, file));
    const dockerfile = await dockerfilePart(place, shown, ports);
    const ignore = dockerignorePart(place, shown, ports);
    const workflow = workflowPart(place, shown, ports);
    const parts = [dockerfile, ignore, workflow];
    const files = parts.flatMap(({ file }) => (file === undefined ? [] : [file]));
    for (const note of [...parts.flatMap(({ notes }) => notes), ...place.notes, ...lineEndNotes(place, files)])
        print.note(note);
    if (presentation.dryRun) {
        const changed = files.map(({ path: file, text }) => ({
            path: slashed(external_node_path_.relative(place.root, file)),
            after: text,
        }));
        print.result((0,patch.renderPatch)(changed, { exact: presentation.outputFile !== undefined }));
        return 0;
    }
    writeNewFiles(files, place.root, shown, ports.files);
    print.result(files.length === 0 ? 'There is nothing to write.\n' : written(files, place, shown));
    return 0;
}
async function dockerfilePart(place, shown, ports) {
    const { folder, dockerfiles, context } = place;
    if (dockerfiles.length > 0)
        return kept(dockerfiles.map((file) => shown(external_node_path_.join(folder, file))));
    const proposal = proposeDockerfile(context, {
        named: ports.presentation.app,
        today: new Date(ports.clock.now()).toISOString().slice(0, 10),
        localPython: await localPython(folder, ports),
    });
    if ('problem' in proposal)
        return { notes: [`No Dockerfile is written: ${proposal.problem}`] };
    const { text, about, notes } = proposal;
    return { file: { path: external_node_path_.join(folder, 'Dockerfile'), text, about }, notes };
}
/** `3.12`: who says nowhere else which Python is meant has run the application with that of the terminal. */
async function localPython(cwd, { environment }) {
    const { stdout } = await (0,process/* run */.eF)(['python3', '--version'], { deadlineMs: 5000, environment, cwd });
    return /^Python (3\.\d+)/.exec(stdout)?.[1];
}
/** `Dockerfile.dockerignore` would be read instead of it. */
function dockerignorePart({ folder, context, dockerfiles, facts }, shown, { files }) {
    const names = new Set(files.list(folder).map(({ name }) => name));
    const there = ['.dockerignore', ...dockerfiles.map((file) => `${file}.dockerignore`)].filter((name) => names.has(name) || files.stat(external_node_path_.join(folder, name)) !== undefined);
    if (there.length > 0)
        return kept(there.map((name) => shown(external_node_path_.join(folder, name))));
    // Which of several Dockerfiles is built from this folder, and what it needs of it, is not known.
    if (dockerfiles.length > 1)
        return { notes: [] };
    return { file: { path: external_node_path_.join(folder, '.dockerignore'), text: newDockerignore(context, facts) }, notes: [] };
}
function workflowPart({ root, folder, dockerfiles, hasNamedTrials = false }, shown, { files }) {
    const workflows = external_node_path_.join(root, '.github/workflows');
    const inRepository = slashed(external_node_path_.relative(root, folder));
    const isUsual = dockerfiles.length === 0 || dockerfiles[0] === 'Dockerfile';
    const inputs = hasNamedTrials
        ? {}
        : {
            ...(inRepository === '' ? {} : { context: inRepository }),
            ...(isUsual ? {} : { file: dockerfiles.map((file) => external_node_path_.posix.join(inRepository, file)).join('\n') }),
        };
    const all = files.list(workflows).map(({ name }) => ({ name, file: external_node_path_.join(workflows, name) }));
    const own = all.find(({ name, file }) => /\.ya?ml$/.test(name) && usesSeaTrial(files.readTextIfPresent(file) ?? ''));
    if (own !== undefined) {
        const text = files.readTextIfPresent(own.file) ?? '';
        const isNamed = inputs.context === undefined || text.includes(inputs.context);
        const more = isNamed ? '' : ` For this folder it needs a step with \`context: ${inputs.context ?? ''}\`.`;
        return { notes: [`${shown(own.file)} uses Sea Trial already and is left as it is.${more}`] };
    }
    const file = external_node_path_.join(workflows, 'sea-trial.yml');
    if (all.some(({ name }) => name === 'sea-trial.yml'))
        return kept([shown(file)]);
    return { file: { path: file, text: newWorkflow(inputs) }, notes: [] };
}
function kept(names) {
    const isOne = names.length === 1;
    return {
        notes: [`${names.join(', ')} ${isOne ? 'exists and is left as it is' : 'exist and are left as they are'}.`],
    };
}
function lineEndNotes({ context }, files) {
    const isWindows = ['requirements.txt', 'pyproject.toml'].some((name) => context.textMatches(name, /\r\n/) === true);
    return isWindows && files.length > 0
        ? [
            'The lines of this project end as on Windows; those of the new files end as on Linux, and both are read everywhere.',
        ]
        : [];
}
function written(files, { folder, dockerfiles }, shown) {
    const lines = files.map(({ path: file, about }) => `wrote ${shown(file)}${about === undefined ? '' : ` (${about})`}`);
    const isBuilt = dockerfiles.join() === 'Dockerfile' || files.some(({ path: file }) => external_node_path_.basename(file) === 'Dockerfile');
    const next = isBuilt
        ? [`Try it here by \`sea-trial ${shown(folder) === '' ? '.' : shown(folder)}\`, then commit the files.`]
        : [];
    return `${[...lines, ...next].map(printing/* printable */.g$).join('\n')}\n`;
}
function slashed(file) {
    return file.split(external_node_path_.sep).join('/');
}


/***/ }),

/***/ 4677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JZ: () => (/* binding */ endProcess),
/* harmony export */   Qc: () => (/* binding */ childEnvironment),
/* harmony export */   aP: () => (/* binding */ askProgram),
/* harmony export */   eF: () => (/* binding */ run),
/* harmony export */   tG: () => (/* binding */ startDetached)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6193);



/** Of each stream at most this much is kept; the head is dropped first. */
const mostKeptCharacters = 10_000_000;
/** A line longer than this is cut into pieces, so that a program without line breaks fills no memory. */
const longestLine = 1_000_000;
/** After its group was ended, a program may still be held open by a grandchild that left the group, for this long. */
const graceAfterEndMs = 1000;
/**
 * The environment for a child: all of ours but what the runner hands to the action alone.
 * `INPUT_GITHUB-TOKEN` is inherited by every child otherwise, though a shell's `env` does not show it.
 */
function childEnvironment(environment) {
    const kept = {};
    for (const [name, value] of Object.entries(environment)) {
        if (value !== undefined && !/^(?:INPUT_|STATE_|ACTIONS_ID_TOKEN_|ACTIONS_RUNTIME_|GITHUB_TOKEN$)/i.test(name))
            kept[name] = value;
    }
    return kept;
}
/**
 * Runs a program without a shell and waits for its end. Never throws for what the program does:
 * not found is exit code 127, as in a shell. The child leads a process group of its own, for SIGKILL to the
 * docker client alone leaves its docker-buildx child building.
 */
async function run(argv, options) {
    const [program, ...args] = argv;
    if (program === undefined)
        throw new TypeError('an empty argv names no program');
    const began = performance.now();
    const child = start(program, args, options);
    if (child instanceof Error) {
        return { argv, exitCode: 126, stdout: '', stderr: `${program}: ${child.message}`, ms: 0, timedOut: false };
    }
    let timedOut = false;
    let grace;
    const end = () => {
        endGroup(child.pid);
        grace ??= setTimeout(() => {
            child.stdout.destroy();
            child.stderr.destroy();
        }, graceAfterEndMs);
    };
    const deadline = setTimeout(() => {
        timedOut = true;
        end();
    }, options.deadlineMs);
    options.signal?.addEventListener('abort', end, { once: true });
    if (options.signal?.aborted === true)
        end();
    const forget = endWithUs(child.pid);
    child.stdin.on('error', () => { }); // a program may end before it has read its input
    child.stdin.end(options.input ?? '');
    const stdout = options.onStdoutChunk === undefined
        ? collect(child.stdout, options.onStdoutLine)
        : handOn(child.stdout, options.onStdoutChunk);
    const stderr = collect(child.stderr, options.onStderrLine);
    try {
        const ended = await new Promise((resolve) => {
            child.on('error', (error) => resolve({ exitCode: error.code === 'ENOENT' ? 127 : 126, trouble: `${program}: ${error.message}` }));
            child.on('close', (code, signal) => resolve({ exitCode: code ?? 128 + signalNumber(signal), trouble: '' }));
        });
        return {
            argv,
            exitCode: ended.exitCode,
            stdout: stdout.text(),
            stderr: ended.trouble === '' ? stderr.text() : ended.trouble,
            ms: performance.now() - began,
            timedOut,
        };
    }
    finally {
        clearTimeout(deadline);
        clearTimeout(grace);
        options.signal?.removeEventListener('abort', end);
        forget();
    }
}
/** An argument too long for the kernel, or one with a NUL, is thrown by `spawn`; other trouble comes as an event. */
function start(program, args, options) {
    try {
        return (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, {
            ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
            env: { ...options.environment },
            detached: true,
            stdio: ['pipe', 'pipe', 'pipe'],
        });
    }
    catch (error) {
        return error instanceof Error ? error : new Error(String(error));
    }
}
/**
 * Starts a program that lives on without us, such as a browser, and tells whether there is one. Nothing is read of it, and it takes
 * nothing from the terminal.
 */
async function startDetached([program, ...args], environment) {
    return new Promise((resolve) => {
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, { env: childEnvironment(environment), detached: true, stdio: 'ignore' });
        child.on('error', () => resolve(false));
        child.on('spawn', () => resolve(true));
        child.unref();
    });
}
/**
 * Asks a local program for one short answer, through @actions/exec: it finds the program on Windows too (`.cmd`, PATHEXT)
 * and drains its streams. It has no deadline and no pid, so what may hang, docker above all, goes by `run`.
 * Undefined where the program is not there or cannot be started. Loaded when first asked: a trial without git needs none of it.
 */
async function askProgram(argv, options) {
    const { getExecOutput } = await __webpack_require__.e(/* import() */ 260).then(__webpack_require__.bind(__webpack_require__, 1260));
    const [program, ...args] = argv;
    try {
        // Silent, for it echoes what programs write, and the runner reads commands out of that.
        const { exitCode, stdout } = await getExecOutput(`"${program}"`, args, {
            cwd: options.cwd,
            env: childEnvironment(options.environment),
            silent: true,
            ignoreReturnCode: true,
        });
        return { exitCode, stdout };
    }
    catch {
        return undefined; // not on PATH, or the folder is gone: the question has no answer
    }
}
/** Ends a process that is not a child of ours. */
function endProcess(pid) {
    try {
        process.kill(pid, 'SIGKILL');
    }
    catch {
        // ESRCH: it has ended of itself
    }
}
function endGroup(pid) {
    if (pid === undefined)
        return;
    try {
        process.kill(-pid, 'SIGKILL');
    }
    catch {
        // ESRCH: it has ended of itself
    }
}
const livingGroups = new Set();
/** A child leads its own group, so no signal of the runner reaches it: when this process ends, it ends. */
function endWithUs(pid) {
    if (pid === undefined)
        return () => { };
    if (livingGroups.size === 0)
        process.on('exit', endLivingGroups);
    livingGroups.add(pid);
    return () => {
        livingGroups.delete(pid);
        if (livingGroups.size === 0)
            process.off('exit', endLivingGroups);
    };
}
function endLivingGroups() {
    for (const pid of livingGroups)
        endGroup(pid);
}
function signalNumber(signal) {
    return signal === null ? 0 : node_os__WEBPACK_IMPORTED_MODULE_1__.constants.signals[signal];
}
function handOn(stream, onChunk) {
    stream.on('data', (chunk) => onChunk(chunk));
    return { text: () => '' };
}
/** Keeps a stream's text, or hands it on by lines. */
function collect(stream, onLine) {
    const decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_2__.StringDecoder('utf8');
    let kept = '';
    const take = (piece) => {
        kept += piece;
        if (onLine === undefined) {
            if (kept.length > 2 * mostKeptCharacters)
                kept = kept.slice(-mostKeptCharacters);
            return;
        }
        const lines = kept.split('\n');
        kept = lines.pop() ?? '';
        for (const line of lines)
            onLine(line);
        if (kept.length > longestLine) {
            onLine(kept);
            kept = '';
        }
    };
    stream.on('data', (chunk) => take(decoder.write(chunk)));
    stream.on('end', () => {
        take(decoder.end());
        if (onLine !== undefined && kept !== '')
            onLine(kept);
        if (onLine !== undefined)
            kept = '';
    });
    return { text: () => (kept.length > mostKeptCharacters ? kept.slice(-mostKeptCharacters) : kept) };
}


/***/ }),

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
