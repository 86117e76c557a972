// Sound and films, one at a time: what begins to play stops what played before. Nothing here starts by itself. A film
// that was not loaded yet begins where it is clicked, as a loaded one does in every browser, and has a sign that says so.
(function () {
  "use strict";
  var BAR = 80; // pixels below which a click is meant for the browser's own keys
  var screens = Array.prototype.slice.call(document.querySelectorAll(".screen"));

  screens.forEach(function (screen) {
    var film = screen.querySelector("video");
    screen.setAttribute("data-still", "");
    film.addEventListener("play", function () { screen.removeAttribute("data-still"); });
    film.addEventListener("click", function (event) {
      if (film.paused && film.readyState === 0 && event.offsetY < film.clientHeight - BAR) film.play();
    });
  });
  document.addEventListener("play", function (event) {
    Array.prototype.forEach.call(document.querySelectorAll("audio, video"), function (other) {
      if (other !== event.target) other.pause();
    });
  }, true);
})();
