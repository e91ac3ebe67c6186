import { benchOverhead } from './overhead.ts';
import { benchReadiness } from './readiness.ts';

// In one run, one after another: two at once would measure each other.
await benchReadiness();
await benchOverhead();
