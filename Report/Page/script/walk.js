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
