// The page that checks a script: docs/*/checker/try.md. Nothing is loaded before the
// first click, and the script leaves neither the page nor its worker.

const box = document.querySelector(".checker");
const told = JSON.parse(box.dataset.checker);
const { words, files } = told;
const find = (name) => box.querySelector(`.checker-${name}`);
const source = find("source");
const button = find("start");
const progress = find("progress");
const status = find("status");
const results = find("results");

const address = (path) => new URL(path, document.baseURI).href;
const total = Object.values(files).reduce((sum, bytes) => sum + bytes, 0);
const modules = Object.fromEntries(
  Object.entries(files).filter(([name]) => name.endsWith(".mjs")),
);

let worker; // none before the first click, and after a failure
let timer;
let opened; // of the file that was opened: its bytes, and the text that the page got

function fill(text, fields) {
  return text.replace(/\{(\w+)\}/g, (_, name) => fields[name]);
}

function number(n, forms) {
  return n === 1 ? forms[0] : fill(forms[1], { n: n.toLocaleString(told.language) });
}

function megabytes(bytes) {
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return (bytes / 1e6).toLocaleString(told.language, digits);
}

function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

function limit(seconds, text) {
  clearTimeout(timer);
  timer = setTimeout(() => stop(fill(text, { seconds })), seconds * 1000);
}

function stop(problem, remedy = words.again) {
  worker?.terminate();
  worker = undefined;
  finish();
  tell(problem, remedy);
}

function finish() {
  clearTimeout(timer);
  progress.hidden = true;
  button.disabled = false;
}

function tell(problem, remedy, line) {
  status.textContent = "";
  const text = make("p", { className: "checker-problem" });
  if (line) text.append(place(line, 1, line, Infinity), words.colon);
  text.append(problem);
  results.replaceChildren(text, make("p", {}, `${words.remedy}${words.colon}${remedy}`));
}

function start() {
  results.replaceChildren();
  const text = source.value;
  if (!text.trim()) return tell(words.empty, words.paste);
  const given = opened?.text === text ? opened.bytes : text;
  const size = typeof given === "string" ? new Blob([given]).size : given.length;
  if (size > told.largest) {
    const fields = { size: megabytes(size), largest: megabytes(told.largest) };
    return tell(fill(words.large, fields), words.smaller);
  }
  button.disabled = true;
  if (worker) return ask(given);
  load(() => ask(given));
}

function load(then) {
  status.textContent = words.loading;
  progress.hidden = false;
  progress.max = total;
  progress.value = 0;
  limit(told.stalled, words.stalled);
  worker = new Worker(address(told.worker), { type: "module" });
  worker.onerror = (event) => {
    event.preventDefault();
    stop(fill(words.failed, { problem: event.message || told.worker }));
  };
  worker.onmessage = ({ data }) => {
    if (data.deep) {
      stop(words.deep, words.smaller);
    } else if (data.failed !== undefined) {
      stop(fill(words.failed, { problem: data.failed }));
    } else if (data.loaded !== undefined) {
      limit(told.stalled, words.stalled);
      progress.value = data.loaded;
      const fields = { loaded: megabytes(data.loaded), total: megabytes(total) };
      status.textContent = fill(
        data.loaded < total ? words.progress : words.starting,
        fields,
      );
    } else if (data.ready) {
      then();
    } else {
      show(data.result);
    }
  };
  const where = { pyodide: address(told.pyodide), checker: address(told.checker) };
  worker.postMessage({ load: { ...where, modules } });
}

function ask(given) {
  status.textContent = words.checking;
  limit(told.seconds, words.slow);
  worker.postMessage({ source: given, language: told.language });
}

function show(result) {
  finish();
  box.dataset.python = "ready";
  if (result.problem) return tell(result.problem, result.remedy, result.line);
  const found = result.findings.length;
  status.textContent = found ? number(found, words.findings) : words.clean;
  results.replaceChildren();
  if (!found) results.append(make("p", {}, words["clean means"]));
  else results.append(make("ol", {}, ...result.findings.map(entry)));
}

function entry(one) {
  const rule = make("a", { href: `${told.rules}#${one.rule.toLowerCase()}` });
  rule.append(`${one.rule} ${one.name}`);
  const head = make("p", { className: "checker-rule" });
  head.append(
    place(one.line, one.column, one.endLine, one.endColumn),
    " ",
    rule,
    ` ${words[one.level]}`,
  );
  const why = make("a", { href: link(one.page) }, words.page);
  const remedy = `${words.remedy}${words.colon}${one.remedy} `;
  return make(
    "li",
    { className: `checker-${one.level}` },
    head,
    make("p", {}, one.message),
    make("p", {}, remedy, why),
  );
}

// page.md#anchor below the language's folder -> the address from here
function link(page) {
  const [path, anchor] = page.split("#");
  const folder = path.replace(/(^|\/)index\.md$/, "$1").replace(/\.md$/, "/");
  return told.root + folder + (anchor ? `#${anchor}` : "");
}

// A button that shows a place in the script; columns count characters, not the units
// of a JavaScript string.
function place(line, column, endLine, endColumn) {
  const text = fill(words.line, { line });
  const pressed = () => {
    const lines = source.value.split("\n");
    const offset = (row, characters) => {
      const before = lines.slice(0, row - 1).reduce((sum, l) => sum + l.length + 1, 0);
      const inside = [...(lines[row - 1] ?? "")].slice(0, characters - 1).join("");
      return before + inside.length;
    };
    source.focus();
    source.setSelectionRange(offset(line, column), offset(endLine, endColumn));
    const height = source.scrollHeight / Math.max(lines.length, 1);
    source.scrollTop = Math.max(0, (line - 4) * height);
  };
  return make("button", {
    type: "button",
    className: "checker-place",
    textContent: text,
    onclick: pressed,
  });
}

function put(text, bytes) {
  source.value = text;
  opened = bytes && { bytes, text: source.value }; // line ends are now "\n"
  results.replaceChildren();
  status.textContent = "";
}

async function open(file) {
  if (!file) return;
  if (file.size > told.largest) {
    const size = megabytes(file.size);
    const fields = { size, largest: megabytes(told.largest) };
    return tell(fill(words.large, fields), words.smaller);
  }
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    put(new TextDecoder().decode(bytes), bytes);
  } catch (error) {
    tell(fill(words.unread, { problem: error.message }), words.paste);
  }
}

button.onclick = start;
find("example").onclick = () => put(told.example);
const chooser = find("file");
chooser.onchange = async () => {
  await open(chooser.files[0]);
  chooser.value = ""; // so that the same file can be opened again
};
find("off").hidden = true;
find("form").hidden = false;
