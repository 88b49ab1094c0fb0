function curvesOf(experiment) {
  const { curves } = detailsOf(experiment);
  return { x: curves.epoch, names: Object.keys(curves).filter(name => name !== 'epoch'), of: name => curves[name].map(number) };
}

function experimentView(experiment) {
  const data = detailsOf(experiment);
  const curves = curvesOf(experiment);
  const terms = curves.names.filter(name => name !== 'learning rate');
  const fact = (name, value) => h('div', {}, h('dt', {}, name), h('dd', {}, value));
  const sections = [];
  if (curves.x.length) {
    const lines = terms.map((name, i) => ({ name, x: curves.x, y: curves.of(name), mark: i }));
    const charts = [];
    const loss = chart({ title: `Loss of ${experiment.name}`, series: lines, controls: scaleChoice(() => charts.forEach(one => one.redraw())) });
    charts.push(loss);
    const parts = [loss];
    if (curves.names.includes('learning rate')) {
      const rate = chart({ title: `Learning rate of ${experiment.name}`, series: [{ name: 'learning rate', x: curves.x, y: curves.of('learning rate'), mark: 5 }], height: 170 });
      charts.push(rate);
      parts.push(h('h3', {}, 'Learning rate'), rate);
    }
    if (data.epochs_left_out) parts.push(h('p', { class: 'lead' }, `${plural(data.epochs_left_out, 'epoch')} left out of the curves to keep this file small; losses.csv has all.`));
    parts.push(numbersTable(`The numbers of ${plural(curves.x.length, 'epoch')}`, ['epoch', ...curves.names], () => curves.x.map((x, i) => [x, ...curves.names.map(name => data.curves[name][i])])));
    sections.push(h('section', { id: 'losses' }, h('h2', {}, 'Losses'), parts));
  }
  const epochs = capturedEpochs([experiment]);
  if (epochs.length) {
    const grid = h('div', { class: 'pictures' });
    const walk = player(experiment, data.image);
    const kinds = [...new Set(experiment.pictures.map(picture => picture.kind))];
    const slider = epochSlider(epochs, 'Captured epoch', epoch => {
      const of = kind => experiment.pictures.find(picture => picture.epoch === epoch && picture.kind === kind);
      grid.replaceChildren(...kinds.map(kind => figure(experiment, of(kind), kind, what[kind])));
      walk.show(of('interpolation'));
    });
    slider.update();
    sections.push(h('section', { id: 'pictures' }, h('h2', {}, 'Pictures'), epochs.length > 1 ? slider.row : h('p', { class: 'lead' }, `After epoch ${epochs[0]}.`), grid,
      experiment.pictures.some(picture => picture.kind === 'interpolation') ? [h('h3', { class: 'walk' }, 'Walk between two images'), walk] : null));
  }
  if (experiment.source !== 'none') sections.push(h('section', { id: 'map' }, h('h2', {}, 'Map of the latent space'), experiment.map ? mapPlayer(experiment, data.image)
    : h('p', { class: 'lead' }, `It is drawn from the weights of a finished run, which are not here. Make them with: repro run ${experiment.experiment}`)));
  if (experiment.source !== 'none') sections.push(h('section', { id: 'metrics' }, h('h2', {}, 'Metrics'), metricsOf(experiment)));
  sections.push(
    h('section', { id: 'network' }, h('h2', {}, 'Network'), network(experiment, data.network)),
    h('section', { id: 'specification' }, h('h2', {}, 'Specification'),
      h('p', { class: 'lead' }, 'What experiments.yaml says, everything inherited written out. With a first line “version: 1” it is a file of this experiment alone.',
        experiment.overridden.length ? ` This run had ${overriddenText(experiment)}.` : null), yaml(data.specification)),
    h('section', { id: 'provenance' }, h('h2', {}, 'Provenance'), h('div', { class: 'scroll' }, h('table', {}, h('tbody', {}, [
      ['Results', { run: 'a finished run', lock: 'what is locked', none: 'none' }[experiment.source]],
      ['Lock', lockText(experiment)],
      ['Specification', data.hashes.spec, true],
      ['Images', data.hashes.data, true],
      ['Final weights', data.hashes.weights, true],
      ['Engine', data.engine],
      ['Machine', data.machine],
      ['Finished', data.finished],
      ['Training took', experiment.seconds == null ? null : duration(experiment.seconds)],
    ].filter(row => row[1] != null).map(([name, value, hash]) => h('tr', {}, h('th', { scope: 'row' }, name), h('td', { class: hash ? 'hash' : '' }, value)))))),
      experiment.pictures.length ? numbersTable('Hashes of the pictures’ pixels', ['epoch', 'picture', 'SHA-256'], () => experiment.pictures.map(picture => [picture.epoch, picture.kind, picture.pixels])) : null,
      data.files.length ? numbersTable('Files of the run', ['file', 'bytes', 'SHA-256'], () => data.files.map(file => [file.path, file.bytes, file.sha256])) : null));
  const runs = experiments.filter(other => other.overridden.length && !experiment.overridden.length && other.experiment === experiment.experiment);
  main.replaceChildren(
    h('a', { class: 'back', href: '#/' }, '← All experiments'),
    h('div', { class: 'head' }, h('h1', {}, experiment.name), chip(experiment)),
    h('p', { class: 'lead' }, `A ${experiment.kind}, ${experiment.architecture}, trained on ${experiment.take == null ? 'all images' : plural(experiment.take, 'image')} of ${experiment.data}.`),
    experiment.cell ? h('p', { class: 'lead' }, 'A cell of ', h('a', { href: linkToMatrix(experiment.cell.matrix) }, experiment.cell.matrix), `: ${cellText(experiment)}.`) : '',
    experiment.overridden.length ? h('p', { class: 'lead' }, 'An overridden run of ', byName.has(experiment.experiment) ? h('a', { href: linkTo(byName.get(experiment.experiment)) }, experiment.experiment) : experiment.experiment, '.') : '',
    runs.length ? h('p', { class: 'lead' }, runs.length === 1 ? 'Overridden run: ' : 'Overridden runs: ', runs.map((run, i) => [i ? ', ' : '', h('a', { href: linkTo(run) }, run.name)])) : '',
    experiment.note ? h('p', { class: `remark ${experiment.lock.replace(' ', '-')}` }, experiment.note) : '',
    h('dl', { class: 'facts' }, Object.entries(experiment.final).map(([name, value]) => fact(`Final ${name}`, shown(value))),
      fact('Epochs', grouped(experiment.epochs)), fact('Seed', shown(experiment.seed)), fact('Parameters', grouped(experiment.parameters)), experiment.seconds == null ? null : fact('Training', duration(experiment.seconds))),
    ...sections);
}
