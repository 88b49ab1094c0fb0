const minor = new Set(['relu', 'leaky_relu', 'elu', 'gelu', 'silu', 'tanh', 'sigmoid', 'softmax', 'softplus', 'identity', 'dropout', 'batch_norm', 'group_norm', 'layer_norm', 'flatten']);

function network(experiment, net) {
  const stages = [{ group: 'encoder', name: 'image', size: net.input, parameters: 0, notes: [] }];
  const add = (group, layers) => {
    for (const layer of layers) {
      const last = stages.at(-1);
      if (minor.has(layer.name) && last.group === group && last.name !== 'image') {
        last.notes.push(layer.name.replaceAll('_', ' '));
        last.parameters += layer.parameters;
        last.size = layer.output;
      } else {
        stages.push({ group, name: layer.name.replaceAll('_', ' '), size: layer.output, parameters: layer.parameters, notes: [] });
      }
    }
  };
  add('encoder', net.encoder);
  const heads = net.heads.map(head => ({ group: 'latent', name: head.field.replace('_linear', ''), size: head.output, parameters: head.parameters, notes: [] }));
  const latentAt = stages.length;
  stages.push({ heads }, ...(heads.length > 1 ? [{ group: 'latent', name: 'z', size: [net.latent], parameters: 0, notes: ['sample'] }] : []));
  const decoderAt = stages.length;
  add('decoder', net.decoder);

  const column = 82, middle = 150, height = 300;
  const svg = s('svg', { width: stages.length * column + 8, height, viewBox: `0 0 ${stages.length * column + 8} ${height}`, role: 'img', 'aria-label':
    `The network of ${experiment.name}: ${stages.flatMap(stage => stage.heads ?? [stage]).map(stage => `${stage.name} ${times(stage.size)}`).join(', ')}` });
  const box = (stage, x, y) => {
    const tall = stage.size.length === 3 ? 14 + 17 * Math.log2(Math.max(stage.size[1], stage.size[2]) + 1) : 12 + 9 * Math.log2(stage.size.at(-1) + 1);
    const wide = stage.size.length === 3 ? 8 + 5 * Math.log2(stage.size[0] + 1) : 12;
    const small = y !== middle, scaled = small ? tall * 0.7 : tall;
    svg.append(s('rect', { class: `shape ${stage.group}`, x: x - wide / 2, y: y - scaled / 2, width: wide, height: scaled, rx: 2 }),
      ...stage.name.split(' ').map((word, i, all) => s('text', { x, y: y - scaled / 2 - 7 - 13 * (all.length - 1 - i) }, word)),
      s('text', { class: 'soft', x, y: y + scaled / 2 + 14 }, times(stage.size)),
      ...(stage.parameters ? [s('text', { class: 'soft', x, y: y + scaled / 2 + 27 }, short(stage.parameters))] : []),
      ...(small ? [] : stage.notes.map((note, i) => s('text', { class: 'soft', x, y: y + scaled / 2 + 27 + 13 * (i + (stage.parameters ? 1 : 0)) }, note))));
    return wide;
  };
  let edge = 0;
  stages.forEach((stage, i) => {
    const x = 45 + i * column;
    const wide = stage.heads ? Math.max(...stage.heads.map((head, k) => box(head, x, stage.heads.length === 1 ? middle : middle - 62 + 124 * k))) : box(stage, x, middle);
    if (i > 0) {
      const from = edge + 5, to = x - wide / 2 - 5;
      svg.append(s('path', { class: 'arrow', d: `M${from} ${middle}H${to}m-5 -4l5 4l-5 4` }));
    }
    edge = x + wide / 2;
  });
  const heading = (text, from, to) => s('text', { class: 'group', x: 45 + (from + to - 1) / 2 * column, y: 14 }, text);
  svg.append(heading('Encoder', 0, latentAt), heading('Latent', latentAt, decoderAt), heading('Decoder', decoderAt, stages.length));

  const rows = (layers, part, depth) => layers.flatMap(layer => [
    h('tr', { class: depth === 0 ? '' : depth === 1 ? 'inner' : 'inner two' },
      h('td', { class: 'mono' }, layer.field), h('td', { class: 'mono' }, layer.text), h('td', { class: 'number' }, times(layer.output)), h('td', { class: 'number' }, layer.parameters ? grouped(layer.parameters) : '')),
    ...rows(layer.layers ?? [], part, depth + 1), ...rows(layer.shortcut ?? [], part, depth + 1)]);
  const caption = 'Every layer, with the shape after it';
  return h('div', { class: 'network' },
    h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Diagram of the network' }, svg),
    h('details', {}, h('summary', {}, caption), h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption },
      h('table', {}, h('caption', {}, `${plural(experiment.parameters, 'parameter')}${net.pseudo_inputs ? `, those of ${plural(net.pseudo_inputs, 'pseudo-input')} of the prior included` : ''}`),
        h('thead', {}, h('tr', {}, ['Field', 'As written', 'Output', 'Parameters'].map((name, i) => h('th', { scope: 'col', class: i > 1 ? 'number' : '' }, name)))),
        h('tbody', {}, rows([...net.encoder, ...net.heads, ...net.decoder], '', 0))))));
}

const short = value => value >= 1e6 ? `${(value / 1e6).toFixed(2)} M` : value >= 1e4 ? `${(value / 1e3).toFixed(1)} k` : String(value);
