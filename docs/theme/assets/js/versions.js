// The form on the page of versions: which changes and which bugs a version has. What
// it knows stands in the table's rows, so that there is nothing else to keep right.
// Ranges mean what they mean to Python's packaging.specifiers, pre-releases included;
// tests/test_versions.py holds the two against each other.
"use strict";

const VERSION =
  /^(?:python\s*)?v?(\d{1,3})\.(\d{1,3})(?:\.(\d{1,3}))?(?:(a|b|rc)(\d{1,3}))?\+?$/i;

// "3.13.11" -> {release: [3, 13, 11], pre: false, ...}; null for anything else
function parse(text) {
  const given = text.normalize("NFKC").replace(/。/g, ".").trim();
  const found = VERSION.exec(given);
  if (!found) return null;
  const [, major, minor, patch, stage, number] = found;
  return {
    release: [Number(major), Number(minor), Number(patch || 0)],
    pre: stage !== undefined,
    patch: patch !== undefined,
    stage: stage ? stage.toLowerCase() + Number(number) : "",
  };
}

function name(version) {
  return version.release.join(".") + version.stage;
}

// a pre-release comes before its release; the table names none, so that two of them
// needn't be told apart
function rank(version) {
  return [...version.release, version.pre ? 0 : 1];
}

function compare(one, other) {
  const [mine, its] = [rank(one), rank(other)];
  const at = mine.findIndex((part, index) => part !== its[index]);
  return at < 0 ? 0 : mine[at] < its[at] ? -1 : 1;
}

function sameRelease(one, other) {
  return one.release.every((part, index) => part === other.release[index]);
}

const HOLDS = {
  ">=": (order) => order >= 0,
  "<=": (order) => order <= 0,
  ">": (order) => order > 0,
  "<": (order) => order < 0,
  "==": (order) => order === 0,
  "!=": (order) => order !== 0,
};

// whether all clauses of a range hold: ">=3.11,<3.13.15"
function within(version, range) {
  return range.split(",").every((clause) => {
    const [, operator, text] = /^\s*(>=|<=|==|!=|>|<)\s*(\S+)\s*$/.exec(clause);
    const bound = parse(text);
    // below 3.14 is below all of it: its pre-releases don't count
    if (operator === "<" && version.pre && sameRelease(version, bound)) {
      return false;
    }
    return HOLDS[operator](compare(version, bound));
  });
}

function affects(ranges, version) {
  return ranges.some((range) => within(version, range));
}

// whether a version has a change: its branch got it by then, or is newer than all
function has(releases, version) {
  if (!releases.length) return false;
  const given = releases.map(parse);
  const own = given.find((release) => release.release[1] === version.release[1]);
  return compare(version, own || given[given.length - 1]) >= 0;
}

function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (all, key) => (key in values ? values[key] : all));
}

function begin(box) {
  const form = box.querySelector("form");
  const input = form.querySelector("input");
  const said = box.querySelector("[role=status]");
  const found = box.querySelector(".affected-found");
  const words = JSON.parse(form.dataset.words);
  const rows = [...document.querySelectorAll("table.versions tr[data-kind]")];

  function isBug(row) {
    return row.dataset.affected !== "";
  }

  function list(title, some, open) {
    const details = document.createElement("details");
    details.className = "api-more affected-list";
    details.open = open && some.length > 0;
    const summary = document.createElement("summary");
    summary.textContent = fill(title, { n: some.length });
    const items = document.createElement("ul");
    for (const row of some) {
      const item = document.createElement("li");
      for (const node of row.querySelector(".versions-text").childNodes) {
        item.append(node.cloneNode(true));
      }
      const link = document.createElement("a");
      link.href = "#" + row.id;
      link.textContent = row.cells[0].textContent;
      if (isBug(row)) {
        // that it is fixed holds for later versions, not for this one
        item.querySelector(".api-tags span").remove();
        const releases = row.cells[0].textContent;
        link.textContent = row.dataset.versions
          ? fill(words["mended in"], { releases })
          : words["not fixed"];
      }
      item.append(" ", link);
      items.append(item);
    }
    details.append(summary, items);
    return details;
  }

  function look(event) {
    event.preventDefault();
    found.replaceChildren();
    const version = parse(input.value);
    const python3 = version !== null && version.release[0] === 3;
    input.setAttribute("aria-invalid", version === null ? "true" : "false");
    if (version === null) {
      said.textContent = fill(words["no version"], { given: input.value.trim() });
      input.focus();
      return;
    }
    const { first, last } = form.dataset;
    const values = { version: name(version), first, last };
    const minor = (text) => parse(text).release[1];
    if (version.release[0] < 3 || (python3 && version.release[1] < minor(first))) {
      said.textContent = fill(words["version too old"], values);
      return;
    }
    const releases = (row) => row.dataset.versions.split(" ").filter(Boolean);
    const later = !python3 || version.release[1] > minor(last);
    const bugs = later
      ? []
      : rows.filter((row) => isBug(row) && affects(row.dataset.affected.split("|"), version));
    const changes = rows.filter((row) => !isBug(row));
    const here = changes.filter((row) => !python3 || has(releases(row), version));
    const missing = changes.filter((row) => !here.includes(row));
    const parts = [];
    if (later) {
      parts.push(fill(words["version too new"], values));
    } else {
      const counts = { bugs: bugs.length, has: here.length, lacks: missing.length };
      parts.push(fill(words["version summary"], { ...values, ...counts }));
      if (version.pre) parts.push(words["version pre-release"]);
      else if (!version.patch) parts.push(fill(words["version without patch"], values));
      found.append(
        list(words["bugs it has"], bugs, true),
        list(words["changes it lacks"], missing, false),
        list(words["changes it has"], here, false)
      );
    }
    said.textContent = parts.join(" ");
  }

  form.addEventListener("submit", look);
  box.querySelector(".affected-without").hidden = true;
  form.hidden = false;
}

if (typeof document !== "undefined") {
  document.querySelectorAll(".affected").forEach(begin);
} else {
  module.exports = { affects, has, name, parse, within };
}
