import { createLgspAdapter } from '../../../../server/population/lgsp/lgsp-adapter.ts';
import { OPERATIONS } from '../../../../server/population/lgsp/shape.ts';
import { HOME_PLACES } from '../../../../server/population/people/home-places.ts';

import { type AdapterWorld, describeAdapter } from '../adapter-suite.ts';
import { claimOf, NUMBER_OF_NOBODY, PEOPLE } from '../claim-of.ts';
import { SECRETS, startSimulatedService } from '../simulated-world.ts';
import { lgspConfig } from './lgsp-config-of.ts';

const { plain, doubled, renumbered, toneInTwoPlaces } = PEOPLE;

const elsewhere = HOME_PLACES.find(({ province }) => province !== plain.province)?.province ?? '';

const VERIFIED: AdapterWorld['claims'] = {
  match: claimOf(plain),
  'match-normalised': claimOf(PEOPLE.yearOnly),
  unconfirmed: claimOf(plain, { citizenId: NUMBER_OF_NOBODY }),
};

const LOOKED_UP: AdapterWorld['claims'] = {
  match: claimOf(plain),
  'match-normalised': claimOf(toneInTwoPlaces, {
    fullName: toneInTwoPlaces.fullName.toUpperCase().replace(/HÒA$/, 'HOÀ'),
  }),
  differs: claimOf(plain, { province: elsewhere }),
  unconfirmed: claimOf(plain, { fullName: 'KHÔNG PHẢI TÊN NÀY' }),
  'too-many': claimOf(doubled),
  superseded: claimOf(renumbered, { citizenId: renumbered.cancelledId ?? '' }),
};

async function lgspWorld(form: 'soap' | 'json', operation: 'verify' | 'look-up'): Promise<AdapterWorld> {
  const service = await startSimulatedService();
  const path = form === 'soap' ? '/lgsp/soap' : `/lgsp/json/${OPERATIONS[operation].element}`;
  const adapter = (timeoutMs: number) =>
    createLgspAdapter(lgspConfig({ url: new URL(path, service.simulator.url).href, form, operation, timeoutMs }));
  return {
    ...service,
    adapter: adapter(30_000),
    impatient: adapter(20),
    claims: operation === 'verify' ? VERIFIED : LOOKED_UP,
    byYear: claimOf(plain, { birthDate: { year: plain.birthDate.year } }),
    secrets: SECRETS,
  };
}

for (const form of ['soap', 'json'] as const) {
  for (const operation of ['verify', 'look-up'] as const) {
    describeAdapter(`lgsp, ${operation} by ${form}`, () => lgspWorld(form, operation));
  }
}
