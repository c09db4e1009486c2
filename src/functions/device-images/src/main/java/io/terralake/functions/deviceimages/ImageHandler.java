package io.terralake.functions.deviceimages;

import io.terralake.functions.deviceimages.png.GreySum;
import io.terralake.functions.deviceimages.png.PngException;
import io.terralake.functions.messages.Poison;
import io.terralake.functions.messages.RejectedException;
import io.terralake.functions.messages.Shown;
import io.terralake.functions.messages.UnavailableException;
import java.io.CharConversionException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Does what a message asks for: reads the blob that it tells of, sums the pixels of every image in it, and writes a row for each. Doing it
 * again, or twice at once, leaves the same rows.
 */
public final class ImageHandler {
    private static final System.Logger LOG = System.getLogger(ImageHandler.class.getName());
    private static final String SUFFIX = ".json";

    /** Made when a writer of the data lake opens the file; another event comes when it is whole. */
    private static final String OPENED = "CreateFile";

    private final Blobs blobs;
    private final Score score;
    private final ImageTable table;

    /**
     * A handler, which several threads may use at once.
     *
     * @param blobs the container that it reads, and no other
     * @param score what scores images
     * @param table where the rows go
     */
    public ImageHandler(Blobs blobs, Score score, ImageTable table) {
        this.blobs = blobs;
        this.score = score;
        this.table = table;
    }

    /**
     * Handles a message.
     *
     * @param message an event of Event Grid
     * @return what goes to the poison queue; empty when all went well, or there is nothing to do
     * @throws UnavailableException when the message must come back later
     */
    public Optional<String> handle(String message) {
        List<String> problems = problems(message);
        if (problems.isEmpty()) {
            return Optional.empty();
        }
        LOG.log(Level.WARNING, "to the poison queue: {0}", problems);
        return Optional.of(Poison.text(problems, message));
    }

    private List<String> problems(String message) {
        try {
            return handle(ImageEvent.of(message));
        } catch (RejectedException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private List<String> handle(ImageEvent event) {
        String name = Shown.quoted(event.blob());
        if (!event.account().equalsIgnoreCase(blobs.account())
                || !event.container().equals(blobs.container())) {
            throw new RejectedException("the event is of the container %s of the account %s: only %s of %s is read"
                    .formatted(
                            Shown.quoted(event.container()),
                            Shown.quoted(event.account()),
                            blobs.container(),
                            blobs.account()));
        }
        if (!event.blob().endsWith(SUFFIX) || event.api().equals(OPENED)) {
            LOG.log(Level.INFO, "nothing to do for the blob {0}: not {1}, or not whole yet", name, SUFFIX);
            return List.of();
        }
        Optional<Blobs.Blob> opened = blobs.open(event.blob());
        if (opened.isEmpty()) {
            LOG.log(Level.INFO, "nothing to do for the blob {0}: it was deleted", name);
            return List.of();
        }
        try (Blobs.Blob blob = opened.get()) {
            List<String> problems = handle(blob);
            return problems.stream()
                    .map(problem -> "blob %s: %s".formatted(name, problem))
                    .toList();
        } catch (IOException e) {
            throw UnavailableException.passing("the blob %s cannot be read to its end".formatted(name), e);
        }
    }

    /** What is wrong with records does not keep others from being written. */
    private List<String> handle(Blobs.Blob blob) throws IOException {
        List<String> problems = new ArrayList<>();
        try (RecordReader reader = new RecordReader(blob.content())) {
            while (reader.next()) {
                List<String> wrong = new ArrayList<>();
                Optional<DeviceImage> image = reader.read(wrong);
                image.ifPresent(found -> process(found, blob.etag(), wrong));
                if (!wrong.isEmpty() && problems.size() <= Poison.MOST_REASONS) {
                    problems.add("%s: %s".formatted(reader.place(), String.join(", ", wrong)));
                }
            }
            if (reader.count() == 0) {
                problems.add("there is no record in its %d bytes".formatted(blob.length()));
            }
        } catch (RejectedException e) {
            problems.add(String.valueOf(e.getMessage()));
        } catch (CharConversionException e) {
            // By its first bytes the parser took it for UTF-16 or UTF-32.
            problems.add("the blob has bytes that are no characters");
        }
        return problems;
    }

    private void process(DeviceImage image, String etag, List<String> wrong) {
        try {
            long pixels = GreySum.of(image.png());
            table.save(new ProcessedImage(image.filename(), pixels, score.of(image, pixels), etag));
        } catch (PngException e) {
            wrong.add("/content: the image %s".formatted(e.getMessage()));
        } catch (RejectedException e) {
            wrong.add(String.valueOf(e.getMessage()));
        }
    }
}
