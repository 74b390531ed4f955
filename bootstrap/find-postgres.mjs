import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { canInstall, installDebianPackages } from './debian.mjs';
import { SetupError, say } from './say.mjs';

/** Debian keeps each version's programs in a folder of its own and only the clients' on the PATH. */
const DEBIAN_ROOT = '/usr/lib/postgresql';
const PLACES = ['/usr/local/bin', '/usr/bin', '/usr/local/pgsql/bin', '/opt/homebrew/bin'];

/** The folder with `initdb` and `postgres`: `SOSACH_POSTGRES_BIN`, or the newest in a usual place. */
export function findPostgres() {
  const named = process.env.SOSACH_POSTGRES_BIN;
  if (named) return holdsServer(named) ? named : undefined;
  return [...debianFolders(), ...PLACES].find(holdsServer);
}

/** As `findPostgres`, or Debian's package installed now (root and apt). */
export async function getPostgres() {
  const found = findPostgres();
  if (found) return found;
  const named = process.env.SOSACH_POSTGRES_BIN;
  if (named) throw new SetupError(`SOSACH_POSTGRES_BIN=${named} không có initdb / holds no initdb`);
  if (await canInstall()) {
    say('Đang cài PostgreSQL để thử…', 'installing PostgreSQL for the tests…');
    const result = await withoutCluster(() => installDebianPackages(['postgresql']));
    const installed = findPostgres();
    if (installed) return installed;
    throw new SetupError(`Không cài được PostgreSQL / could not install PostgreSQL: ${result.output}`);
  }
  throw new SetupError(
    'Cần PostgreSQL (initdb) để chạy thử: apt-get install postgresql (hoặc đặt SOSACH_POSTGRES_BIN=thư mục). / ' +
      'The tests need PostgreSQL: apt-get install postgresql, or set SOSACH_POSTGRES_BIN to the folder of initdb.',
  );
}

/** Debian's package makes and starts a database server of its own, which the tests neither need nor may leave behind. */
async function withoutCluster(install) {
  const folder = '/etc/postgresql-common/createcluster.d';
  const file = path.join(folder, 'so-sach-tests.conf');
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, 'create_main_cluster = false\n');
  try {
    return await install();
  } finally {
    rmSync(file, { force: true });
  }
}

function debianFolders() {
  if (!existsSync(DEBIAN_ROOT)) return [];
  return readdirSync(DEBIAN_ROOT)
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => path.join(DEBIAN_ROOT, version, 'bin'));
}

function holdsServer(folder) {
  return ['initdb', 'postgres'].every((name) => existsSync(path.join(folder, name)));
}
