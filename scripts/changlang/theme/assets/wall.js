// The picture wall: shows one column's or one year's pictures without leaving the page. Without this script the filters
// are links to pages of their own. What is chosen stands in the address, so that it can be sent on.
(function () {
  "use strict";
  var rows = Array.prototype.slice.call(document.querySelectorAll("[data-filters]"));
  var cards = Array.prototype.slice.call(document.querySelectorAll(".wall > li"));
  var status = document.querySelector("[data-status]");
  if (!rows.length) return;

  function links(row) { return Array.prototype.slice.call(row.querySelectorAll("[data-value]")); }

  function chosen() {
    var found = {};
    location.hash.slice(1).split("&").forEach(function (part) {
      var pair = part.split("=");
      if (pair.length === 2) found[pair[0]] = decodeURIComponent(pair[1]);
    });
    rows.forEach(function (row) {
      var name = row.dataset.filters;
      if (!links(row).some(function (link) { return link.dataset.value === found[name]; })) found[name] = "";
    });
    return found;
  }

  function show() {
    var wanted = chosen(), shown = 0;
    cards.forEach(function (card) {
      card.hidden = rows.some(function (row) {
        var value = wanted[row.dataset.filters];
        return value && card.dataset[row.dataset.filters] !== value;
      });
      shown += !card.hidden;
    });
    rows.forEach(function (row) {
      links(row).forEach(function (link) {
        if (link.dataset.value === wanted[row.dataset.filters]) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      });
    });
    status.textContent = status.dataset.status.replace("{count}", shown);
    status.hidden = shown === cards.length;
  }

  rows.forEach(function (row) {
    row.addEventListener("click", function (event) {
      var link = event.target.closest("[data-value]");
      if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      var wanted = chosen();
      wanted[row.dataset.filters] = link.dataset.value;
      var parts = Object.keys(wanted).filter(function (name) { return wanted[name]; });
      history.replaceState(null, "", parts.length ? "#" + parts.map(function (name) {
        return name + "=" + encodeURIComponent(wanted[name]);
      }).join("&") : location.pathname + location.search);
      show();
    });
  });
  window.addEventListener("hashchange", show);
  show();
})();
