/** How many colours with dashes there are. */
const styles = 12;

/**
 * A line chart with a cursor that the pointer and a slider move; the legend holds the values under it.
 * series: [{ name, x: [numbers ascending], y: [numbers], mark, group }], mark numbers its colour and dashes; those of a group share an entry of the legend.
 */
function chart({ title, series, unit, height = 300, controls }) {
  const hidden = new Set();
  const xs = [...new Set(series.flatMap(line => line.x))].sort((a, b) => a - b);
  const svg = s('svg', { role: 'img' });
  const groupOf = line => line.group ?? line.name;
  const groups = new Map();
  for (const line of series) groups.set(groupOf(line), [...groups.get(groupOf(line)) ?? [], line]);
  const outputs = new Map([...groups.keys()].map(name => [name, h('output', {})]));
  const slider = h('input', { type: 'range', min: 0, max: Math.max(xs.length - 1, 0), step: 1, value: xs.length - 1, 'aria-label': `Epoch under the cursor of ${title}` });
  const at = h('output', { class: 'at' });
  const legend = h('ul', { class: 'legend' }, [...groups].map(([name, lines]) => h('li', {}, h('label', {},
    h('input', { type: 'checkbox', checked: true, onchange: event => { event.target.checked ? hidden.delete(name) : hidden.add(name); draw(); } }),
    s('svg', { viewBox: '0 0 26 10', 'aria-hidden': 'true' }, s('path', { class: `s${lines[0].mark % styles}`, d: 'M1 5H25' })),
    name, outputs.get(name)))));
  const frame = h('div', { class: 'chart' },
    h('div', { class: 'row' }, controls, h('label', { class: 'grow scrub' }, slider, at)), legend, svg);
  let width = 0, place = null;

  function draw() {
    const log = scale === 'log';
    const left = 70, right = width - 14, top = 8, bottom = height - 40;
    const visible = series.filter(line => !hidden.has(groupOf(line)));
    const [x0, x1] = range(xs, false), [y0, y1] = range(visible.flatMap(line => line.y), log);
    const of = value => log ? Math.log10(value) : value;
    const X = value => left + (value - x0) / (x1 - x0) * (right - left);
    const Y = value => bottom - (of(value) - of(y0)) / (of(y1) - of(y0)) * (bottom - top);
    const parts = [];
    for (const tick of ticks(y0, y1, log, Math.round(height / 50))) {
      parts.push(s('line', { class: 'grid', x1: left, x2: right, y1: Y(tick), y2: Y(tick) }),
        s('text', { x: left - 8, y: Y(tick) + 4, 'text-anchor': 'end' }, label(tick)));
    }
    for (const tick of ticks(x0, x1, false, Math.max(2, Math.min(8, Math.floor(width / 90)))).filter(Number.isInteger)) {
      parts.push(s('line', { class: 'axis', x1: X(tick), x2: X(tick), y1: bottom, y2: bottom + 5 }),
        s('text', { x: X(tick), y: bottom + 18, 'text-anchor': 'middle' }, label(tick)));
    }
    parts.push(s('line', { class: 'axis', x1: left, x2: right, y1: bottom, y2: bottom }),
      s('text', { x: (left + right) / 2, y: height - 4, 'text-anchor': 'middle' }, 'epoch'));
    visible.forEach(line => {
      let path = '', drawing = false;
      line.x.forEach((x, k) => {
        const y = line.y[k];
        if (!canShow(y, log)) { drawing = false; return; }
        path += `${drawing ? 'L' : 'M'}${X(x).toFixed(2)} ${Y(y).toFixed(2)}${drawing ? '' : 'h0'}`;
        drawing = true;
      });
      parts.push(s('path', { class: `line s${line.mark % styles}`, d: path, 'data-series': line.name }));
    });
    const cursor = s('g', { class: 'cursor-layer' });
    svg.replaceChildren(s('title', {}, title), ...parts, cursor);
    svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
    svg.setAttribute('aria-label', `${title}, ${log ? 'logarithmic' : 'linear'} scale. ${visible.filter(line => line.x.length).slice(0, styles).map(line =>
      `${line.name}: ${shown(line.y[0])} at epoch ${line.x[0]}, ${shown(line.y.at(-1))} at epoch ${line.x.at(-1)}`).join('. ')}`);
    place = { cursor, X, Y, log, left, right, top, bottom, x0, x1 };
    move();
  }

  function move() {
    const x = xs[slider.value];
    if (x === undefined || !place) return;
    const { cursor, X, Y, log, top, bottom } = place;
    const dots = [s('line', { class: 'cursor', x1: X(x), x2: X(x), y1: top, y2: bottom })];
    const texts = [...groups].map(([name, lines]) => {
      const values = lines.flatMap(line => {
        const k = line.x.indexOf(x), y = line.y[k];
        if (k >= 0 && !hidden.has(name) && canShow(y, log)) dots.push(s('circle', { class: `dot f${line.mark % styles}`, cx: X(x), cy: Y(y), r: lines.length > 1 ? 3 : 4 }));
        return k < 0 ? [] : [y];
      });
      const text = values.length > 1 ? `${brief(Math.min(...values))} to ${brief(Math.max(...values))}` : values.length ? shown(values[0]) : '';
      outputs.get(name).textContent = text;
      return text && `${name} ${text}`;
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
    if (now > 0 && now !== width) { width = now; requestAnimationFrame(draw); }
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
