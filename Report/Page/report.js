'use strict';
(() => {
const SVG = 'http://www.w3.org/2000/svg';
const index = JSON.parse(document.getElementById('index').textContent);
const experiments = index.experiments.map((experiment, i) => ({ ...experiment, i, words: words(experiment) }));
const byName = new Map(experiments.map(experiment => [experiment.name, experiment]));
const picked = new Set();
const most = 12;
const main = document.getElementById('main');
const filter = document.getElementById('filter');
const order = { key: '', ascending: true };
let scale = 'log';

// ---- small things ----

function h(tag, attributes, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

function s(tag, attributes, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.flat(9).filter(child => child != null && child !== false));
  return element;
}

let lastId = 0;
const newId = () => `id-${++lastId}`;

// Numbers that JSON cannot hold are strings: "NaN", "Infinity".
const number = value => Number(value);
const shown = value => value == null ? '–' : String(value);
const grouped = value => value == null ? '–' : String(value).replace(/\B(?=(\d{3})+$)/g, '\u202f');
const times = sizes => sizes.join(' × ');
const plural = (count, what) => `${grouped(count)} ${what}${count === 1 ? '' : 's'}`;

function duration(seconds) {
  if (seconds == null) return '–';
  const whole = Math.round(seconds);
  return seconds < 60 ? `${seconds.toFixed(1)} s`
    : whole < 3600 ? `${Math.floor(whole / 60)} min ${whole % 60} s`
    : `${Math.floor(whole / 3600)} h ${Math.floor(whole % 3600 / 60)} min`;
}

function words(experiment) {
  return [experiment.name, experiment.architecture, experiment.kind, experiment.data, lockText(experiment)].join(' ').toLowerCase();
}

function lockText(experiment) {
  return experiment.source === 'none' && experiment.lock === 'not locked' ? 'no results'
    : { same: 'matches its lock', different: 'differs from its lock', 'not locked': 'not locked', 'not compared': 'locked, no run here', damaged: 'damaged lock' }[experiment.lock];
}

function chip(experiment) {
  const sign = { same: '✓', different: '≠', 'not locked': '○', 'not compared': '◇', damaged: '!' }[experiment.lock];
  return h('span', { class: `chip ${experiment.lock.replace(' ', '-')}` }, h('span', { 'aria-hidden': 'true' }, sign), lockText(experiment));
}

const details = new Map();

function detailsOf(experiment) {
  if (!details.has(experiment.i)) details.set(experiment.i, JSON.parse(document.getElementById(`experiment-${experiment.i}`).textContent));
  return details.get(experiment.i);
}

function source(picture) {
  const data = document.getElementById(`picture-${picture.pixels}`);
  return data ? `data:image/png;base64,${data.textContent}` : null;
}

const capturedEpochs = list => [...new Set(list.flatMap(experiment => experiment.pictures.map(picture => picture.epoch)))].sort((a, b) => a - b);

/** Runs something when an element comes into view, so that what is far down costs nothing. */
const waiting = new Map();
const observer = new IntersectionObserver(entries => {
  for (const { target, isIntersecting } of entries) {
    if (isIntersecting) {
      observer.unobserve(target);
      waiting.get(target)?.();
      waiting.delete(target);
    }
  }
}, { rootMargin: '300px' });

function whenSeen(element, action) {
  waiting.set(element, action);
  observer.observe(element);
  return element;
}

// ---- charts ----

const canShow = (value, log) => Number.isFinite(value) && (!log || value > 0);
const label = value => value !== 0 && (Math.abs(value) < 1e-4 || Math.abs(value) >= 1e6) ? value.toExponential().replace('e+', 'e') : String(value);
const rounded = value => Number(value.toPrecision(12));

function ticks(least, most, log, marks) {
  if (log) {
    const first = Math.floor(Math.log10(least)), last = Math.ceil(Math.log10(most));
    const every = Math.floor((last - first) / marks) + 1;
    for (const digits of [[1], [1, 2, 5]]) {
      const found = [];
      for (let power = first; power <= last; power++) {
        if (power % every === 0) found.push(...(every > 1 ? [1] : digits).map(digit => rounded(digit * 10 ** power)));
      }
      const inside = found.filter(value => value >= least && value <= most);
      if (inside.length >= 3 || every > 1) return inside;
    }
  }
  const rough = (most - least) / marks, power = 10 ** Math.floor(Math.log10(rough));
  const step = power * [1, 2, 5, 10].find(digit => digit * power >= rough * 0.999999);
  const found = [];
  for (let i = Math.ceil(least / step - 1e-9); i * step <= most * (1 + 1e-12) + 1e-300; i++) found.push(rounded(i * step));
  return found;
}

function range(values, log) {
  let least = Infinity, most = -Infinity;
  for (const value of values) {
    if (canShow(value, log)) { least = Math.min(least, value); most = Math.max(most, value); }
  }
  return least < most ? [least, most] : least === Infinity ? (log ? [1, 10] : [0, 1])
    : log ? [least / 2, least * 2] : least === 0 ? [-1, 1] : [least - Math.abs(least) / 2, least + Math.abs(least) / 2];
}

/**
 * A line chart with a cursor that the pointer and a slider move; the legend holds the values under it.
 * series: [{ name, x: [numbers ascending], y: [numbers], mark }], mark numbers its colour and dashes.
 */
function chart({ title, series, unit, height = 300, controls }) {
  const hidden = new Set();
  const xs = [...new Set(series.flatMap(line => line.x))].sort((a, b) => a - b);
  const svg = s('svg', { role: 'img' });
  const outputs = series.map(() => h('output', {}));
  const slider = h('input', { type: 'range', min: 0, max: Math.max(xs.length - 1, 0), step: 1, value: xs.length - 1, 'aria-label': `Epoch under the cursor of ${title}` });
  const at = h('output', { class: 'at' });
  const legend = h('ul', { class: 'legend' }, series.map((line, i) => h('li', {}, h('label', {},
    h('input', { type: 'checkbox', checked: true, onchange: event => { event.target.checked ? hidden.delete(i) : hidden.add(i); draw(); } }),
    s('svg', { viewBox: '0 0 26 10', 'aria-hidden': 'true' }, s('path', { class: `s${line.mark % 8}`, d: 'M1 5H25' })),
    line.name, outputs[i]))));
  const frame = h('div', { class: 'chart' },
    h('div', { class: 'row' }, controls, h('label', { class: 'grow scrub' }, slider, at)), legend, svg);
  let width = 0, place = null;

  function draw() {
    const log = scale === 'log';
    const left = 70, right = width - 14, top = 8, bottom = height - 40;
    const visible = series.filter((_, i) => !hidden.has(i));
    const [x0, x1] = range(xs, false), [y0, y1] = range(visible.flatMap(line => line.y), log);
    const of = value => log ? Math.log10(value) : value;
    const X = value => left + (value - x0) / (x1 - x0) * (right - left);
    const Y = value => bottom - (of(value) - of(y0)) / (of(y1) - of(y0)) * (bottom - top);
    const parts = [];
    for (const tick of ticks(y0, y1, log, 6)) {
      parts.push(s('line', { class: 'grid', x1: left, x2: right, y1: Y(tick), y2: Y(tick) }),
        s('text', { x: left - 8, y: Y(tick) + 4, 'text-anchor': 'end' }, label(tick)));
    }
    for (const tick of ticks(x0, x1, false, Math.max(2, Math.min(8, Math.floor(width / 90)))).filter(Number.isInteger)) {
      parts.push(s('line', { class: 'axis', x1: X(tick), x2: X(tick), y1: bottom, y2: bottom + 5 }),
        s('text', { x: X(tick), y: bottom + 18, 'text-anchor': 'middle' }, label(tick)));
    }
    parts.push(s('line', { class: 'axis', x1: left, x2: right, y1: bottom, y2: bottom }),
      s('text', { x: (left + right) / 2, y: height - 4, 'text-anchor': 'middle' }, 'epoch'));
    series.forEach((line, i) => {
      if (hidden.has(i)) return;
      let path = '', drawing = false;
      line.x.forEach((x, k) => {
        const y = line.y[k];
        if (!canShow(y, log)) { drawing = false; return; }
        path += `${drawing ? 'L' : 'M'}${X(x).toFixed(2)} ${Y(y).toFixed(2)}${drawing ? '' : 'h0'}`;
        drawing = true;
      });
      parts.push(s('path', { class: `line s${line.mark % 8}`, d: path, 'data-series': line.name }));
    });
    const cursor = s('g', { class: 'cursor-layer' });
    svg.replaceChildren(s('title', {}, title), ...parts, cursor);
    svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
    svg.setAttribute('aria-label', `${title}, ${log ? 'logarithmic' : 'linear'} scale. ${visible.filter(line => line.x.length).map(line =>
      `${line.name}: ${shown(line.y[0])} at epoch ${line.x[0]}, ${shown(line.y.at(-1))} at epoch ${line.x.at(-1)}`).join('. ')}`);
    place = { cursor, X, Y, log, left, right, top, bottom, x0, x1 };
    move();
  }

  function move() {
    const x = xs[slider.value];
    if (x === undefined || !place) return;
    const { cursor, X, Y, log, top, bottom } = place;
    const dots = [s('line', { class: 'cursor', x1: X(x), x2: X(x), y1: top, y2: bottom })];
    const texts = series.map((line, i) => {
      const k = line.x.indexOf(x), y = line.y[k];
      outputs[i].textContent = k < 0 ? '' : shown(y);
      if (k >= 0 && !hidden.has(i) && canShow(y, log)) dots.push(s('circle', { class: `dot f${line.mark % 8}`, cx: X(x), cy: Y(y), r: 4 }));
      return k < 0 ? null : `${line.name} ${shown(y)}`;
    });
    cursor.replaceChildren(...dots);
    at.textContent = `epoch ${x}`;
    slider.setAttribute('aria-valuetext', `epoch ${x}: ${texts.filter(Boolean).join(', ')}`);
  }

  function point(event) {
    if (!place) return;
    const box = svg.getBoundingClientRect();
    const { left, right, x0, x1 } = place;
    const x = x0 + ((event.clientX - box.left) * width / box.width - left) / (right - left) * (x1 - x0);
    let best = 0;
    xs.forEach((value, i) => { if (Math.abs(value - x) < Math.abs(xs[best] - x)) best = i; });
    slider.value = best;
    move();
  }

  svg.addEventListener('pointermove', point);
  svg.addEventListener('pointerdown', point);
  slider.addEventListener('input', move);
  new ResizeObserver(() => {
    const now = Math.round(frame.clientWidth);
    if (now > 0 && now !== width) { width = now; draw(); }
  }).observe(frame);
  frame.redraw = () => { if (width) draw(); };
  return frame;
}

/** Charts of one scale, and the choice of it. */
function scaleChoice(redraw) {
  const name = newId();
  return h('fieldset', {}, h('legend', {}, 'Scale'), ['log', 'linear'].map(value => h('label', {},
    h('input', { type: 'radio', name, value, checked: scale === value, onchange: () => { scale = value; redraw(); } }), value)));
}

function numbersTable(caption, columns, rows) {
  const box = h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption });
  return h('details', { ontoggle: event => {
    if (!event.target.open || box.firstChild) return;
    box.append(h('table', {}, h('caption', {}, caption),
      h('thead', {}, h('tr', {}, columns.map(column => h('th', { scope: 'col', class: 'number' }, column)))),
      h('tbody', {}, rows().map(cells => h('tr', {}, cells.map((cell, i) => h(i ? 'td' : 'th', { class: 'number', scope: i ? null : 'row' }, shown(cell))))))));
  } }, h('summary', {}, caption), box);
}

