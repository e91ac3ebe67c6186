import { renderComment } from '../../src/render/comment.ts';
import { renderSummary } from '../../src/render/summary.ts';
import { reportJson } from '../../src/render/json.ts';
import { readReport } from '../../src/render/read-report.ts';
import { linksFor, loopback } from './reports.ts';
const N=3e6;
const forms: Record<string,string> = { backticks:'` '.repeat(N/2), words:'a '.repeat(N/2), one:'a'.repeat(N), colon:':'.repeat(N), esc:'\u001b]'.repeat(N/2), ticks: '`'.repeat(N), at:'@a '.repeat(N/3), nl:'a\n'.repeat(N/2), sp: ' '.repeat(N), dots:'. '.repeat(N/2), pairs:'`a` '.repeat(N/4), csi:'\u001b['.repeat(N/2), brackets:'('.repeat(N), hex:'a1'.repeat(N/2), punct: 'x)'.repeat(N/2), punct2: '@' + ')'.repeat(N)+'x' };
for (const [name,t] of Object.entries(forms)) for (const where of ['title','advice','why','note','name','cmd','log','request','check','path']) {
  const r = {...loopback, trials: loopback.trials.map(x=>({...x, name: where==='name'?t:x.name, findings: x.findings.map((f,i)=> i>0?f:({...f,...(where==='title'?{title:t}:where==='advice'?{advice:t}:where==='why'?{why:t}:where==='check'?{check:t}:where==='path'?{location:{...f.location!,path:t}}:{}),
    evidence: where==='note'?[{kind:'source' as const,note:t,location:f.location!}]: where==='cmd'?[{kind:'command' as const,argv:[t],exitCode:1,tail:t}]: where==='log'?[{kind:'log' as const,lines:[t,t],omittedLines:0}]: where==='request'?[{kind:'exchange' as const,request:t,outcome:t,ms:1}]: f.evidence}))}))};
  const b=performance.now();
  try { const read = readReport(reportJson(r)); if ('error' in read) throw new Error(read.error.slice(0,100));
   renderComment(read.report,{key:'a',links:linksFor()}); renderSummary(read.report,{links:linksFor()}); } catch(e) { console.log(name, where, 'THROWS', String(e).slice(0,100), (e as Error).stack?.split('\n')[1]); }
  const ms=performance.now()-b; if (ms>3000) console.log(name,where,Math.round(ms));
}
