// The form of filters, and the page's address, which says the same.
const NAMES = ['brand', 'model', 'year', 'minPrice', 'maxPrice'];
const form = document.getElementById('filters');

/** Calls back with the filters whenever others are wanted. */
export function onFilters(show) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    go(show);
  });
  form.addEventListener('reset', (event) => {
    event.preventDefault();
    write({});
    go(show);
  });
  form.addEventListener('input', check);
  addEventListener('popstate', () => show(restore()));
}

/** Puts the address's filters into the form. */
export function restore() {
  write(Object.fromEntries(new URLSearchParams(location.search)));
  return read();
}

/** Offers what there is to choose from; what is chosen stays. */
export function offer({ brands, models, years }) {
  const chosen = read();
  options(form.elements.brand, brands, 'All brands');
  options(form.elements.model, models, 'All models');
  options(form.elements.year, years, 'All years');
  write(chosen);
}

function go(show) {
  const filters = read();
  const query = new URLSearchParams(filters).toString();
  history.pushState(null, '', query ? `?${query}` : location.pathname);
  show(filters);
}

function read() {
  return Object.fromEntries(NAMES.map((name) => [name, form.elements[name].value]).filter(([, value]) => value !== ''));
}

function write(filters) {
  for (const name of NAMES) {
    const field = form.elements[name];
    const value = filters[name] ?? '';
    if (field.options && ![...field.options].some((option) => option.value === value)) {
      field.append(new Option(value, value));
    }
    field.value = value;
  }
  check();
}

function options(select, values, all) {
  select.replaceChildren(new Option(all, ''), ...values.map((value) => new Option(value, value)));
}

function check() {
  const { minPrice, maxPrice } = form.elements;
  const crossed = minPrice.value !== '' && maxPrice.value !== '' && Number(minPrice.value) > Number(maxPrice.value);
  maxPrice.setCustomValidity(crossed ? `Not below the lowest price, ${minPrice.value}` : '');
}

options(form.elements.brand, [], 'All brands');
options(form.elements.model, [], 'All models');
options(form.elements.year, [], 'All years');
