// What every page of the kiosk does: it knows the way back, leaves no way out, and comes home when left alone.
(function () {
  "use strict";
  var body = document.body, root = document.documentElement, pane = document.querySelector(".pane");
  var TRAIL = 40, SIZES = 3;

  // ---- What is remembered until the visitor leaves: the way here, the size of the letters.
  function recall(name, fallback) {
    try { return JSON.parse(sessionStorage.getItem(name)) || fallback; } catch (fault) { return fallback; }
  }
  function remember(name, value) {
    try { sessionStorage.setItem(name, JSON.stringify(value)); } catch (fault) { /* nothing is remembered then */ }
  }
  function forget() {
    try { sessionStorage.clear(); } catch (fault) { /* there was nothing */ }
  }

  // ---- The way back: pages without their language, so that it leads back in the language of today; but a page that
  // only one language has (`alone`) in its own.
  var base = new URL(body.dataset.root, location.href).pathname;
  var path = location.pathname.slice(base.length), english = path.indexOf("en/") === 0;
  var here = english ? path.slice(3) : path;
  var trail = recall("trail", []);
  var last = trail[trail.length - 1];
  if (last && last.page === here) pane.scrollTop = last.scroll;
  else trail.push({ page: here, scroll: 0, alone: body.hasAttribute("data-alone") ? path : "" });
  if (here === "index.html" || !here) trail = trail.slice(-1);
  remember("trail", trail.slice(-TRAIL));

  window.addEventListener("pagehide", function () {
    var place = trail[trail.length - 1];
    if (!place) return;
    if (place.page === here) place.scroll = pane.scrollTop;
    remember("trail", trail.slice(-TRAIL));
  });

  function back(event) {
    if (trail.length < 2) return;
    event.preventDefault();
    trail.pop();
    var before = trail[trail.length - 1];
    location.replace(body.dataset.root + (before.alone || (english ? "en/" : "") + before.page));
  }
  document.querySelector("[data-back]").addEventListener("click", back);

  // ---- Larger letters, in three steps.
  document.querySelector("button[data-size]").addEventListener("click", function () {
    root.dataset.size = (Number(root.dataset.size) + 1) % SIZES;
    try { sessionStorage.setItem("size", root.dataset.size); } catch (fault) { /* for this page only */ }
  });

  // ---- Sheets over the page; the code of this page belongs into one.
  var code = document.getElementById("take-code");
  document.querySelector("#take-home h2").after(code);
  code.hidden = false;
  Array.prototype.forEach.call(document.querySelectorAll("[data-open]"), function (key) {
    key.addEventListener("click", function () { document.getElementById(key.dataset.open).showModal(); });
  });
  document.addEventListener("click", function (event) {
    var sheet = event.target.closest("dialog[open]");
    if (sheet && (event.target === sheet || event.target.closest("[data-close]") || sheet.id === "still-there")) sheet.close();
  });

  // ---- No way out: nothing that a page can hold back does anything.
  ["contextmenu", "dragstart", "dragover", "drop", "selectstart", "copy", "cut", "paste", "auxclick", "gesturestart"]
    .forEach(function (name) {
      document.addEventListener(name, function (event) { event.preventDefault(); }, { capture: true, passive: false });
    });
  window.addEventListener("wheel", function (event) { if (event.ctrlKey) event.preventDefault(); }, { passive: false });
  var ALLOWED = ["Tab", "Enter", " ", "Escape", "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "PageUp", "PageDown", "Home", "End"];
  window.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.altKey || event.metaKey || ALLOWED.indexOf(event.key) < 0) event.preventDefault();
  }, true);
  document.addEventListener("click", function (event) {
    var link = event.target.closest("a[href]");
    if (!link) return;
    var inside = link.protocol === location.protocol && link.pathname.indexOf(base) === 0;
    if (!inside || event.ctrlKey || event.shiftKey || event.metaKey || event.altKey) event.preventDefault();
  }, true);

  // ---- A finger that stays on the site's name opens what this kiosk is: for whoever looks after it.
  var HELD = 5000, held = document.querySelector(".stage-site"), holding = 0;
  held.addEventListener("pointerdown", function () {
    clearTimeout(holding);
    holding = setTimeout(function () { location.replace(body.dataset.root + "version/index.html"); }, HELD);
  });
  ["pointerup", "pointercancel", "pointerleave"].forEach(function (name) {
    held.addEventListener(name, function () { clearTimeout(holding); });
  });

  // ---- Screens whose fingers are a mouse's: what a finger would push can be dragged.
  var drag = null;
  document.addEventListener("pointerdown", function (event) {
    var area = event.pointerType === "mouse" && !event.target.closest("audio, video") && event.target.closest(".push, .pane");
    if (area) drag = { area: area, x: event.clientX, y: event.clientY, left: area.scrollLeft, top: area.scrollTop, moved: false };
  });
  document.addEventListener("pointermove", function (event) {
    if (!drag) return;
    var x = event.clientX - drag.x, y = event.clientY - drag.y;
    if (Math.abs(x) + Math.abs(y) > 12) drag.moved = true;
    if (drag.moved) { drag.area.scrollLeft = drag.left - x; drag.area.scrollTop = drag.top - y; }
  });
  document.addEventListener("click", function (event) {
    if (drag && drag.moved) { event.preventDefault(); event.stopPropagation(); }
    drag = null;
  }, true);

  // ---- Sound and films: one at a time, and a key as large as a finger for each.
  function media() { return Array.prototype.slice.call(document.querySelectorAll("video, audio")); }
  Array.prototype.forEach.call(document.querySelectorAll("[data-play]"), function (key) {
    var medium = key.parentNode.querySelector("video, audio"), start = key.textContent;
    key.addEventListener("click", function () {
      if (medium.paused) medium.play().catch(function () { /* stopped before it began */ });
      else medium.pause();
    });
    medium.addEventListener("play", function () {
      key.textContent = key.dataset.pause;
      media().forEach(function (other) { if (other !== medium) other.pause(); });
    });
    medium.addEventListener("pause", function () { key.textContent = start; });
  });

  // ---- Left alone: a question, a countdown, and back to the beginning.
  var sheet = document.getElementById("still-there"), left = sheet.querySelector("[data-left]");
  var timer = 0, seconds = 0;

  function playing() {
    return media().some(function (medium) { return !medium.paused && !medium.ended; });
  }
  function watch() {
    clearTimeout(timer);
    timer = setTimeout(ask, 1000 * sheet.dataset.idle);
  }
  function ask() {
    if (playing()) return watch();
    seconds = Number(sheet.dataset.countdown);
    Array.prototype.forEach.call(document.querySelectorAll("dialog[open]"), function (other) { other.close(); });
    sheet.showModal();
    tick();
  }
  function tick() {
    left.textContent = seconds;
    if (seconds <= 0) {
      trail = [];
      forget();
      location.replace(body.dataset.root + "attract/index.html");
      return;
    }
    seconds -= 1;
    timer = setTimeout(tick, 1000);
  }
  sheet.addEventListener("close", watch);
  // A touch while the question stands only answers it. The sheet lies over everything until the touch is over, so that
  // what is under it is not touched as well; a finger that was moved makes no click, and is waited for.
  ["pointerdown", "pointermove", "keydown", "wheel"].forEach(function (name) {
    document.addEventListener(name, function () { if (!sheet.open) watch(); }, { capture: true, passive: true });
  });
  ["pointerup", "pointercancel"].forEach(function (name) {
    document.addEventListener(name, function () {
      if (sheet.open) setTimeout(function () { sheet.close(); }, 300);
    }, true);
  });
  document.addEventListener("keydown", function (event) {
    if (!sheet.open) return;
    event.preventDefault();
    sheet.close();
  }, true);
  document.addEventListener("scroll", function () { if (!sheet.open) watch(); }, true);
  watch();

  // ---- The screen stays on where the browser lets a page ask for it.
  if (navigator.wakeLock) navigator.wakeLock.request("screen").catch(function () { /* the system sees to it */ });
})();
