// Makes one theme file (the only thing that differs per municipality) from 1-2 brand colours.
// Every text/background and control/border pair is moved until it meets WCAG 2.2 AA; the same sums belong in C# (ThemeBuilder) in the app.
import { writeFileSync, mkdirSync } from 'node:fs';
const lin = v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4, gam = v => v <= .0031308 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - .055;
const hex2rgb = h => [1, 3, 5].map(i => parseInt(h.slice(i, i + 2), 16) / 255);
const lum = h => { const [r, g, b] = hex2rgb(h).map(lin); return .2126 * r + .7152 * g + .0722 * b; };
export const contrast = (a, b) => { const [x, y] = [lum(a), lum(b)].sort((p, q) => q - p); return (x + .05) / (y + .05); };
function toLch(hex) { const [r, g, b] = hex2rgb(hex).map(lin);
  const l = Math.cbrt(.4122214708 * r + .5363325363 * g + .0514459929 * b), m = Math.cbrt(.2119034982 * r + .6806995451 * g + .1073969566 * b), s = Math.cbrt(.0883024619 * r + .2817188376 * g + .6299787005 * b);
  const L = .2104542553 * l + .793617785 * m - .0040720468 * s, A = 1.9779984951 * l - 2.428592205 * m + .4505937099 * s, B = .0259040371 * l + .7827717662 * m - .808675766 * s;
  return [L, Math.hypot(A, B), Math.atan2(B, A)]; }
function toHex(L, C, h) { for (let c = C; ; c *= .93) { const A = c * Math.cos(h), B = c * Math.sin(h);
  const l = (L + .3963377774 * A + .2158037573 * B) ** 3, m = (L - .1055613458 * A - .0638541728 * B) ** 3, s = (L - .0894841775 * A - 1.291485548 * B) ** 3;
  const rgb = [4.0767416621 * l - 3.3077115913 * m + .2309699292 * s, -1.2684380046 * l + 2.6097574011 * m - .3413193965 * s, -.0041960863 * l - .7034186147 * m + 1.707614701 * s];
  if (c < .002 || rgb.every(v => v > -.002 && v < 1.002)) return '#' + rgb.map(v => Math.round(255 * gam(Math.min(1, Math.max(0, v)))).toString(16).padStart(2, '0')).join(''); } }
const reach = (L, C, h, on, ratio, step) => { for (let i = 0; i < 200; i++, L += step) { const x = toHex(Math.min(1, Math.max(0, L)), C, h); if (contrast(x, on) >= ratio || L <= 0 || L >= 1) return [x, L]; } };
export function ramp(hex, dark, hc) { let [L0, C, h] = toLch(hex); const d = dark, t = {}, k = x => toHex(x[0], C * x[1], h);
  t['bg-document'] = d ? k([.19, .12]) : '#ffffff';
  t['bg-subtle'] = d ? k([.225, .16]) : k([.982, .10]);
  t['bg-default'] = d ? k([.27, .28]) : k([.952, .22]);
  t['bg-hover'] = d ? k([.31, .34]) : k([.925, .30]);
  t['bg-active'] = d ? k([.35, .40]) : k([.895, .38]);
  t['border-subtle'] = d ? k([.42, .35]) : k([.86, .35]);
  const s = d ? .01 : -.01, txt = hc ? 7.2 : 4.6;
  t['border-default'] = reach(d ? .5 : .68, C * .7, h, t['bg-default'], hc ? 4.6 : 3.1, s)[0];
  t['border-hover'] = reach(d ? .6 : .58, C * .8, h, t['bg-active'], 3.6, s)[0];
  t['border-active'] = reach(d ? .7 : .5, C * .9, h, t['bg-active'], 4.6, s)[0];
  const [cd, Ld] = reach(d ? .70 : Math.min(.56, L0), C, h, t['bg-active'], txt, s); t['color-default'] = cd;
  t['color-hover'] = toHex(Ld + s * 6, C, h); t['color-active'] = toHex(Ld + s * 10, C, h);
  t['color-subtle'] = reach(d ? .68 : .55, C * .6, h, t['bg-active'], txt, s)[0];
  t['color-document'] = d ? k([.955, .06]) : k([.245, .35]);
  // inverse: solid surfaces (primary buttons, header)
  const [ib, Li] = reach(d ? .62 : Math.min(.55, L0), C, h, '#ffffff', hc ? 7.2 : 4.7, -.01);
  Object.assign(t, { 'inverse-bg-default': ib, 'inverse-bg-hover': toHex(Li - .05, C, h), 'inverse-bg-active': toHex(Li - .09, C, h), 'inverse-bg-subtle': toHex(Li - .12, C, h), 'inverse-bg-document': toHex(Li - .06, C, h),
    'inverse-border-subtle': toHex(Math.min(.8, Li + .2), C * .6, h), 'inverse-border-default': '#ffffff', 'inverse-border-hover': '#ffffff', 'inverse-border-active': '#ffffff',
    'inverse-color-default': '#ffffff', 'inverse-color-hover': '#ffffff', 'inverse-color-active': '#ffffff', 'inverse-color-subtle': '#ffffff', 'inverse-color-document': '#ffffff' });
  return t; }
