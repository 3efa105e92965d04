// The little script of our own. Every page works without it; this makes it smoother.
(() => {
  'use strict';
  const byId = id => document.getElementById(id);
  const focus = element => {
    if (!element) return;
    if (!element.hasAttribute('tabindex')) element.setAttribute('tabindex', '-1');
    element.focus();
  };

  // 1 Focus: to the errors, otherwise to what says "this is new", but only when the focus was lost with the old content.
  const settle = (root, lost) => {
    const errors = root.matches?.('[data-focus]') ? root : root.querySelector('[data-focus]');
    if (errors) focus(errors);
    else if (lost) focus(root.querySelector('[data-focus-after]') || root.querySelector('h1, h2') || root);
  };
  let lost = false;
  document.addEventListener('DOMContentLoaded', () => settle(document.body, false));
  document.addEventListener('htmx:beforeSwap', event => {
    const active = document.activeElement;
    lost = !!active && active !== document.body && event.detail.target.contains(active);
  });
  document.addEventListener('htmx:afterSettle', event => {
    const root = event.detail.elt.isConnected ? event.detail.elt : document.body;
    // htmx itself brings the focus back to a control with the same id.
    settle(root, lost && (document.activeElement === document.body || !document.activeElement));
    lost = false;
  });

  // 2 "Bezig…" when an answer takes longer than 300 ms.
  const busy = byId('bezig');
  let waiting = 0, timer = 0;
  const start = () => {
    waiting++;
    timer = timer || setTimeout(() => { busy.textContent = busy.dataset.busy; }, 300);
  };
  const stop = () => {
    waiting = Math.max(0, waiting - 1);
    if (waiting) return;
    clearTimeout(timer);
    timer = 0;
    busy.textContent = '';
  };
  document.addEventListener('htmx:beforeRequest', start);
  document.addEventListener('htmx:afterRequest', stop);
  document.addEventListener('submit', event => {
    if (!event.defaultPrevented && event.target.method === 'post') start();
  });
  window.addEventListener('pageshow', () => { waiting = 0; stop(); });

  // 3 What cannot be shown in the page: no connection, a fault. The form stays as it was.
  const notice = byId('melding');
  const say = text => { notice.textContent = text; notice.scrollIntoView({ block: 'nearest' }); };
  document.addEventListener('htmx:beforeRequest', () => { notice.textContent = ''; });
  document.addEventListener('htmx:sendError', () => say(notice.dataset.offline));
  document.addEventListener('htmx:responseError', event => say(event.detail.xhr.status === 400 ? notice.dataset.expired : notice.dataset.fault));

  // 4 A box that ticks a whole column ("alle ochtenden") follows that column, and the column follows it.
  const column = box => [...box.closest('table').querySelectorAll('[data-column="' + box.dataset.all + '"]')];
  const follow = root => root.querySelectorAll('[data-all]').forEach(box => { box.checked = column(box).every(one => one.checked); });
  document.addEventListener('change', event => {
    const box = event.target;
    if (box.dataset.all) column(box).forEach(one => { one.checked = box.checked; });
    else if (box.dataset.column) follow(box.closest('table'));
  });
  document.addEventListener('DOMContentLoaded', () => follow(document));
  document.addEventListener('htmx:afterSettle', () => follow(document));
})();