// ---- pictures ----

const zoom = document.getElementById('zoom');
const zoomed = { list: [], at: 0, factor: 2 };

function showZoomed() {
  const { picture, title } = zoomed.list[zoomed.at];
  const image = document.getElementById('zoom-image');
  image.src = source(picture);
  image.alt = `${title}, ${picture.width} × ${picture.height} pixels`;
  image.width = picture.width * zoomed.factor;
  image.height = picture.height * zoomed.factor;
  document.getElementById('zoom-title').textContent = title;
  document.getElementById('zoom-scale').textContent = `${zoomed.factor}×`;
  document.getElementById('zoom-previous').disabled = zoomed.at === 0;
  document.getElementById('zoom-next').disabled = zoomed.at === zoomed.list.length - 1;
  document.getElementById('zoom-out').disabled = zoomed.factor === 1;
  document.getElementById('zoom-in').disabled = zoomed.factor === 8;
}

function openZoom(experiment, picture) {
  zoomed.list = experiment.pictures.filter(other => other.kind === picture.kind && source(other))
    .map(other => ({ picture: other, title: `${experiment.name}: ${other.kind} after epoch ${other.epoch}` }));
  zoomed.at = zoomed.list.findIndex(item => item.picture === picture);
  zoomed.factor = Math.max(1, Math.min(4, Math.floor((window.innerWidth * 0.9) / picture.width)));
  showZoomed();
  zoom.showModal();
}

