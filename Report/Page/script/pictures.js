// Pictures, and the dialog that shows one large.

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
  zoomed.list = (picture.kind === 'latent map' ? [picture] : experiment.pictures.filter(other => other.kind === picture.kind && source(other)))
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

/** The kinds of pictures that any of them has, samples first, and the picture of a kind after an epoch. */
const kindsOf = list => [...new Set(list.flatMap(experiment => [...experiment.pictures.map(picture => picture.kind), ...experiment.map ? ['latent map'] : []]))].sort((a, b) => (b === 'samples') - (a === 'samples'));
const pictureOf = (experiment, kind, epoch) => kind === 'latent map' ? mapPicture(experiment) : experiment.pictures.find(picture => picture.epoch === epoch && picture.kind === kind);

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
      h('img', { src: url, decoding: 'sync', width: picture.width, height: picture.height, alt: `${experiment.name}: ${picture.kind} after epoch ${picture.epoch}` }))
    : h('p', { class: 'missing' }, `Left out to keep this file small: ${picture.file ?? 'name fewer experiments to see it.'}`));
}

/** The same, drawn when it comes into view. */
function lazyFigure(experiment, picture, caption) {
  const place = h('figure', { class: 'lazy' }, h('figcaption', {}, h('b', {}, caption)));
  return whenSeen(place, () => place.replaceWith(figure(experiment, picture, caption)));
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
