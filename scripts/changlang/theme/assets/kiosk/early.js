// Runs before anything is drawn. The watchdog: whatever fails on a page, a few seconds later there is the home page.
// And the size of the letters that the visitor chose on an earlier page.
(function () {
  "use strict";
  var DELAY = 2000, PAUSE = 60000;
  var home = new URL("../index.html", document.currentScript.src).href, waiting = false;

  function stored(name, value) {
    try {
      if (value !== undefined) sessionStorage.setItem(name, value);
      return sessionStorage.getItem(name);
    } catch (fault) { return null; }
  }

  // A home page that fails itself is not loaded over and over.
  function rescue() {
    var now = Date.now(), last = Number(stored("rescued"));
    if (waiting) return;
    waiting = true;
    setTimeout(function () {
      stored("rescued", Date.now());
      location.replace(home);
    }, now - last < PAUSE ? PAUSE : DELAY);
  }

  window.addEventListener("error", function (event) {
    var from = event.target;
    if (from === window || from.tagName === "SCRIPT" || from.tagName === "LINK") rescue();
  }, true);
  window.addEventListener("unhandledrejection", rescue);
  document.documentElement.dataset.size = stored("size") || "0";
})();
