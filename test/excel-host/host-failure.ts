/** An error as Excel puts it into a reply; office.js turns it into a `RichApi.Error`. */
export class HostFailure extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

export const accessDenied = () =>
  new HostFailure('AccessDenied', "You can't perform this operation because the sheet is protected.", 401);
export const itemNotFound = () => new HostFailure('ItemNotFound', "The requested resource doesn't exist.", 404);
export const invalidArgument = (message: string) => new HostFailure('InvalidArgument', message);
export const apiNotFound = (member: string) =>
  new HostFailure('ApiNotFound', `The API you are trying to use could not be found: ${member}.`);
