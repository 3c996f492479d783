/* The error index: sorts its entries by a pasted error. The texts to compare with are
   those on the page; nothing is fetched, nothing is sent. Without this script the page
   is a complete list.

   `rank` is tested by tests/test_error_search.py, in Node, over the rendered pages. */
"use strict";

(function () {
  // Words of any English sentence: they tell no error from another.
  const COMMON = new Set(
    (
      "a an and any are as at be been by for from has have if in is it its of on or " +
      "that the there this to was were with you your"
    ).split(" ")
  );

  // Lines of a traceback that hold no error: frames, marks below code, headings.
  const FRAME = /^File "[^"]*", line \d+(?:, in (?:.*[.>])?([\w<>]+))?/;
  const NOISE =
    /^(?:[\s~^|+.…-]*$|Traceback \(most recent call last\)|During handling of the above|\.\.\.<\d+ lines>)/;
  const TYPE =
    /(?:^|\W)([A-Z]\w*(?:Error|Exception|Warning|Interrupt|Empty|Full|Pool|Exit))(?=:|\s*$)/;
  const LIKELY = 0.5; // of a line's weight that must be found for it to count
  const ENOUGH = 3; // score from which an entry fits
  const CLOSE = 0.3; // of the best score, from which others are shown
  const MOST = 12; // entries shown

  /** Text without what differs from reader to reader. */
  function clean(text) {
    return text
      .replace(/\u001b\[[0-9;]*[A-Za-z]/g, "") // colours of a terminal
      .normalize("NFKC") // full-width punctuation
      .replace(/[\u2018\u2019\u300c\u300d]/g, "'")
      .replace(/[\u201c\u201d\u300e\u300f]/g, '"')
      .replace(/\b0x[0-9a-fA-F]+/g, " ")
      .replace(/\[(Errno|WinError) (\d+)\]/g, " $1$2 ")
      .replace(/(?:[A-Za-z]:)?(?:[\\/][\w.+@ -]+){2,}[\\/]?/g, " ") // paths
      .replace(/\b(?:Fork|Spawn|ForkServer)(?=(?:Pool)?(?:Worker|Process)\b)/g, "");
  }

  /** The words of a line -> whether they are a name of the reader's, as far as one sees. */
  function words(line) {
    const found = new Map();
    const quoted = /'[^']*'|<[^>]*>/g;
    const inside = [...line.matchAll(quoted)].map((m) => [m.index, m.index + m[0].length]);
    for (const match of line.matchAll(/[A-Za-z_]\w*/g)) {
      const word = match[0].toLowerCase();
      if (COMMON.has(word)) continue;
      const at = match.index;
      const name =
        inside.some(([start, end]) => at >= start && at < end) ||
        /^(?:\.__|\()/.test(line.slice(at + match[0].length));
      found.set(word, found.has(word) ? found.get(word) && name : name);
    }
    return found;
  }

  /** A pasted text: its lines that may hold an error, and the functions of its frames. */
  function read(text) {
    const lines = [];
    const frames = new Set();
    const seen = new Set();
    for (let line of text.split(/\r\n?|\n/)) {
      line = line.replace(/^E {2,}|^[\s>#*|+]+/, "").trim();
      const frame = FRAME.exec(line);
      if (frame) {
        if (frame[1]) frames.add(frame[1]);
        continue;
      }
      if (NOISE.test(line)) continue;
      const cleaned = clean(line);
      const own = words(cleaned);
      const key = [...own.keys()].join(" ");
      if (!own.size || seen.has(key)) continue; // the same error again and again
      seen.add(key);
      const type = TYPE.exec(cleaned);
      lines.push({ words: own, type: type ? type[1].toLowerCase() : "" });
    }
    return { lines, frames };
  }

  /** What comparing needs to know of the entries.

      An entry is {id, lines, frames, follows}; its lines are texts without the names of
      the program that was run. */
  function prepare(entries) {
    const holders = new Map();
    const prepared = entries.map((entry, place) => {
      const lines = entry.lines.map((text) => {
        const cleaned = clean(text);
        const type = TYPE.exec(cleaned);
        return {
          words: new Set(words(cleaned).keys()),
          type: type ? type[1].toLowerCase() : "",
          open: /\w: …$/.test(text.trim()), // any message will do
        };
      });
      const all = new Set(lines.flatMap((line) => [...line.words]));
      for (const word of all) holders.set(word, (holders.get(word) || 0) + 1);
      return { entry, place, lines, all };
    });
    const count = entries.length;
    const weight = (word) => Math.log(1 + count / (holders.get(word) || 0.5));
    return { prepared, holders, weight };
  }

  /** How well a line, or a few that were one, fits an entry: {score, fits}. */
  function compare(line, one, index) {
    const best = new Map(); // word of the line -> how much of a text with it was found
    const fits = [];
    let total = 0;
    let foreign = 0;
    for (const [word, name] of line.words) {
      const known = index.holders.has(word);
      const weight = known || !name ? index.weight(word) : 0;
      total += weight;
      if (!one.all.has(word)) foreign += known ? weight : weight * 0.6;
    }
    one.lines.forEach((text, number) => {
      let whole = 0;
      let found = 0;
      let shared = 0;
      for (const word of text.words) {
        const weight = index.weight(word);
        whole += weight;
        if (line.words.has(word)) {
          found += weight;
          shared += 1;
        }
      }
      let part = whole ? found / whole : 0;
      // a part of a text: all that was pasted is in it
      if (part < LIKELY && shared > 2 && found > 0.8 * total) part = LIKELY;
      if (part < LIKELY) return;
      if (text.type && line.type && text.type !== line.type) part *= 0.6;
      // the bare name of an error stands for no message of it
      if (text.words.size === 1 && text.type && line.words.size > 2 && !text.open) return;
      if (text.open) foreign *= 0.3;
      fits.push(number);
      for (const word of text.words) {
        if (line.words.has(word)) best.set(word, Math.max(best.get(word) || 0, part));
      }
    });
    let score = 0;
    for (const [word, part] of best) score += index.weight(word) * part * part;
    if (total) score *= 1 - 0.7 * (foreign / total);
    return { score, fits };
  }

  /** Several lines as one: a terminal or a mail has broken a long one. */
  function joined(lines) {
    const together = new Map();
    for (const line of lines) {
      for (const [word, name] of line.words) together.set(word, name);
    }
    return { words: together, type: lines[0].type };
  }

  /** The entries that fit a text, the likeliest first: [{id, score, fits}]. */
  function rank(entries, text) {
    const index = prepare(entries);
    const { lines, frames } = read(text);
    const errors = lines.filter((line) => line.type);
    const last = errors[errors.length - 1];
    const serious = errors.some((line) => !line.type.endsWith("warning"));
    const importance = (line) => {
      if (line.words.has("when") && line.words.has("serializing")) return 0.15;
      if (!line.type) return 1;
      if (serious && line.type.endsWith("warning")) return 0.4;
      return line === last ? 1.5 : 1.25;
    };
    const found = [];
    for (const one of index.prepared) {
      // the best way to take the lines one by one, in twos and in threes
      const sums = [0];
      const fits = new Set();
      lines.forEach((line, at) => {
        let best = sums[at];
        for (let size = 1; size <= 3 && size <= at + 1; size += 1) {
          const part = lines.slice(at + 1 - size, at + 1);
          const got = compare(size === 1 ? line : joined(part), one, index);
          const sum = sums[at + 1 - size] + got.score * importance(part[0]);
          // a little more: two lines that fit are not one
          if (got.score && sum > best * (size === 1 ? 1 : 1.1)) {
            best = sum;
            got.fits.forEach((number) => fits.add(number));
          }
        }
        sums.push(best);
      });
      let score = sums[lines.length];
      if (!score) continue;
      const named = one.entry.frames.some((frame) => frames.has(frame));
      if (named) score *= 1.5;
      else if (one.entry.frames.length && frames.size) score *= 0.75;
      if (one.entry.follows) score *= 0.6;
      if (score >= ENOUGH) {
        found.push({ id: one.entry.id, score, fits: [...fits], place: one.place });
      }
    }
    found.sort((a, b) => b.score - a.score || a.place - b.place);
    return found.filter((one) => one.score >= CLOSE * found[0].score).slice(0, MOST);
  }

  if (typeof module === "object" && module.exports) {
    module.exports = { rank };
    return;
  }

  // The page

  const box = document.querySelector(".error-search");
  if (!box) return;
  const field = box.querySelector("textarea");
  const status = box.querySelector("[role=status]");
  const results = box.querySelector(".error-results");
  const all = box.querySelector("button");
  const said = JSON.parse(box.dataset.words);
  const sections = [...document.querySelectorAll(".error")];
  const lists = [...document.querySelectorAll(".errors")];
  const homes = new Map(sections.map((section) => [section, section.parentNode]));
  const entries = sections.map((section) => ({
    id: section.querySelector("h3").id,
    lines: [...section.querySelectorAll(".error-text .line")].map((line) => {
      const copy = line.cloneNode(true);
      copy.querySelectorAll("var").forEach((name) => name.replaceWith(" "));
      return copy.textContent;
    }),
    frames: (section.dataset.frames || "").split(" ").filter(Boolean),
    follows: "follows" in section.dataset,
  }));
  const byId = new Map(entries.map((entry, number) => [entry.id, sections[number]]));
  const rest = lists.flatMap((list) => {
    const before = list.previousElementSibling;
    return [list, before, before.previousElementSibling];
  });

  function show(found) {
    for (const line of document.querySelectorAll(".error-fits")) {
      line.classList.remove("error-fits");
    }
    for (const section of sections) homes.get(section).append(section);
    for (const one of found) {
      const section = byId.get(one.id);
      const lines = section.querySelectorAll(".error-text .line");
      one.fits.forEach((number) => lines[number].classList.add("error-fits"));
      results.append(section);
    }
    for (const element of rest) element.hidden = found.length > 0;
  }

  function search() {
    const text = field.value.trim();
    const found = text ? rank(entries, text) : [];
    show(found);
    all.hidden = !text;
    if (!text) status.textContent = "";
    else if (!found.length) status.textContent = said["found none"];
    else if (found.length === 1) status.textContent = said["found one"];
    else status.textContent = said.found.replace("{n}", found.length);
  }

  function reset() {
    field.value = "";
    search();
  }

  let waiting = 0;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 150);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && field.value) reset();
  });
  all.addEventListener("click", () => {
    reset();
    field.focus();
  });
  // a link to what the search has put away
  window.addEventListener("hashchange", () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.closest("[hidden]")) {
      reset();
      target.scrollIntoView();
    }
  });
  box.hidden = false;
  if (field.value) search(); // the browser has kept it
})();
