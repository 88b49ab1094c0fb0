// Elements, and numbers as text.

const SVG = 'http://www.w3.org/2000/svg';

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
// Four digits are enough to compare by; the tables beside the page have all.
const brief = value => value == null ? '–' : typeof value === 'string' ? value : Number.isInteger(value) ? grouped(value) : Math.abs(value) >= 1e4 ? grouped(Math.round(value)) : value.toPrecision(4);
const times = sizes => sizes.join(' × ');
const plural = (count, what) => `${grouped(count)} ${what}${count === 1 ? '' : 's'}`;

const decoded = text => { try { return decodeURIComponent(text); } catch { return text; } };

function duration(seconds) {
  if (seconds == null) return '–';
  const whole = Math.round(seconds);
  return seconds < 60 ? `${seconds.toFixed(1)} s`
    : whole < 3600 ? `${Math.floor(whole / 60)} min ${whole % 60} s`
    : `${Math.floor(whole / 3600)} h ${Math.floor(whole % 3600 / 60)} min`;
}
