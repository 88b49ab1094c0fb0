// What was measured: docs/metrics.md defines it.

const definitions = new Map(index.metrics.map(metric => [metric.name, metric]));
const metricOf = name => definitions.get(name) ?? { name, title: `${name}, evaluation mode`, unit: '', better: 'lower' };

/** The metrics that any of them has, in the order of their definitions, then losses. */
function metricNames(list) {
  const found = new Set(list.flatMap(experiment => Object.keys(experiment.measured)));
  return [...[...definitions.keys()].filter(name => found.has(name)), ...[...found].filter(name => !definitions.has(name))];
}

function metricTitle(name) {
  const { title, unit, better } = metricOf(name);
  const notes = [unit, better && `${better} is better`].filter(Boolean).join(', ');
  return h('th', { scope: 'row', class: 'metric' }, title, notes ? h('span', { class: 'soft' }, notes) : null);
}

const spread = ({ mean, standard_deviation }) => `${brief(mean)} ± ${brief(standard_deviation)}`;

/** The metrics of one experiment, over seeds, and beside the baseline. */
function metricsOf(experiment) {
  const { metrics, metrics_note } = detailsOf(experiment);
  if (!metrics) return h('p', { class: 'lead' }, metrics_note);
  const last = metrics.epochs.at(-1), several = metrics.seeds.length > 1, names = metricNames([experiment]);
  const columns = ['Metric', `Epoch ${last.epoch}`, ...several ? [`Mean ± deviation of ${metrics.seeds.length} seeds`, 'Least to most'] : [], ...metrics.baselines.map(baseline => baseline.name)];
  const notes = [
    `Of these weights, from ${metrics.file}.`,
    several ? `The spread is over ${metrics.seeds.length} runs, with the seeds ${metrics.seeds.join(', ')}.` : 'One seed was measured, so there is no spread.',
    ...metrics.baselines.map(({ name, components }) => `${name} is principal component analysis of the same images, with ${plural(components, 'component')}.`),
    metrics.neighbour_distance == null ? '' : `A training image is ${brief(metrics.neighbour_distance)} gray levels from the nearest other one, on average.`,
  ];
  return [
    h('p', { class: 'lead' }, notes.filter(Boolean).join(' ')),
    h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': `Metrics of ${experiment.name}` }, h('table', { class: 'metrics' },
      h('thead', {}, h('tr', {}, columns.map((column, i) => h('th', { scope: 'col', class: i ? 'number' : '' }, column)))),
      h('tbody', {}, names.map(name => {
        const number = last.numbers[name];
        return h('tr', {}, metricTitle(name), h('td', { class: 'number' }, brief(number.value)),
          several ? [h('td', { class: 'number' }, spread(number)), h('td', { class: 'number' }, `${brief(number.least)} to ${brief(number.most)}`)] : null,
          metrics.baselines.map(({ numbers }) => h('td', { class: 'number' }, brief(numbers[name]?.value ?? numbers[name]?.mean))));
      })))),
    metrics.epochs.length > 1 ? numbersTable('The metrics after each captured epoch', ['metric', ...metrics.epochs.map(({ epoch }) => `epoch ${epoch}`)],
      () => names.map(name => [metricOf(name).title, ...metrics.epochs.map(({ numbers }) => brief(numbers[name]?.value))])) : null,
  ];
}

/** The metrics of several experiments beside each other, and why some have none. */
function metricsBeside(list) {
  const all = list.map(detailsOf), names = metricNames(list);
  const missing = list.map((experiment, i) => all[i].metrics ? null : h('li', {}, h('b', {}, experiment.name), `: ${all[i].metrics_note}`)).filter(Boolean);
  return [
    names.length ? h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Metrics' }, h('table', { class: 'metrics' }, h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, ''), list.map(experiment => h('th', { scope: 'col', class: 'number' }, h('a', { href: linkTo(experiment) }, experiment.name))))),
      h('tbody', {}, names.map(name =>
      h('tr', {}, metricTitle(name), all.map(({ metrics }) => {
        const number = metrics?.epochs.at(-1).numbers[name];
        return h('td', { class: 'number' }, brief(number?.value), number && number.seeds > 1 ? h('div', { class: 'soft' }, spread(number)) : null);
      })))))) : null,
    missing.length ? h('ul', { class: 'notes' }, missing) : null,
  ];
}
