// Runs spawnsafe/check.py in Pyodide, off the page's own thread.
//
// In:  {load: {pyodide, checker, modules}}, then {source, language}
// Out: {loaded: bytes}, {ready: true}, {result: {...}}, {failed: text}, {deep: true}

// What Python is asked: bytes come from a file, text from the page.
const EXAMINE = `
import json
import sys

sys.path.insert(0, "/check")
import check


def examine(source, language):
    if not isinstance(source, str):
        source = source.to_bytes()
    try:
        findings = check.check(source)
    except check.Unreadable as error:
        return json.dumps({
            "problem": error.problem[language],
            "remedy": error.remedy[language],
            "line": error.line,
        })
    return json.dumps({"findings": [{
        "rule": one.rule.id,
        "name": one.rule.name,
        "level": one.rule.level,
        "line": one.line,
        "column": one.column,
        "endLine": one.end_line,
        "endColumn": one.end_column,
        "message": one.message(language),
        "remedy": one.remedy(language),
        "page": one.page,
    } for one in findings]})


examine
`;

let examine;
let loaded = 0;

function count(bytes) {
  loaded += bytes;
  postMessage({ loaded });
}

function fail(error) {
  postMessage({ failed: String(error?.message ?? error) });
}

// Pyodide fetches its parts itself and waits for ever for one that doesn't come.
const plain = self.fetch.bind(self);
self.fetch = async (...request) => {
  try {
    const response = await plain(...request);
    if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
    const counter = new TransformStream({
      transform(chunk, controller) {
        count(chunk.byteLength);
        controller.enqueue(chunk);
      },
    });
    const { status, statusText, headers } = response;
    const body = response.body.pipeThrough(counter);
    return new Response(body, { status, statusText, headers });
  } catch (error) {
    fail(error);
    throw error;
  }
};

async function load({ pyodide: folder, checker, modules }) {
  const checks = plain(checker).then((response) => {
    if (!response.ok) throw new Error(`${checker}: ${response.status}`);
    return response.text();
  });
  // Modules come by import(), not by fetch(): each counts when it has come. What is
  // imported here, Pyodide needn't load again.
  const imported = await Promise.all(
    Object.entries(modules).map(async ([name, bytes]) => {
      const module = await import(folder + name);
      count(bytes);
      return module;
    }),
  );
  const { loadPyodide } = imported.find((module) => module.loadPyodide);
  const python = await loadPyodide({ indexURL: folder });
  python.FS.mkdirTree("/check");
  python.FS.writeFile("/check/check.py", await checks);
  examine = python.runPython(EXAMINE);
}

self.onmessage = async ({ data }) => {
  try {
    if (data.load) {
      await load(data.load);
      postMessage({ ready: true });
    } else {
      postMessage({ result: JSON.parse(examine(data.source, data.language)) });
    }
  } catch (error) {
    // A script that nests deeply takes more than the browser's stack; Python can't go
    // on after that.
    if (examine && error instanceof RangeError) postMessage({ deep: true });
    else fail(error);
  }
};
