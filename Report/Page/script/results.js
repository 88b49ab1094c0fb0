// What the page shows, and what of it is picked.

const index = JSON.parse(document.getElementById('index').textContent);
const experiments = index.experiments.map((experiment, i) => ({ ...experiment, i, words: words(experiment) }));
const own = experiments.filter(experiment => !experiment.overridden.length);
const byName = new Map(experiments.map(experiment => [experiment.name, experiment]));
const picked = new Set();
const most = 12;
const main = document.getElementById('main');
const filter = document.getElementById('filter');
const order = { key: '', ascending: true };
let scale = 'log';

function words(experiment) {
  return [experiment.name, experiment.architecture, experiment.kind, experiment.data, lockText(experiment), cellText(experiment)].join(' ').toLowerCase();
}

function lockText(experiment) {
  return experiment.source === 'none' && experiment.lock === 'not locked' ? 'no results'
    : { same: 'matches its lock', different: 'differs from its lock', 'not locked': 'not locked', 'not compared': 'locked, no run here', damaged: 'damaged lock', overridden: 'overridden' }[experiment.lock];
}

function cellText(experiment) {
  return Object.entries(experiment.cell?.values ?? {}).map(([key, value]) => `${key} ${value}`).join(', ');
}

const overriddenText = experiment => experiment.overridden.map(({ setting, value, in_file }) => `${setting} ${value} in place of ${in_file}`).join(', ');

/** Experiments in their order: those of a matrix together where its first stands, and each followed by its overridden runs. */
function tree(list) {
  const nodes = [], matrices = new Map(), runs = new Map();
  for (const experiment of list.filter(one => !one.overridden.length)) {
    const node = { experiment, runs: [] };
    runs.set(experiment.experiment, node.runs);
    if (!experiment.cell) { nodes.push(node); continue; }
    const { matrix } = experiment.cell;
    if (!matrices.has(matrix)) {
      matrices.set(matrix, []);
      nodes.push({ matrix, cells: matrices.get(matrix) });
    }
    matrices.get(matrix).push(node);
  }
  for (const experiment of list.filter(one => one.overridden.length)) {
    if (runs.has(experiment.experiment)) runs.get(experiment.experiment).push(experiment);
    else nodes.push({ experiment, runs: [] });
  }
  return nodes;
}

function chip(experiment) {
  const sign = { same: '✓', different: '≠', 'not locked': '○', 'not compared': '◇', damaged: '!', overridden: '△' }[experiment.lock];
  return h('span', { class: `chip ${experiment.lock.replace(' ', '-')}` }, h('span', { 'aria-hidden': 'true' }, sign), lockText(experiment));
}

const details = new Map();

function detailsOf(experiment) {
  if (!details.has(experiment.i)) details.set(experiment.i, JSON.parse(document.getElementById(`experiment-${experiment.i}`).textContent));
  return details.get(experiment.i);
}

function source(picture) {
  const data = document.getElementById(`picture-${picture.pixels}`);
  return data ? `data:image/png;base64,${data.textContent}` : null;
}

const capturedEpochs = list => [...new Set(list.flatMap(experiment => experiment.pictures.map(picture => picture.epoch)))].sort((a, b) => a - b);
