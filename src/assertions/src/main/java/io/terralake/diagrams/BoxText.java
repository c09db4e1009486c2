package io.terralake.diagrams;

import io.terralake.diagrams.Landscape.Box;
import io.terralake.diagrams.Svg.Rect;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines in a box of some width. Nobody knows the reader's font: widths are those of a wide one.
 *
 * @param title the lines of its title
 * @param details the lines below
 */
record BoxText(List<String> title, List<String> details) {
    private static final int PADDING = 10;
    private static final int TITLE_LINE = 17;
    private static final int DETAIL_LINE = 16;
    private static final double TITLE_LETTER = 8;
    private static final double DETAIL_LETTER = 7;

    static BoxText of(Box box, int width) {
        int room = width - PADDING;
        List<String> details = box.details().stream()
                .flatMap(detail -> wrap(detail, (int) (room / DETAIL_LETTER)).stream())
                .toList();
        return new BoxText(wrap(box.title(), (int) (room / TITLE_LETTER)), details);
    }

    int height() {
        return 2 * PADDING + title.size() * TITLE_LINE + details.size() * DETAIL_LINE;
    }

    void draw(Svg svg, Rect at) {
        svg.rectangle("box", at, 6);
        int y = at.y() + (at.height() - height()) / 2 + PADDING + 13;
        for (String line : title) {
            svg.text("title", at.middle(), y, line);
            y += TITLE_LINE;
        }
        for (String line : details) {
            svg.text("detail", at.middle(), y, line);
            y += DETAIL_LINE;
        }
    }

    private static List<String> wrap(String text, int letters) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > letters) {
                lines.add(line);
                line = word;
            } else {
                line = line.isEmpty() ? word : line + " " + word;
            }
        }
        lines.add(line);
        return lines;
    }
}
