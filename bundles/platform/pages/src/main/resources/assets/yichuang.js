/* What pages do better with scripts; all of them work without. */
(function () {
  'use strict';
  var said = document.querySelector('.said');
  var account = document.body.dataset.account || '';

  function say(words, action, run) {
    said.textContent = words;
    if (action) {
      var button = document.createElement('button');
      button.type = 'button';
      button.className = 'link';
      button.textContent = action;
      button.addEventListener('click', function () { run(); said.hidden = true; });
      said.append(button);
    }
    said.hidden = false;
  }

  /* A long menu is open where there is room beside the page. Folding it elsewhere would move what has the focus. */
  var folded = document.querySelector('.side details');
  var wide = window.matchMedia('(min-width: 64rem)');
  function fold() { folded.open = wide.matches && !document.documentElement.classList.contains('elderly'); }
  if (folded) { fold(); wide.addEventListener('change', fold); }
  document.addEventListener('click', function (event) {
    document.querySelectorAll('.menu [open]').forEach(function (part) { part.open = part.contains(event.target); });
  });

  /* What was typed stays with the tab until it has been sent and taken. */
  var PREFIX = 'draft ';
  var PREFIX_SENT = 'draft-sent ';
  /* A form that is kept when it is sent may come again at another address, as after a look-up beside it. */
  function keyOf(form) {
    var action = form.getAttribute('action');
    return isKeptWhenSent(form) ? PREFIX_SENT + action : PREFIX + location.pathname + ' ' + action;
  }
  function isKept(form) {
    return form.method === 'post' && !form.matches('[data-no-draft], [data-forget], [data-upload]');
  }
  /* A form at a window is filled in for somebody else each time: of it only what was sent is kept, until somebody who had
     to sign in again has it back, once. */
  function isKeptWhenSent(form) {
    return form.matches('[data-draft=sent]');
  }
  function fieldsOf(form) {
    return Array.from(form.elements).filter(function (field) {
      return field.name && !/^(hidden|password|file|submit|button)$/.test(field.type);
    });
  }
  function keep(form) {
    var values = fieldsOf(form).map(function (field) {
      return [field.name, field.value, field.type === 'checkbox' || field.type === 'radio' ? field.checked : null];
    });
    sessionStorage.setItem(keyOf(form), JSON.stringify({ account: account, values: values }));
  }
  /* As if it had been sent: it comes back, once, to whoever has signed in again. */
  function keepAsSent(form) {
    keep(form);
    sessionStorage.setItem('sent', keyOf(form));
  }
  function forget(form) {
    if (form && sessionStorage.getItem('sent') === keyOf(form)) {
      sessionStorage.removeItem(keyOf(form));
      sessionStorage.removeItem('sent');
    }
  }
  function restore(form) {
    var kept = JSON.parse(sessionStorage.getItem(keyOf(form)) || 'null');
    if (!kept || (kept.account && account && kept.account !== account)) { return; }
    var before = JSON.stringify(fieldsOf(form).map(function (field) { return [field.value, field.checked]; }));
    /* by name and place among those of the name: the server may ask for more than before, or for less */
    fieldsOf(form).forEach(function (field) {
      var place = kept.values.findIndex(function (value) { return value && value[0] === field.name; });
      if (place < 0) { return; }
      var value = kept.values[place];
      kept.values[place] = null;
      if (value[2] === null) { field.value = value[1]; } else { field.checked = value[2]; }
    });
    var after = JSON.stringify(fieldsOf(form).map(function (field) { return [field.value, field.checked]; }));
    if (before !== after) {
      say(said.dataset.restored, said.dataset.discard, function () {
        sessionStorage.removeItem(keyOf(form));
        form.reset();
      });
    }
  }
  /* A form that was sent is forgotten once a page answers that tells neither of a problem nor of signing in; when the
     same form comes again without a word of success, it was signing in that came between. */
  var sent = sessionStorage.getItem('sent');
  /* What the server has shown again with what is wrong needs nothing that was kept, and the next applicant less. */
  if (sent && sent.indexOf(PREFIX_SENT) === 0 && document.querySelector('#problems') &&
      !document.querySelector('[data-problem], [data-no-draft]')) {
    sessionStorage.removeItem(sent);
    sessionStorage.removeItem('sent');
  }
  if (sent && !document.querySelector('#problems, [data-problem], [data-no-draft]')) {
    var again = Array.from(document.forms).some(function (form) { return isKept(form) && keyOf(form) === sent; });
    if (!again || document.querySelector('.message.done')) { sessionStorage.removeItem(sent); }
    sessionStorage.removeItem('sent');
  }
  var typing = null;
  ['input', 'change'].forEach(function (kind) {
    document.addEventListener(kind, function (event) {
      var form = event.target.form;
      if (form && isKept(form) && !isKeptWhenSent(form)) { keep(form); }
      if (form && isKept(form) && isKeptWhenSent(form)) { typing = form; }
    });
  });

  /* What a page needs when it is new, or when its content has been replaced. */
  function dress() {
    var problems = document.getElementById('problems');
    if (!problems) {
      document.querySelectorAll('form').forEach(function (form) {
        if (isKept(form) && (!isKeptWhenSent(form) || sent === keyOf(form))) { restore(form); }
        if (isKeptWhenSent(form)) { sessionStorage.removeItem(keyOf(form)); }
      });
    }
    document.querySelectorAll('[data-print]').forEach(function (button) {
      button.hidden = false;
      button.addEventListener('click', function () { window.print(); });
    });
    document.querySelectorAll('[data-back]').forEach(function (button) {
      button.hidden = history.length < 2;
      button.addEventListener('click', function () { history.back(); });
    });
    document.querySelectorAll('[data-scripts]').forEach(function (part) { part.hidden = false; });
    document.querySelectorAll('.scroll').forEach(function (box) {
      if (box.scrollWidth > box.clientWidth) { box.tabIndex = 0; }
    });
    /* the keyboard goes to what is wrong */
    if (problems) { problems.focus(); }
  }

  document.addEventListener('submit', function (event) {
    var form = event.target;
    if (event.defaultPrevented) { return; }
    if (!navigator.onLine) {
      event.preventDefault();
      say(said.dataset.offline);
      window.addEventListener('online', function () { said.hidden = true; }, { once: true });
      return;
    }
    if (form.matches('[data-upload]')) {
      send(form, event);
      return;
    }
    /* The server takes a form once; a second press would only show what it thinks of the repetition. */
    if (form.method === 'post') {
      if (form.dataset.sent) {
        event.preventDefault();
        return;
      }
      form.dataset.sent = 'yes';
      setTimeout(function () { delete form.dataset.sent; }, 5000);
    }
    if (form.matches('[data-forget]')) {
      Object.keys(sessionStorage).forEach(function (key) { sessionStorage.removeItem(key); });
    } else if (isKept(form)) {
      keepAsSent(form);
    }
  });

  /* Who goes back to a page that the browser has kept may send its form again. */
  window.addEventListener('pageshow', function () {
    Array.from(document.forms).forEach(function (form) { delete form.dataset.sent; });
  });

  /* A file that is too large is refused before it travels; what else was typed is not sent in vain. */
  document.addEventListener('change', function (event) {
    var largest = Number(event.target.dataset.largest);
    if (!largest) { return; }
    var large = Array.from(event.target.files).some(function (file) { return file.size > largest; });
    event.target.setCustomValidity(large ? event.target.dataset.tooLarge : '');
    event.target.reportValidity();
  });

  /* A phrase is added to what has been written. */
  document.addEventListener('change', function (event) {
    var into = event.target.dataset.into && document.getElementById(event.target.dataset.into);
    if (!into || !event.target.value) { return; }
    into.value += (into.value ? '\n' : '') + event.target.value;
    event.target.value = '';
    into.focus();
    into.dispatchEvent(new Event('input', { bubbles: true }));
  });

  /* Ctrl+Enter sends the form that is being filled in. */
  document.addEventListener('keydown', function (event) {
    var form = event.target.form;
    if ((event.ctrlKey || event.metaKey) && event.key === 'Enter' && form) {
      event.preventDefault();
      form.requestSubmit(form.querySelector('button.button:not(.plain)'));
    }
  });

  /* Alt and a letter everywhere, also where browsers want another key besides for access keys. */
  document.addEventListener('keydown', function (event) {
    var key = event.code.replace(/^Key/, '').toLowerCase();
    if (event.defaultPrevented || !event.altKey || event.metaKey || !/^[a-z]$/.test(key)) { return; }
    var target = document.querySelector('[accesskey="' + key + '"]');
    if (!target) { return; }
    event.preventDefault();
    target.focus();
    if (target.matches('a, button')) { target.click(); }
  });

  /* Files travel with a bar that shows how far they are. */
  function send(form, event) {
    var input = form.querySelector('input[type=file]');
    if ((event.submitter && event.submitter.name) || !input.files.length) { return; }
    event.preventDefault();
    var box = form.querySelector('.progress');
    var bar = box.querySelector('progress');
    var status = box.querySelector('[role=status]');
    var request = new XMLHttpRequest();
    box.hidden = false;
    status.textContent = said.dataset.sending;
    request.upload.addEventListener('progress', function (step) {
      if (step.lengthComputable) {
        bar.value = Math.round(step.loaded * 100 / step.total);
        status.textContent = said.dataset.sending + ' ' + bar.value + '%';
      }
    });
    request.addEventListener('load', function () {
      var page = new DOMParser().parseFromString(request.responseText, 'text/html');
      var content = page.getElementById('content');
      if (!content || request.responseURL.indexOf('/sign-in') >= 0) {
        location.assign(request.responseURL || location.href);
        return;
      }
      document.getElementById('content').replaceWith(document.adoptNode(content));
      dress();
      var again = document.getElementById(input.id);
      if (again && !document.getElementById('problems')) { again.focus(); }
    });
    request.addEventListener('error', function () { status.textContent = said.dataset.failed; });
    request.open('POST', form.getAttribute('action'));
    request.send(new FormData(form));
  }

  /* Before a session ends somebody is asked whether he is still there. */
  var meta = document.querySelector('meta[name=session-left]');
  var dialog = document.getElementById('timeout');
  if (meta && dialog.showModal) {
    var WARNING = 120;
    var address = meta.dataset.centre + '/session';
    var ends = Date.now() + Number(meta.content) * 1000;
    var token = (document.querySelector('input[name=_csrf]') || {}).value;
    var left = function () { return Math.round((ends - Date.now()) / 1000); };
    var asked = 0;
    var isOver = false;
    var learn = function (options) {
      return fetch(address, options).then(function (answer) { return answer.json(); }).then(function (answer) {
        ends = Date.now() + answer.left * 1000;
      });
    };
    dialog.querySelector('[data-stay]').addEventListener('click', function () {
      learn({ method: 'POST', headers: { 'X-Csrf': token, 'Content-Type': 'application/x-www-form-urlencoded' } })
        .then(function () { dialog.close(); });
    });
    setInterval(function () {
      if (left() > WARNING) {
        if (dialog.open) { dialog.close(); }
        if (isOver) { forget(typing); }
        isOver = false;
        return;
      }
      /* another tab may have kept it alive */
      if (Date.now() - asked > 20000) {
        asked = Date.now();
        learn().catch(function () { asked = 0; });
      }
      if (left() <= 0) {
        if (dialog.open) { dialog.close(); }
        if (typing && typing.isConnected) { keepAsSent(typing); }
        isOver = true;
        say(said.dataset.ended);
      } else if (left() <= WARNING && !dialog.open) {
        dialog.showModal();
      }
      dialog.querySelector('.left').textContent = Math.floor(Math.max(left(), 0) / 60) + ':' +
        String(Math.max(left(), 0) % 60).padStart(2, '0');
    }, 1000);
  }

  /* A list says when it is no longer what it was; a page that nobody sees does not ask. */
  var list = document.querySelector('[data-changes]');
  if (list && window.EventSource) {
    var changes = null;
    var follow = function () {
      if (document.hidden && changes) {
        changes.close();
        changes = null;
      } else if (!document.hidden && !changes) {
        changes = new EventSource(list.dataset.changes);
        changes.addEventListener('changed', function () { list.hidden = false; });
      }
    };
    document.addEventListener('visibilitychange', follow);
    window.addEventListener('pagehide', function () { if (changes) { changes.close(); changes = null; } });
    follow();
  }

  /* A search box offers what may be meant; who takes nothing of it sends what was typed, as without scripts. */
  document.querySelectorAll('[data-suggest]').forEach(function (place, number) {
    var input = place.querySelector('input[type=search]');
    if (!input) { return; }
    var box = document.createElement('ul');
    var asked = 0;
    var timer = 0;
    var chosen = -1;
    box.className = 'suggestions';
    box.id = 'suggestions-' + number;
    box.hidden = true;
    box.setAttribute('role', 'listbox');
    box.setAttribute('aria-label', place.dataset.label);
    input.after(box);
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-controls', box.id);
    var open = function (is) {
      box.hidden = !is;
      input.setAttribute('aria-expanded', String(is));
      if (!is) {
        chosen = -1;
        input.removeAttribute('aria-activedescendant');
      }
    };
    var take = function (option) {
      input.value = option.textContent;
      open(false);
      input.form.requestSubmit();
    };
    var mark = function (to) {
      var options = Array.from(box.children);
      chosen = (to + options.length) % options.length;
      options.forEach(function (option, index) { option.setAttribute('aria-selected', String(index === chosen)); });
      input.setAttribute('aria-activedescendant', options[chosen].id);
    };
    var show = function (items) {
      box.replaceChildren.apply(box, items.map(function (item, index) {
        var option = document.createElement('li');
        option.id = box.id + '-' + index;
        option.textContent = item.text;
        option.setAttribute('role', 'option');
        option.addEventListener('mousedown', function (event) { event.preventDefault(); });
        option.addEventListener('click', function () { take(option); });
        return option;
      }));
      chosen = -1;
      open(items.length > 0);
    };
    var ask = function () {
      var words = input.value.trim();
      var mine = ++asked;
      if (!words) {
        open(false);
        return;
      }
      fetch(place.dataset.suggest + encodeURIComponent(words)).then(function (answer) {
        return answer.ok ? answer.json() : { items: [] };
      }).then(function (answer) {
        if (mine === asked && document.activeElement === input) { show(answer.items); }
      }).catch(function () { open(false); });
    };
    input.addEventListener('input', function (event) {
      clearTimeout(timer);
      if (!event.isComposing) { timer = setTimeout(ask, 200); }
    });
    input.addEventListener('compositionend', ask);
    input.addEventListener('blur', function () { open(false); });
    input.addEventListener('keydown', function (event) {
      if (box.hidden || event.isComposing) { return; }
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        mark(event.key === 'ArrowDown' ? chosen + 1 : Math.max(chosen, 0) - 1);
      } else if (event.key === 'Enter' && chosen >= 0) {
        event.preventDefault();
        take(box.children[chosen]);
      } else if (event.key === 'Escape') {
        open(false);
      }
    });
    open(false);
  });

  /* What has been done is said once, and not again when the page is loaded anew. */
  if (/[?&]done=/.test(location.search)) {
    history.replaceState(history.state, '', location.pathname +
      location.search.replace(/([?&])done=[^&]*&?/, '$1').replace(/[?&]$/, '') + location.hash);
  }

  dress();
}());
