#!/usr/bin/env node
// Becomes dist/cli.js as it stands. Every Node back to version 12 reads it, so that an old one says a sentence and no syntax error.
var prefix = 'lint-';
var linted = 'seaTrialHasLinted';
var major = Number(process.versions.node.split('.')[0]);
if (major < 22) {
  console.error(
    'Sea Trial needs Node.js 22 or newer, and this is ' +
      process.version +
      '. Install a newer one: https://nodejs.org/',
  );
  process.exitCode = 2;
} else {
  void launch();
}

// To compile what lint calls takes longer than to lint a file. So the first lint keeps what V8 has made of command.js in the user's
// cache folder, and whatever is started after it begins with that (docs/adr/0016). Without it all is the same, and slower.
//
// What is kept is all that the lints after it get. Help, refusals, and a lint that leaves its files to threads call little: so the
// bundle says when it has linted a RUN (src/commands/lint/has-linted.ts).
async function launch() {
  // An import of node:fs would read its getters too, and load streams and promises for that.
  const builtin = process.getBuiltinModule || (await import('module')).createRequire(import.meta.url);
  const [fs, os, path, url, vm] = ['fs', 'os', 'path', 'url', 'vm'].map((name) => builtin(name));
  const command = url.fileURLToPath(new URL('command.js', import.meta.url));
  const source = fs.readFileSync(command, 'latin1');
  const kept = keptFor(source, { os, path });
  const cachedData = kept === undefined ? undefined : ownFile(kept, fs);
  const script = new vm.Script(source, { filename: command, cachedData });
  await script.runInThisContext()((name) => import(name), import.meta);
  if (kept !== undefined && (cachedData === undefined || script.cachedDataRejected) && globalThis[linted] === true)
    keep(script.createCachedData(), kept, { fs, path });
}

// V8 itself looks only at the length of the source, so its digest, which is its last line, is in the name.
function keptFor(source, { os, path }) {
  const env = process.env;
  if (env.NODE_DISABLE_COMPILE_CACHE) return undefined;
  try {
    const ofSystem = process.platform === 'darwin' ? 'Library/Caches' : '.cache';
    const given = process.platform === 'win32' ? env.LOCALAPPDATA : env.XDG_CACHE_HOME;
    const caches = given && path.isAbsolute(given) ? given : path.join(os.homedir(), ofSystem);
    return path.join(caches, 'sea-trial', prefix + [source.slice(-64), process.versions.v8, process.arch].join('-'));
  } catch {
    return undefined; // HOME is not set, and the system knows no home of this user
  }
}

// What V8 reads here it runs. So it must be nobody else's, and nobody else may have been able to write it.
function ownFile(file, fs) {
  let descriptor;
  try {
    descriptor = fs.openSync(file, fs.constants.O_RDONLY | (fs.constants.O_NOFOLLOW || 0));
    const status = fs.fstatSync(descriptor);
    return status.isFile() && isMine(status) ? fs.readFileSync(descriptor) : undefined;
  } catch {
    return undefined;
  } finally {
    if (descriptor !== undefined) fs.closeSync(descriptor);
  }
}

function isMine({ uid, mode }) {
  return process.geteuid === undefined || (uid === process.geteuid() && (mode & 0o022) === 0);
}

// Whoever reads meanwhile finds the old file or the new one. A folder that cannot be written is as good as none.
function keep(code, file, { fs, path }) {
  const folder = path.dirname(file);
  const written = file + '.' + process.pid;
  try {
    const caches = path.dirname(folder);
    // A home that is not there is not made.
    for (const each of [caches, folder]) if (!fs.existsSync(each)) fs.mkdirSync(each, { mode: 0o700 });
    // Under sudo it may be another's. The group may write to ~/.cache where each user is a group.
    if (!isMine({ uid: fs.statSync(caches).uid, mode: 0 }) || !isMine(fs.statSync(folder))) return;
    // What other versions of Sea Trial or of Node have left a month ago.
    const monthAgo = Date.now() - 30 * 24 * 3600 * 1000;
    for (const name of fs.readdirSync(folder).filter((each) => each.startsWith(prefix))) {
      const old = path.join(folder, name);
      if (fs.statSync(old).mtimeMs < monthAgo) fs.rmSync(old);
    }
    fs.writeFileSync(written, code, { mode: 0o600, flag: 'wx', flush: true });
    fs.renameSync(written, file);
  } catch {
    try {
      fs.rmSync(written, { force: true }); // a part of it, where the disk is full
    } catch {
      // There is no such folder at all.
    }
  }
}