function step(by) {
  const next = Math.min(Math.max(zoomed.at + by, 0), zoomed.list.length - 1);
  if (next !== zoomed.at) { zoomed.at = next; showZoomed(); }
}

function enlarge(by) {
  zoomed.factor = Math.min(Math.max(zoomed.factor + by, 1), 8);
  showZoomed();
}

document.getElementById('zoom-previous').addEventListener('click', () => step(-1));
document.getElementById('zoom-next').addEventListener('click', () => step(1));
document.getElementById('zoom-out').addEventListener('click', () => enlarge(-1));
document.getElementById('zoom-in').addEventListener('click', () => enlarge(1));
document.getElementById('zoom-close').addEventListener('click', () => zoom.close());
zoom.addEventListener('click', event => { if (event.target === zoom) zoom.close(); });
zoom.addEventListener('keydown', event => {
  const action = { ArrowLeft: () => step(-1), ArrowRight: () => step(1), '+': () => enlarge(1), '-': () => enlarge(-1) }[event.key];
  if (action) { event.preventDefault(); action(); }
});

const what = {
  reconstructions: 'images, and under each row their reconstructions',
  samples: 'decoded draws from the prior',
  interpolation: 'decoded points between pairs of images, a row each',
};

function figure(experiment, picture, caption, text) {
  const url = picture && source(picture);
  return h('figure', {}, h('figcaption', {}, h('b', {}, caption), text ? h('span', {}, ` – ${text}`) : null),
    !picture ? h('p', { class: 'missing' }, 'Not captured.')
    : url ? h('button', { type: 'button', class: 'zoomable', 'aria-label': `Enlarge ${experiment.name}: ${picture.kind} after epoch ${picture.epoch}`, onclick: () => openZoom(experiment, picture) },
      h('img', { src: url, width: picture.width, height: picture.height, alt: `${experiment.name}: ${picture.kind} after epoch ${picture.epoch}` }))
    : h('p', { class: 'missing' }, `Left out to keep this file small: ${picture.file}`));
}

