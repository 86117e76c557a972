// Pictures enlarged over the page, in the browser's own dialog: it keeps the focus inside, closes on Escape and gives
// the focus back. Without this script, or in a browser without <dialog>, a picture is a link to its own page.
(function () {
  "use strict";
  var box = document.querySelector("[data-lightbox]");
  if (!box || !box.showModal) return;
  var stage = box.querySelector("[data-stage]");
  var steps = Array.prototype.slice.call(box.querySelectorAll("[data-step]"));
  var pictures = [], place = 0, startX = null, startY = null;

  function words(name) { return box.querySelector('[data-words="' + name + '"]'); }

  function say(name, text) {
    var spot = words(name);
    spot.textContent = text || "";
    spot.hidden = !text;
  }

  // The picture itself, or a copy of the card that stands for it until it arrives.
  function enlarged(link) {
    var from = link.dataset;
    if (!from.src) return link.querySelector(".card-picture").cloneNode(true);
    var picture = document.createElement("picture"), source = document.createElement("source"), image = new Image();
    source.type = from.type;
    source.srcset = from.srcset;
    source.sizes = image.sizes = "100vw";
    image.width = from.width;
    image.height = from.height;
    image.alt = from.alt;
    image.draggable = false;
    image.style.aspectRatio = from.width + "/" + from.height;
    picture.append(source, image);
    image.src = from.src;
    return picture;
  }

  function show(number) {
    place = (number + pictures.length) % pictures.length;
    var link = pictures[place], event = words("event");
    stage.replaceChildren(enlarged(link));
    say("caption", link.dataset.caption);
    say("date", link.dataset.date);
    say("credit", link.dataset.credit);
    say("event", link.dataset.event);
    if (link.dataset.eventPage) event.href = link.dataset.eventPage;
    words("page").href = link.href;
    box.querySelector("[data-count]").textContent = place + 1 + " / " + pictures.length;
    steps.forEach(function (button) { button.hidden = pictures.length < 2; });
    if (pictures.length > 1) enlarged(pictures[(place + 1) % pictures.length]);
  }

  function step(by) { if (pictures.length > 1) show(place + by); }

  document.addEventListener("click", function (event) {
    var link = event.target.closest("a[data-enlarge]");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
    event.preventDefault();
    pictures = Array.prototype.filter.call(document.querySelectorAll("a[data-enlarge]"), function (other) {
      return other.offsetParent !== null;
    });
    show(pictures.indexOf(link));
    box.showModal();
  });
  steps.forEach(function (button) {
    button.addEventListener("click", function () { step(Number(button.dataset.step)); });
  });
  box.querySelector("[data-close]").addEventListener("click", function () { box.close(); });
  box.addEventListener("click", function (event) { if (event.target === box || event.target === stage) box.close(); });
  box.addEventListener("keydown", function (event) {
    if (event.key === "ArrowLeft") step(-1);
    else if (event.key === "ArrowRight") step(1);
    else if (event.key === "Home") show(0);
    else if (event.key === "End") show(pictures.length - 1);
    else return;
    event.preventDefault();
  });
  box.addEventListener("close", function () { stage.replaceChildren(); });

  // One finger sideways turns over; two fingers enlarge, as they do everywhere.
  stage.addEventListener("touchstart", function (event) {
    var one = event.touches.length === 1 && (!window.visualViewport || window.visualViewport.scale < 1.05);
    startX = one ? event.touches[0].clientX : null;
    startY = one ? event.touches[0].clientY : null;
  }, { passive: true });
  stage.addEventListener("touchend", function (event) {
    if (startX === null) return;
    var x = event.changedTouches[0].clientX - startX, y = event.changedTouches[0].clientY - startY;
    startX = null;
    if (Math.abs(x) > 48 && Math.abs(x) > 1.5 * Math.abs(y)) step(x < 0 ? 1 : -1);
  }, { passive: true });
})();
