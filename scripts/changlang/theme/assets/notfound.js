/* A code of a board that opened nothing. However its letters were typed, the spelling that is printed is tried; if that
   is not there either, the reader is told whether its check sign fits. Without this script the page offers all boards. */
(function () {
  "use strict";
  // As in codes/code.py, from which a test takes them.
  var SIGNS = "23456789CDFHJKMNPRTVWXY";
  var page = document.querySelector("[data-prefix]");
  if (!page) return;
  var base = page.getAttribute("data-base"), path = location.pathname;
  var asked = path.indexOf(base) === 0 && /^b\/([a-z0-9]{3,20})\/?$/i.exec(path.slice(base.length));
  if (!asked) return;
  var code = asked[1].toUpperCase(), printed = base + "B/" + code;

  function all(selector, act) {
    Array.prototype.forEach.call(page.querySelectorAll(selector), act);
  }

  function isMistyped(prefix) {
    var opaque = code.slice(prefix.length), sum = 0, at;
    if (code.indexOf(prefix) !== 0 || opaque.length !== 5) return false;
    for (at = 0; at < 5; at += 1) if (SIGNS.indexOf(opaque.charAt(at)) < 0) return false;
    for (at = 1; at < code.length; at += 1) sum += at * Math.max(SIGNS.indexOf(code.charAt(at - 1)), 0);
    return SIGNS.charAt(sum % SIGNS.length) !== code.charAt(code.length - 1);
  }

  if (path.replace(/\/$/, "") !== printed) return location.replace(printed + "/");
  all("[data-code]", function (place) { place.textContent = code; });
  all("[data-board=" + (isMistyped(page.getAttribute("data-prefix")) ? "mistyped" : "unknown") + "]", function (said) {
    said.hidden = false;
  });
})();
