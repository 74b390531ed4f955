import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const here = import.meta.dirname;

/** The pages lie flat in the output, whatever folder their source stands in: the server serves them by name. */
function flatPages(): Plugin {
  return {
    name: 'flat-pages',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.fileName.endsWith('.html')) file.fileName = basename(file.fileName);
      }
    },
  };
}

/** `gate.js` must stay a plain ES5 script, before and apart from the modules: copied as it is, under a hashed name. */
function gateScript(): Plugin {
  const source = readFileSync(resolve(here, 'addin/pane/gate.js'), 'utf8');
  const fileName = `assets/gate-${createHash('sha256').update(source).digest('hex').slice(0, 8)}.js`;
  return {
    name: 'gate-script',
    apply: 'build',
    buildStart() {
      this.emitFile({ type: 'asset', fileName, source });
    },
    transformIndexHtml: (html) => html.replace('./pane/gate.js', `/${fileName}`),
  };
}

export default defineConfig({
  root: here,
  base: '/',
  // The icons that the manifest names.
  publicDir: resolve(here, 'addin/pane/public'),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [gateScript(), flatPages()],
  // The same parser with what it needs of Node put in; the package names the two apart by path alone.
  resolve: { alias: { 'csv-parse/sync': 'csv-parse/browser/esm/sync' } },
  build: {
    outDir: resolve(here, 'dist/pages'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    // CSP has no data: scripts or fonts; small files stay files.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: [
        resolve(here, 'addin/pane.html'),
        resolve(here, 'addin/dang-nhap.html'),
        resolve(here, 'workbench/ban-lam-viec.html'),
        resolve(here, 'console/quan-ly.html'),
      ],
    },
  },
});
