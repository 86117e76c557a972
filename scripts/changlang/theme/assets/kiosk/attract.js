// The loop that plays while nobody is there: one still after the other, the words moved a little each time against
// burn-in. The first touch only wakes it. Nothing is made while it plays, so nothing grows.
(function () {
  "use strict";
  var body = document.body, slides = Array.prototype.slice.call(document.querySelectorAll(".slide"));
  var still = 1000 * body.dataset.still, place = 0, rounds = 0;
  // Nine places in turn; a number prime to that of most loops, so that a still is seldom where it was before.
  var SHIFTS = [[0, 0], [2, -1], [-2, 1], [1, 2], [-1, -2], [3, 1], [-3, -1], [2, 2], [-2, -2]];

  function eager(slide) {
    var image = slide.querySelector("img[loading]");
    if (image) image.loading = "eager";
  }

  function show(number) {
    var shift = SHIFTS[(number + rounds) % SHIFTS.length];
    slides[place].hidden = true;
    if (number >= slides.length) { number = 0; rounds += 1; }
    place = number;
    slides[place].hidden = false;
    eager(slides[(place + 1) % slides.length]);
    body.style.setProperty("--shift-x", shift[0] + "vmin");
    body.style.setProperty("--shift-y", shift[1] + "vmin");
    body.dataset.place = place;
    body.dataset.rounds = rounds;
  }

  function wake(event) {
    if (event) event.preventDefault();
    location.replace(body.dataset.home);
  }

  try { sessionStorage.clear(); } catch (fault) { /* there is none */ }
  ["contextmenu", "dragstart", "dragover", "drop", "selectstart", "auxclick"].forEach(function (name) {
    document.addEventListener(name, function (event) { event.preventDefault(); }, true);
  });
  document.addEventListener("click", wake, true);
  document.addEventListener("keydown", wake, true);
  if (slides.length) {
    show(0);
    setInterval(function () { show(place + 1); }, still);
  }
  if (navigator.wakeLock) navigator.wakeLock.request("screen").catch(function () { /* the system sees to it */ });
})();
