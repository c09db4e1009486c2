// Puts the page together: filters ask, parts answer, the status tells.
import { offer, onFilters, restore } from './filters.js';
import { Part, describe, say } from './part.js';
import { plotDays, plotPrices, plotTurnover } from './plots.js';
import { fetchJson } from './problem.js';
import { signIn } from './sign-in.js';
import { dollars, fillDetails, fillTable, listings, whole } from './tables.js';

const TURNOVER = [
  { title: 'Brand', value: (item) => item.brand },
  { title: 'Model', value: (item) => item.model },
  { title: 'Average days', value: (item) => item.averageTurnover.toFixed(1), number: true },
  { title: 'Listings', value: (item) => whole.format(item.listings), number: true },
];
const PRICES = [
  { title: 'Odometer from, km', value: (item) => whole.format(item.odometer), number: true },
  { title: 'Average', value: (item) => dollars(item.averagePrice), number: true },
  { title: 'Lowest', value: (item) => dollars(item.lowestPrice), number: true },
  { title: 'Highest', value: (item) => dollars(item.highestPrice), number: true },
  { title: 'Listings', value: (item) => whole.format(item.listings), number: true },
];
const DAYS = [
  { title: 'Day', value: (item) => item.date },
  { title: 'Listings', value: (item) => whole.format(item.listings), number: true },
];
const CARS = [
  { title: 'Registration', value: (car) => car.Rego },
  { title: 'Brand', value: (car) => car.Brand },
  { title: 'Model', value: (car) => car.Model },
  { title: 'Trim', value: (car) => String(car.Trim), number: true },
  { title: 'Year', value: (car) => String(car.Year), number: true },
  { title: 'Odometer, km', value: (car) => whole.format(car.Odometer), number: true },
  { title: 'Price', value: (car) => dollars(car.Price), number: true },
  { title: 'Listed', value: (car) => car['Date listed'] },
  { title: 'Removed', value: (car) => car['Date removed'] },
  { title: 'Days', value: (car) => whole.format(car.Turnover), number: true },
];
const plotOf = (section) => section.querySelector('.plot');
const isEmpty = ({ items }) => items.length === 0;

const choices = new Part('choices', { draw: offer, isEmpty: () => false, changed });
const turnover = new Part('turnover', {
  draw({ items }, section) {
    plotTurnover(plotOf(section), items);
    fillDetails(section, 'Average days for sale, by brand and model', TURNOVER, items);
  },
  isEmpty,
  changed,
});
const prices = new Part('prices', {
  draw({ items }, section) {
    plotPrices(plotOf(section), items);
    fillDetails(section, 'Prices over the odometer, in classes of 10,000 km', PRICES, items);
  },
  isEmpty,
  changed,
});
const days = new Part('days', {
  draw({ items }, section) {
    plotDays(plotOf(section), items);
    fillDetails(section, 'Listings per day; days without are left out', DAYS, items);
  },
  isEmpty,
  changed,
});
const cars = new Part('cars', { draw: drawCars, isEmpty, changed });
const parts = [choices, turnover, prices, days, cars];

let access;
let filters = {};
// The tokens of the pages up to the one that is shown; the first has none.
let tokens = [undefined];

start();

async function start() {
  const notice = document.getElementById('notice');
  notice.hidden = true;
  try {
    access = await signIn();
  } catch (error) {
    document.getElementById('status').textContent = 'Not loaded';
    say(notice, describe(error), () => location.reload());
    return;
  }
  onFilters(show);
  for (const button of document.querySelectorAll('[data-turn]')) {
    button.addEventListener('click', () => turn(button));
  }
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => parts.forEach((part) => part.redraw()));
  ask(choices, 'statistics/choices');
  show(restore());
}

function show(wanted) {
  filters = wanted;
  tokens = [undefined];
  ask(turnover, 'statistics/turnover', filters);
  ask(prices, 'statistics/prices', filters);
  ask(days, 'statistics/days', filters);
  ask(cars, 'cars', filters);
}

function ask(part, path, parameters = {}) {
  const url = new URL(`../v1/${path}`, location.href);
  url.search = new URLSearchParams(parameters);
  return part.show(async (signal) => fetchJson(url, { signal, headers: await access.headers() }), access.again);
}

function turn(button) {
  if (button.getAttribute('aria-disabled') === 'true' || cars.state === 'loading') {
    return;
  }
  tokens = button.dataset.turn === 'on' ? [...tokens, cars.answer.continuationToken] : tokens.slice(0, -1);
  const token = tokens.at(-1);
  ask(cars, 'cars', token ? { ...filters, continuationToken: token } : filters);
}

function drawCars({ items, continuationToken }, section) {
  fillTable(section.querySelector('table'), 'Listings, by registration and day', CARS, items);
  document.getElementById('page-number').textContent = `Page ${tokens.length}`;
  // Not disabled, which would take the focus away from who turns pages by keyboard.
  section.querySelector('[data-turn=back]').setAttribute('aria-disabled', String(tokens.length === 1));
  section.querySelector('[data-turn=on]').setAttribute('aria-disabled', String(!continuationToken));
}

function changed() {
  const failed = parts.filter((part) => part.state === 'failed').length;
  const loading = parts.some((part) => part.state === 'loading');
  const matching = sum(turnover, (item) => item.listings);
  document.getElementById('status').textContent = loading
    ? 'Loading…'
    : failed > 0
      ? `${failed} of ${parts.length} parts could not be loaded`
      : `${listings(matching)} found`;
  total('listings', turnover.answer && whole.format(matching));
  total('turnover', matching > 0 && whole.format(sum(turnover, (item) => item.listings * item.averageTurnover) / matching));
  const priced = sum(prices, (item) => item.listings);
  total('price', priced > 0 && dollars(sum(prices, (item) => item.listings * item.averagePrice) / priced));
}

function sum(part, value) {
  return (part.answer?.items ?? []).reduce((total, item) => total + value(item), 0);
}

function total(name, text) {
  document.querySelector(`[data-total=${name}]`).textContent = text || '–';
}
