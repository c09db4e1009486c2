package io.terralake.endtoend;

import java.io.IOException;
import java.nio.file.Path;

/** Makes listings and merges them into the table that the page shows: what README's first command does. */
final class FreshCars {
    private FreshCars() {}

    /** @param arguments how many listings, and the folder that they and the table are added to */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[1]);
        Programs.makeCars(folder.resolve("bronze"), Integer.parseInt(arguments[0]));
        System.out.print(Programs.mergeCars(folder));
    }
}
