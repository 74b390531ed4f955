import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { EXIT } from '../../cli/cli-io.ts';
import { runCommandLine } from '../../cli/command-line.ts';
import { sharedPostgres } from '../support/shared-postgres.ts';
import { captureIo } from './capture-io.ts';
import { type TempFolder, tempFolder } from './temp-folder.ts';

describe('sosach with DATABASE_URL', () => {
  let folder: TempFolder;
  const outer = process.env.DATABASE_URL;

  before(async () => {
    folder = await tempFolder();
    process.env.DATABASE_URL = await (await sharedPostgres()).makeDatabase();
  });
  after(async () => {
    if (outer === undefined) delete process.env.DATABASE_URL;
    else process.env.DATABASE_URL = outer;
    await folder.remove();
  });

  async function run(...args: string[]) {
    const io = captureIo();
    const code = await runCommandLine([...args, '--data', folder.path('data')], io, folder.path('home'));
    return { code, stdout: io.stdout(), stderr: io.stderr() };
  }

  it('imports units, adds accounts and verifies the trail there', async () => {
    const csv = folder.path('units.csv');
    writeFileSync(csv, 'code,name,kind,parent,validFrom,validTo\nT-A,Trường A,school,S,,\nS,Sở,department,,,\n');
    assert.deepEqual((await run('units', 'import', csv)).code, EXIT.clean);
    const added = await run('user', 'add', 'vanthu.a', '--role', 'clerk', '--unit', 'T-A');
    assert.match(added.stdout, /one-time password: \S+/);
    assert.equal((await run('user', 'add', 'VANTHU.A', '--role', 'clerk', '--unit', 'T-A')).code, EXIT.unusable);
    assert.equal((await run('user', 'reset', 'Vanthu.A')).code, EXIT.clean);
    const trail = await run('audit', 'verify');
    assert.deepEqual([trail.code, /\b3 sự kiện/.test(trail.stdout)], [EXIT.clean, true], trail.stdout);
  });

  it('tells a store that was put back so that every cursor begins anew', async () => {
    const done = await run('restored');
    assert.match(done.stdout, /0 rows restored/);
    assert.match((await run('audit', 'verify')).stdout, /\b4 sự kiện/);
  });

  it('leaves the copying of the database to its own tools', async () => {
    for (const args of [
      ['backup', '--out', folder.path('x.tar.gz')],
      ['restore', folder.path('x.tar.gz')],
      ['keys', 'list'],
    ]) {
      const refused = await run(...args);
      assert.deepEqual([refused.code, /pg_dump/.test(refused.stderr)], [EXIT.unusable, true], refused.stderr);
    }
  });

  it('is needed by a worker and by a server that leaves the asking to one', async () => {
    const url = process.env.DATABASE_URL;
    delete process.env.DATABASE_URL;
    process.env.SOSACH_VERIFICATION = 'elsewhere';
    try {
      for (const command of ['work', 'serve']) {
        const refused = await run(command);
        assert.deepEqual([refused.code, /DATABASE_URL/.test(refused.stderr)], [EXIT.unusable, true], refused.stderr);
      }
    } finally {
      delete process.env.SOSACH_VERIFICATION;
      process.env.DATABASE_URL = url;
    }
  });
});
