// The list beside the content, the filter, what is picked, and which view the address names.

const linkTo = experiment => `#/experiment/${encodeURIComponent(experiment.name)}`;

function matches(experiment) {
  return filter.value.toLowerCase().split(/\s+/).every(word => experiment.words.includes(word));
}

const linkToMatrix = matrix => `#/matrix/${encodeURIComponent(matrix)}`;

const items = [];

function listItem(experiment) {
  const box = h('input', { type: 'checkbox', 'aria-label': `Pick ${experiment.name} to compare`, onchange: () => { box.checked ? picked.add(experiment) : picked.delete(experiment); showPicked(); } });
  const link = h('a', { href: linkTo(experiment), title: experiment.name }, experiment.name);
  const item = h('li', { class: experiment.overridden.length ? 'run' : '' }, box, link);
  items.push({ experiment, box, link, item });
  return item;
}

const listItems = ({ experiment, runs }) => [experiment, ...runs].map(listItem);

const groups = [];
document.getElementById('names').append(...tree(experiments).flatMap(node => {
  if (!node.matrix) return listItems(node);
  const link = h('a', { href: linkToMatrix(node.matrix) }, 'Beside each other');
  const fold = h('details', { open: node.cells.length <= most }, h('summary', { title: node.matrix }, h('span', {}, node.matrix), h('span', { class: 'soft' }, grouped(node.cells.length))),
    h('ul', { class: 'inner', 'aria-label': `Cells of ${node.matrix}` }, h('li', { class: 'all' }, link), node.cells.flatMap(listItems)));
  const item = h('li', { class: 'group' }, fold);
  groups.push({ matrix: node.matrix, link, fold, item, members: items.filter(one => fold.contains(one.item)) });
  return [item];
}));

function showPicked() {
  const button = document.getElementById('compare');
  button.disabled = picked.size < 2 || picked.size > most;
  button.textContent = picked.size > most ? `Pick at most ${most} (now ${picked.size})` : picked.size ? `Compare ${picked.size}` : 'Compare';
  for (const { experiment, box } of items) box.checked = picked.has(experiment);
}

function showFiltered() {
  let count = 0;
  const runs = experiments.length - own.length;
  const all = plural(own.length, 'experiment') + (runs ? ` and ${plural(runs, 'overridden run')}` : '');
  for (const { experiment, item } of items) { item.hidden = !matches(experiment); count += item.hidden ? 0 : 1; }
  for (const { fold, item, members } of groups) {
    item.hidden = members.every(member => member.item.hidden);
    if (filter.value.trim()) fold.open = true;
  }
  document.getElementById('count').textContent = count === experiments.length ? all : `${grouped(count)} of ${all}`;
}

filter.addEventListener('input', () => { showFiltered(); if (document.body.classList.contains('overview')) overview(); });
document.getElementById('compare').addEventListener('click', () => {
  location.hash = `#/compare/${experiments.filter(experiment => picked.has(experiment)).map(experiment => encodeURIComponent(experiment.name)).join(',')}`;
});
document.getElementById('pick-shown').addEventListener('click', () => { experiments.filter(matches).forEach(experiment => picked.add(experiment)); showPicked(); });
document.getElementById('pick-none').addEventListener('click', () => { picked.clear(); showPicked(); });
document.getElementById('skip').addEventListener('click', () => main.focus());

function route(first) {
  const [, view, names] = location.hash.split('/');
  const list = names ? names.split(',').map(name => byName.get(decoded(name))).filter(Boolean) : [];
  const one = view === 'experiment' ? list[0] : null, several = view === 'compare' && list.length > 1;
  const matrix = view === 'matrix' && groups.some(group => group.matrix === decoded(names)) ? decoded(names) : null;
  zoom.close();
  document.body.classList.toggle('overview', !one && !several && matrix === null);
  if (one) experimentView(one);
  else if (several) { picked.clear(); list.slice(0, most).forEach(experiment => picked.add(experiment)); compareView(list.slice(0, most)); }
  else if (matrix !== null) matrixView(matrix);
  else overview();
  showPicked();
  const mark = (link, isHere) => isHere ? link.setAttribute('aria-current', 'page') : link.removeAttribute('aria-current');
  for (const { experiment, link } of items) mark(link, experiment === one);
  for (const group of groups) {
    mark(group.link, group.matrix === matrix);
    if (group.matrix === matrix || group.members.some(({ experiment }) => experiment === one)) group.fold.open = true;
  }
  document.title = one || matrix !== null ? `${one?.name ?? matrix} – Repro report` : several ? `${list.length} experiments – Repro report` : 'Repro report';
  if (!first) { main.focus({ preventScroll: true }); window.scrollTo(0, 0); }
}

window.addEventListener('hashchange', () => route(false));
showFiltered();
route(true);
