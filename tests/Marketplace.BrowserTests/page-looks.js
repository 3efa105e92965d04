// What a person sees of a page and does on it, asked inside the page: one round trip for each look. Every look answers with a list of faults.
window.looks = (() => {
  'use strict';
  const CONTROLS = 'a[href], button, input:not([type=hidden]), select, textarea, summary';
  const seen = element => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
  const all = selector => [...document.querySelectorAll(selector)].filter(seen);
  const name = element => `<${element.localName} class="${element.getAttribute('class') || ''}"> ${(element.innerText || element.getAttribute('aria-label') || element.id || '').trim().replace(/\s+/g, ' ').slice(0, 40)}`;

  // Colours.
  const parts = colour => {
    const found = colour.match(/[\d.]+/g).map(Number);
    return { rgb: colour.startsWith('color(') ? found.slice(0, 3).map(v => v * 255) : found.slice(0, 3), alpha: found[3] ?? 1 };
  };
  const light = colour => {
    const [r, g, b] = parts(colour).rgb.map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const contrast = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + .05) / (low + .05);
  };
  const ground = element => {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (parts(colour).alpha > 0) return colour;
    }
    return matchMedia('(forced-colors: active) and (prefers-color-scheme: dark)').matches ? 'rgb(0, 0, 0)' : 'rgb(255, 255, 255)';
  };
  const line = (style, side) => style[side + 'Style'] !== 'none' && parseFloat(style[side + 'Width']) > 0 && parts(style[side + 'Color']).alpha > 0;

  // Keyboard. The stops are kept by the page itself while real keys are pressed.
  let stops = [];
  const ringed = element => [null, '::after', '::before'].some(pseudo => {
    const style = getComputedStyle(element, pseudo);
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && (pseudo === null || style.content !== 'none');
  });
  const uncovered = element => {
    const box = element.getClientRects()[0];
    const x = Math.min(innerWidth - 1, Math.max(0, box.left + Math.min(box.width / 2, 20)));
    const y = (Math.max(0, box.top) + Math.min(innerHeight, box.bottom)) / 2;
    const top = document.elementFromPoint(x, y);
    return !!top && (element.contains(top) || top.contains(element));
  };
  const note = event => {
    if (event.key !== 'Tab') return;
    const element = document.activeElement;
    stops.push(!element || element === document.body ? null : { element, ring: ringed(element), free: uncovered(element) });
  };
  // What the key should stop at: of a group of radios only one.
  const wanted = () => all(CONTROLS + ', [tabindex="0"]').filter(element => !element.disabled && element.tabIndex >= 0).filter(element => {
    if (element.type !== 'radio') return true;
    const group = all('input[type=radio]').filter(other => other.name === element.name && other.form === element.form);
    return element === (group.find(other => other.checked) || group[0]);
  });
  const keyboard = () => {
    stops = [];
    document.addEventListener('keyup', note);
    return wanted().length + 3;
  };
  const walked = () => {
    document.removeEventListener('keyup', note);
    const end = stops.findIndex((stop, i) => stop === null || (i > 0 && stop.element === stops[0].element));
    const walk = end < 0 ? stops : stops.slice(0, end);
    const faults = [...document.querySelectorAll('[tabindex]')].filter(element => element.tabIndex > 0).map(element => `a place of its own in the order: ${name(element)}`);
    if (end < 0) faults.push(`the key does not leave the page: ${walk.slice(-3).map(stop => name(stop.element)).join(' > ')}`);
    if (!walk[0]?.element.matches('.nl-skip-link')) faults.push('the first stop is not the skip link');
    walk.forEach((stop, i) => {
      if (i > 0 && !(walk[i - 1].element.compareDocumentPosition(stop.element) & Node.DOCUMENT_POSITION_FOLLOWING)) faults.push(`out of order: ${name(stop.element)}`);
      if (!stop.ring) faults.push(`focus is not seen: ${name(stop.element)}`);
      if (!stop.free) faults.push(`covered when it has the focus: ${name(stop.element)}`);
    });
    const reached = new Set(walk.map(stop => stop.element));
    wanted().filter(element => !reached.has(element)).forEach(element => faults.push(`not reached: ${name(element)}`));
    document.activeElement?.blur();
    scrollTo(0, 0);
    return faults;
  };

  // Forced colours: what carries meaning is a line or a word, not a colour.
  const framed = element => {
    const style = getComputedStyle(element);
    return (line(style, 'borderTop') && style.borderTopColor !== ground(element.parentElement)) || (line(style, 'outline') && style.outlineColor !== ground(element.parentElement));
  };
  const marks = element => JSON.stringify([null, '::after', '::before'].map(pseudo => {
    const style = getComputedStyle(element, pseudo);
    return [style.content, style.fontWeight, style.textDecorationLine, style.outlineStyle, style.outlineWidth, style.borderBottomStyle, style.borderBottomWidth, style.borderLeftWidth, style.blockSize === 'auto' ? '' : pseudo && style.blockSize];
  }));
  const forced = () => {
    const faults = [];
    all('.nl-button, input:not([type=radio], [type=checkbox], [type=hidden]), select, textarea').filter(element => !framed(element)).forEach(element => faults.push(`no frame: ${name(element)}`));
    all('input:is([type=radio], [type=checkbox])').filter(element => getComputedStyle(element).appearance === 'none').forEach(element => faults.push(`does not show that it is chosen: ${name(element)}`));
    all('.utrecht-status-badge, .pw-band, .nl-data-badge, .nl-number-badge').filter(element => !element.innerText.trim()).forEach(element => faults.push(`no words: ${name(element)}`));
    all('main svg.pw-icon').forEach(icon => {
      let at = icon;
      for (let up = 0; up < 3 && !at.textContent.trim(); up++) at = at.parentElement;
      if (!at.textContent.trim()) faults.push(`an icon without words: ${name(icon.parentElement)}`);
      if (contrast(getComputedStyle(icon).color, ground(icon)) < 3) faults.push(`an icon that cannot be seen: ${name(at)}`);
    });
    all('a[aria-current]:not([aria-current=false])').forEach(element => {
      const other = [...(element.closest('ul, ol, nav')?.querySelectorAll('a') || [])].find(one => one !== element && !one.hasAttribute('aria-current') && seen(one));
      if (other && marks(other) === marks(element)) faults.push(`does not show that one is here: ${name(element)}`);
    });
    all('main svg:not(.pw-icon) :is(rect, path, line, circle)').filter(shape => shape.getBoundingClientRect().width > 1).forEach(shape => {
      const style = getComputedStyle(shape), on = ground(shape.closest('svg').parentElement);
      if (![style.fill, style.stroke].some(colour => /\d/.test(colour) && colour !== on)) faults.push(`a shape that cannot be seen: ${name(shape)}`);
    });
    return faults;
  };

  // Print: a sheet without what one presses, dark on white, whole.
  const print = () => {
    const faults = all('button, .nl-button, nav, .pw-footer, .nl-skip-link, input[type=file]').map(element => `printed: ${name(element)}`);
    if (!all('h1').length) faults.push('no heading');
    if (!all('.pw-printed').length) faults.push('no day');
    for (const element of [document.documentElement, document.body])
      if (parts(getComputedStyle(element).backgroundColor).alpha > 0 && light(getComputedStyle(element).backgroundColor) < .95) faults.push(`not on white: ${element.localName}`);
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), pale = new Set();
    while (texts.nextNode()) {
      const element = texts.currentNode.parentElement;
      if (texts.currentNode.data.trim() && !pale.has(element) && seen(element) && contrast(getComputedStyle(element).color, 'rgb(255, 255, 255)') < 4.5) {
        pale.add(element);
        faults.push(`pale on paper: ${name(element)}`);
      }
    }
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (wide > 0) faults.push(`${wide} px wider than the paper`);
    all('main *:not(.pw-sr, svg, svg *, input, textarea, select)').filter(element => getComputedStyle(element).overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1).forEach(element => faults.push(`cut off: ${name(element)}`));
    return faults;
  };
  // A form that was made from another version of its row, with other answers; false: no form here has a version.
  const makeStale = () => {
    const version = [...document.querySelectorAll('main form[method=post] input[name$=".Version"]')].find(input => /[1-9a-f]/.test(input.value));
    const press = version && [...version.form.querySelectorAll('button:not([type=button])')].filter(seen).sort((a, b) => b.innerText.includes('Bewaar') - a.innerText.includes('Bewaar'))[0];
    if (!press) return false;
    version.value = crypto.randomUUID();
    const fields = [...version.form.elements].filter(seen);
    fields.filter(field => field.type === 'text' && !field.inputMode && field.value).forEach(field => { field.value = field.value.slice(0, -1) + 's'; });
    fields.filter(field => field.localName === 'textarea').forEach(field => { field.value += ' Dat gaat goed.'; });
    fields.filter(field => field.type === 'checkbox').slice(0, 1).forEach(field => { field.checked = !field.checked; });
    const radios = fields.filter(field => field.type === 'radio');
    radios.filter(field => !field.checked && radios.some(other => other.checked && other.name === field.name)).slice(0, 1).forEach(field => { field.checked = true; });
    press.setAttribute('data-press', '');
    return true;
  };
  return { keyboard, walked, forced, print, makeStale };
})();