function epochSlider(epochs, name, show) {
  const slider = h('input', { type: 'range', min: 0, max: epochs.length - 1, step: 1, value: epochs.length - 1, 'aria-label': name, list: null });
  const output = h('output', {});
  const update = () => {
    const epoch = epochs[slider.value];
    output.textContent = `epoch ${epoch}`;
    slider.setAttribute('aria-valuetext', `epoch ${epoch}`);
    show(epoch);
  };
  slider.addEventListener('input', update);
  return { row: h('label', { class: 'grow scrub' }, h('span', {}, 'Epoch'), slider, output), update };
}

/** Walks along the lines between pairs of images, in the pictures that were captured. */
function player(experiment, image) {
  const big = h('canvas', { class: 'big', role: 'img' });
  const film = h('canvas', { class: 'film', role: 'img' });
  const line = h('select', { 'aria-label': 'Pair of images' });
  const slider = h('input', { type: 'range', min: 0, step: 1, value: 0, 'aria-label': 'Place on the line' });
  const output = h('output', {});
  const frame = h('div', { class: 'player' }, big, h('div', { class: 'controls' },
    h('label', { class: 'row' }, h('span', {}, 'Pair'), line), h('div', {}, film, h('label', { class: 'grow' }, slider, output))));
  const margin = 2, pitch = { x: image.width + margin, y: image.height + margin };
  let picture = null, loaded = null;

  function draw() {
    const row = Number(line.value), column = Number(slider.value), columns = Number(slider.max) + 1;
    const t = columns > 1 ? column / (columns - 1) : 0;
    const text = `t = ${t.toFixed(2)}`;
    output.textContent = text;
    slider.setAttribute('aria-valuetext', `${text}, image ${column + 1} of ${columns}`);
    big.width = image.width; big.height = image.height;
    film.width = columns * pitch.x + margin; film.height = pitch.y + margin;
    big.setAttribute('aria-label', `${experiment.name}: pair ${row + 1}, ${text}, after epoch ${picture.epoch}`);
    film.setAttribute('aria-label', `The ${columns} images on the line of pair ${row + 1}`);
    if (!loaded) return;
    big.getContext('2d').drawImage(loaded, margin + column * pitch.x, margin + row * pitch.y, image.width, image.height, 0, 0, image.width, image.height);
    const context = film.getContext('2d');
    context.drawImage(loaded, 0, row * pitch.y, film.width, film.height, 0, 0, film.width, film.height);
    context.strokeStyle = '#0b5cad';
    context.lineWidth = margin;
    context.strokeRect(margin / 2 + column * pitch.x, margin / 2, pitch.x, pitch.y);
  }

  film.addEventListener('pointerdown', event => {
    const box = film.getBoundingClientRect();
    slider.value = Math.floor((event.clientX - box.left) / box.width * (Number(slider.max) + 1));
    draw();
  });
  line.addEventListener('change', draw);
  slider.addEventListener('input', draw);
  frame.show = now => {
    const url = now && source(now);
    frame.hidden = !url;
    if (!url) return;
    picture = now; loaded = null;
    const columns = Math.floor((now.width - margin) / pitch.x), rows = Math.floor((now.height - margin) / pitch.y);
    slider.max = columns - 1;
    if (line.length !== rows) line.replaceChildren(...Array.from({ length: rows }, (_, i) => h('option', { value: i }, `${i + 1} of ${rows}`)));
    const element = new Image();
    element.onload = () => { if (picture === now) { loaded = element; draw(); } };
    element.src = url;
    draw();
  };
  return frame;
}

