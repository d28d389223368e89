/* The waiting screen: what is called comes by a stream of events, or is asked for where none gets through. */
(function () {
  'use strict';
  var wall = document.querySelector('[data-calls]');
  if (!wall) { return; }
  var MOST = 8;
  var ASK = 2000;
  var AGAIN = 60000;
  var QUIET = 40000;
  var WATCH = 5000;
  var state = wall.querySelector('.wall-state');
  var calls = wall.querySelector('.wall-calls');
  var serving = wall.querySelector('.wall-serving');
  var groups = wall.querySelector('.wall-groups');
  var button = wall.querySelector('[data-sound]');
  var seen = null;
  var asking = 0;
  var audio = null;
  var leave = function () {};

  function element(name, words) {
    var made = document.createElement(name);
    made.textContent = words;
    return made;
  }
  function row(words) {
    var made = document.createElement('li');
    words.forEach(function (each) { made.append(element(each[0], each[1]), ' '); });
    return made;
  }
  function windowOf(number) { return serving.dataset.window.replace('{0}', number); }
  function key(each) { return each.number + ' ' + each.window + ' ' + each.calls; }

  function show(now) {
    var called = (now.called || []).filter(function (each) { return each.state === 'CALLED'; });
    var before = seen;
    var fresh = called.filter(function (each) { return before && !before.has(key(each)); });
    seen = new Set(called.map(key));
    var first = fresh.concat(called.filter(function (each) { return fresh.indexOf(each) < 0; }));
    calls.replaceChildren.apply(calls, first.map(function (each, place) {
      var made = row([['strong', each.number], ['span', '→'], ['strong', windowOf(each.window)]]);
      made.classList.toggle('new', fresh.indexOf(each) >= 0);
      made.classList.toggle('more', place >= MOST);
      return made;
    }));
    if (!called.length) {
      var none = row([['span', wall.dataset.none]]);
      none.className = 'none';
      calls.append(none);
    }
    serving.replaceChildren.apply(serving, (now.called || []).filter(function (each) {
      return each.state === 'SERVING';
    }).map(function (each) { return row([['span', windowOf(each.window)], ['span', each.number]]); }));
    groups.replaceChildren.apply(groups, (now.groups || []).map(function (each) {
      return row([['span', each.code + ' ' + each.name], ['b', String(each.waiting)]]);
    }));
    fresh.reverse().forEach(announce);
  }

  /* A tone for everybody, and the words where the browser has a voice; only once somebody has let it. */
  function announce(each) {
    if (!audio || audio.state !== 'running') { return; }
    var tone = audio.createOscillator();
    var gain = audio.createGain();
    gain.gain.setValueAtTime(0.2, audio.currentTime);
    gain.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.6);
    tone.frequency.value = 880;
    tone.connect(gain).connect(audio.destination);
    tone.start();
    tone.stop(audio.currentTime + 0.6);
    if (window.speechSynthesis) {
      var said = wall.dataset.say.replace('{0}', each.number).replace('{1}', each.window);
      var words = new SpeechSynthesisUtterance(said);
      words.lang = document.documentElement.lang;
      speechSynthesis.speak(words);
    }
  }
  if (button && window.AudioContext) {
    audio = new AudioContext();
    var tell = function () {
      button.hidden = audio.state === 'running';
      button.setAttribute('aria-pressed', String(button.hidden));
    };
    audio.addEventListener('statechange', tell);
    button.addEventListener('click', function () { audio.resume(); });
    tell();
  }

  function say(which) {
    state.textContent = state.dataset[which];
    state.classList.toggle('lost', which === 'lost');
  }
  function ask() {
    fetch(wall.dataset.now, { cache: 'no-store' }).then(function (answer) {
      if (answer.status === 403 || answer.status === 404) { location.reload(); }
      if (!answer.ok) { throw new Error(String(answer.status)); }
      return answer.json();
    }).then(function (now) {
      if (asking) { say('polled'); show(now); }
    }).catch(function () {
      if (asking) { say('lost'); }
    });
  }
  function begin() {
    if (!asking) {
      asking = setInterval(ask, ASK);
      ask();
    }
  }
  function end() {
    clearInterval(asking);
    asking = 0;
  }
  /* Asking ends when the stream has something to show, not as soon as it is open. One that stays open and says nothing
     any more, not even that a look succeeded, is of a server that cannot look: it is begun anew. */
  function follow() {
    var stream = new EventSource(wall.dataset.calls);
    var heard = Date.now();
    var watch = setInterval(function () {
      if (Date.now() - heard < QUIET) { return; }
      leave();
      say('lost');
      begin();
      follow();
    }, WATCH);
    leave = function () {
      clearInterval(watch);
      stream.close();
    };
    stream.addEventListener('looked', function () { heard = Date.now(); });
    stream.addEventListener('called', function (event) {
      heard = Date.now();
      end();
      say('live');
      show(JSON.parse(event.data));
    });
    stream.addEventListener('error', function () {
      begin();
      if (stream.readyState === EventSource.CLOSED) {
        leave();
        setTimeout(follow, AGAIN);
      }
    });
  }
  window.addEventListener('pagehide', function () { leave(); });
  if (window.EventSource) { follow(); } else { begin(); }
}());
