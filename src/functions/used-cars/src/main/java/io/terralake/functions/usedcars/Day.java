package io.terralake.functions.usedcars;

/**
 * A day on which cars were put up for sale.
 *
 * @param date {@code yyyy-MM-dd}
 * @param listings how many, at least 1
 */
public record Day(String date, int listings) {}
