// A plane of the latent space, decoded on a grid.

const planes = {
  'quantiles of the prior': 'All that two latent dimensions hold: decoded quantiles of the standard normal distribution, the first dimension from left to right, the second upwards.',
  'between four images': 'A plane of the latent space: at the corners four encoded images, the first of the data set and those a quarter, half and three quarters through it (draws of the prior where there are fewer), and between them decoded points of a bilinear grid.',
};

/** The map as a picture like the captured ones, of the final weights. */
const mapPicture = experiment => experiment.map && { ...experiment.map, kind: 'latent map', epoch: experiment.epochs, file: null };

/** A place on the map, large, that the pointer and two sliders move. */
function mapPlayer(experiment, image) {
  const { side, plane } = experiment.map, picture = mapPicture(experiment), url = source(picture);
  if (!url) return h('p', { class: 'missing' }, 'Left out to keep this file small: name fewer experiments to see it.');
  const margin = 2, pitch = { x: image.width + margin, y: image.height + margin };
  const big = h('canvas', { class: 'big', role: 'img', width: image.width, height: image.height });
  const all = h('canvas', { class: 'map', role: 'img', width: picture.width, height: picture.height, 'aria-label': `Latent map of ${experiment.name}, ${side} × ${side} images` });
  const middle = (side - 1) / 2;
  const slider = name => h('input', { type: 'range', min: 0, max: side - 1, step: 1, value: middle, 'aria-label': name, oninput: () => draw() });
  const across = slider('Place across'), down = slider('Place down');
  const output = h('output', {});
  const quantile = i => `${((2 * i + 1) / (2 * side) * 100).toFixed(0)} %`;
  let loaded = null;

  function draw() {
    const x = Number(across.value), y = Number(down.value);
    const text = plane === 'quantiles of the prior' ? `first dimension at ${quantile(x)}, second at ${quantile(side - 1 - y)}` : `${(x / (side - 1)).toFixed(3)} across, ${(y / (side - 1)).toFixed(3)} down`;
    output.textContent = text;
    for (const one of [across, down]) one.setAttribute('aria-valuetext', text);
    big.setAttribute('aria-label', `${experiment.name}: ${text}`);
    if (!loaded) return;
    big.getContext('2d').drawImage(loaded, margin + x * pitch.x, margin + y * pitch.y, image.width, image.height, 0, 0, image.width, image.height);
    const context = all.getContext('2d');
    context.drawImage(loaded, 0, 0);
    context.strokeStyle = '#0b5cad';
    context.lineWidth = 2 * margin;
    context.strokeRect(margin / 2 + x * pitch.x, margin / 2 + y * pitch.y, pitch.x, pitch.y);
  }

  const point = event => {
    if (event.type === 'pointermove' && !event.buttons) return;
    const box = all.getBoundingClientRect();
    const at = (place, start, length) => Math.min(side - 1, Math.max(0, Math.floor((place - start) / length * side)));
    across.value = at(event.clientX, box.left, box.width);
    down.value = at(event.clientY, box.top, box.height);
    draw();
  };
  all.addEventListener('pointerdown', point);
  all.addEventListener('pointermove', point);
  const element = new Image();
  element.onload = () => { loaded = element; draw(); };
  element.src = url;
  draw();
  return h('div', {}, h('p', { class: 'lead' }, planes[plane]), h('div', { class: 'player' },
    h('div', {}, big, h('div', { class: 'controls' }, h('label', { class: 'grow' }, h('span', {}, 'Across'), across), h('label', { class: 'grow' }, h('span', {}, 'Down'), down), output)), all));
}
