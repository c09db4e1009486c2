/** Azure Functions on Flex Consumption: the app, its storage, its way out, and who may call it. */
@NullMarked
package io.terralake.functionapp;

import org.jspecify.annotations.NullMarked;
