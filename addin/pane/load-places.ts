/** One chunk a province of today: a page fetches the communes of its sheet's provinces, not of the whole country. */
export async function loadPlaces(provinceCode: string): Promise<string> {
  const { PLACES } = (await import(`../../rules/codes/tables/places/${provinceCode}.ts`)) as {
    readonly PLACES: string;
  };
  return PLACES;
}
