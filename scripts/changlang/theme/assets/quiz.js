/* A round of the quiz: ten questions drawn at random from the list on the page, one at a time, each answered and
   explained at once, and what came of it at the end. Nothing is kept anywhere. Without this script the page is the
   whole list with folded answers, which stays below, folded, as the place to look things up. */
(function () {
  "use strict";
  var LENGTH = 10;
  var list = document.querySelector("[data-quiz]");
  if (!list) return;
  var words = JSON.parse(list.getAttribute("data-words"));
  var questions = Array.prototype.slice.call(list.querySelectorAll("[data-answer]"));
  var round = document.createElement("section");
  var drawn = [], at = 0, missed = [];

  function element(name, className, text) {
    var made = document.createElement(name);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  function said(name, values) {
    return words[name].replace(/\{(\w+)\}/g, function (_, key) { return values[key]; });
  }

  function button(text, act) {
    var made = element("button", "quiz-button", text);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  }

  function show(parts, first) {
    round.textContent = "";
    parts.forEach(function (part) { round.appendChild(part); });
    first.tabIndex = -1;
    first.focus({preventScroll: true});
    if (round.getBoundingClientRect().top < 0) round.scrollIntoView();
  }

  // Fisher and Yates: every order is as likely as any other.
  function draw() {
    var all = questions.slice();
    for (var last = all.length - 1; last > 0; last--) {
      var other = Math.floor(Math.random() * (last + 1)), kept = all[last];
      all[last] = all[other];
      all[other] = kept;
    }
    return all.slice(0, LENGTH);
  }

  function start() {
    drawn = draw();
    at = 0;
    missed = [];
    ask();
  }

  function ask() {
    var question = drawn[at], answer = Number(question.getAttribute("data-answer"));
    var heading = element("h2", "quiz-question", question.querySelector("h2").textContent);
    var choices = element("div", "quiz-choices"), outcome = element("div", "quiz-outcome");
    heading.id = "quiz-question";
    choices.setAttribute("role", "group");
    choices.setAttribute("aria-labelledby", heading.id);
    outcome.setAttribute("role", "status");
    Array.prototype.forEach.call(question.querySelectorAll("[data-choice]"), function (choice, index) {
      choices.appendChild(button(choice.textContent, function () { answered(question, choices, outcome, index + 1 === answer, index); }));
    });
    show([element("p", "quiz-place", said("place", {number: at + 1, count: drawn.length})), heading, choices, outcome], heading);
  }

  function answered(question, choices, outcome, right, chosen) {
    var answer = Number(question.getAttribute("data-answer")) - 1;
    if (choices.hasAttribute("data-done")) return;
    choices.setAttribute("data-done", "");
    if (!right) missed.push(question);
    Array.prototype.forEach.call(choices.children, function (choice, index) {
      if (index === answer) choice.className += " right";
      else if (index === chosen) choice.className += " wrong";
      choice.setAttribute("aria-disabled", "true");
      if (index === answer || index === chosen) choice.appendChild(element("span", "quiz-mark", index === answer ? " ✓" : " ✗"));
    });
    outcome.appendChild(element("p", right ? "quiz-verdict right" : "quiz-verdict wrong", words[right ? "right" : "wrong"]));
    var explained = question.querySelector("[data-explained]").cloneNode(true);
    explained.removeAttribute("data-explained");
    outcome.appendChild(explained);
    var last = at + 1 === drawn.length;
    var next = button(words[last ? "result" : "next"], function () {
      at += 1;
      if (last) result();
      else ask();
    });
    next.className += " on";
    outcome.appendChild(next);
    next.focus({preventScroll: true});
    outcome.scrollIntoView({block: "nearest"});
  }

  function result() {
    var heading = element("h2", "quiz-question", said("score", {right: drawn.length - missed.length, count: drawn.length}));
    var more = button(words.again, start), parts = [heading, more];
    more.className += " on";
    if (missed.length) {
      var again = element("ul", "quiz-missed");
      missed.forEach(function (question) {
        var row = element("li");
        row.appendChild(element("b", "", question.querySelector("h2").textContent));
        row.appendChild(question.querySelector("[data-explained]").cloneNode(true));
        again.appendChild(row);
      });
      parts.push(element("p", "", words.missed), again);
    }
    show(parts, heading);
  }

  round.className = "quiz-round";
  round.setAttribute("aria-label", words.round);
  var begin = button(said("start", {count: Math.min(LENGTH, questions.length)}), start);
  begin.className += " on";
  round.appendChild(begin);
  list.parentNode.insertBefore(round, list);

  var folded = element("details", "quiz-all");
  folded.appendChild(element("summary", "", said("all", {count: questions.length})));
  list.parentNode.insertBefore(folded, list);
  folded.appendChild(list);

  // A link to one question, from the search for example, opens the list.
  function opened() {
    var target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !folded.contains(target)) return;
    folded.open = true;
    target.scrollIntoView();
  }
  window.addEventListener("hashchange", opened);
  opened();
})();