// ---- the network ----

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

function yaml(text) {
  return h('pre', { tabindex: 0, role: 'region', 'aria-label': 'Specification' }, h('code', {}, text.split(/(?<=\n)/).map(line => {
    const found = /^(\s*(?:- )?)([\w-]+)(:.*\n?)$/s.exec(line);
    return found ? [found[1], h('span', { class: 'key' }, found[2]), found[3]] : line;
  })));
}

// ---- views ----

function overview() {
  observer.disconnect();
  waiting.clear();
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
  const counts = state => experiments.filter(experiment => experiment.lock === state).length;
  const summary = [['same', 'match their lock'], ['different', 'differ from their lock'], ['not locked', 'not locked'], ['not compared', 'locked, without a run here'], ['damaged', 'with a damaged lock']]
    .filter(([state]) => counts(state)).map(([state, text]) => `${grouped(counts(state))} ${text}`).join(', ');
  main.replaceChildren(
    h('h1', {}, 'Experiments'),
    h('p', { class: 'lead' }, `${plural(experiments.length, 'experiment')}: ${summary}. Compared on the engine ${index.engine}.`),
    h('section', {}, h('div', { class: 'scroll' }, h('table', { class: 'experiments' }, h('caption', {}, 'With the numbers of the last epoch, its samples, and the curve of the loss.'),
      h('thead', {}, h('tr', {}, columns.map(column => h('th', { scope: 'col', class: column.number ? 'number' : '', 'aria-sort': column === by ? (order.ascending ? 'ascending' : 'descending') : null },
        column.key ? h('button', { type: 'button', onclick: () => sortBy(column.name) }, column.name) : column.name)))),
      h('tbody', {}, shownNow.map(experiment => summaryRow(experiment, terms)))))));
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
  const row = h('tr', { class: 'lazy' }, h('th', { scope: 'row' }, h('a', { href: linkTo(experiment) }, experiment.name)), samples, curve, h('td', {}, chip(experiment)),
    terms.map(term => cell(shown(experiment.final[term]))),
    cell(experiment.architecture, false), cell(shown(experiment.take ?? 'all')), cell(shown(experiment.epochs)), cell(shown(experiment.seed)));
  return whenSeen(row, () => {
    curve.append(spark(experiment) ?? '');
    const last = experiment.pictures.filter(picture => picture.kind === 'samples').at(-1);
    const url = last && source(last);
    if (url) samples.append(h('img', { class: 'thumb', src: url, alt: `Samples of ${experiment.name} after epoch ${last.epoch}` }));
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
  sections.push(
    h('section', { id: 'network' }, h('h2', {}, 'Network'), network(experiment, data.network)),
    h('section', { id: 'specification' }, h('h2', {}, 'Specification'),
      h('p', { class: 'lead' }, 'What experiments.yaml says, everything inherited written out. With a first line “version: 1” it is a file of this experiment alone.'), yaml(data.specification)),
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
  main.replaceChildren(
    h('a', { class: 'back', href: '#/' }, '← All experiments'),
    h('div', { class: 'head' }, h('h1', {}, experiment.name), chip(experiment)),
    h('p', { class: 'lead' }, `A ${experiment.kind}, ${experiment.architecture}, trained on ${experiment.take == null ? 'all images' : plural(experiment.take, 'image')} of ${experiment.data}.`),
    experiment.note ? h('p', { class: `remark ${experiment.lock.replace(' ', '-')}` }, experiment.note) : '',
    h('dl', { class: 'facts' }, Object.entries(experiment.final).map(([name, value]) => fact(`Final ${name}`, shown(value))),
      fact('Epochs', grouped(experiment.epochs)), fact('Seed', shown(experiment.seed)), fact('Parameters', grouped(experiment.parameters)), experiment.seconds == null ? null : fact('Training', duration(experiment.seconds))),
    ...sections);
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
  return settings;
}

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
  const epochs = capturedEpochs(list);
  if (epochs.length) {
    const grid = h('div', { class: 'pictures' });
    const kinds = [...new Set(list.flatMap(experiment => experiment.pictures.map(picture => picture.kind)))];
    const kind = h('select', { onchange: () => slider.update() }, kinds.sort((a, b) => (b === 'samples') - (a === 'samples')).map(name => h('option', { value: name }, name)));
    const slider = epochSlider(epochs, 'Captured epoch', epoch => grid.replaceChildren(...list.map(experiment =>
      figure(experiment, experiment.pictures.find(picture => picture.epoch === epoch && picture.kind === kind.value), experiment.name, `epoch ${epoch}`))));
    slider.update();
    sections.push(h('section', { id: 'pictures' }, h('h2', {}, 'Pictures'), h('div', { class: 'row' }, h('label', { class: 'row' }, h('span', {}, 'Kind'), kind), epochs.length > 1 ? slider.row : null), grid));
  }
  main.replaceChildren(h('a', { class: 'back', href: '#/' }, '← All experiments'), h('h1', {}, `${plural(list.length, 'experiment')} beside each other`),
    h('p', { class: 'lead' }, list.map(experiment => experiment.name).join(', ')), ...sections);
  if (terms.length) { showChart(); }
}

// ---- list, filter, choice ----

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
})();
