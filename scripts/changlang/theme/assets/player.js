// One at a time: what begins to play stops what played before. Nothing here starts anything.
document.addEventListener("play", function (event) {
  Array.prototype.forEach.call(document.querySelectorAll("audio, video"), function (other) {
    if (other !== event.target) other.pause();
  });
}, true);
