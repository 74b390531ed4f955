import assert from 'node:assert/strict';
import { loadPlaces } from '../../../addin/pane/load-places.ts';
import { getPlaceText } from '../../../rules/codes/all-places.ts';
import { PROVINCES_34 } from '../../../rules/codes/tables/provinces-34.ts';

describe('loadPlaces', () => {
  it('hands the page the very tables that the server has', async () => {
    for (const [code] of PROVINCES_34) assert.equal(await loadPlaces(code), getPlaceText(code));
    await assert.rejects(loadPlaces('02'));
  });
});
