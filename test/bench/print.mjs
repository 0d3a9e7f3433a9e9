/** One table of the bench, for people. */
export function printTable(title, rows) {
  console.log(`\n${title}`);
  console.table(Object.fromEntries(rows.map(({ name, ...figures }) => [name, figuresText(figures)])));
}

function figuresText({ min, median, max, ratio, perSecond, target, ahead, met, ...others }) {
  return {
    ...(median !== undefined && {
      'min ms': min.toFixed(1),
      'median ms': median.toFixed(1),
      'max ms': max.toFixed(1),
      ratio: ratio.toFixed(2),
    }),
    ...(perSecond !== undefined && { 'per second': Math.round(perSecond).toLocaleString('en-US') }),
    ...others,
    ...(target !== undefined && { aim: `${met ? 'met' : 'missed'}: at most ${target}` }),
    ...(ahead !== undefined && { aim: `${met ? 'met' : 'missed'}: ahead of ${ahead}` }),
  };
}
