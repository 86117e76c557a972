/* An input for the search without a keyboard: letters to tap, and the site's own words that begin or sound so.

   Its place:  <div data-search="zh" …><input type="search" readonly inputmode="none"><div data-search-pad></div></div>
   with search.js before this script. What is tapped goes into the input; search.js answers. The words are in
   search/<language>/words.js: see search/words.py. */
(function () {
  "use strict";

  var TEXT = {
    zh: { letters: "拼音首字母", words: "可以搜的词", back: "退格", clear: "清空" },
    en: { letters: "Letters", words: "Words to search for", back: "Back", clear: "Clear" },
  };
  var LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ", DIGITS = "1234567890", OFFERED = 8;

  var lists = {}, others = window.__cl;

  window.__cl = function (name, data) {
    if (/\/words$/.test(name)) lists[name] = data;
    else others(name, data);
  };

  function element(name, attributes, text) {
    var made = document.createElement(name);
    Object.keys(attributes).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    made.textContent = text || "";
    return made;
  }

  function Pad(place) {
    var search = place.closest("[data-search]"), pad = this;
    this.language = search.dataset.search;
    this.input = search.querySelector("input");
    this.text = TEXT[this.language] || TEXT.en;
    this.recall();
    this.words = element("div", { class: "pad-words", role: "group", "aria-label": this.text.words });
    this.keys = element("div", { class: "pad-keys", role: "group", "aria-label": this.text.letters });
    function type(sign) { pad.key(sign, sign, pad.type.bind(pad, sign.toLowerCase())); }
    LETTERS.split("").forEach(type);
    this.key("⌫", this.text.back, this.back.bind(this));
    this.key(this.text.clear, this.text.clear, this.clear.bind(this)).className = "pad-clear";
    DIGITS.split("").forEach(type);
    place.append(this.words, this.keys);
    this.input.addEventListener("input", this.adopt.bind(this));
    this.load(search.dataset.root || "");
    if (this.chosen.length || this.typed) this.put();
  }

  Pad.prototype = {
    key: function (shown, name, act) {
      var button = element("button", { type: "button", "aria-label": name }, shown);
      button.addEventListener("click", act);
      this.keys.append(button);
      return button;
    },

    load: function (root) {
      var script = element("script", { src: root + "search/" + this.language + "/words.js", charset: "utf-8" });
      script.onload = this.offer.bind(this);
      document.head.append(script);
    },

    type: function (letter) {
      this.typed += letter;
      this.put();
    },

    /* Takes a letter back, or else the word before it. */
    back: function () {
      if (this.typed) this.typed = this.typed.slice(0, -1);
      else this.chosen.pop();
      this.put();
    },

    clear: function () {
      this.chosen = [];
      this.typed = "";
      this.put();
    },

    choose: function (word) {
      this.chosen.push(word);
      this.typed = "";
      this.put();
    },

    /* What was tapped is there again for whoever comes back from a page, until the screen is left alone. */
    recall: function () {
      var before = null;
      try {
        before = JSON.parse(sessionStorage.getItem("pad-" + this.language));
      } catch (refused) { /* There is nothing to remember with. */ }
      this.chosen = before ? before[0] : [];
      this.typed = before ? before[1] : "";
    },

    remember: function () {
      try {
        sessionStorage.setItem("pad-" + this.language, JSON.stringify([this.chosen, this.typed]));
      } catch (refused) { /* As above. */ }
    },

    asked: function () {
      return this.chosen.concat(this.typed || []).join(" ");
    },

    /* What an answer put into the input is a word that was chosen. */
    adopt: function () {
      if (this.input.value === this.asked()) return;
      this.chosen = [this.input.value];
      this.typed = "";
      this.remember();
      this.offer();
    },

    put: function () {
      this.remember();
      this.input.value = this.asked();
      this.input.dispatchEvent(new Event("input", { bubbles: true }));
      this.offer();
    },

    /* Words whose letters, or first letters of syllables, begin as what is typed; at first the commonest ones. */
    offer: function () {
      var typed = this.typed, pad = this, chosen = this.chosen;
      var found = (lists[this.language + "/words"] || []).filter(function (row) {
        var syllables = row[1].split(" "), first = syllables.map(function (one) { return one[0]; }).join("");
        if (chosen.includes(row[0])) return false;
        return syllables.join("").startsWith(typed) || (syllables.length > 1 && first.startsWith(typed));
      });
      var buttons = (typed || !chosen.length ? found : []).slice(0, OFFERED).map(function (row) {
        var button = element("button", { type: "button" }, row[0]);
        button.addEventListener("click", pad.choose.bind(pad, row[0]));
        return button;
      });
      this.words.replaceChildren.apply(this.words, buttons);
    },
  };

  document.querySelectorAll("[data-search-pad]").forEach(function (place) { new Pad(place); });
})();
