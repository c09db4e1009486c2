package io.terralake.jobs;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.spark.sql.streaming.StreamingQueryListener;

/** Hears which images are in a batch that has come to its end. */
final class ImageProgress extends StreamingQueryListener {
    /** The name under which the stream observes them: the list of their paths. */
    static final String OBSERVED = "images";

    /** Seconds. Events come a little later than what they tell of. */
    private static final int LATEST = 60;

    private final Consumer<List<String>> taken;
    private final CountDownLatch ended = new CountDownLatch(1);
    private long images;
    private long batches;

    /** @param taken gets the paths of each batch */
    ImageProgress(Consumer<List<String>> taken) {
        this.taken = taken;
    }

    @Override
    public void onQueryStarted(QueryStartedEvent event) {}

    @Override
    public void onQueryProgress(QueryProgressEvent event) {
        if (event.progress().observedMetrics().containsKey(OBSERVED)) {
            List<String> paths =
                    event.progress().observedMetrics().get(OBSERVED).getList(0);
            images += paths.size();
            batches++;
            taken.accept(paths);
        }
    }

    @Override
    public void onQueryTerminated(QueryTerminatedEvent event) {
        ended.countDown();
    }

    /** Prints what a stream that has ended has done, when all of it is told. */
    void print(PrintWriter out) throws InterruptedException {
        ended.await(LATEST, TimeUnit.SECONDS);
        out.printf("%d images in %d batches%n", images, batches);
        out.flush();
    }
}
