/* Search from static pieces, read as scripts so that it works from a folder too.

   A place for it:  <div data-search="zh" data-root="../" data-kinds='{"event":"活动"}' data-columns='{"care":"关爱"}'
                      data-address data-other="../en/search/"><input type="search"></div>
   `data-search` is the language of the index, `data-root` the way to the site's root, `data-file` what links into a
   folder need (`index.html`). `data-address` keeps the question in the page's address, `data-other` is the search page
   of the other language; `data-brief` shows a few results and the way to all of them, for a form that leads to the
   search page; an element with `data-icon="event"` in the place stands for what has no picture. The files
   are described in search/pieces.py and beside it. */
(function () {
  "use strict";

  var TEXT = {
    zh: {
      found: "找到 # 条", none: "没有找到", more: "更多", all: "全部", whole: "全部 # 条", kind: "类别", column: "专栏", year: "年份",
      other: "英文页面中有 # 条", fewer: "只搜“@”：# 条", failed: "搜索文件没有读到，请稍后再试",
    },
    en: {
      found: "# found", none: "Nothing found", more: "More", all: "All", whole: "All #", kind: "Kind", column: "Column", year: "Year",
      other: "# in the Chinese pages", fewer: "“@” alone: #", failed: "The search could not be read; please try again",
    },
  };
  var FACETS = ["kind", "column", "year"];
  var FIELDS = 6, STEM = 3, WHOLE = 4, LONGEST = 24, SHOWN = 8, BRIEF = 5, NEXT = 10;
  var SIGN = /[\u0000-\u002d\u002f\u003a-\u0060\u007b-\u00bf\u00d7\u00f7\u02c2-\u02df\u2000-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3008-\u3020\u3030\u303d-\u303f\u30fb\ufe00-\ufe6f\uff00-\uff0f\uffe0-\uffff]/;
  var DIGIT = /[0-9]/;
  var ALONE = "\u2e80";
  var PHRASE = /["“”„«「『]([^"“”»」』]*)["“”»」』]?|[^\s"“”„«「『]+/g;

  /* Files */

  var files = new Map(), arrived = {};

  window.__cl = function (name, data) {
    arrived[name] = data;
  };

  function read(root, name) {
    if (!files.has(name)) {
      files.set(name, new Promise(function (resolve, reject) {
        var script = document.createElement("script");
        script.charset = "utf-8";
        script.src = root + "search/" + name + ".js";
        script.onload = function () {
          script.remove();
          resolve(arrived[name]);
          delete arrived[name];
        };
        script.onerror = function () {
          script.remove();
          files.delete(name);
          reject(new Error(name));
        };
        document.head.appendChild(script);
      }));
    }
    return files.get(name);
  }

  /* Folding: see search/fold.py */

  var simplified = null, folded = new Map();

  async function learnTraditional(root) {
    var pairs = await read(root, "traditional");
    simplified = new Map();
    for (var i = 0; i < pairs.length; i += 2) simplified.set(pairs[i], pairs[i + 1]);
    folded.clear();
  }

  function single(text) {
    return Array.from(text).length === 1;
  }

  function foldedCharacter(character) {
    var plain = folded.get(character);
    if (plain === undefined) {
      plain = character.normalize("NFKC");
      if (!single(plain)) plain = character;
      var base = plain.normalize("NFD")[0];
      if (base < "\u0080") plain = base;
      if (single(plain.toLowerCase())) plain = plain.toLowerCase();
      plain = (simplified && simplified.get(plain)) || plain;
      folded.set(character, plain);
    }
    return plain;
  }

  /* Commas of thousands, by place. Each character is one unit here, so that places hold. */
  function commas(plain) {
    var grouped = /(^|[^0-9,.])([0-9]{1,3}(?:,[0-9]{3})+)(?![0-9])/g;
    var line = plain.map(function (c) { return c.length > 1 ? "\uffff" : c; }).join("");
    var places = new Set(), found;
    while ((found = grouped.exec(line))) {
      for (var i = 0; i < found[0].length; i++) if (found[0][i] === ",") places.add(found.index + i);
    }
    return places;
  }

  /* {text, from, to}: folded text and, for each of its units, where its character begins and ends in `text`. */
  function fold(text) {
    var characters = Array.from(text), plain = characters.map(foldedCharacter), dropped = commas(plain);
    var result = { text: "", from: [], to: [] }, gap = "", place = 0;
    function put(character, end) {
      for (var i = 0; i < character.length; i++) {
        result.from.push(place);
        result.to.push(end);
      }
      result.text += character;
    }
    plain.forEach(function (character, i) {
      var end = place + characters[i].length;
      var point = character === "." && !(DIGIT.test(plain[i - 1]) && DIGIT.test(plain[i + 1]));
      if (point || SIGN.test(character)) {
        if (!dropped.has(i) && gap !== "\n") gap = character === "\n" ? "\n" : " ";
      } else {
        if (gap && result.text) put(gap, place);
        gap = "";
        put(character, end);
      }
      place = end;
    });
    return result;
  }

  function phrases(question) {
    var found = new Set(), match;
    PHRASE.lastIndex = 0;
    while ((match = PHRASE.exec(question))) {
      var phrase = fold((match[1] === undefined ? match[0] : match[1]).normalize("NFC")).text.replace(/\n/g, " ");
      if (phrase) found.add(phrase);
    }
    return Array.from(found);
  }

  /* Numbers and entries: see search/numbers.py, search/entries.py */

  function numbers(text) {
    var result = [], high = 0;
    for (var i = 0; i < text.length; i++) {
      var code = text.charCodeAt(i);
      if (code >= 0xe000) high = (code - 0xe000) * 32768;
      else {
        result.push(high + code - 32);
        high = 0;
      }
    }
    return result;
  }

  /* The two numbers at `place`, the first of them small, and where they end. */
  function two(text, place) {
    var end = place + (text.charCodeAt(place + 1) >= 0xe000 ? 3 : 2);
    return numbers(text.slice(place, end)).concat(end);
  }

  function eachGroup(entry, see) {
    for (var place = 0; place < entry.length; ) {
      var [field, length, start] = two(entry, place);
      see(field, numbers(entry.slice(start, start + length)));
      place = start + length;
    }
  }

  function eachSlot(entry, see) {
    eachGroup(entry, function (field, gaps) {
      var slot = -1;
      gaps.forEach(function (gap) {
        slot += gap + 1;
        see(slot, field);
      });
    });
  }

  function eachPlaces(entry, see) {
    eachGroup(entry, function (field, found) {
      var half = found.length / 2, slot = -1, i = 0;
      while (i < half) {
        slot += found[i];
        var places = [];
        do places.push(found[half + i++]); while (found[i] === 0 && i < half);
        see(slot, field, places);
      }
    });
  }

  function eachWord(entry, see) {
    for (var place = entry[0] === "+" ? 1 : entry.length; place < entry.length; ) {
      var [letters, length, start] = two(entry, place);
      var end = start + letters;
      see(entry.slice(start, end), entry.slice(end, end + length));
      place = end + length;
    }
  }

  /* Phrases → parts: see search/terms.py */

  /* As few runs of `size` characters as cover a phrase that is no shorter. */
  function partsOfRun(phrase, size, start) {
    var characters = Array.from(phrase), last = characters.length - size, parts = [];
    for (var i = 0; i <= last; i = i < last ? Math.min(i + size, last) : last + 1) {
      parts.push({ key: characters.slice(i, i + size).join(""), offset: start + i });
    }
    return parts;
  }

  function partsOfWords(phrase) {
    var tokens = phrase.match(/[^ \u2e80-\u{10ffff}]+|[\u2e80-\u{10ffff}]| /gu) || [];
    function alone(i) {
      return tokens[i] >= ALONE;
    }
    tokens = tokens.filter(function (token, i) {
      return token !== " " || (alone(i - 1) && alone(i + 1));
    });
    var parts = [], run = "", last = tokens.length - 1;
    tokens.forEach(function (token, i) {
      if (token === " " || token >= ALONE) {
        run += token;
        if (i === last || !(tokens[i + 1] === " " || alone(i + 1))) {
          var length = Array.from(run).length, start = i + 1 - length;
          parts = parts.concat(length > 1 ? partsOfRun(run, 2, start) : [{ key: run, offset: start }]);
          run = "";
        }
      } else parts.push({ key: "=" + token, offset: i, open: i > 0 && i === last && token.length >= STEM });
    });
    return parts;
  }

  /* An index: see search/ask.py */

  function hash(key) {
    var result = 0x811c9dc5;
    for (var i = 0; i < key.length; i++) result = Math.imul(result ^ key.charCodeAt(i), 0x01000193);
    return result >>> 0;
  }

  function best(hits, slot, field) {
    if (!(hits.get(slot) <= field)) hits.set(slot, field);
  }

  function Index(root, language, head) {
    var folder = [head.size, head.pieces, head.chunk].map(function (n) { return n.toString(16); }).join("-");
    var index = this, path = [], depths = numbers(head.depths), slot = -1;
    this.root = root;
    this.language = language;
    this.folder = language + "/" + folder + "/";
    this.head = head;
    this.large = new Set();
    Array.from(head.large).forEach(function (letter, i) {
      path.length = depths[i] >> 1;
      path.push(letter);
      if (depths[i] & 1) index.large.add(path.join(""));
    });
    this.ofYear = head.years.map(function () { return []; });
    FACETS.forEach(function (name) { index[name] = []; });
    var columns = FACETS.map(function (name) { return numbers(head[name]); });
    numbers(head.slots).forEach(function (gap, i) {
      slot += gap + 1;
      FACETS.forEach(function (name, at) { index[name][slot] = columns[at][i]; });
      index.ofYear[index.year[slot]].push(slot);
    });
  }

  Index.prototype = {
    read: function (name) {
      return read(this.root, this.folder + name);
    },

    pieceOf: function (key) {
      return this.read("p" + (hash(key[0] === "=" ? key.slice(0, STEM + 1) : key) % this.head.pieces).toString(16));
    },

    entry: async function (key) {
      var own = this.large.has(key) || (key[0] === "=" && this.large.has(key.slice(1)));
      var piece = await (own ? this.read("x" + hash(key).toString(16)) : this.pieceOf(key));
      return Object.prototype.hasOwnProperty.call(piece, key) ? piece[key] : "";
    },

    /* The entry of the first letters that no longer ones go on from, or else of all of them: see search/letters.py */
    first: function (sign, letters) {
      var characters = Array.from(letters), key = sign + characters[0] + characters[1];
      for (var i = 2; i < characters.length && this.large.has(key); i++) key += characters[i];
      return this.entry(key);
    },

    hits: async function (phrase) {
      var hits = await this.inText(phrase), letters = phrase.replace(/ /g, "");
      if (/^[\0-\x7f]{2,}$/.test(letters)) {
        await this.letters("'", letters.slice(0, LONGEST), "startsWith", eachSlot, function (slot, field) {
          best(hits, slot, field + FIELDS);
        });
      }
      return hits;
    },

    inText: async function (phrase) {
      var hits = new Map(), see = best.bind(null, hits);
      if (this.language === "zh") {
        var length = Array.from(phrase).length;
        if (length > WHOLE) return this.byPlaces(partsOfRun(phrase, WHOLE, 0));
        if (length > 1) await this.letters("", phrase, "startsWith", eachPlaces, see);
        else eachSlot(await this.entry(phrase), see);
        return hits;
      }
      var parts = partsOfWords(phrase), word = parts[0].key;
      if (parts.length > 1 || word[0] !== "=" || word.length < 3) return this.byPlaces(parts);
      await this.letters("~", word.slice(1), "includes", eachSlot, see);
      return hits;
    },

    /* Pages of words that contain letters, or begin with them; `each` reads the words' own entries. */
    letters: async function (sign, letters, fits, each, see) {
      var entry = await this.first(sign, letters);
      if (entry[0] === "-") eachSlot(entry.slice(1), see);
      eachWord(entry, function (word, found) {
        if (word[fits](letters)) each(found, see);
      });
    },

    entriesOf: async function (part) {
      var index = this, found = [];
      if (this.language === "zh") {
        var entry = await this.first("", part.key);
        if (entry[0] === "-") return [await this.entry("=" + part.key)];
        eachWord(entry, function (run, own) { if (run === part.key) found.push(own); });
        return found;
      }
      if (!part.open) return [await this.entry(part.key)];
      var keys = Object.keys(await this.pieceOf(part.key)).concat(Array.from(this.large));
      return Promise.all(keys.filter(function (key) { return key.startsWith(part.key); }).map(this.entry, index));
    },

    byPlaces: async function (parts) {
      var index = this;
      var found = await Promise.all(parts.map(async function (part) {
        var entries = await index.entriesOf(part);
        return { offset: part.offset, entries: entries, length: entries.join("").length };
      }));
      found.sort(function (a, b) { return a.length - b.length; });
      var together = null;
      found.forEach(function (part) {
        var next = new Map();
        part.entries.forEach(function (entry) {
          eachPlaces(entry, function (slot, field, places) {
            var at = slot * FIELDS + field, starts = together && together.get(at);
            if (together && !starts) return;
            var kept = places.map(function (place) { return place - part.offset; });
            if (starts) kept = kept.filter(function (start) { return starts.includes(start); });
            if (kept.length) next.set(at, kept.concat(next.get(at) || []));
          });
        });
        together = next;
      });
      var hits = new Map();
      together.forEach(function (_, at) { best(hits, Math.floor(at / FIELDS), at % FIELDS); });
      return hits;
    },

    /* {asked, found, ranked}: slots of pages that have every phrase, each as one number to sort by. */
    ask: async function (question) {
      var asked = phrases(question), index = this;
      var found = await Promise.all(asked.map(function (phrase) { return index.hits(phrase); }));
      var short = found.some(function (hits) { return !hits.size; });
      if (short && !simplified && question > "" && Array.from(question).some(function (c) { return c >= ALONE; })) {
        await learnTraditional(this.root);
        return this.ask(question);
      }
      var ranked = [];
      (found[0] || []).forEach(function (_, slot) {
        var weight = 0;
        for (var hits of found) {
          if (!hits.has(slot)) return;
          weight += 1 << (FIELDS + 1 - hits.get(slot));
        }
        ranked.push(((1e5 - weight) * 1e4 - index.year[slot]) * index.head.size + slot);
      });
      return { asked: asked, found: found, ranked: Array.from(Float64Array.from(ranked).sort()) };
    },

    slot: function (order) {
      return order % this.head.size;
    },

    level: function (order) {
      return Math.floor(order / this.head.size);
    },

    /* The first slots of a ranking by weight and year, by day too. Only years that days decide in are read. */
    newest: async function (ranked, count) {
      var index = this, days = new Map(), years = new Set(), end = 0;
      function same(i) {
        return index.level(ranked[i]) === index.level(ranked[i - 1]);
      }
      while (end < ranked.length && (end < count || same(end))) {
        if (end && same(end)) years.add(this.year[this.slot(ranked[end])]);
        end++;
      }
      await Promise.all(Array.from(years, async function (year) {
        var ranks = numbers(await index.read("d" + index.head.years[year]));
        index.ofYear[year].forEach(function (slot, i) { days.set(slot, ranks[i]); });
      }));
      return ranked.slice(0, end).map(function (order) {
        var slot = index.slot(order);
        return [index.level(order), -(days.get(slot) || 0), slot];
      }).sort(function (a, b) {
        return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
      }).slice(0, count).map(function (row) { return row[2]; });
    },

    /* The longest beginning and the longest end of a phrase that are found → how many pages have them. */
    ends: async function (phrase) {
      var characters = Array.from(phrase), least = phrase < ALONE ? STEM : 2, result = new Map();
      for (var side of [0, 1]) {
        for (var length = Math.min(characters.length - 1, LONGEST); length >= least; length--) {
          var part = (side ? characters.slice(-length) : characters.slice(0, length)).join("").trim();
          var size = (await this.hits(part)).size;
          if (size) {
            result.set(part, size);
            break;
          }
        }
      }
      return result;
    },

    shown: async function (slot) {
      return (await this.read("t" + Math.floor(slot / this.head.chunk).toString(16)))[slot];
    },
  };

  var indexes = new Map();

  async function open(root, language) {
    var head = await read(root, language + "/head");
    if (!indexes.has(head)) indexes.set(head, new Index(root, language, head));
    return indexes.get(head);
  }

  /* What is shown */

  function element(name, attributes, children) {
    var made = document.createElement(name);
    Object.keys(attributes).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    (children || []).forEach(function (child) { made.append(child); });
    return made;
  }

  /* [begin, end] of every phrase in `text`, in order. */
  function marks(text, asked) {
    var where = fold(text), found = [];
    asked.forEach(function (phrase) {
      for (var i = where.text.indexOf(phrase); i >= 0; i = where.text.indexOf(phrase, i + phrase.length)) {
        found.push([where.from[i], where.to[i + phrase.length - 1]]);
      }
    });
    return found.sort(function (a, b) { return a[0] - b[0]; });
  }

  /* `text` from `start` to `end` with its marks. */
  function marked(text, found, start, end) {
    var nodes = [], place = start;
    found.forEach(function (mark) {
      if (mark[0] < place || mark[1] > end) return;
      nodes.push(text.slice(place, mark[0]), element("mark", {}, [text.slice(mark[0], mark[1])]));
      place = mark[1];
    });
    return nodes.concat(text.slice(place, end));
  }

  function context(text, asked, language) {
    var found = marks(text, asked), around = language === "zh" ? 24 : 50;
    var start = found.length ? Math.max(0, found[0][0] - around) : 0, end = Math.min(text.length, start + around * 4);
    if (language !== "zh" && start) start = text.indexOf(" ", start) + 1;
    if (language !== "zh" && end < text.length) end = text.lastIndexOf(" ", end);
    var nodes = marked(text, found, start, end);
    return (start ? ["…"] : []).concat(nodes, end < text.length ? ["…"] : []);
  }

  function Box(place) {
    var language = place.dataset.search;
    this.place = place;
    this.language = language;
    this.root = place.dataset.root || "";
    this.file = place.dataset.file || (location.protocol === "file:" ? "index.html" : "");
    this.brief = "brief" in place.dataset;
    this.text = TEXT[language] || TEXT.en;
    this.names = { kind: JSON.parse(place.dataset.kinds || "{}"), column: JSON.parse(place.dataset.columns || "{}") };
    this.input = place.querySelector("input");
    this.status = element("p", { class: "search-status", role: "status", "aria-live": "polite" });
    this.filters = element("div", { class: "search-filters" });
    this.list = element("div", { class: "search-results" });
    this.chosen = {};
    this.more = 0;
    this.turn = 0;
    this.answer = element("div", { class: "search-answer" }, [this.status, this.filters, this.list]);
    this.input.addEventListener("input", this.typed.bind(this));
    place.addEventListener("keydown", this.moved.bind(this));
    if (this.brief) {
      place.action += this.file;
      this.input.addEventListener("focus", this.show.bind(this));
      place.addEventListener("focusout", this.left.bind(this));
    } else {
      place.append(this.answer);
      place.addEventListener("submit", this.entered.bind(this));
    }
    this.fromAddress();
  }

  Box.prototype = {
    fromAddress: function () {
      var asked = new URLSearchParams(location.search), box = this;
      if (!("address" in this.place.dataset)) return;
      FACETS.forEach(function (name) { if (asked.get(name)) box.chosen[name] = asked.get(name); });
      if (asked.get("q")) this.input.value = asked.get("q");
      if (this.input.value) this.show();
    },

    toAddress: function (question) {
      if (!("address" in this.place.dataset)) return;
      var asked = new URLSearchParams(question ? Object.assign({ q: question }, this.chosen) : {});
      try {
        history.replaceState(null, "", location.pathname + (question ? "?" + asked : ""));
      } catch (refused) { /* An address that was opened from a folder may not be changed everywhere. */ }
    },

    typed: function () {
      this.chosen = {};
      this.more = 0;
      this.show();
    },

    choose: function (name, value) {
      if (this.chosen[name] === value || !value) delete this.chosen[name];
      else this.chosen[name] = value;
      this.more = 0;
      this.show();
    },

    /* The answer stands there already. */
    entered: function (event) {
      var first = this.list.querySelector("a");
      event.preventDefault();
      if (first) first.focus();
    },

    /* A brief answer goes when the focus does. */
    left: function (event) {
      if (!this.place.contains(event.relatedTarget)) this.close();
    },

    close: function () {
      this.turn++;
      this.draw("", [], []);
    },

    /* Arrows go through the results and back to the input, and so does Escape. */
    moved: function (event) {
      var links = Array.from(this.list.querySelectorAll("a"));
      var stops = [this.input].concat(links), at = stops.indexOf(document.activeElement);
      if (this.brief && event.key === "Escape") {
        this.input.focus();
        return this.close();
      }
      var step = { ArrowDown: 1, ArrowUp: -1, Escape: -at }[event.key];
      if (event.isComposing || at < 0 || !step || !stops[at + step]) return;
      event.preventDefault();
      stops[at + step].focus();
    },

    show: async function () {
      var question = this.input.value.trim(), turn = ++this.turn;
      if (!this.answer.parentNode) this.place.append(this.answer);
      this.toAddress(question);
      var short = !phrases(question).some(function (p) { return p.length > 1 || p >= ALONE; });
      if (short) return this.draw("", [], []);
      try {
        var index = await open(this.root, this.language);
        var answer = await index.ask(question);
        var made = answer.ranked.length ? await this.found(index, answer) : await this.missed(index, question, answer);
        if (turn === this.turn) this.draw.apply(this, made);
      } catch (failed) {
        if (turn === this.turn) this.draw(this.text.failed, [], []);
      }
    },

    draw: function (status, filters, list) {
      this.status.textContent = status;
      var pressed = this.filters.contains(document.activeElement) && document.activeElement.dataset.value;
      this.filters.replaceChildren.apply(this.filters, filters);
      var again = pressed && this.filters.querySelector('[data-value="' + pressed + '"]');
      if (again) again.focus();
      this.list.replaceChildren.apply(this.list, list);
      this.place.toggleAttribute("data-open", this.brief ? Boolean(status) : filters.length > 0);
    },

    found: async function (index, answer) {
      var head = index.head, box = this, groups = new Map(), kept = [];
      var counts = FACETS.map(function () { return []; });
      var wanted = FACETS.map(function (name) { return box.chosen[name] ? head[name + "s"].indexOf(box.chosen[name]) : -2; });
      answer.ranked.forEach(function (order) {
        var slot = index.slot(order), values = FACETS.map(function (name) { return index[name][slot]; });
        var other = values.map(function (value, i) { return wanted[i] !== -2 && wanted[i] !== value; });
        var others = other.filter(Boolean).length;
        values.forEach(function (value, i) { if (others - other[i] === 0) counts[i][value] = (counts[i][value] || 0) + 1; });
        if (others) return;
        if (!groups.has(values[0])) groups.set(values[0], []);
        groups.get(values[0]).push(order);
        kept.push(order);
      });
      var status = this.text.found.replace("#", kept.length);
      if (this.brief) return [status, [], await this.few(index, answer, kept)];
      /* Kinds as their first results follow one another. */
      var leading = kept.filter(function (order) {
        return index.level(order) === index.level(groups.get(index.kind[index.slot(order)])[0]);
      });
      var kinds = new Set((await index.newest(leading, kept.length)).map(function (slot) { return index.kind[slot]; }));
      var filters = FACETS.map(function (name, i) {
        return box.filter(name, head[name + "s"], counts[i]);
      });
      var each = Math.max(2, Math.floor(SHOWN / groups.size)) + this.more;
      var list = await Promise.all(Array.from(kinds, function (kind) {
        return box.group(index, answer.asked, head.kinds[kind], groups.get(kind), groups.size > 1, each);
      }));
      return [status, filters, list];
    },

    /* The first results, and the way to all. */
    few: async function (index, answer, kept) {
      var box = this, href = this.place.action + "?" + new URLSearchParams({ q: this.input.value.trim() });
      var list = [element("ol", {}, await this.items(index, answer.asked, kept, BRIEF))];
      if (kept.length <= BRIEF) return list;
      return list.concat(element("a", { href: href, class: "search-all" }, [box.text.whole.replace("#", kept.length)]));
    },

    items: async function (index, asked, ranked, count) {
      var box = this;
      return Promise.all((await index.newest(ranked, count)).map(async function (slot) {
        return box.item(index, asked, slot, await index.shown(slot));
      }));
    },

    /* `values` are sorted, `counts` say of each how many there are. */
    filter: function (name, values, counts) {
      var box = this, there = values.filter(function (value, i) { return value && counts[i]; });
      if (name === "year") there.reverse();
      var buttons = there.map(function (value) {
        var label = (box.names[name] || {})[value] || value;
        var pressed = String(box.chosen[name] === value);
        var button = element("button", { type: "button", "aria-pressed": pressed, "data-value": value }, [
          label + " ", element("span", {}, [String(counts[values.indexOf(value)])]),
        ]);
        button.addEventListener("click", function () { box.choose(name, value); });
        return button;
      });
      return element("div", { role: "group", "aria-label": this.text[name], "data-filter": name }, buttons);
    },

    group: async function (index, asked, kind, ranked, several, each) {
      var box = this;
      var items = await this.items(index, asked, ranked, each);
      var section = element("section", { "data-kind": kind }, [
        element("h2", {}, [(this.names.kind[kind] || kind) + " ", element("span", {}, [String(ranked.length)])]),
        element("ol", {}, items),
      ]);
      if (ranked.length > each) {
        var button = element("button", { type: "button", class: "search-more" }, [this.text[several ? "all" : "more"]]);
        button.addEventListener("click", function () {
          if (several) return box.choose("kind", kind);
          box.more += NEXT;
          box.show();
        });
        section.append(button);
      }
      return section;
    },

    item: async function (index, asked, slot, shown) {
      var [address, title, date, thumbnail, text] = shown;
      if (!simplified && !marks(title + "\n" + text, asked).length && asked.some(function (p) { return p >= ALONE; })) {
        await learnTraditional(this.root);
      }
      var kind = index.head.kinds[index.kind[slot]];
      var icon = this.place.querySelector('[data-icon="' + kind + '"]');
      var picture = thumbnail ? element("img", { src: this.root + thumbnail, alt: "", loading: "lazy" }) : icon || "";
      var href = this.root + address.replace(/#|$/, this.file + "$&");
      return element("li", { class: "col-" + index.head.columns[index.column[slot]] }, [
        element("a", { href: href }, [
          element("span", { class: "search-picture" }, [picture.cloneNode ? picture.cloneNode(true) : ""]),
          element("strong", {}, marked(title, marks(title, asked), 0, title.length)),
          element("time", {}, [this.brief ? this.names.kind[kind] || kind : date]),
          element("span", { class: "search-context" }, context(text, asked, this.language)),
        ]),
      ]);
    },

    /* Nothing found: each phrase on its own or what is found of the only one, and the other language. */
    missed: async function (index, question, answer) {
      var list = [], box = this, fewer = new Map();
      if (answer.asked.length < 2) fewer = await index.ends(answer.asked[0]);
      else answer.asked.forEach(function (phrase, i) { fewer.set(phrase, answer.found[i].size); });
      fewer.forEach(function (size, phrase) {
        if (!size) return;
        var label = box.text.fewer.replace("@", phrase).replace("#", size);
        var button = element("button", { type: "button", "data-fewer": phrase }, [label]);
        button.addEventListener("click", function () {
          box.input.value = '"' + phrase + '"';
          box.input.dispatchEvent(new Event("input", { bubbles: true }));
          box.input.focus();
        });
        list.push(button);
      });
      var other = this.place.dataset.other;
      var there = other && (await (await open(this.root, this.language === "zh" ? "en" : "zh")).ask(question));
      if (there && there.ranked.length) {
        var label = this.text.other.replace("#", there.ranked.length);
        list.push(element("a", { href: other + "?" + new URLSearchParams({ q: question }), "data-other": "" }, [label]));
      }
      return [this.text.none, [], list];
    },
  };

  document.querySelectorAll("[data-search]").forEach(function (place) { new Box(place); });
})();
