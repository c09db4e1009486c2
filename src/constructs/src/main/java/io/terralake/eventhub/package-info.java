/** Event Hubs: streams of events, with capture into the data lake. */
@NullMarked
package io.terralake.eventhub;

import org.jspecify.annotations.NullMarked;
