import assert from 'node:assert/strict';
import { composeSupportLetter, knownSender, technicalLines } from '../../../addin/pane/support-letter.ts';
import { IDENTITY, pupil } from '../../desk/desk-fixture.ts';
import { paneFixture } from './pane-fixture.ts';

const SENDER = { school: 'Trường THCS An Bình', schoolCode: '79000701', person: 'Trần Thị Thử', phone: '0900 000 000' };
const RUN = { place: 'excel', version: '1.2.3', userAgent: `Mozilla/5.0 ${'x'.repeat(300)}` };

describe('asking for help', () => {
  const compose = (change = {}) =>
    composeSupportLetter({ sender: SENDER, address: 'hotro@so.example', language: 'vi', technical: [], ...change });

  it('has the subject that circular 1254 asks for', () => {
    const { subject, link } = compose();
    assert.equal(subject, 'Trường THCS An Bình + 79000701 + Trần Thị Thử + 0900 000 000');
    assert.ok(link?.startsWith(`mailto:hotro@so.example?subject=${encodeURIComponent(subject)}&body=`));
    assert.ok(compose({ address: null }).link?.startsWith('mailto:?subject='));
  });

  it('is not opened before all four are filled in', () => {
    for (const field of Object.keys(SENDER)) {
      assert.equal(compose({ sender: { ...SENDER, [field]: '  ' } }).link, null, field);
    }
  });

  it('cannot be led elsewhere by what is typed', () => {
    const { link } = compose({ sender: { ...SENDER, school: 'A&bcc=ai@do.example\r\nBcc: ai@do.example' } });
    assert.deepEqual([...new URL(link ?? '').searchParams.keys()], ['subject', 'body']);
  });

  it('knows what the account and the workbook say, and never a telephone number', async () => {
    const pane = paneFixture([pupil(1)]);
    assert.deepEqual(knownSender(pane.state()), { school: '', schoolCode: '', person: '', phone: '' });
    await pane.actions.sheet.open();
    const { unit: schoolCode, unitName: school } = IDENTITY;
    assert.deepEqual(knownSender(pane.state()), { school, schoolCode, person: '', phone: '' });
    await pane.signIn();
    const { account } = pane.state();
    assert.deepEqual(knownSender(pane.state()), {
      school: account?.unit.name,
      schoolCode: account?.unit.code,
      person: account?.displayName,
      phone: '',
    });
  });

  it('tells codes and counts, nothing of a row, and fits into what a mail program is handed', async () => {
    const rows = [1, 2, 3].map((number) => ({ ...pupil(number), citizenId: '034310000999', sex: 'Gái' }));
    const pane = paneFixture(rows);
    await pane.actions.sheet.open();
    await pane.actions.sheet.check();
    const technical = technicalLines(pane.state(), RUN);
    const text = technical.join('\n');
    assert.match(
      text,
      /^so-sach 1\.2\.3 \/ excel \/ check \/ vi\nstudent v\d+ \/ 3 rows\nE\d+ Q\d+ N\d+\n(?:[a-z-]+\.[a-z-]+:\d+ ?)+\n/,
    );
    for (const row of rows) {
      for (const [field, value] of Object.entries(row)) {
        if (typeof value !== 'string' || value.length < 3) continue;
        assert.ok(!text.includes(value), `${field}: ${value}`);
      }
    }
    const { body, link } = compose({ technical });
    assert.ok(body.includes(text.replaceAll('\n', '\r\n')));
    assert.ok((link?.length ?? 0) < 2083, `${link?.length} characters`);
  });

  it('goes without the server, and keeps the problem that it is about', async () => {
    const pane = paneFixture([pupil(1)]);
    pane.server.next('/api/v1/health', 'drop-before', 'bad-gateway');
    await pane.actions.showSupport();
    await pane.actions.showSupport();
    assert.deepEqual([pane.state().overlay, pane.state().support.address], ['support', null]);
    await pane.actions.showSupport();
    assert.deepEqual(pane.state().support, { address: null, version: '9.9.9' });
    pane.server.supportAddress = 'a@b.example';
    await pane.actions.showSupport();
    assert.deepEqual(pane.state().support, { address: 'a@b.example', version: '9.9.9' });
    assert.equal(pane.state().problem, null, 'a missing line is no problem here');
    const problem = { ...BROKEN, retry: null };
    pane.store.change({ problem });
    pane.actions.session.closeOverlay();
    assert.deepEqual([pane.state().overlay, pane.state().problem], [null, problem]);
    assert.equal(pane.state().focus?.id, 'sosach-help-button');
  });
});

const BROKEN = {
  message: { vi: 'Hỏng', en: 'Broken' },
  nextStep: null,
  requestId: 'abc',
  offline: false,
  signInNeeded: false,
};
