/**
 * What of inline Markdown is live: code spans are taken out by CommonMark's rule (a run of backticks ends at the next run of
 * the same length), escaped characters and our one entity become a dot.
 */
export function liveText(markdown: string): string {
  let live = '';
  for (let at = 0; at < markdown.length;) {
    const rest = markdown.slice(at);
    const run = /^`+/.exec(rest)?.[0];
    if (run !== undefined) {
      const close = new RegExp(`(?<!\`)\`{${run.length}}(?!\`)`).exec(rest.slice(run.length));
      if (close !== null) {
        at += run.length + close.index + run.length;
        live += '\u0001';
        continue;
      }
    }
    const escaped = /^\\[!-/:-@[-`{-~]/.exec(rest)?.[0] ?? /^&#124;/.exec(rest)?.[0];
    live += escaped === undefined ? rest.charAt(0) : '·';
    at += escaped?.length ?? 1;
  }
  return live;
}
