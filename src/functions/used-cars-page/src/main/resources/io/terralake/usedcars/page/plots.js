// The three plots. plotly.js reads tags in labels: text of listings goes to it escaped, and no label here has <b> or the like, which it
// would write as a style attribute.
import { DAY, WINDOW, meansOf, withZeros } from './days.js';
import { dollars, listings, whole } from './tables.js';

const CONFIG = { displayModeBar: false, responsive: true };
const CLASS = 10_000;
const LABEL = 12;

/** Bars of average days, in a group for each brand. */
export function plotTurnover(plot, items) {
  const { colour, layout } = theme();
  const groups = Map.groupBy(items, (item) => item.brand);
  const bars = [];
  const brands = [];
  let next = 0;
  for (const [brand, models] of groups) {
    // Room for the brand's name above a single bar.
    const width = Math.max(models.length, 3);
    models.forEach((model, i) => bars.push({ x: next + (width - models.length) / 2 + i, ...model }));
    brands.push({ x: next + (width - 1) / 2, text: escape(short(brand)) });
    next += width + 1;
  }
  const middle = next / 2 - 1;
  const reach = Math.max(next - 1, 12) / 2;
  plot.style.minWidth = `${next * 14}px`;
  const trace = {
    type: 'bar',
    x: bars.map((bar) => bar.x),
    y: bars.map((bar) => bar.averageTurnover),
    customdata: bars.map((bar) => [escape(bar.brand), escape(bar.model), listings(bar.listings)]),
    marker: { color: colour('accent') },
    hovertemplate: '%{customdata[0]} %{customdata[1]}<br>%{y:.0f} days<br>%{customdata[2]}<extra></extra>',
  };
  const axis = {
    ...layout.xaxis,
    range: [middle - reach, middle + reach],
    tickvals: trace.x,
    ticktext: bars.map((bar) => escape(short(bar.model))),
    ticks: '',
    showline: false,
  };
  const annotations = brands.map(({ x, text }) => ({
    x, text, y: 1, yref: 'paper', yanchor: 'bottom', showarrow: false, font: { color: colour('ink') },
  }));
  const margin = { ...layout.margin, r: 8, t: 28 };
  return draw(plot, [trace], { ...layout, margin, annotations, xaxis: axis, yaxis: { ...layout.yaxis, rangemode: 'tozero' } });
}

/** The average price of each class, before bars from the lowest to the highest. */
export function plotPrices(plot, items) {
  const { colour, layout } = theme();
  const x = items.map((item) => item.odometer + CLASS / 2);
  const range = {
    type: 'bar',
    x,
    base: items.map((item) => item.lowestPrice),
    y: items.map((item) => item.highestPrice - item.lowestPrice),
    width: CLASS * 0.8,
    marker: { color: colour('band') },
    hoverinfo: 'skip',
  };
  const average = {
    type: 'scatter',
    mode: 'lines+markers',
    x,
    y: items.map((item) => item.averagePrice),
    customdata: items.map((item) => [
      `${whole.format(item.odometer)} to ${whole.format(item.odometer + CLASS)} km`,
      dollars(item.averagePrice),
      `${dollars(item.lowestPrice)} to ${dollars(item.highestPrice)}`,
      listings(item.listings),
    ]),
    line: { color: colour('accent'), width: 2 },
    marker: { color: colour('accent'), size: 6 },
    hovertemplate:
      '%{customdata[0]}<br>%{customdata[1]} on average<br>%{customdata[2]}<br>%{customdata[3]}<extra></extra>',
  };
  const last = Math.max(...items.map((item) => item.odometer)) + CLASS;
  return draw(plot, [range, average], {
    ...layout,
    hovermode: 'x',
    hoverdistance: -1,
    xaxis: { ...layout.xaxis, range: [0, last], ticksuffix: ' km', tickformat: ',', nticks: 6 },
    yaxis: { ...layout.yaxis, rangemode: 'tozero', tickprefix: '$', tickformat: ',' },
  });
}

/** Listings per day, and over two months and more their mean, which shows what single days hide. */
export function plotDays(plot, items) {
  const { colour, layout } = theme();
  const days = withZeros(items);
  const means = meansOf(items, days);
  // There are neither hours nor half listings.
  const few = Date.parse(days.at(-1).date) - Date.parse(days[0].date) < 7 * DAY;
  const most = days.reduce((most, day) => Math.max(most, day.listings), 0);
  const each = {
    type: 'scatter',
    mode: days.length > 1 ? 'lines' : 'markers',
    x: days.map((day) => day.date),
    y: days.map((day) => day.listings),
    text: days.map((day) => listings(day.listings)),
    line: { color: colour(means.length > 0 ? 'faint' : 'accent'), width: 1 },
    marker: { color: colour('accent') },
    hovertemplate: '%{x|%Y-%m-%d}<br>%{text}<extra></extra>',
  };
  const mean = {
    type: 'scatter',
    mode: 'lines',
    x: means.map((day) => day.date),
    y: means.map((day) => day.mean),
    line: { color: colour('accent'), width: 2 },
    hovertemplate: `%{y:.1f} on average in ${WINDOW} days<extra></extra>`,
  };
  return draw(plot, [each, mean], {
    ...layout,
    hovermode: 'x',
    hoverdistance: -1,
    xaxis: { ...layout.xaxis, type: 'date', ...(few ? { dtick: DAY, tickformat: '%b %-d<br>%Y' } : {}) },
    yaxis: { ...layout.yaxis, rangemode: 'tozero', tickformat: ',', ...(most < 6 ? { dtick: 1 } : {}) },
  });
}

function draw(plot, traces, layout) {
  return globalThis.Plotly.react(plot, traces, layout, CONFIG);
}

function theme() {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(`--${name}`).trim();
  const axis = { fixedrange: true, gridcolor: colour('line'), linecolor: colour('edge'), zeroline: false, automargin: true };
  const layout = {
    dragmode: false,
    showlegend: false,
    bargap: 0.25,
    margin: { l: 8, r: 28, t: 12, b: 8, pad: 4 },
    paper_bgcolor: 'transparent',
    plot_bgcolor: 'transparent',
    font: { family: style.fontFamily, size: 12, color: colour('soft') },
    hoverlabel: { bgcolor: colour('card'), bordercolor: colour('edge'), font: { color: colour('ink') }, align: 'left' },
    xaxis: { ...axis, showgrid: false, showline: true, ticks: 'outside', tickcolor: colour('edge'), ticklabeloverflow: 'allow' },
    yaxis: { ...axis, nticks: 6 },
  };
  return { colour, layout };
}

function short(text) {
  return text.length > LABEL ? `${text.slice(0, LABEL - 1)}…` : text;
}

function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
