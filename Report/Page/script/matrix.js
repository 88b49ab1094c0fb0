// The cells of a matrix beside each other, by their axes.

const valueAt = (experiment, axis) => experiment.cell.values[axis.key] ?? '–';

/** What differs between cells, with its values in their order, and a short name. */
function axesOf(cells) {
  const keys = [...new Set(cells.flatMap(cell => Object.keys(cell.cell.values)))];
  const short = key => key.split('.').at(-1);
  return keys.map(key => ({ key, name: keys.filter(other => short(other) === short(key)).length > 1 ? key : short(key), values: [...new Set(cells.map(cell => cell.cell.values[key] ?? '–'))] }))
    .filter(axis => axis.values.length > 1);
}

function matrixView(matrix) {
  forgetUnseen();
  const cells = own.filter(experiment => experiment.cell?.matrix === matrix);
  const axes = axesOf(cells);
  const textOf = (cell, left = []) => axes.filter(axis => !left.includes(axis)).map(axis => `${axis.name} ${valueAt(cell, axis)}`).join(', ') || cell.name;
  const select = (options, value, change) => h('select', { onchange: change }, options.map(([key, text]) => h('option', { value: key, selected: key === value }, text)));
  const labelled = (text, control) => h('label', { class: 'row' }, h('span', {}, text), control);
  const axisAt = control => axes[control.value];
  const choices = axes.map((axis, i) => [String(i), axis.key]);

  // What the tables can show of a cell.
  const finals = [...new Set(cells.flatMap(cell => Object.keys(cell.final)))].map(name => ({ title: `Final ${name}`, of: cell => cell.final[name] }));
  const measured = metricNames(cells).map(name => ({ title: metricOf(name).title, head: () => metricTitle(name), of: cell => cell.measured[name] }));
  const numbers = [...finals, ...measured];

  const sections = [];
  const rows = select(choices, '0', () => { byAxes(); pictures?.(); });
  const columns = select([...choices, ['', 'none']], axes.length > 1 ? '1' : '', () => { byAxes(); pictures?.(); });
  const which = select(numbers.map(({ title }, i) => [String(i), title]), '0', () => byAxes());
  const table = h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'By axis' });
  let pictures = null;

  /** A number by one or two axes; over cells that differ in others, its mean and extremes. */
  function byAxes() {
    const { of, title } = numbers[which.value], row = axisAt(rows), column = columns.value === rows.value ? null : axisAt(columns);
    const cell = found => {
      const values = found.map(one => of(one)).filter(value => value != null).map(number);
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      return h('td', { class: 'number' }, found.length === 1 ? h('a', { href: linkTo(found[0]) }, brief(values[0])) : values.length ? brief(mean) : '–',
        values.length > 1 ? h('div', { class: 'soft' }, `${brief(Math.min(...values))} to ${brief(Math.max(...values))}, ${values.length} cells`) : null);
    };
    table.replaceChildren(h('table', { class: 'axes' }, h('caption', {}, `${title} by ${row.key}${column ? ` and ${column.key}` : ''}`),
      h('thead', {}, column ? [h('tr', {}, h('td', {}), h('th', { scope: 'colgroup', colspan: column.values.length, class: 'number' }, column.key))] : null,
        h('tr', {}, h('th', { scope: 'col' }, row.key), column ? column.values.map(value => h('th', { scope: 'col', class: 'number' }, value)) : h('th', { scope: 'col', class: 'number' }, title))),
      h('tbody', {}, row.values.map(value => {
        const here = cells.filter(one => valueAt(one, row) === value);
        return h('tr', {}, h('th', { scope: 'row' }, value), column ? column.values.map(other => cell(here.filter(one => valueAt(one, column) === other))) : cell(here));
      }))));
  }

  if (axes.length) {
    sections.push(h('section', { id: 'axes' }, h('h2', {}, 'By axis'),
      h('div', { class: 'row choices' }, labelled('Number', which), labelled('Rows', rows), axes.length > 1 ? labelled('Columns', columns) : null), numbers.length ? table : null));
    if (numbers.length) byAxes();
  }

  const all = cells.map(curvesOf);
  const terms = [...new Set(all.flatMap(curves => curves.names))];
  if (terms.length) {
    const area = h('div', {});
    const redraw = focus => { showCurves(); focus.focus({ preventScroll: true }); };
    const term = select(terms.map(name => [name, name]), terms[0], () => redraw(term));
    const colour = select([...choices, ['', 'cell']], cells.length > 8 && axes.length ? '0' : '', () => redraw(colour));
    let current = null;
    const showCurves = () => {
      const axis = axisAt(colour);
      const series = cells.map((cell, i) => {
        const has = all[i].names.includes(term.value);
        return { name: cell.name, group: axis ? `${axis.name} ${valueAt(cell, axis)}` : textOf(cell), mark: axis ? axis.values.indexOf(valueAt(cell, axis)) : i, x: has ? all[i].x : [], y: has ? all[i].of(term.value) : [] };
      });
      current = chart({ title: `${term.value} of the cells of ${matrix}`, series,
        controls: [labelled('Curve', term), labelled('Colour', colour), scaleChoice(() => current.redraw())] });
      area.replaceChildren(current);
    };
    showCurves();
    sections.push(h('section', { id: 'curves' }, h('h2', {}, 'Curves'), area));
  }

  const epochs = capturedEpochs(cells);
  if (epochs.length) {
    const grid = h('div', { class: 'cells' });
    const kind = select(kindsOf(cells).map(name => [name, name]), 'samples', () => pictures());
    const slider = epochSlider(epochs, 'Captured epoch', epoch => {
      const row = axes.length > 1 ? axisAt(rows) : null;
      const shelf = list => h('div', { class: `pictures of-${Math.max(3, list.length)}` }, list.map(cell => lazyFigure(cell, pictureOf(cell, kind.value, epoch), textOf(cell, [row]))));
      grid.replaceChildren(...row ? row.values.flatMap(value => [h('h3', {}, `${row.name} ${value}`), shelf(cells.filter(cell => valueAt(cell, row) === value))]) : [shelf(cells)]);
    });
    pictures = slider.update;
    slider.update();
    sections.push(h('section', { id: 'pictures' }, h('h2', {}, 'Pictures'), h('div', { class: 'row' }, labelled('Kind', kind), epochs.length > 1 ? slider.row : null), grid));
  }

  sections.push(h('section', { id: 'cells' }, h('h2', {}, 'All cells'), h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'All cells' }, h('table', {},
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Cell'), axes.map(axis => h('th', { scope: 'col', class: 'number' }, axis.name)), h('th', { scope: 'col' }, 'Lock'),
      numbers.map(({ title }) => h('th', { scope: 'col', class: 'number' }, title)))),
    h('tbody', {}, cells.map(cell => h('tr', {}, h('th', { scope: 'row' }, h('a', { href: linkTo(cell) }, cell.name)), axes.map(axis => h('td', { class: 'number' }, valueAt(cell, axis))),
      h('td', {}, chip(cell)), numbers.map(({ of }) => h('td', { class: 'number' }, brief(of(cell)))))))))));

  const values = axis => `${axis.key} (${axis.values.join(', ')})`;
  const why = measured.length ? '' : ` ${detailsOf(cells[0]).metrics_note}`;
  main.replaceChildren(h('a', { class: 'back', href: '#/' }, '← All experiments'), h('h1', {}, matrix),
    h('p', { class: 'lead' }, `${plural(cells.length, 'cell')} of a matrix${axes.length ? `: ${axes.map(values).join(', ')}` : ''}.${why}`), ...sections);
}
