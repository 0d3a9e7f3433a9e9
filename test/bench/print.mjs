/** One table of the bench, for people. */
export function printTable(title, rows) {
  console.log(`\n${title}`);
  console.table(Object.fromEntries(rows.map(({ name, ...figures }) => [name, figuresText(figures)])));
}

function figuresText({ min, median, max, ratio, perSecond, aims = [], ...others }) {
  return {
    ...(median !== undefined && {
      'min ms': min.toFixed(1),
      'median ms': median.toFixed(1),
      'max ms': max.toFixed(1),
      ratio: ratio.toFixed(2),
    }),
    ...(perSecond !== undefined && { 'per second': Math.round(perSecond).toLocaleString('en-US') }),
    ...others,
    ...(aims.length > 0 && { aims: aims.map(({ aim, met }) => `${met ? 'met' : 'missed'}: ${aim}`).join(', ') }),
  };
}
