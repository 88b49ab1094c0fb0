function overview() {
  forgetUnseen();
  const shownNow = experiments.filter(matches);
  const terms = [...new Set(experiments.flatMap(experiment => Object.keys(experiment.final)))].slice(0, 4);
  const columns = [
    { name: 'Experiment', key: experiment => experiment.name },
    { name: 'Samples' },
    { name: 'Curve' },
    { name: 'Lock', key: lockText },
    ...terms.map(term => ({ name: term, key: experiment => number(experiment.final[term] ?? NaN), number: true })),
    { name: 'Architecture', key: experiment => experiment.architecture },
    { name: 'Images', key: experiment => experiment.take ?? Infinity, number: true },
    { name: 'Epochs', key: experiment => experiment.epochs, number: true },
    { name: 'Seed', key: experiment => experiment.seed, number: true },
  ];
  const by = columns.find(column => column.name === order.key);
  if (by) shownNow.sort((a, b) => compare(by.key(a), by.key(b)) * (order.ascending ? 1 : -1));
  const counts = state => own.filter(experiment => experiment.lock === state).length;
  const summary = [['same', 'match their lock'], ['different', 'differ from their lock'], ['not locked', 'not locked'], ['not compared', 'locked, without a run here'], ['damaged', 'with a damaged lock']]
    .filter(([state]) => counts(state)).map(([state, text]) => `${grouped(counts(state))} ${text}`).join(', ');
  const runs = experiments.length - own.length;
  const row = experiment => summaryRow(experiment, terms);
  const rows = ({ experiment, runs }) => [row(experiment), ...runs.map(row)];
  const bodies = [];
  for (const node of tree(shownNow)) {
    if (node.matrix) bodies.push(matrixRows(node, columns.length, rows));
    else if (bodies.at(-1)?.open) bodies.at(-1).rows.push(...rows(node));
    else bodies.push({ open: true, rows: rows(node) });
  }
  main.replaceChildren(
    h('h1', {}, 'Experiments'),
    h('p', { class: 'lead' }, `${plural(own.length, 'experiment')}: ${summary}. ${runs ? `Beside them, ${plural(runs, 'overridden run')}. ` : ''}Compared on the engine ${index.engine}.`),
    h('section', {}, h('div', { class: 'scroll' }, h('table', { class: 'experiments' }, h('caption', {}, 'With the numbers of the last epoch, its samples, and the curve of the loss.'),
      h('thead', {}, h('tr', {}, columns.map(column => h('th', { scope: 'col', class: column.number ? 'number' : '', 'aria-sort': column === by ? (order.ascending ? 'ascending' : 'descending') : null },
        column.key ? h('button', { type: 'button', onclick: () => sortBy(column.name) }, column.name) : column.name)))),
      bodies.map(body => body.open ? h('tbody', {}, body.rows) : body)))));
}

/** Which matrices are folded in the table; large ones are until somebody opens them. */
const folded = new Map();
const isFolded = (matrix, count) => !filter.value.trim() && (folded.get(matrix) ?? count > most);

/** A matrix in the table: a row that folds its cells and leads to its view, and a row for each. */
function matrixRows({ matrix, cells }, columns, rows) {
  const body = h('tbody', { class: 'matrix' });
  const draw = () => {
    const closed = isFolded(matrix, cells.length);
    const button = h('button', { type: 'button', class: 'fold', 'aria-expanded': String(!closed), onclick: () => { folded.set(matrix, !closed); draw().focus(); } },
      h('span', { 'aria-hidden': 'true' }, closed ? '▸' : '▾'), matrix);
    body.replaceChildren(h('tr', {}, h('th', { scope: 'rowgroup', colspan: columns },
      h('div', { class: 'row' }, button, h('span', { class: 'soft' }, `${plural(cells.length, 'cell')} of ${axesOf(cells.map(node => node.experiment)).map(axis => axis.key).join(' × ') || 'one value'}`),
        h('a', { href: linkToMatrix(matrix) }, 'Beside each other')))), ...closed ? [] : cells.flatMap(rows));
    return button;
  };
  draw();
  return body;
}

function compare(a, b) {
  return typeof a === 'string' ? (a < b ? -1 : a > b ? 1 : 0) : Number.isNaN(a) ? (Number.isNaN(b) ? 0 : 1) : Number.isNaN(b) ? -1 : a - b;
}

function sortBy(name) {
  order.ascending = order.key !== name || !order.ascending;
  order.key = name;
  overview();
  [...main.querySelectorAll('th button')].find(button => button.textContent === name)?.focus();
}

function summaryRow(experiment, terms) {
  const cell = (value, isNumber = true) => h('td', { class: isNumber ? 'number' : '' }, value);
  const curve = h('td', {}), samples = h('td', {});
  const row = h('tr', { class: experiment.overridden.length ? 'lazy run' : 'lazy' }, h('th', { scope: 'row' }, h('a', { href: linkTo(experiment) }, experiment.name)), samples, curve, h('td', {}, chip(experiment)),
    terms.map(term => cell(brief(experiment.final[term]))),
    cell(experiment.architecture, false), cell(shown(experiment.take ?? 'all')), cell(shown(experiment.epochs)), cell(shown(experiment.seed)));
  return whenSeen(row, () => {
    curve.append(spark(experiment) ?? '');
    const last = experiment.pictures.filter(picture => picture.kind === 'samples').at(-1);
    const url = last && source(last);
    if (url) samples.append(h('img', { class: 'thumb', decoding: 'sync', src: url, alt: `Samples of ${experiment.name} after epoch ${last.epoch}` }));
  });
}

function spark(experiment) {
  const { curves } = detailsOf(experiment);
  if (!curves.loss?.length) return null;
  const values = curves.loss.map(number), log = values.every(value => !(value <= 0));
  const [least, most] = range(values, log), of = value => log ? Math.log10(value) : value;
  const path = values.map((value, i) => canShow(value, log) ? `${i && canShow(values[i - 1], log) ? 'L' : 'M'}${(i / Math.max(values.length - 1, 1) * 110).toFixed(1)} ${(32 - (of(value) - of(least)) / (of(most) - of(least)) * 30).toFixed(1)}` : '').join('');
  return s('svg', { class: 'spark', viewBox: '0 0 110 34', preserveAspectRatio: 'none', role: 'img', 'aria-label': `Loss of ${experiment.name}` }, s('path', { d: path }));
}
