function yaml(text) {
  return h('pre', { tabindex: 0, role: 'region', 'aria-label': 'Specification' }, h('code', {}, text.split(/(?<=\n)/).map(line => {
    const found = /^(\s*(?:- )?)([\w-]+)(:.*\n?)$/s.exec(line);
    return found ? [found[1], h('span', { class: 'key' }, found[2]), found[3]] : line;
  })));
}

/** The lines of a specification as keys and values, for a comparison. */
function settingsOf(experiment) {
  const settings = new Map();
  const path = [];
  for (const line of detailsOf(experiment).specification.split('\n')) {
    const found = /^( *)(- )?(.*)$/s.exec(line);
    if (!found[3]) continue;
    const depth = (found[1].length + (found[2]?.length ?? 0)) / 2;
    const pair = /^([\w-]+):(?: (.*))?$/s.exec(found[3]);
    // Names of entries are what differs anyway.
    if (pair && !found[2] && depth <= 2) {
      path.length = depth;
      path[depth] = depth === 1 ? '' : pair[1];
      if (pair[2] !== undefined) settings.set(path.filter(Boolean).join('.'), pair[2]);
    } else {
      const key = path.filter(Boolean).join('.');
      settings.set(key, `${settings.has(key) ? `${settings.get(key)}\n` : ''}${found[3]}`);
    }
  }
  for (const { setting, value } of experiment.overridden) settings.set(`experiments.${setting}`, `${value} (overridden)`);
  return settings;
}
