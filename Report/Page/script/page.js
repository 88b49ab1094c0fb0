// The list beside the content, the filter, what is picked, and which view the address names.

const linkTo = experiment => `#/experiment/${encodeURIComponent(experiment.name)}`;

function matches(experiment) {
  return filter.value.toLowerCase().split(/\s+/).every(word => experiment.words.includes(word));
}

const items = experiments.map(experiment => {
  const box = h('input', { type: 'checkbox', 'aria-label': `Pick ${experiment.name} to compare`, onchange: () => { box.checked ? picked.add(experiment) : picked.delete(experiment); showPicked(); } });
  const link = h('a', { href: linkTo(experiment), title: experiment.name }, experiment.name);
  return { experiment, box, link, item: h('li', {}, box, link) };
});
document.getElementById('names').append(...items.map(({ item }) => item));

function showPicked() {
  const button = document.getElementById('compare');
  button.disabled = picked.size < 2 || picked.size > most;
  button.textContent = picked.size > most ? `Pick at most ${most} (now ${picked.size})` : picked.size ? `Compare ${picked.size}` : 'Compare';
  for (const { experiment, box } of items) box.checked = picked.has(experiment);
}

function showFiltered() {
  let count = 0;
  for (const { experiment, item } of items) { item.hidden = !matches(experiment); count += item.hidden ? 0 : 1; }
  document.getElementById('count').textContent = count === experiments.length ? plural(count, 'experiment') : `${grouped(count)} of ${plural(experiments.length, 'experiment')}`;
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
  const list = names ? names.split(',').map(name => byName.get(decodeURIComponent(name))).filter(Boolean) : [];
  const one = view === 'experiment' ? list[0] : null, several = view === 'compare' && list.length > 1;
  zoom.close();
  document.body.classList.toggle('overview', !one && !several);
  if (one) experimentView(one);
  else if (several) { picked.clear(); list.slice(0, most).forEach(experiment => picked.add(experiment)); compareView(list.slice(0, most)); }
  else overview();
  showPicked();
  for (const { experiment, link } of items) experiment === one ? link.setAttribute('aria-current', 'page') : link.removeAttribute('aria-current');
  document.title = one ? `${one.name} – Repro report` : several ? `${list.length} experiments – Repro report` : 'Repro report';
  if (!first) { main.focus({ preventScroll: true }); window.scrollTo(0, 0); }
}

window.addEventListener('hashchange', () => route(false));
showFiltered();
route(true);
