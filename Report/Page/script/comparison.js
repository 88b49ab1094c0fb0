function compareView(list) {
  const all = list.map(curvesOf);
  const terms = [...new Set(all.flatMap(curves => curves.names))];
  const area = h('div', {});
  const choice = h('select', { onchange: () => { showChart(); choice.focus({ preventScroll: true }); } }, terms.map(term => h('option', { value: term }, term)));
  let current = null;
  function showChart() {
    const series = list.map((experiment, i) => ({ name: experiment.name, mark: i, x: all[i].names.includes(choice.value) ? all[i].x : [], y: all[i].names.includes(choice.value) ? all[i].of(choice.value) : [] }));
    current = chart({ title: `${choice.value} of ${list.map(experiment => experiment.name).join(', ')}`, series,
      controls: [h('label', { class: 'row' }, h('span', {}, 'Curve'), choice), scaleChoice(() => current.redraw())] });
    area.replaceChildren(current);
  }
  const heading = h('tr', {}, h('th', { scope: 'col' }, ''), list.map(experiment => h('th', { scope: 'col' }, h('a', { href: linkTo(experiment) }, experiment.name))));
  const rows = (pairs) => pairs.map(([name, values, isNumber]) => {
    const differs = new Set(values.map(String)).size > 1;
    return h('tr', {}, h('th', { scope: 'row' }, name), values.map(value => h('td', { class: `${differs && !isNumber ? 'changed' : ''}` }, value)));
  });
  const finals = [...new Set(list.flatMap(experiment => Object.keys(experiment.final)))];
  const settings = list.map(settingsOf);
  const differing = [...new Set(settings.flatMap(map => [...map.keys()]))].filter(key => new Set(settings.map(map => map.get(key))).size > 1);
  const sections = [];
  if (terms.length) {
    sections.push(h('section', {}, h('h2', {}, 'Curves'), area));
  }
  sections.push(
    h('section', { id: 'numbers' }, h('h2', {}, 'Numbers'), h('div', { class: 'scroll' }, h('table', {}, h('thead', {}, heading), h('tbody', {}, rows([
      ['Lock', list.map(chip)],
      ...finals.map(term => [`Final ${term}`, list.map(experiment => shown(experiment.final[term])), true]),
      ['Parameters', list.map(experiment => grouped(experiment.parameters)), true],
      ['Training', list.map(experiment => duration(experiment.seconds)), true],
    ]))))),
    h('section', { id: 'settings' }, h('h2', {}, 'Settings that differ'), differing.length === 0 ? h('p', { class: 'lead' }, 'None: only their names.')
      : h('div', { class: 'scroll' }, h('table', {}, h('thead', {}, heading.cloneNode(true)), h('tbody', {}, differing.map(key => h('tr', {}, h('th', { scope: 'row' }, key.replace(/^(experiments|data|architectures|blocks)\.(?=.)/, (whole, section) => section === 'experiments' ? '' : `${section}: `)),
        settings.map(map => h('td', { class: 'mono' }, map.get(key) ?? '–')))))))));
  if (list.some(experiment => experiment.source !== 'none')) sections.push(h('section', { id: 'metrics' }, h('h2', {}, 'Metrics'), metricsBeside(list)));
  const epochs = capturedEpochs(list);
  if (epochs.length) {
    const grid = h('div', { class: 'pictures' });
    const kind = h('select', { onchange: () => slider.update() }, kindsOf(list).map(name => h('option', { value: name }, name)));
    const slider = epochSlider(epochs, 'Captured epoch', epoch => grid.replaceChildren(...list.map(experiment =>
      figure(experiment, pictureOf(experiment, kind.value, epoch), experiment.name, kind.value === 'latent map' ? 'final weights' : `epoch ${epoch}`))));
    slider.update();
    sections.push(h('section', { id: 'pictures' }, h('h2', {}, 'Pictures'), h('div', { class: 'row' }, h('label', { class: 'row' }, h('span', {}, 'Kind'), kind), epochs.length > 1 ? slider.row : null), grid));
  }
  main.replaceChildren(h('a', { class: 'back', href: '#/' }, '← All experiments'), h('h1', {}, `${plural(list.length, 'experiment')} beside each other`),
    h('p', { class: 'lead' }, list.map(experiment => experiment.name).join(', ')), ...sections);
  if (terms.length) { showChart(); }
}
