import type { Frame, Traceback } from '../../traceback/traceback.ts';

const writers =
  /^(?:mkdir|makedirs|touch|mkdtemp|mkstemp|_mkstemp_inner|unlink|remove|rmdir|rename|replace|chmod|chown|write_text|write_bytes|symlink\w*|copytree|rmtree)$/;
const writes =
  /\bopen\([^)]*,\s*(?:mode\s*=\s*)?["'][rbt]*[wax+]|\.open\(\s*(?:mode\s*=\s*)?["'][rbt]*[wax+]|\.(?:write_text|write_bytes|mkdir|touch|unlink|rename|to_csv|to_parquet|savefig|save)\(|\b(?:makedirs|mkdir|mkdtemp|mkstemp)\(|FileHandler\(|basicConfig\([^)]*filename/;
const readers =
  /^(?:get_data|listdir|scandir|iterdir|read_text|read_bytes|path_importer_for_file|_fill_cache|get_code)$/;
const reads =
  /\bopen\(\s*[^,)]+\)|\bopen\([^)]*,\s*(?:mode\s*=\s*)?["']rb?["']|\.(?:read_text|read_bytes|iterdir|open)\(\s*\)|\b(?:listdir|scandir)\(/;

/** Whether what failed was to write; undefined where the stack does not tell. */
export function wantsToWrite({ frames }: Traceback): boolean | undefined {
  for (const frame of frames.slice(-5).toReversed()) {
    const told = tells(frame);
    if (told !== undefined) return told;
  }
  return undefined;
}

function tells({ file, function: name = '', source = '' }: Frame): boolean | undefined {
  if (/\/logging\/(?:__init__|handlers)\.py$/.test(file) || writers.test(name)) return true;
  if (readers.test(name) || file.startsWith('<frozen importlib')) return false;
  if (writes.test(source)) return true;
  return reads.test(source) ? false : undefined;
}
