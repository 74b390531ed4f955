/** Where the built pages lie and what is filled into them. */
export interface PageConfig {
  /** What the build made of the pane, the workbench and the officers' page: `pane.html`, `ban-lam-viec.html`, `quan-ly.html`, `assets/`. */
  readonly pagesDir: string;
  /** The add-in's manifest as it stands in the repository. */
  readonly manifestFile: string;
  /** Address of office.js: Microsoft's own in production, `/office-js/office.js` for tests. */
  readonly officeJsUrl: string;
  /** Folder served as `/office-js/`; for tests only, Microsoft's licence wants it loaded from its own address. */
  readonly officeJsDir?: string;
  /** Further pages that may frame the pane, such as an own Office Online Server. */
  readonly frameAncestors?: readonly string[];
}
