import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { dayCount, instantOf, weekdayOf } from './calendar.ts';

describe('the calendar', () => {
  it('knows the days that there are', () => {
    expect(dayCount(2024, 2, 29)).not.toBeNull();
    expect(dayCount(2023, 2, 29)).toBeNull();
    expect(dayCount(2020, 13, 1)).toBeNull();
    expect(weekdayOf(dayCount(2020, 10, 17) ?? 0)).toBe(6);
    expect(weekdayOf(dayCount(1945, 5, 8) ?? 0)).toBe(2);
  });

  it.each([
    'Europe/Kyiv',
    'America/New_York',
    'Africa/Casablanca',
    'Asia/Tehran',
    'Asia/Kathmandu',
    '+05:30',
  ])('gives noon in %s every day of two years as the zone database does', (zone) => {
    for (let day = dayCount(2021, 1, 1) ?? 0; day <= (dayCount(2022, 12, 31) ?? 0); day++) {
      const noon = new Date(day * 86_400_000).toISOString().slice(0, 10);
      const expected = Temporal.PlainDateTime.from(`${noon}T12:00`).toZonedDateTime(zone).epochMilliseconds;
      expect(instantOf(day, zone, 12)).toBe(expected);
    }
  });
});
