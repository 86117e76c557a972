// Chooses the language, remembers it and the size of type, and reads aloud. The page does without any of it.
(function (w, d) {
  var root = d.documentElement, key = "changlang-", store = null;
  try { store = w.localStorage; } catch (refused) { store = null; }
  function remembered(name) {
    try { return store && store.getItem(key + name); } catch (refused) { return null; }
  }
  function remember(name, value) {
    try { if (store) store.setItem(key + name, value); } catch (refused) { return; }
  }
  function shown() { return w.location.hash === "#en" ? "en" : "zh"; }
  function name() { root.lang = shown() === "en" ? "en" : "zh-CN"; }
  function enlarge(large) {
    root.className = large ? "large" : "";
    each("[data-large]", function (button) { button.setAttribute("aria-pressed", large ? "true" : "false"); });
  }
  function each(selector, work) {
    var found = d.querySelectorAll(selector), index;
    for (index = 0; index < found.length; index += 1) work(found[index]);
  }

  var wanted = remembered("language") || (w.navigator.languages || [])[0] || w.navigator.language || "zh";
  if (!w.location.hash && !/^zh/i.test(wanted)) w.location.replace("#en");
  name();
  w.addEventListener("hashchange", function () {
    if (w.speechSynthesis) w.speechSynthesis.cancel();
    each("audio", function (voice) { voice.pause(); });
    remember("language", shown());
    name();
  });

  d.addEventListener("DOMContentLoaded", function () {
    each(".tools", function (tools) { tools.hidden = false; });
    enlarge(remembered("large") === "yes");
    each("[data-large]", function (button) {
      button.addEventListener("click", function () {
        var large = root.className !== "large";
        enlarge(large);
        remember("large", large ? "yes" : "no");
      });
    });
    each("[data-aloud]", function (button) {
      var start = button.textContent, voice = button.parentNode.parentNode.querySelector("audio");
      button.hidden = !voice && !(w.speechSynthesis && w.SpeechSynthesisUtterance);
      if (button.hidden) return;
      if (voice) {
        voice.onplay = function () { button.textContent = button.getAttribute("data-stop"); };
        voice.onpause = function () { button.textContent = start; };
        button.addEventListener("click", function () { if (voice.paused) voice.play(); else voice.pause(); });
        return;
      }
      button.addEventListener("click", function () {
        if (w.speechSynthesis.speaking) { w.speechSynthesis.cancel(); return; }
        var speech = new w.SpeechSynthesisUtterance(), texts = [];
        each("#" + shown() + " [data-read]", function (part) { texts.push(part.innerText); });
        speech.text = texts.join("\n");
        speech.lang = root.lang;
        speech.onstart = function () { button.textContent = button.getAttribute("data-stop"); };
        speech.onend = speech.onerror = function () { button.textContent = start; };
        w.speechSynthesis.speak(speech);
      });
    });
  });
})(window, document);
