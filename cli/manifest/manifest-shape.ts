import { ADD_IN } from '../../templates/add-in.ts';

/** What an element of the manifest is made of. */
export interface ElementShape {
  readonly name: string;
  /** May stand more than once. */
  readonly many?: true;
  /** May be absent. */
  readonly optional?: true;
  /** Attributes that must have exactly these values. */
  readonly fixed?: Readonly<Record<string, string>>;
  /** The text that must stand in it. */
  readonly text?: string;
  /** In the order of the schema. */
  readonly children?: readonly ElementShape[];
}

type ShapeParts = Omit<ElementShape, 'name' | 'children'>;

const shape = (name: string, children: readonly ElementShape[] = [], parts: ShapeParts = {}): ElementShape => ({
  name,
  children,
  ...parts,
});
const leaf = (name: string, parts: ShapeParts = {}): ElementShape => shape(name, [], parts);

const TRANSLATION = leaf('Override', { fixed: { Locale: 'en-US' } });
const ICON = shape('Icon', [leaf('bt:Image', { many: true })]);
/** The product's own name is the same in both languages; `checkTexts` asks for all others. */
const strings = (name: string) =>
  shape(name, [
    shape('bt:String', [leaf('bt:Override', { optional: true, fixed: { Locale: 'en-US' } })], { many: true }),
  ]);

/**
 * Our manifest, element by element in the order that Office's schemas want. Narrower than they are: whatever we do not use has no
 * place here, so that a manifest edited by hand into something untried is told.
 * Source: Microsoft, “How to find the proper order of manifest elements”, learn.microsoft.com/office/dev/add-ins/develop/manifest-element-ordering
 */
export const MANIFEST_SHAPE: ElementShape = shape(
  'OfficeApp',
  [
    leaf('Id'),
    leaf('Version'),
    leaf('ProviderName'),
    leaf('DefaultLocale', { text: 'vi-VN' }),
    leaf('DisplayName'),
    shape('Description', [TRANSLATION]),
    leaf('IconUrl'),
    leaf('HighResolutionIconUrl'),
    leaf('SupportUrl'),
    shape('AppDomains', [leaf('AppDomain')]),
    shape('Hosts', [leaf('Host', { fixed: { Name: 'Workbook' } })]),
    // A higher floor hides the add-in from Excel 2016 and 2019 without a word; the pane says it in words.
    shape('Requirements', [
      shape('Sets', [leaf('Set', { fixed: { Name: 'ExcelApi', MinVersion: '1.1' } })], {
        fixed: { DefaultMinVersion: '1.1' },
      }),
    ]),
    shape('DefaultSettings', [leaf('SourceLocation')]),
    leaf('Permissions', { text: 'ReadWriteDocument' }),
    shape(
      'VersionOverrides',
      [
        shape('Hosts', [
          shape(
            'Host',
            [
              shape('DesktopFormFactor', [
                shape('GetStarted', [leaf('Title'), leaf('Description'), leaf('LearnMoreUrl')]),
                shape(
                  'ExtensionPoint',
                  [
                    shape('OfficeTab', [
                      shape('Group', [
                        leaf('Label'),
                        ICON,
                        shape(
                          'Control',
                          [
                            leaf('Label'),
                            shape('Supertip', [leaf('Title'), leaf('Description')]),
                            ICON,
                            shape(
                              'Action',
                              // Under this id a workbook of ours opens the pane by itself (MS-OWEXML 2.2.7).
                              [leaf('TaskpaneId', { text: ADD_IN.taskpaneId }), leaf('SourceLocation')],
                              { fixed: { 'xsi:type': 'ShowTaskpane' } },
                            ),
                          ],
                          { fixed: { 'xsi:type': 'Button' } },
                        ),
                      ]),
                    ]),
                  ],
                  { fixed: { 'xsi:type': 'PrimaryCommandSurface' } },
                ),
              ]),
            ],
            { fixed: { 'xsi:type': 'Workbook' } },
          ),
        ]),
        shape('Resources', [
          shape('bt:Images', [leaf('bt:Image', { many: true })]),
          shape('bt:Urls', [leaf('bt:Url', { many: true })]),
          strings('bt:ShortStrings'),
          strings('bt:LongStrings'),
        ]),
      ],
      {
        fixed: {
          xmlns: 'http://schemas.microsoft.com/office/taskpaneappversionoverrides',
          'xsi:type': 'VersionOverridesV1_0',
        },
      },
    ),
  ],
  {
    fixed: {
      xmlns: 'http://schemas.microsoft.com/office/appforoffice/1.1',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xmlns:bt': 'http://schemas.microsoft.com/office/officeappbasictypes/1.0',
      'xsi:type': 'TaskPaneApp',
    },
  },
);
