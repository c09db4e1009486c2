package io.terralake.deployhook.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.terralake.registration.report.Item;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Everything that a run did.
 *
 * @param dryRun whether nothing was changed
 * @param items a line for each thing, in the order in which it was asked for
 */
@JsonPropertyOrder({"dryRun", "succeeded", "items"})
public record Report(boolean dryRun, List<Item> items) {

    /**
     * Copies the items.
     *
     * @param dryRun true when nothing was changed
     * @param items may be empty
     */
    public Report {
        items = List.copyOf(items);
    }

    /**
     * Whether nothing failed.
     *
     * @return true for a run without items too
     */
    @JsonProperty
    public boolean succeeded() {
        return items.stream().noneMatch(Item::failed);
    }

    /**
     * The same report with other texts.
     *
     * @param change what becomes of each text of each item
     */
    public Report with(UnaryOperator<String> change) {
        return new Report(dryRun, items.stream().map(item -> item.with(change)).toList());
    }

    /**
     * Prints a table and how many items went well.
     *
     * @param out where to
     */
    public void print(PrintWriter out) {
        if (items.isEmpty()) {
            out.println("nothing to do");
            return;
        }
        int target = width(Item::target);
        int kind = width(Item::kind);
        int name = width(Item::name);
        for (Item item : items) {
            String detail = item.detail() == null ? "" : "  " + item.detail().replace("\n", "\n    ");
            out.printf(
                    "%-" + target + "s  %-" + kind + "s  %-" + name + "s  %s%s%n",
                    item.target(),
                    item.kind(),
                    item.name(),
                    item.outcome(),
                    detail);
        }
        long failed = items.stream().filter(Item::failed).count();
        out.printf(
                "%s%d of %d items %s%n",
                dryRun ? "dry run, nothing was changed: " : "",
                failed == 0 ? items.size() : failed,
                items.size(),
                failed == 0 ? "well" : "failed");
    }

    /**
     * Writes the report as JSON; the file appears whole or not at all.
     *
     * @param file the file, replaced when there is one
     * @throws IOException when its folder cannot be written to
     */
    public void write(Path file) throws IOException {
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        Files.writeString(
                partial,
                JsonMapper.builder()
                                .enable(SerializationFeature.INDENT_OUTPUT)
                                .build()
                                .writeValueAsString(this)
                        + "\n");
        Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private int width(Function<Item, String> column) {
        return items.stream().map(column).mapToInt(String::length).max().orElse(1);
    }
}