const fixed = { positive: '#1e7b34', warning: '#b45f06', negative: '#c01f1f', info: '#1f5fa8', highlight: '#8a6d00' };
export function themeCss(id, { accent1, accent2, neutral = '#4a5560', font = "'Source Sans 3'", radius = [4, 6, 10] }) {
  const block = (dark, hc) => { const sets = { default: neutral, 'accent-1': accent1, 'accent-2': accent2, 'accent-3': neutral, 'action-1': accent1, 'action-2': accent1, selected: accent1, disabled: neutral, ...fixed }; let o = '';
    for (const [n, hx] of Object.entries(sets)) for (const [k, v] of Object.entries(ramp(hx, dark, hc))) o += `  --basis-color-${n}-${k}: ${v};\n`;
    const foc = dark ? '#ffd84d' : '#1a1a1a';
    const brand = ramp(accent1, dark, hc); // the nav band: solid in light, one step darker than a button in dark
    return o + `  --pw-brand-bg: ${dark ? brand['bg-active'] : brand['inverse-bg-default']};\n  --pw-brand-color: ${dark ? brand['color-document'] : '#ffffff'};\n  --basis-color-transparent: transparent;\n  --basis-focus-outline-color: ${foc};\n  --basis-focus-inverse-outline-color: ${dark ? '#111111' : '#ffffff'};\n  --basis-focus-background-color: #ffdd00;\n  --basis-focus-color: #0b0c0c;\n`; };
  const base = `  --basis-text-font-family-default: ${font}, system-ui, 'Segoe UI', Arial, sans-serif;\n  --basis-heading-font-family: ${font}, system-ui, 'Segoe UI', Arial, sans-serif;\n  --basis-heading-font-weight: 650;\n  --basis-text-font-weight-bold: 650;\n  --basis-text-font-size-sm: .9375rem;\n  --basis-text-font-size-md: 1.0625rem;\n  --basis-text-font-size-lg: 1.1875rem;\n  --basis-text-font-size-xl: 1.375rem;\n  --basis-text-font-size-2xl: 1.625rem;\n  --basis-text-font-size-3xl: 2.125rem;\n  --basis-text-font-size-4xl: 2.625rem;\n  --basis-border-radius-sm: ${radius[0]}px;\n  --basis-border-radius-md: ${radius[1]}px;\n  --basis-border-radius-lg: ${radius[2]}px;\n  --basis-form-control-border-radius: ${radius[0]}px;\n  --basis-focus-outline-style: solid;\n  --basis-focus-outline-width: 3px;\n  --basis-focus-outline-offset: 2px;\n  --basis-page-max-inline-size: 78rem;\n  --basis-pointer-target-min-block-size: 2.75rem;\n  --basis-pointer-target-min-inline-size: 2.75rem;\n`;
  const sel = id === 'standaard' ? ':root' : `[data-theme="${id}"]`;
  return `/* Generated by theme.mjs for "${id}" (${accent1}, ${accent2}) */\n@layer tokens.theme {\n${sel} {\n  color-scheme: light;\n${base}${block(false)}}\n@media screen and (prefers-color-scheme: dark) { ${sel}:not([data-scheme="licht"]) {\n  color-scheme: dark;\n${block(true)}} }\n@media screen { ${sel}[data-scheme="donker"] {\n  color-scheme: dark;\n${block(true)}} }\n@media (prefers-contrast: more) { ${sel}:not([data-scheme="donker"]) {\n  color-scheme: light;\n${block(false, true)}} }\n}\n`; }
if (import.meta.url === `file://${process.argv[1]}`) { const themes = '../../wwwroot/css/themes'; mkdirSync(themes, { recursive: true });
  for (const [id, o] of Object.entries({ standaard: { accent1: '#0a5c6b', accent2: '#c4620a' } })) {
    writeFileSync(`${themes}/${id}.css`, themeCss(id, o));
    for (const d of [false, true]) for (const s of ['#0a5c6b', '#4a5560', ...Object.values(fixed)]) { const r = ramp(s, d); const c = (a, b) => contrast(r[a], r[b]).toFixed(1);
      if (id === 'standaard') console.log(d ? 'dark ' : 'light', s, 'text/doc', c('color-document', 'bg-document'), 'subtle/active', c('color-subtle', 'bg-active'), 'color/active', c('color-default', 'bg-active'), 'border/doc', c('border-default', 'bg-document'), 'inv', contrast(r['inverse-bg-default'], '#ffffff').toFixed(1), r['color-default'], r['inverse-bg-default'], r['bg-default']); } } }
