// The picture wall: shows one column's pictures without leaving the page. Without this script the filters are links
// to the columns' own pages.
(function () {
  "use strict";
  var filters = document.querySelector("[data-filters]");
  if (!filters) return;
  var cards = Array.prototype.slice.call(document.querySelectorAll("[data-column]"));
  var status = document.querySelector("[data-status]");

  function show(column) {
    var shown = 0;
    cards.forEach(function (card) {
      var wanted = !column || card.dataset.column === column;
      card.hidden = !wanted;
      shown += wanted;
    });
    Array.prototype.forEach.call(filters.querySelectorAll("a"), function (link) {
      if (link.dataset.filter === column) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
    status.textContent = status.dataset.status.replace("{count}", shown);
  }

  filters.addEventListener("click", function (event) {
    var link = event.target.closest("a[data-filter]");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    show(link.dataset.filter);
    history.replaceState(null, "", link.dataset.filter ? "#" + link.dataset.filter : location.pathname);
  });
  if (filters.querySelector('[data-filter="' + decodeURIComponent(location.hash.slice(1)).replace(/[^a-z0-9-]/g, "") + '"]')) {
    show(location.hash.slice(1));
  }
})();
