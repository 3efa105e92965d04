// Copies third-party UI files into wwwroot/lib. Deterministic: same lock file -> same bytes.
//   npm ci --ignore-scripts && npm run vendor         write
//   npm run vendor:check                              fail (exit 1) when committed output differs
import { readFileSync, writeFileSync, mkdirSync, existsSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';

const nm = p => readFileSync(join('node_modules', p), 'utf8');
const bin = p => readFileSync(join('node_modules', p));
const ver = p => JSON.parse(nm(p + '/package.json')).version;
const lib = '../../wwwroot/lib';                // this file lives in src/Marketplace.Web/Ui/vendor
const out = new Map();                         // path below lib -> Buffer
const put = (p, data) => out.set(p, Buffer.from(data));

// 1. NL Design System component CSS (EUPL-1.2), only what the app uses -------------------------
const utrecht = ['accordion','action-group','alert','badge-list','breadcrumb-nav','button-group',
  'data-list','drawer','form-field','form-field-description','form-field-error-message',
  'form-fieldset','form-label','link-list','nav-bar','ordered-list','page-body','page-footer','page-header',
  'page-layout','pagination','select','separator','spotlight-section',
  'status-badge','table','textarea','textbox','unordered-list'];
const nl = ['button','data-badge','heading','link','mark','number-badge','paragraph','skip-link'];
const strip = s => s.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\s*sourceMappingURL=\S+/g, '').trim();
const css = [
  ...nl.map(n => `/* @nl-design-system-candidate/${n}-css ${ver(`@nl-design-system-candidate/${n}-css`)} */\n` + strip(nm(`@nl-design-system-candidate/${n}-css/dist/${n}.css`))),
  ...utrecht.map(n => `/* @utrecht/${n}-css ${ver(`@utrecht/${n}-css`)} */\n` + strip(nm(`@utrecht/${n}-css/dist/index.min.css`))),
  `/* @gemeente-denhaag/process-steps ${ver('@gemeente-denhaag/process-steps')} */\n` + strip(nm('@gemeente-denhaag/process-steps/dist/index.css')),
].join('\n');
const lic = '/* Licence: EUPL-1.2. Sources and versions per block below. Copied unchanged, comments removed, wrapped in @layer. */\n';
put('nlds/nlds.css', `${lic}@layer nlds {\n${css}\n}\n`);

// not vendored on purpose: root/body (smooth scroll, font-size-adjust, hyphens), checkbox/radio (checked state lost in forced-colors)
put('nlds/LICENSE-EUPL-1.2.md', nm('@utrecht/component-library-css/LICENSE.md'));
put('nlds/NOTICE.md', `nlds.css and bridge.css contain work licensed under EUPL-1.2:\n- @utrecht/*-css: Copyright (c) Frameless B.V. and Gemeente Utrecht\n- @nl-design-system-candidate/*-css, @nl-design-system-unstable/voorbeeld-design-tokens: Copyright (c) NL Design System Community\n- @gemeente-denhaag/process-steps: Copyright (c) Gemeente Den Haag\nChanges: selection of files, comments removed, wrapped in @layer, selector of the tokens changed to :root, 'None' written as 'none'.\n`);

// 2. Bridge: component tokens -> --basis-* tokens (from the EUPL example theme; its colours are NOT taken)
const theme = nm('@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css');
const bridge = [];
for (const m of theme.matchAll(/^\s*(--(utrecht|nl|denhaag-process-steps|denhaag-step-marker)-[\w-]+|--basis-(?!color-)[\w-]+):\s*([^;]+);/gm)) {
  let [, name, , val] = m;
  if (val.includes('None')) val = val.replace('None', 'none');
  bridge.push(`  ${name}: ${val.trim()};`);
}
put('nlds/bridge.css', `/* Generated from @nl-design-system-unstable/voorbeeld-design-tokens ${ver('@nl-design-system-unstable/voorbeeld-design-tokens')} (EUPL-1.2): modified, selection only. */\n@layer tokens.bridge {\n:root, [data-theme] {\n${bridge.reverse().join('\n')}\n}\n}\n`);

// 3. Font (OFL-1.1), icons (MIT), scripts -------------------------------------------------------
for (const s of ['latin', 'latin-ext']) for (const st of ['normal', 'italic'])
  put(`fonts/source-sans-3-${s}-wght-${st}.woff2`, bin(`@fontsource-variable/source-sans-3/files/source-sans-3-${s}-wght-${st}.woff2`));
put('fonts/OFL.txt', nm('@fontsource-variable/source-sans-3/LICENSE'));
const icons = 'check circle-check circle-dashed alert-triangle info-circle x clock bike briefcase user users calendar bell search filter chevron-right chevron-down plus trash edit printer arrow-back-up star eye eye-off scale volume qrcode map-pin heart-handshake shield-check tools message building-factory-2 bus car walk download send archive help-circle external-link menu-2 home report layout-kanban list-check flag lock bulb copy phone mail login-2 adjustments-horizontal hourglass calendar-week calendar-due user-circle transfer-in speakerphone building-store ferry circle-minus chevron-left arrow-right trees repeat clipboard-check logout history settings refresh upload school'.split(' ');
put('icons/tabler.svg', `<svg xmlns="http://www.w3.org/2000/svg">\n<!-- Tabler Icons ${ver('@tabler/icons')}, MIT -->\n` + icons.map(i =>
  `<symbol id="${i}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">` +
  nm(`@tabler/icons/icons/outline/${i}.svg`).replace(/^[\s\S]*?<svg[\s\S]*?>/, '').replace('</svg>', '').replace(/<path stroke="none"[^>]*>/, '').replace(/\s+/g, ' ').trim() + '</symbol>').join('\n') + '\n</svg>\n');
put('icons/LICENSE', nm('@tabler/icons/LICENSE'));
put('htmx/LICENSE', nm('htmx.org/LICENSE'));
put('htmx/htmx.min.js', bin('htmx.org/dist/htmx.min.js'));
// 4. Manifest ------------------------------------------------------------------------------------
const sha = b => createHash('sha256').update(b).digest('hex');
put('manifest.json', JSON.stringify({ generatedBy: 'vendor.mjs', lockSha256: sha(readFileSync('package-lock.json')),
  files: Object.fromEntries([...out].sort(([a], [b]) => a < b ? -1 : 1).map(([p, b]) => [p, { bytes: b.length, sha256: sha(b) }])) }, null, 1) + '\n');

let bad = 0;
for (const [name, b] of out) {
  const p = join(lib, name);
  if (process.argv.includes('--check')) { if (!existsSync(p) || !readFileSync(p).equals(b)) { console.error('DIFFERS', p); bad++; } }
  else { mkdirSync(dirname(p), { recursive: true }); writeFileSync(p, b); }
}
console.log(`${out.size} files, ${[...out.values()].reduce((a, b) => a + b.length, 0)} bytes${bad ? `, ${bad} differ` : ''}`);
process.exit(bad ? 1 : 0);
