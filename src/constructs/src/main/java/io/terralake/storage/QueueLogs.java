package io.terralake.storage;

import io.terralake.monitoring.LogQuery;

/**
 * What the logs of its account say about a queue. A queue has no metric of its own: that of the account counts the messages of all queues,
 * once a day.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-monitor/reference/tables/storagequeuelogs">StorageQueueLogs</a>
 */
public final class QueueLogs {
    private QueueLogs() {}

    /** The messages that were added, a row for each. */
    public static LogQuery added(IQueue queue) {
        return new LogQuery(requests(queue) + "\n| where OperationName == 'PutMessage'", null);
    }

    /** By how many messages the queue has grown: those that were added without those that were deleted. */
    public static LogQuery growth(IQueue queue) {
        return new LogQuery(
                requests(queue)
                        + "\n| summarize Growth = countif(OperationName == 'PutMessage') - countif(OperationName == 'DeleteMessage')",
                "Growth");
    }

    /** A message's path begins with that of all messages. */
    private static String requests(IQueue queue) {
        return """
                StorageQueueLogs
                | where AccountName == %s and toint(StatusCode) < 300
                | where tostring(parse_url(Uri).Path) startswith %s""".formatted(
                        LogQuery.quoted(queue.account().accountName()),
                        LogQuery.quoted("/%s/messages".formatted(queue.queueName())));
    }
}
