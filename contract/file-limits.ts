/** A result list of a school of 5,000 comes to less than 1 MB; one with a logo in it, or an .xls, to a few. */
export const RESULT_LIST_MAX_BYTES = 8 * 1024 * 1024;
