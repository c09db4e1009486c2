/**
 * The function app of the stack used-cars: an API over listings ({@code stacks/used-cars/api/openapi.json} is its contract), the page that
 * shows them, and what makes listings and sends them to the hub. {@code azure.UsedCarsFunctions} is what Azure
 * Functions calls; behind it nothing knows its host, so that the server on one's own machine answers by the same classes.
 */
@NullMarked
package io.terralake.functions.usedcars;

import org.jspecify.annotations.NullMarked;
