export const id = 395;
export const ids = [395,717];
export const modules = {

/***/ 5395:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readConfigFile: () => (/* binding */ readConfigFile),
  readTrialsOf: () => (/* binding */ readTrialsOf)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./build/rules/rule-settings.js
var rule_settings = __webpack_require__(2948);
// EXTERNAL MODULE: ./build/nearest.js
var nearest = __webpack_require__(7658);
// EXTERNAL MODULE: ./build/settings/given.js
var given = __webpack_require__(7201);
;// CONCATENATED MODULE: ./build/settings/config-schema.js




/**
 * What the file says, if it says it as the schema wants it. Throws a `UserError` at the place of the first value that is none.
 * A key without a value is as if it were not there. `mappings` are the ways to those that hold one: valibot takes a list for one.
 */
function readBySchema(schema, file, mappings) {
    for (const steps of [[], ...mappings]) {
        const value = valueAt(file.data, steps);
        if (Array.isArray(value))
            throw unexpected(file, steps, value, ['a mapping']);
    }
    const read = dist/* safeParse */.xLC(schema, file.data === null || file.data === undefined ? {} : withoutNull(file.data));
    if (read.success)
        return read.output;
    const { steps, issue } = deepest(read.issues[0], []);
    throw unexpected(file, steps, issue.input, wantedBy(issue));
}
function unexpected(file, steps, input, wanted) {
    const where = steps.length === 0 ? 'the file' : `\`${steps.join('.')}\``;
    const [only, ...others] = wanted;
    if (input === undefined && others.length === 0 && only === (0,given/* quoted */.TL)(`${steps.at(-1)}`))
        return new errors/* UserError */.y(`\`${steps.slice(0, -1).join('.')}\` lacks the key ${only}.`, {
            place: file.placeOf(steps.slice(0, -1), 'value'),
            hint: `Write it: ${steps.at(-1)}: …`,
        });
    return new errors/* UserError */.y(`${where} is ${shown(input)}, and ${anyOf(wanted)} is expected.`, {
        place: file.placeOf(steps, 'value'),
        hint: hintFor(input, wanted),
    });
}
/** Keys that mean nothing are told, and the rest of the file is in force. */
function unknownKeys(file, at, known) {
    const holder = valueAt(file.data, at);
    if (!isRecord(holder))
        return [];
    return Object.keys(holder)
        .filter((key) => !known.includes(key))
        .map((key) => {
        const near = (0,nearest/* nearest */.p)(key, known);
        return `${file.placeOf([...at, key], 'key')}: ${(0,given/* quoted */.TL)(key)} is no key here, so it has no effect. ${near === undefined ? `Delete it; the keys are ${known.join(', ')}.` : `Write ${(0,given/* quoted */.TL)(near)}.`}`;
    });
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function valueAt(data, steps) {
    return steps.reduce((value, step) => {
        if (Array.isArray(value))
            return typeof step === 'number' ? value[step] : undefined;
        return isRecord(value) && Object.hasOwn(value, step) ? value[step] : undefined;
    }, data);
}
function withoutNull(data) {
    return isRecord(data) ? Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null)) : data;
}
/** Of the ways to read a value, the one that came farthest. */
function deepest(issue, above) {
    const steps = [...above, ...stepsOf(issue)];
    let best = { steps, issue };
    for (const inner of issue.issues ?? []) {
        const found = deepest(inner, steps);
        if (found.steps.length > best.steps.length)
            best = found;
    }
    return best;
}
function stepsOf(issue) {
    return (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
}
function shown(value) {
    if (Array.isArray(value))
        return 'a list';
    if (value === null || value === undefined)
        return 'empty';
    return typeof value === 'object' ? 'a mapping' : (0,given/* quoted */.TL)(typeof value === 'string' ? value : JSON.stringify(value));
}
/** valibot's words for what would have been right, made to be read. */
function wantedBy({ expected }) {
    const words = (expected ?? '').match(/"[^"]*"|\w+/g) ?? [];
    return [...new Set(words.map((word) => kinds.get(word) ?? word))];
}
const kinds = new Map([
    ['Array', 'a list'],
    ['Object', 'a mapping'],
    ['string', 'a text'],
    ['boolean', 'true or false'],
]);
function anyOf(words) {
    return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
function hintFor(input, wanted) {
    const [only, ...others] = wanted;
    const words = wanted.filter((word) => word.startsWith('"')).map((word) => word.slice(1, -1));
    const near = typeof input === 'string'
        ? ((0,nearest/* nearest */.p)(input, words) ?? words.find((word) => input !== '' && word.startsWith(input.toLowerCase())))
        : undefined;
    if (near !== undefined)
        return `Write ${(0,given/* quoted */.TL)(near)}.`;
    return only !== undefined && others.length === 0 ? `Write ${only}.` : 'Write one of them.';
}

// EXTERNAL MODULE: ./build/settings/config-names.js
var config_names = __webpack_require__(1717);
// EXTERNAL MODULE: ./build/settings/hadolint-words.js
var hadolint_words = __webpack_require__(8117);
;// CONCATENATED MODULE: ./build/settings/hadolint-file.js





const checks = dist/* optional */.lqM(dist/* nullable */.mee(dist/* array */.YOg(dist/* string */.YjP())));
const override = dist/* object */.Ikc({ error: checks, warning: checks, info: checks, style: checks });
/** `.hadolint.yaml`, as hadolint 2 documents it; older versions wrote `trusted-registries`. */
const schema = dist/* object */.Ikc({
    ignored: checks,
    override: dist/* optional */.lqM(override),
    trustedRegistries: checks,
    'trusted-registries': checks,
    'label-schema': dist/* optional */.lqM(dist/* record */.g1P(dist/* string */.YjP(), dist/* nullable */.mee(dist/* picklist */.KIO(rule_settings/* labelTypes */.w)))),
    'strict-labels': dist/* optional */.lqM(dist/* boolean */.zMY()),
    'disable-ignore-pragma': dist/* optional */.lqM(dist/* boolean */.zMY()),
    'no-fail': dist/* optional */.lqM(dist/* boolean */.zMY()),
    'failure-threshold': dist/* optional */.lqM(dist/* picklist */.KIO(['error', 'warning', 'info', 'style', 'ignore', 'none'])),
    // Of hadolint's own output, and of no meaning here.
    format: dist/* optional */.lqM(dist/* unknown */.L5J()),
    'output-format': dist/* optional */.lqM(dist/* unknown */.L5J()),
    'no-color': dist/* optional */.lqM(dist/* unknown */.L5J()),
    verbose: dist/* optional */.lqM(dist/* unknown */.L5J()),
});
async function hadolintPart(file, folder) {
    const read = readBySchema(schema, file, [['override'], ['label-schema']]);
    const ignored = read.ignored ?? [];
    const trusted = read.trustedRegistries ?? read['trusted-registries'];
    const labels = read['label-schema'];
    const strictLabels = read['strict-labels'];
    const threshold = read['failure-threshold'];
    const failOn = read['no-fail'] === true ? 'never' : threshold === undefined ? undefined : (0,hadolint_words/* failOnOfThreshold */.g)(threshold);
    return {
        name: file.name,
        folder,
        severities: hadolint_words/* hadolintSeverities */.T.flatMap(([word, severity]) => (read.override?.[word] ?? []).map((check) => ({ check, severity }))),
        ignore: ignored.map((check, index) => ({ check, reason: `by ${file.placeOf(['ignored', index], 'value')}` })),
        ...(trusted === undefined || trusted === null ? {} : { trustedRegistries: trusted }),
        ...(labels === undefined
            ? {}
            : { labelSchema: new Map(Object.entries(labels).map(([label, type]) => [label, type ?? 'text'])) }),
        ...(strictLabels === undefined ? {} : { strictLabels }),
        ...(read['disable-ignore-pragma'] === true ? { inlineIgnores: false } : {}),
        ...(failOn === undefined ? {} : { failOn }),
        notes: [
            ...['format', 'output-format'].flatMap((key) => read[key] === undefined
                ? []
                : [`${file.placeOf([key], 'key')}: \`${key}\` is not taken over. Write \`--format\` on the command line.`]),
            ...unknownKeys(file, [], Object.keys(schema.entries)),
            ...unknownKeys(file, ['override'], Object.keys(override.entries)),
            ...(await (0,config_names.unknownChecks)([
                ...ignored.map((text, index) => ({ text, place: file.placeOf(['ignored', index], 'value') })),
                ...hadolint_words/* hadolintSeverities */.T.flatMap(([word]) => (read.override?.[word] ?? []).map((text, index) => ({
                    text,
                    place: file.placeOf(['override', word, index], 'value'),
                }))),
            ])),
        ],
    };
}

// EXTERNAL MODULE: ./build/settings/options.js
var options = __webpack_require__(7894);
;// CONCATENATED MODULE: ./build/settings/file-options.js


/** What the workflow decides alone: a file that a pull request may change must not. A secret in a file of the repository is none. */
const ofWorkflow = new Set([
    'mode',
    'config',
    'github-token',
    'reports',
    'allow-untrusted-build',
    'secrets',
    // Nor does whoever tries a release in a terminal want to make it.
    'push',
]);
/** What concerns all trials of a run together. */
const ofRun = new Set([
    'only-new',
    'only-affected',
    'comment',
    'suggestions',
    'jobs',
    'report-file',
    'html-file',
    'sarif-file',
    'observation-file',
]);
/** The key of a trial is its name. */
const ofTrialAlone = new Set(['name']);
const inFile = options/* options */.fF.filter(({ name, kind }) => kind !== 'ignored' && !ofWorkflow.has(name));
/** The keys of `defaults`. */
const defaultsOptions = inFile.filter(({ name }) => !ofTrialAlone.has(name));
/** The keys of a trial. */
const trialOptions = defaultsOptions.filter(({ name }) => !ofRun.has(name));
/** Whether its values are `NAME=VALUE`, which YAML says as a mapping too. */
function isAssignment({ takes }) {
    return takes !== undefined && /^\w+=\w+$/.test(takes);
}
const scalar = dist/* union */.KCZ([dist/* string */.YjP(), dist/* number */.aig(), dist/* boolean */.zMY()]);
function file_options_valueOf(option) {
    if (option.choices !== undefined)
        return dist/* picklist */.KIO(option.choices);
    switch (option.kind) {
        case 'boolean':
            return dist/* boolean */.zMY();
        case 'lines':
        case 'csv':
        case 'csv-lines': {
            const texts = dist/* union */.KCZ([scalar, dist/* array */.YOg(scalar)]);
            return isAssignment(option) ? dist/* union */.KCZ([...texts.options, dist/* record */.g1P(dist/* string */.YjP(), dist/* nullable */.mee(scalar))]) : texts;
        }
        case 'text':
        case 'words':
        case 'duration':
        case 'ignored':
            return scalar;
    }
}
/** A mapping of settings, each under the name of its input. */
function settingsSchema(allowed) {
    return dist/* object */.Ikc(Object.fromEntries(allowed.map((option) => [option.name, dist/* nullish */.cl6(dist/* pipe */.FsL(file_options_valueOf(option), dist/* description */.h_(option.sentence)))])));
}

// EXTERNAL MODULE: ./build/settings/inputs.js + 1 modules
var inputs = __webpack_require__(7592);
;// CONCATENATED MODULE: ./build/settings/rebased.js

const asPath = (text, { from, to }) => external_node_path_.isAbsolute(text) ? text : external_node_path_.relative(to, external_node_path_.resolve(from, text)) || '.';
/** `ID=PATH`. */
const behindEquals = (text, way) => {
    const at = text.indexOf('=');
    return at === -1 ? text : `${text.slice(0, at)}=${asPath(text.slice(at + 1), way)}`;
};
/** A named context is a folder only where it is no address, and no image. */
const asContext = (text, way) => (/^[^=]*=(?:[\w+-]+:|git@)/.test(text) ? text : behindEquals(text, way));
const paths = new Map([
    ['context', asPath],
    ['file', asPath],
    ['env-file', asPath],
    ['compose-file', asPath],
    ['report-file', asPath],
    ['html-file', asPath],
    ['sarif-file', asPath],
    ['observation-file', asPath],
    ['secret-files', behindEquals],
    ['build-contexts', asContext],
]);
/** Paths that are written as seen from one folder, made such as are seen from another. */
function rebased(given, way) {
    if (external_node_path_.relative(way.to, way.from) === '')
        return given;
    const entries = [...given].map(([name, values]) => {
        const rebase = paths.get(name);
        return [name, rebase === undefined ? values : values.map((each) => ({ ...each, text: rebase(each.text, way) }))];
    });
    return new Map(entries);
}

;// CONCATENATED MODULE: ./build/settings/named-trials.js







/** The two keys of `.sea-trial.yml` that say what is tried, and how. */
const namedTrialsEntries = {
    defaults: dist/* nullish */.cl6(dist/* pipe */.FsL(settingsSchema(defaultsOptions), dist/* description */.h_('Settings of every trial, under the names of the inputs.'))),
    trials: dist/* nullish */.cl6(dist/* pipe */.FsL(dist/* record */.g1P(dist/* string */.YjP(), dist/* nullish */.cl6(settingsSchema(trialOptions))), dist/* description */.h_('The trials of this repository by their names, each with its own settings.'))),
};
/** Where the file holds settings: valibot takes a list for a mapping, so these are looked at before. */
function settingsMappings({ data }) {
    const trials = isRecord(data) ? data['trials'] : undefined;
    return [['defaults'], ['trials'], ...Object.keys(isRecord(trials) ? trials : {}).map((name) => ['trials', name])];
}
/** Keys of those mappings that mean nothing, told with their places. */
function unknownSettings(file) {
    return settingsMappings(file).flatMap((at) => {
        if (at.length === 1 && at[0] === 'trials')
            return [];
        const known = at[0] === 'defaults' ? defaultsOptions : trialOptions;
        return unknownKeys(file, at, known.map(({ name }) => name));
    });
}
/** Reads both keys. Throws a `UserError` at the place of a value that is none. */
function readNamedTrials(file, folder, { workingDirectory }) {
    refuseNoNames(file);
    const { defaults, trials } = readBySchema(dist/* object */.Ikc(namedTrialsEntries), file, settingsMappings(file));
    const read = (at, mapping, allowed) => {
        const placed = (value, steps) => ({
            text: file.sourceOf([...at, ...steps]) ?? String(value),
            place: file.placeOf([...at, ...steps], 'value'),
        });
        return rebased(givenBy(isRecord(mapping) ? mapping : {}, allowed, placed), { from: folder, to: workingDirectory });
    };
    return {
        file: file.name,
        folder,
        defaults: read(['defaults'], defaults, defaultsOptions),
        trials: new Map(Object.entries(trials ?? {}).map(([name, mapping]) => [name, read(['trials', name], mapping, trialOptions)])),
    };
}
/** The reader of mappings passes over names that JavaScript's own objects have: a trial of theirs would be left out, and not be missed. */
function refuseNoNames(file) {
    const trials = isRecord(file.data) ? file.data['trials'] : undefined;
    for (const name of Object.keys(isRecord(trials) ? trials : {})) {
        if (name.trim() === name && !/^(?:|__proto__|prototype|constructor)$/.test(name))
            continue;
        throw new errors/* UserError */.y(`${(0,given/* quoted */.TL)(name)} is no name of a trial.`, {
            place: file.placeOf(['trials', name], 'key'),
            hint: 'Choose another one.',
        });
    }
}
function givenBy(mapping, allowed, placed) {
    const given = new Map();
    for (const option of allowed) {
        const value = mapping[option.name];
        // An empty text or list is a setting too: it takes the place of what `defaults` say.
        if (value !== undefined && value !== null)
            given.set(option.name, valuesIn(value, option, placed));
    }
    return given;
}
/** A text is read as the input would be; the items of a list are taken one by one, as repeated flags are. */
function valuesIn(value, option, placed) {
    const { name } = option;
    if (Array.isArray(value))
        return value.map((item, index) => placed(item, [name, index]));
    if (isRecord(value))
        return Object.entries(value).map(([variable, each]) => {
            const { text, place } = placed(each ?? '', [name, variable]);
            return { text: each === null ? variable : `${variable}=${text}`, place };
        });
    const whole = placed(value, [name]);
    if (whole.text.trim() === '')
        return [];
    return (0,inputs/* valuesOf */.s)(option, whole).map((text) => ({ text, place: whole.place }));
}

;// CONCATENATED MODULE: ./build/settings/sea-trial-file.js






const sea_trial_file_paths = dist/* pipe */.FsL(dist/* array */.YOg(dist/* string */.YjP()), dist/* description */.h_('Dockerfiles that this is for, in the patterns of .dockerignore, from the folder of this file on.'));
const severity = dist/* picklist */.KIO(['error', 'warning', 'notice', 'off']);
const ruleEntry = dist/* object */.Ikc({ severity, paths: dist/* optional */.lqM(sea_trial_file_paths) });
const ignoreEntry = dist/* object */.Ikc({ check: dist/* string */.YjP(), reason: dist/* optional */.lqM(dist/* string */.YjP()), paths: dist/* optional */.lqM(sea_trial_file_paths) });
/** `.sea-trial.yml`. Each key has a meaning today; unknown ones are told, and stop nothing. */
const seaTrialSchema = dist/* object */.Ikc({
    rules: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* record */.g1P(dist/* string */.YjP(), dist/* union */.KCZ([severity, ruleEntry])), dist/* description */.h_("Severities by id of a check, or by hadolint's or BuildKit's name of it; `off` switches it off."))),
    ignore: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* array */.YOg(dist/* union */.KCZ([dist/* string */.YjP(), ignoreEntry])), dist/* description */.h_('Checks whose findings are left out, and why; they are counted as ignored.'))),
    'trusted-registries': dist/* optional */.lqM(dist/* pipe */.FsL(dist/* array */.YOg(dist/* string */.YjP()), dist/* description */.h_('Registries that base images may come from, such as docker.io.'))),
    'label-schema': dist/* optional */.lqM(dist/* pipe */.FsL(dist/* record */.g1P(dist/* string */.YjP(), dist/* picklist */.KIO(rule_settings/* labelTypes */.w)), dist/* description */.h_('Labels that an image must have, and what their values must be.'))),
    'strict-labels': dist/* optional */.lqM(dist/* pipe */.FsL(dist/* boolean */.zMY(), dist/* description */.h_('Other labels than those of the schema are told.'))),
    'require-reason': dist/* optional */.lqM(dist/* pipe */.FsL(dist/* boolean */.zMY(), dist/* description */.h_('What ignores a finding has to say why.'))),
    'inline-ignores': dist/* optional */.lqM(dist/* pipe */.FsL(dist/* boolean */.zMY(), dist/* description */.h_('`false`: comments in the Dockerfile silence nothing.'))),
    'fail-on': dist/* optional */.lqM(dist/* pipe */.FsL(dist/* picklist */.KIO(options/* failOnChoices */.Qr), dist/* description */.h_('The mildest finding that fails the check.'))),
    ...namedTrialsEntries,
});
async function seaTrialPart(file, folder) {
    const read = readBySchema(seaTrialSchema, file, [['rules'], ['label-schema'], ...settingsMappings(file)]);
    const rules = Object.entries(read.rules ?? {});
    const ignore = (read.ignore ?? []).map((entry) => (typeof entry === 'string' ? { check: entry } : entry));
    const trusted = read['trusted-registries'];
    const labels = read['label-schema'];
    const strictLabels = read['strict-labels'];
    const requireReason = read['require-reason'];
    const inlineIgnores = read['inline-ignores'];
    const failOn = read['fail-on'];
    const { rules: ruleNodes, ignore: ignoreNodes } = isRecord(file.data) ? file.data : {};
    return {
        name: file.name,
        folder,
        severities: rules.map(([check, entry]) => ({
            check,
            ...(typeof entry === 'string' ? { severity: entry } : kept(entry)),
        })),
        ignore: ignore.map((entry, index) => ({
            ...kept(entry),
            reason: entry.reason ?? `by ${file.placeOf(['ignore', index], 'value')}`,
            place: placeOfIgnored(file, index),
        })),
        ...(trusted === undefined ? {} : { trustedRegistries: trusted }),
        ...(labels === undefined ? {} : { labelSchema: new Map(Object.entries(labels)) }),
        ...(strictLabels === undefined ? {} : { strictLabels }),
        ...(requireReason === undefined ? {} : { requireReason }),
        ...(inlineIgnores === undefined ? {} : { inlineIgnores }),
        ...(failOn === undefined ? {} : { failOn }),
        notes: [
            ...unknownKeys(file, [], Object.keys(seaTrialSchema.entries)),
            ...unknownSettings(file),
            ...keysOf(ruleNodes).flatMap((key) => unknownKeys(file, ['rules', key], Object.keys(ruleEntry.entries))),
            ...keysOf(ignoreNodes).flatMap((key) => unknownKeys(file, ['ignore', key], Object.keys(ignoreEntry.entries))),
            ...(await (0,config_names.unknownChecks)([
                ...rules.map(([check]) => ({ text: check, place: file.placeOf(['rules', check], 'key') })),
                ...ignore.map(({ check }, index) => ({ text: check, place: placeOfIgnored(file, index) })),
            ])),
            ...(requireReason === true
                ? ignore.flatMap(({ check, reason }, index) => (reason ?? '') === ''
                    ? [`${placeOfIgnored(file, index)}: \`${check}\` is ignored without a reason. Write it as \`reason:\`.`]
                    : [])
                : []),
        ],
    };
}
/** Leaves out what is undefined. */
function kept(entry) {
    const { paths: given, ...rest } = entry;
    return given === undefined ? rest : { ...rest, paths: given };
}
function keysOf(value) {
    if (Array.isArray(value))
        return [...value.keys()];
    return isRecord(value) ? Object.keys(value) : [];
}
function placeOfIgnored(file, index) {
    return file.placeOf(['ignore', index, 'check'], 'value');
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var yaml_dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./build/settings/yaml-file.js


/** Throws a `UserError` with line and column where the text is no YAML. */
function parseYaml(text, name) {
    const lines = new yaml_dist/* LineCounter */.HN();
    const document = (0,yaml_dist/* parseDocument */.Tp)(text, { lineCounter: lines, prettyErrors: false, merge: true });
    const placeAt = (offset) => {
        const { line, col } = lines.linePos(offset);
        return [name, Math.max(1, line), Math.max(1, col)].join(':');
    };
    const [error] = document.errors;
    if (error !== undefined)
        throw new errors/* UserError */.y(`${troubleOf(error)}.`, {
            place: placeAt(error.pos[0]),
            hint: 'Mend the line; nothing of the file is in force until then.',
            cause: error,
        });
    return {
        name,
        data: dataOf(() => document.toJS(), name),
        placeOf(steps, part) {
            const { key, node } = followed(steps, document);
            return placeAt((part === 'value' ? offsetOf(node) : undefined) ?? key ?? 0);
        },
        sourceOf(steps) {
            const { node, isWhole } = followed(steps, document);
            const value = resolved(node, document);
            return isWhole && (0,yaml_dist/* isScalar */.jn)(value) ? value.source : undefined;
        },
    };
}
function followed(steps, document) {
    let node = document.contents;
    let key = offsetOf(node);
    for (const step of steps) {
        const holder = resolved(node, document);
        if ((0,yaml_dist/* isMap */.jh)(holder)) {
            const pair = pairIn(holder, `${step}`, document);
            if (pair === undefined)
                return { key, node, isWhole: false };
            key = offsetOf(pair.key) ?? key;
            node = pair.value;
        }
        else if ((0,yaml_dist/* isSeq */.oP)(holder) && typeof step === 'number') {
            node = holder.items[step];
            key = offsetOf(node) ?? key;
        }
        else
            return { key, node, isWhole: false };
    }
    return { key, node, isWhole: true };
}
/** What a mapping takes over by `<<` counts where it says nothing of its own, the first before the later ones. */
function pairIn(map, name, document) {
    const own = map.items.find(({ key }) => !isMerge(key) && String((0,yaml_dist/* isScalar */.jn)(key) ? key.value : key) === name);
    if (own !== undefined)
        return own;
    for (const { key, value } of map.items) {
        if (!isMerge(key))
            continue;
        const merged = resolved(value, document);
        for (const each of (0,yaml_dist/* isSeq */.oP)(merged) ? merged.items : [merged]) {
            const holder = resolved(each, document);
            const found = (0,yaml_dist/* isMap */.jh)(holder) ? pairIn(holder, name, document) : undefined;
            if (found !== undefined)
                return found;
        }
    }
    return undefined;
}
function isMerge(key) {
    return (0,yaml_dist/* isScalar */.jn)(key) && typeof key.value === 'symbol' && key.value.description === '<<';
}
function resolved(node, document) {
    return (0,yaml_dist/* isAlias */.Vj)(node) ? node.resolve(document) : node;
}
function troubleOf({ code, message }) {
    return code === 'MULTIPLE_DOCS'
        ? 'a second document begins here, and a configuration is one'
        : `this is no valid YAML: ${message.replace(/\.$/, '')}`;
}
function offsetOf(node) {
    return (0,yaml_dist/* isNode */.Ll)(node) ? node.range?.[0] : undefined;
}
/** Aliases of aliases are refused by the reader once they grow beyond all measure. */
function dataOf(read, name) {
    try {
        return read();
    }
    catch (error) {
        throw new errors/* UserError */.y(`its aliases cannot be followed: ${error instanceof Error ? error.message : String(error)}.`, {
            place: name,
            hint: 'Write the values out.',
            cause: error,
        });
    }
}

;// CONCATENATED MODULE: ./build/settings/config-file.js






/** One configuration file, as it bears on lint. Loaded where there is one, for it brings the reader of YAML along. */
async function readConfigFile(found, ports) {
    const yaml = readYaml(found, ports);
    return found.kind === 'sea-trial' ? seaTrialPart(yaml, found.folder) : hadolintPart(yaml, found.folder);
}
/** The trials that it names, and the settings of them all. */
function readTrialsOf(found, ports) {
    return readNamedTrials(readYaml(found, ports), found.folder, ports);
}
function readYaml({ file }, { files, workingDirectory }) {
    const relative = external_node_path_.relative(workingDirectory, file);
    const name = relative.startsWith(`..${external_node_path_.sep}..`) ? file : relative;
    const text = files.readTextIfPresent(file);
    if (text === undefined)
        throw new errors/* UserError */.y('the configuration file cannot be read.', {
            place: name,
            hint: 'Give this user the permission, and keep the file below 1 MB.',
        });
    return parseYaml(text, name);
}


/***/ }),

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
