/**
 * The simulated population service over a register that holds values nobody could have typed, in a process of its own. Argument:
 * the canaries as JSON.
 */
import { pino } from 'pino';
import type { Citizen } from '../../server/population/people/invent-citizen.ts';
import { inventRegister, type Register } from '../../server/population/simulator/register.ts';
import { startSimulator } from '../../server/population/simulator/start-simulator.ts';
import { SEED } from '../server/population/claim-of.ts';
import { CANARY_CITIZENS, type Canaries, canaryRole } from './canaries.ts';

const canaries: Canaries = JSON.parse(process.argv[2] ?? '');
const invented = inventRegister(SEED, CANARY_CITIZENS);

/** What the register has of somebody, where a row says otherwise. */
function registered(citizen: Citizen): Citizen {
  const [year = 0, month = 1, day = 1] = canaries.birthDate.split('-').map(Number);
  switch (canaryRole(citizen.index)) {
    case 'name':
      return { ...citizen, fullName: canaries.name };
    case 'birth date':
      return { ...citizen, birthDate: { year, month, day } };
    case 'residence':
      return { ...citizen, province: 'Cà Mau', ward: canaries.ward };
    case 'sex':
      return { ...citizen, sex: citizen.sex === 'male' ? 'female' : 'male', ward: canaries.ward };
    case 'nothing':
      return citizen;
  }
}

const register: Register = {
  citizens: invented.citizens,
  find(citizenId) {
    const hit = invented.find(citizenId);
    if (hit.kind !== 'found') return hit;
    const [first, ...more] = hit.entries;
    return { kind: 'found', entries: [{ ...first, citizen: registered(first.citizen) }, ...more] };
  },
  relative: (citizen, steps) => ({
    ...invented.relative(citizen, steps),
    fullName: steps === 1 ? canaries.father : canaries.mother,
    citizenId: steps === 1 ? canaries.fatherNumber : canaries.motherNumber,
  }),
};

const simulator = await startSimulator({
  port: 0,
  citizens: CANARY_CITIZENS,
  seed: SEED,
  register,
  ratePerSecond: 1000,
  latencyMs: 1,
  logger: pino({ level: 'trace' }),
});
process.on('disconnect', () => process.exit());
process.send?.(simulator.url);
