import { ADD_IN } from '../../templates/add-in.ts';
import type { WorkbookChanges } from './workbook-changes.ts';
import type { WorkbookPackage } from './workbook-package.ts';

const PANES = 'xl/webextensions/taskpanes.xml';
const EXTENSION = 'xl/webextensions/webextension1.xml';
const EXTENSION_NAMESPACE = 'http://schemas.microsoft.com/office/webextensions';
const RELATIONS = 'http://schemas.microsoft.com/office/2011/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Of this occurrence of the add-in in a document, not of the add-in: any GUID will do. */
const INSTANCE = '{3E0C1B5A-7A64-4C0B-9E5F-51A7D2B0C9E4}';

/**
 * The add-in as installed by the organisation's admin centre first; where it was sideloaded, Excel takes the alternative. Which
 * value tells which store: MS-OWEXML 2.2.5; `EXCatalog` as Microsoft's page on opening a pane with a document writes it.
 */
const EXTENSION_XML = `${HEAD}<we:webextension xmlns:we="${EXTENSION_NAMESPACE}/webextension/2010/11" id="${INSTANCE}"><we:reference id="${ADD_IN.id}" version="${ADD_IN.version}" store="EXCatalog" storeType="EXCatalog"/><we:alternateReferences><we:reference id="${ADD_IN.id}" version="${ADD_IN.version}" store="developer" storeType="Registry"/></we:alternateReferences><we:properties><we:property name="${ADD_IN.taskpaneId}" value="true"/></we:properties><we:bindings/><we:snapshot xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></we:webextension>`;

/** `visibility="0"`: whether the pane is shown is left to the property above, which a person may switch off. */
const PANES_XML = `${HEAD}<wetp:taskpanes xmlns:wetp="${EXTENSION_NAMESPACE}/taskpanes/2010/11"><wetp:taskpane dockstate="right" visibility="0" width="350" row="4"><wetp:webextensionref xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/></wetp:taskpane></wetp:taskpanes>`;

const PANES_RELATIONS_XML = `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/webextension" Target="webextension1.xml"/></Relationships>`;

/** A package that has panes of its own, ours or another add-in's, keeps them as they are. */
export function hasTaskPanes(file: WorkbookPackage): boolean {
  return file.directory.entries.some((entry) => /^xl\/webextensions\/(?!.*_rels\/)/i.test(entry.name));
}

/**
 * Adds what makes Excel open the pane by itself, where the add-in is installed (MS-OWEXML 2.2.7). Programs that know nothing of it
 * drop it when they save; the next writing of ours adds it again.
 */
export async function addTaskPane(changes: WorkbookChanges): Promise<void> {
  const encoder = new TextEncoder();
  changes.parts.set(EXTENSION, encoder.encode(EXTENSION_XML));
  changes.parts.set(PANES, encoder.encode(PANES_XML));
  changes.parts.set('xl/webextensions/_rels/taskpanes.xml.rels', encoder.encode(PANES_RELATIONS_XML));
  await changes.addType(EXTENSION, 'application/vnd.ms-office.webextension+xml');
  await changes.addType(PANES, 'application/vnd.ms-office.webextensiontaskpanes+xml');
  await changes.addRootRelationship('rIdSoSachPane', `${RELATIONS}/webextensiontaskpanes`, PANES);
}
