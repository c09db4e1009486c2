/** Packages of function apps: what they hold, and how App Service is given them. */
@NullMarked
package io.terralake.deployhook.functions;

import org.jspecify.annotations.NullMarked;
