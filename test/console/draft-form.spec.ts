import assert from 'node:assert/strict';
import {
  type DraftForm,
  draftFaults,
  draftOf,
  FIELD_ID,
  isAlreadyOver,
  LIMITS,
  newDraft,
  newPart,
  nextPartId,
  type PartForm,
} from '../../console/draft-form.ts';
import { optionalColumns } from '../../console/optional-columns.ts';
import { CampaignDraft } from '../../contract/schemas/campaign.ts';
import { RECORD_KINDS } from '../../rules/record.ts';
import { NOW } from './campaign-fixture.ts';

describe('console: a campaign being filled in', () => {
  const part = (changes: Partial<PartForm> = {}): PartForm => ({
    ...newPart('phan-1'),
    name: 'Học sinh',
    day: '2022-10-24',
    ...changes,
  });
  const form = (changes: Partial<DraftForm> = {}): DraftForm => ({
    ...newDraft(NOW),
    name: 'Đợt 1',
    parts: [part()],
    ...changes,
  });
  const faulty = (changes: Partial<DraftForm>, schools: number | null = 3) => [
    ...draftFaults(form(changes), schools).keys(),
  ];

  it('begins with the school year of the day, and with what must be filled in told by field', () => {
    assert.equal(newDraft(NOW).schoolYear, 2022);
    assert.equal(newDraft(Date.parse('2023-07-31T00:00:00Z')).schoolYear, 2022);
    assert.equal(newDraft(Date.parse('2023-07-31T17:00:00Z')).schoolYear, 2023, 'in Vietnam it is August already');
    assert.deepEqual([...draftFaults(newDraft(NOW), 3).keys()], ['cs-name', 'cs-phan-1-name', 'cs-phan-1-day']);
  });

  it('tells each fault at its field, and none where there is none', () => {
    assert.deepEqual(faulty({}), []);
    assert.deepEqual(faulty({ name: '  ' }), [FIELD_ID.name]);
    assert.deepEqual(faulty({ circular: 'x'.repeat(161) }), [FIELD_ID.circular]);
    assert.deepEqual(faulty({ instructions: 'x'.repeat(2001) }), [FIELD_ID.instructions]);
    assert.deepEqual(faulty({ parts: [part({ day: '2022-02-30' })] }), [FIELD_ID.day('phan-1')]);
    assert.deepEqual(faulty({ parts: [part({ time: '25:00' })] }), [FIELD_ID.time('phan-1')]);
    assert.deepEqual(faulty({ parts: [part({ time: '', form: 'within-day' })] }), [], 'no hour is asked there');
    assert.deepEqual(faulty({ parts: [part({ someGrades: true })] }), [FIELD_ID.grades('phan-1')]);
    assert.deepEqual(faulty({ parts: [part({ someGrades: true, kind: 'staff' })] }), [], 'staff are in no grade');
    assert.deepEqual(faulty({ allSchools: false }), [FIELD_ID.units]);
    assert.deepEqual(faulty({}, 0), [FIELD_ID.units]);
    assert.deepEqual(faulty({}, null), [], 'units that are not known yet are no fault');
  });

  it('gives the API what it takes, in all three forms of a deadline', () => {
    const parts = (['before-hour', 'before-day', 'within-day'] as const).map((deadline, at) =>
      part({
        partId: `phan-${at + 1}`,
        form: deadline,
        someGrades: true,
        grades: [12, 10],
        optionalFields: optionalColumns('student').map(({ field }) => field),
      }),
    );
    const draft = draftOf(form({ name: '  Đợt 1 ', parts, allSchools: false, units: ['A', 'B'] }));
    assert.deepEqual(CampaignDraft.parse(draft), draft);
    assert.equal(draft.name, 'Đợt 1');
    assert.deepEqual(draft.parts[0]?.grades, [10, 12]);
    assert.deepEqual(
      draft.parts.map(({ deadline }) => deadline),
      [
        { form: 'before-hour', day: '2022-10-24', time: '14:00' },
        { form: 'before-day', day: '2022-10-24' },
        { form: 'within-day', day: '2022-10-24' },
      ],
    );
    assert.equal(draftOf(form()).units, null);
    assert.equal(draftOf(form({ parts: [part({ kind: 'results' })] })).parts[0]?.kind, 'results');
  });

  it('limits what the API limits', () => {
    const longest = form({
      name: 'x'.repeat(LIMITS.name),
      circular: 'x'.repeat(LIMITS.circular),
      instructions: 'x'.repeat(LIMITS.instructions),
      parts: Array.from({ length: LIMITS.parts }, (_, at) =>
        part({ partId: `phan-${at + 1}`, name: 'x'.repeat(LIMITS.partName) }),
      ),
    });
    assert.equal(draftFaults(longest, 3).size, 0);
    assert.ok(CampaignDraft.safeParse(draftOf(longest)).success);
    for (const more of [
      { name: `${longest.name}x` },
      { circular: `${longest.circular}x` },
      { instructions: `${longest.instructions}x` },
      { parts: [part({ name: 'x'.repeat(LIMITS.partName + 1) })] },
    ]) {
      assert.equal(draftFaults({ ...longest, ...more }, 3).size, 1);
      assert.ok(!CampaignDraft.safeParse(draftOf({ ...longest, ...more })).success);
    }
    const tooMany = { ...longest, parts: [...longest.parts, part({ partId: 'phan-7' })] };
    assert.ok(!CampaignDraft.safeParse(draftOf(tooMany)).success);
  });

  it('gives a new part an id of its own, whichever was removed', () => {
    const ids = ['phan-1', 'phan-3'];
    const next = nextPartId(form({ parts: ids.map((partId) => part({ partId })) }));
    assert.ok(!ids.includes(next), next);
  });

  it('says that a deadline is over, from its very minute', () => {
    const instant = Date.parse('2022-10-24T14:00:00+07:00');
    assert.deepEqual([isAlreadyOver(part(), instant - 1), isAlreadyOver(part(), instant)], [false, true]);
    assert.equal(isAlreadyOver(part({ day: '' }), instant), false);
  });

  it('offers the optional columns of every template by their Vietnamese header', () => {
    assert.ok(optionalColumns('student').some(({ header }) => header === 'Thôn/Tổ/Số nhà'));
    for (const kind of RECORD_KINDS) {
      const headers = optionalColumns(kind).map(({ header }) => header);
      assert.equal(new Set(headers).size, headers.length);
    }
  });
});
