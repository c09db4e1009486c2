package io.terralake.jobs;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configured;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.PathFilter;

/**
 * Leaves where they are, and names on standard error, the images that a record cannot be made of: empty ones, which Spark would pass over
 * for ever without a word, and those larger than {@link ImageUpload#LARGEST}. An image is taken when it is right later.
 */
public final class ImageFilter extends Configured implements PathFilter {
    private static final Set<Path> TOLD = ConcurrentHashMap.newKeySet();

    /** Hadoop makes it, by its name. */
    public ImageFilter() {}

    @Override
    public boolean accept(Path path) {
        if (!path.getName().endsWith(".png")) {
            return true;
        }
        long length;
        try {
            length = path.getFileSystem(getConf()).getFileStatus(path).getLen();
        } catch (IOException e) {
            // Nobody can be asked, or it is gone: what reads it tells.
            return true;
        }
        boolean fits = length > 0 && length <= ImageUpload.LARGEST;
        if (!fits && TOLD.add(path)) {
            System.err.printf("%s: left out: %,d bytes; 1 to %,d are allowed%n", path, length, ImageUpload.LARGEST);
        }
        return fits;
    }
}
