// Listings per day as a line: the API leaves out days without.

/** How many days a mean is of. */
export const WINDOW = 28;
/** Milliseconds. */
export const DAY = 86_400_000;

/** A gap begins and ends with a day of zero, so that the line lies at the bottom, and a gap of years takes two points. */
export function withZeros(items) {
  return items.flatMap((item, i) => {
    const before = i > 0 ? between(items[i - 1].date, item.date) : [];
    return [...before.map((date) => ({ date, listings: 0 })), item];
  });
}

/** At each of the days, the mean of the days up to it; from the first full window on, and none where there are not two of them. */
export function meansOf(items, days) {
  const numbered = items.map((item) => ({ day: number(item.date), listings: item.listings }));
  const begin = numbered[0].day + WINDOW - 1;
  if (numbered.at(-1).day < begin + WINDOW) {
    return [];
  }
  let sum = 0;
  let first = 0;
  let next = 0;
  return days.flatMap(({ date }) => {
    const day = number(date);
    while (next < numbered.length && numbered[next].day <= day) {
      sum += numbered[next++].listings;
    }
    while (first < next && numbered[first].day <= day - WINDOW) {
      sum -= numbered[first++].listings;
    }
    return day < begin ? [] : [{ date, mean: sum / WINDOW }];
  });
}

function between(date, later) {
  const first = number(date) + 1;
  const last = number(later) - 1;
  return first > last ? [] : [...new Set([first, last])].map((day) => new Date(day * DAY).toISOString().slice(0, 10));
}

function number(date) {
  return Date.parse(date) / DAY;
}
