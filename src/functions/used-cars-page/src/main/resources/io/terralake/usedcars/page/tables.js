// Tables, of text only.

export const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
export const dollars = (value) => `$${whole.format(value)}`;
export const listings = (number) => `${whole.format(number)} ${number === 1 ? 'listing' : 'listings'}`;

/** @param {{title: string, value: (item: object) => string, number?: boolean}[]} columns */
export function fillTable(table, caption, columns, items) {
  table.replaceChildren();
  table.createCaption().textContent = caption;
  const titles = table.createTHead().insertRow();
  for (const { title, number } of columns) {
    const cell = document.createElement('th');
    cell.scope = 'col';
    cell.textContent = title;
    cell.classList.toggle('number', Boolean(number));
    titles.append(cell);
  }
  const body = table.createTBody();
  for (const item of items) {
    const row = body.insertRow();
    for (const { value, number } of columns) {
      const cell = row.insertCell();
      cell.textContent = value(item);
      cell.classList.toggle('number', Boolean(number));
    }
  }
}

/** Fills the table of a part when its details are open, thousands of rows as they may be. */
export function fillDetails(section, caption, columns, items) {
  const details = section.querySelector('details');
  const fill = () => details.open && fillTable(details.querySelector('table'), caption, columns, items);
  details.ontoggle = fill;
  fill();
}
