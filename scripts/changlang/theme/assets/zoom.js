// A photo's own page: a click, Enter or the space bar enlarges the picture to its full size in a frame that can be
// moved about with arrow keys, wheel, mouse and fingers. Without this script the link opens the large file itself.
(function () {
  "use strict";
  var link = document.querySelector("[data-zoom]");
  if (!link) return;
  var image = link.querySelector("img"), figure = link.closest("figure");
  link.setAttribute("role", "button");
  link.setAttribute("aria-pressed", "false");

  // Its own width, or twice that of the frame where it is a small one.
  function full() { return Math.max(Number(image.getAttribute("width")), 2 * link.clientWidth); }

  function turn(x, y) {
    var large = !figure.classList.contains("zoomed");
    figure.classList.toggle("zoomed", large);
    link.setAttribute("aria-pressed", String(large));
    link.title = large ? link.dataset.out : link.dataset.in;
    var width = large ? full() + "px" : "";
    image.style.width = width;
    Array.prototype.forEach.call(link.querySelectorAll("source, img"), function (part) {
      if (large) part.dataset.sizes = part.sizes;
      part.sizes = width || part.dataset.sizes;
    });
    if (large) {
      link.scrollLeft = x * link.scrollWidth - link.clientWidth / 2;
      link.scrollTop = y * link.scrollHeight - link.clientHeight / 2;
    }
  }

  link.addEventListener("click", function (event) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    var frame = image.getBoundingClientRect();
    var pointed = event.detail > 0;
    turn(pointed ? (event.clientX - frame.left) / frame.width : .5, pointed ? (event.clientY - frame.top) / frame.height : .5);
  });
  link.addEventListener("keydown", function (event) {
    var by = { ArrowLeft: [-80, 0], ArrowRight: [80, 0], ArrowUp: [0, -80], ArrowDown: [0, 80] }[event.key];
    if (event.key === " ") link.click();
    else if (event.key === "Escape" && figure.classList.contains("zoomed")) link.click();
    else if (by && figure.classList.contains("zoomed")) link.scrollBy(by[0], by[1]);
    else return;
    event.preventDefault();
  });
})();
