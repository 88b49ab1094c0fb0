function numbersTable(caption, columns, rows) {
  const box = h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption });
  return h('details', { ontoggle: event => {
    if (!event.target.open || box.firstChild) return;
    box.append(h('table', {}, h('caption', {}, caption),
      h('thead', {}, h('tr', {}, columns.map(column => h('th', { scope: 'col', class: 'number' }, column)))),
      h('tbody', {}, rows().map(cells => h('tr', {}, cells.map((cell, i) => h(i ? 'td' : 'th', { class: 'number', scope: i ? null : 'row' }, shown(cell))))))));
  } }, h('summary', {}, caption), box);
}
