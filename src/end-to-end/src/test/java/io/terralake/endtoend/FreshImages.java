package io.terralake.endtoend;

import io.terralake.azurite.Azurite;
import java.io.IOException;
import java.nio.file.Path;

/** Makes images and takes them to the table, over an Azurite of its own: what README's command for images does. */
final class FreshImages {
    private FreshImages() {}

    /** @param arguments how many images, and the folder that they and the database are added to */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[1]);
        String made = Programs.makeImages(folder.resolve("device"), Integer.parseInt(arguments[0]));
        System.out.println(made.lines().reduce((line, last) -> last).orElse(""));
        System.out.print(Programs.uploadImages(folder));
        try (Azurite azurite = Programs.azurite()) {
            System.out.print(Programs.processImages(folder, folder.resolve("database"), azurite));
        }
    }
}
