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

  // Words of any error of Python: they tell little.
  const PYTHON = new Set("argument attribute defined import name no not object".split(" "));

  // Lines of a traceback that hold no error: frames, marks below code, headings.
  const FRAME = /(?:^|[^\x00-\x7f])\s*File "[^"]*", line \d+(?:, in (.+))?/;
  const COLOUR = /\u001b\[[0-9;]*[A-Za-z]/g; // of a terminal
  const NOISE =
    /^(?:[\s~^|+.…-]*$|Traceback \(most recent call last\)|During handling of the above)/;
  const MARGIN = /^(?:E(?= {2}))?[\s>#*|+]*/; // of pytest, a quotation, a group of errors
  const TYPE =
    /(?:^|\W)((?:[A-Za-z_]\w*\.)*)((?:[A-Z]\w*)?(?:Error|Exception|Warning|Interrupt|Exit|Empty|Full|Broken\w*Pool))(?=:|\s*(?:$|,|[^\x00-\x7f]))/;
  const LIKELY = 0.45; // of a text's weight that must be found for it to count
  const SURE = 0.75; // from which it is taken for that very text
  const ENOUGH = 3; // score from which an entry fits
  const CLOSE = 0.3; // of the best score, from which others are shown
  const MOST = 12; // entries shown
  const LAST = 300; // lines looked at, of a long log

  /** Text without what differs from reader to reader. */
  function clean(text) {
    return text
      .normalize("NFKC") // full-width punctuation
      .replace(/[\u2018\u2019\u300c\u300d]/g, "'")
      .replace(/[\u201c\u201d\u300e\u300f]/g, '"')
      .replace(/<class '([\w.]+)'>:?/g, "$1:") // a printed type
      .replace(/\b0x[0-9a-fA-F]+/g, " ")
      .replace(/\[(Errno|WinError) (\d+)\]/g, " $1$2 ")
      .replace(/(?:[A-Za-z]:)?(?:[\\/][\w.+@ -]+){2,}[\\/]?/g, " ") // paths
      .replace(/\b(psm|wnsm)_\w+/g, "$1_") // names of shared memory
      .replace(/\b(?:Fork|Spawn|ForkServer)(?=(?:Pool)?(?:Worker|Process)\b)/g, "");
  }

  /** A line: its type of error, and its words, each with what is known of it.

      `name`: it stands where names do, and may be the reader's; `module`: it stands
      before the type, and says little. */
  function take(text) {
    const line = clean(text);
    const error = TYPE.exec(line);
    const start = error ? error.index : 0;
    const end = error ? error.index + error[0].length - error[2].length : 0;
    const inside = [...line.matchAll(/'[^']*'|<[^>]*>/g)];
    const words = new Map();
    for (const match of line.matchAll(/[A-Za-z_]\w*/g)) {
      const word = match[0].toLowerCase();
      if (COMMON.has(word)) continue;
      const at = match.index;
      const name =
        inside.some((part) => at >= part.index && at < part.index + part[0].length) ||
        /^(?:\.__|\()/.test(line.slice(at + match[0].length));
      const module = at >= start && at < end;
      const before = words.get(word);
      words.set(word, {
        name: name && (!before || before.name),
        module: module && (!before || before.module),
      });
    }
    return { words, type: error ? error[2].toLowerCase() : "" };
  }

  /** A pasted text: its lines that may hold an error, and the names in its frames. */
  function read(text) {
    const lines = [];
    const frames = new Set();
    const seen = new Set();
    let frameAt = -1; // the margin of the last frame; what is further in is its code
    let apart = true; // from the line before
    for (const raw of text.replace(COLOUR, "").split(/\r\n?|\n/)) {
      const margin = MARGIN.exec(raw)[0].length;
      const line = raw.slice(margin).trim();
      const frame = FRAME.exec(line);
      if (frame) frameAt = margin;
      else if (margin <= frameAt) frameAt = -1;
      if (frameAt >= 0) {
        const names = frame ? frame[1] || "" : line;
        for (const [name] of names.matchAll(/\w+/g)) frames.add(name);
        apart = true;
        continue;
      }
      if (NOISE.test(line)) {
        apart = true;
        continue;
      }
      const taken = take(line);
      const key = [...taken.words.keys()].join(" ");
      if (!taken.words.size || seen.has(key)) continue; // the same error again
      seen.add(key);
      lines.push({ ...taken, apart });
      apart = false;
    }
    return { lines: lines.slice(-LAST), frames };
  }

  /** What comparing needs to know of the entries: {entry, texts, all}, and weights.

      An entry is {id, lines, frames, follows}; its lines are texts without the names of
      the program that was run. A word weighs more the fewer entries have it. */
  function prepare(entries) {
    const holders = new Map();
    const prepared = entries.map((entry, place) => {
      const texts = entry.lines.map((text) => ({
        ...take(text),
        open: /\w: …$/.test(text.trim()), // any message will do
      }));
      const all = new Set(texts.flatMap((text) => [...text.words.keys()]));
      for (const word of all) holders.set(word, (holders.get(word) || 0) + 1);
      return { entry, place, texts, all };
    });
    const weight = (word, { module }) =>
      Math.log(1 + entries.length / (holders.get(word) || 0.5)) *
      (module || PYTHON.has(word) ? 0.2 : 1);
    return { prepared, holders, weight };
  }

  /** How well a line, or a few that were one, fits an entry.

      Gives the score, the entry's texts that were found, and how much of the best one. */
  function compare(line, one, { holders, weight }) {
    const gains = new Map(); // word of the line -> how much of a text with it was found
    const fits = [];
    let total = 0;
    let foreign = 0;
    let whole = 0;
    let strange = false; // a name stands in the line that no entry has
    for (const [word, known] of line.words) {
      if (known.name && !holders.has(word)) {
        strange = true;
        continue;
      }
      const worth = weight(word, known);
      total += worth;
      if (!one.all.has(word) && word !== line.type) {
        foreign += holders.has(word) ? worth : worth * 0.6;
      }
    }
    const long = [...line.words.values()].filter((known) => !known.module).length > 2;
    one.texts.forEach((text, number) => {
      let wanted = 0;
      let found = 0;
      let shared = 0;
      let said = 0; // of what was found, neither names nor the type
      let other = false; // the text has a name that isn't in the line
      for (const [word, known] of text.words) {
        const worth = weight(word, known);
        wanted += worth;
        if (!line.words.has(word)) {
          other = other || known.name;
          continue;
        }
        found += worth;
        shared += 1;
        if (!known.name && (word !== text.type || holders.get(word) === 1)) said += worth;
      }
      if (strange && other) {
        // the same is said of another thing: then it must be something special
        found = said;
        if (holders.get(text.type) > 1) wanted -= weight(text.type, {});
      }
      let part = wanted ? found / wanted : 0;
      // a part of a text: all that was pasted is in it
      if (part < LIKELY && shared > 2 && found > 0.8 * total) part = LIKELY;
      if (part < LIKELY) return;
      if (text.type && line.type && text.type !== line.type) part *= 0.6;
      const bare = [...text.words].every(([word, known]) => known.module || word === text.type);
      if (bare && long && !text.open) return; // a bare type stands for no message of it
      if (text.open) foreign *= 0.3;
      if (part >= SURE) fits.push(number);
      if (!text.type || line.words.has(text.type)) whole = Math.max(whole, part);
      for (const word of text.words.keys()) {
        if (line.words.has(word)) gains.set(word, Math.max(gains.get(word) || 0, part));
      }
    });
    let score = 0;
    for (const [word, part] of gains) score += weight(word, line.words.get(word)) * part * part;
    if (total) score *= 1 - 0.7 * (foreign / total);
    return { score, fits, whole };
  }

  /** Several lines as one: a terminal or a mail has broken a long one. */
  function joined(lines) {
    const words = new Map(lines.flatMap((line) => [...line.words]));
    return { words, type: lines[0].type };
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
    // each line, and each two and three of them as one, compared with each entry
    const parts = [[]]; // by the number of lines up to their end
    for (let end = 1; end <= lines.length; end += 1) {
      parts[end] = [];
      for (let size = 1; size <= Math.min(3, end); size += 1) {
        const some = lines.slice(end - size, end);
        if (some.slice(1).some((line) => line.apart)) break;
        const line = size === 1 ? some[0] : joined(some);
        const got = index.prepared.map((one) => compare(line, one, index));
        const best = Math.max(...got.map((one) => one.score));
        if (!best) continue;
        parts[end].push({ start: end - size, end, got, best, worth: importance(some[0]) });
      }
    }
    const found = [];
    index.prepared.forEach(({ entry, place }, number) => {
      // the best way to take the lines: one by one, in twos, in threes
      const ways = [{ score: 0, taken: [] }];
      for (let end = 1; end <= lines.length; end += 1) {
        ways[end] = ways[end - 1];
        for (const part of parts[end]) {
          const { score } = part.got[number];
          if (!score) continue;
          // a line that another entry fits better counts less here
          const before = ways[part.start];
          const sum = before.score + ((score * score) / part.best) * part.worth;
          // two lines that fit are not one
          if (sum > ways[end].score * (end - part.start === 1 ? 1 : 1.1)) {
            ways[end] = { score: sum, taken: [...before.taken, part] };
          }
        }
      }
      let { score } = ways[lines.length];
      if (score < ENOUGH) return;
      const { taken } = ways[lines.length];
      if (entry.frames.some((frame) => frames.has(frame))) score *= 1.5;
      const fits = new Set(taken.flatMap((part) => part.got[number].fits));
      const sure = taken.filter((part) => part.got[number].whole >= SURE);
      found.push({ id: entry.id, score, fits: [...fits], place, entry, taken, sure });
    });
    // what only follows another error gives way to it
    for (const one of found.filter((other) => other.entry.follows)) {
      const covered = new Set(one.taken.map((part) => part.end));
      one.late = found.some(
        (other) => !other.entry.follows && other.sure.some((part) => !covered.has(part.end))
      );
    }
    found.sort(
      (a, b) => Boolean(a.late) - Boolean(b.late) || b.score - a.score || a.place - b.place
    );
    return found
      .filter((one) => one.late || one.score >= CLOSE * found[0].score)
      .slice(0, MOST)
      .map(({ id, score, fits }) => ({ id, score, fits }));
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
