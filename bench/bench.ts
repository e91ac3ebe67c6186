import { benchLint } from './lint.ts';
import { benchOverhead } from './overhead.ts';
import { benchReadiness } from './readiness.ts';
import { benchScale } from './scale.ts';

// `node bench/bench.ts lint` needs no docker, `node bench/bench.ts trial` does. One after another: two at once would measure each other.
const [wanted] = process.argv.slice(2);
if (wanted !== 'trial') {
  await benchLint();
  await benchScale();
}
if (wanted !== 'lint') {
  await benchReadiness();
  await benchOverhead();
}
