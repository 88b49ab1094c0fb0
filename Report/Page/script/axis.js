// Where the marks of an axis are, and their text: as ChartAxis has them for the files of a run.

const canShow = (value, log) => Number.isFinite(value) && (!log || value > 0);
const label = value => value !== 0 && (Math.abs(value) < 1e-4 || Math.abs(value) >= 1e6) ? value.toExponential().replace('e+', 'e') : String(value);
const rounded = value => Number(value.toPrecision(12));
const power = exponent => Number(`1e${exponent}`);

/** The least and the most of what can be drawn, apart from each other. */
function range(values, log) {
  let least = Infinity, most = -Infinity;
  for (const value of values) {
    if (canShow(value, log)) { least = Math.min(least, value); most = Math.max(most, value); }
  }
  return most - least > 1e-10 * Math.max(Math.abs(least), Math.abs(most)) ? [least, most] : least === Infinity ? (log ? [1, 10] : [0, 1])
    : log ? [least / 2, least * 2] : least === 0 ? [-1, 1] : [least - Math.abs(least) / 2, least + Math.abs(least) / 2];
}

/** The marked values from least to most, about as many as marks. */
function ticks(least, most, log, marks) {
  const inside = value => value >= least && value <= most;
  if (log) {
    const first = Math.floor(Math.log10(least)), last = Math.ceil(Math.log10(most));
    const powers = Array.from({ length: last - first + 1 }, (_, i) => first + i);
    if (last - first > marks) {
      const every = Math.floor((last - first) / marks) + 1;
      return powers.filter(exponent => exponent % every === 0).map(power).filter(inside);
    }
    for (const digits of [[1], [1, 2, 5]]) {
      const found = powers.flatMap(exponent => digits.map(digit => rounded(digit * power(exponent)))).filter(inside);
      if (found.length >= 3) return found;
    }
  }
  const rough = most / marks - least / marks, unit = power(Math.floor(Math.log10(rough)));
  const step = unit * ([1, 2, 5].find(digit => rough / unit <= digit) ?? 10);
  const first = Math.floor(least / step), last = Math.ceil(most / step);
  return Array.from({ length: last - first + 1 }, (_, i) => rounded((first + i) * step)).filter(inside);
}
