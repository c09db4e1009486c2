/** Event Grid: what happens in a storage account or another resource of Azure, delivered to queues, hubs, functions and webhooks. */
@NullMarked
package io.terralake.eventgrid;

import org.jspecify.annotations.NullMarked;
