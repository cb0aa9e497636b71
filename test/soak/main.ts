import { asked } from './asked';
import { DISTURBANCES } from './disturbances';
import { Rig } from './rig';
import { soak } from './soak';

const RATE = 50;

const { value: minutes, browsers } = asked('soak', 'minutes', 10);
let misses = 0;
for (const name of browsers) {
  const rig = await Rig.open(name, RATE);
  try {
    misses += await soak(rig, { until: Date.now() + minutes * 60_000, disturbances: DISTURBANCES, say: console.log });
  } catch (error) {
    misses += 1;
    console.log(`${name}: the soak has broken off: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    await rig.close();
  }
}
console.log(misses === 0 ? '\nno miss' : `\n${misses} ${misses === 1 ? 'miss' : 'misses'}`);
process.exit(misses === 0 ? 0 : 1);
