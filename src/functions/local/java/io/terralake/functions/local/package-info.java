/** What stands for Azure's queues and their host on one's own machine. Compiled into each function app that runs there. */
@NullMarked
package io.terralake.functions.local;

import org.jspecify.annotations.NullMarked;
