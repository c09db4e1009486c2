package io.terralake.functions.deviceimages.png;

import java.util.List;

/**
 * Which pixels come together: all, or one of the seven passes of Adam7 (W3C, PNG, third edition, 8.1).
 *
 * @param left the first column
 * @param top the first row
 * @param across columns from one to the next
 * @param down rows from one to the next
 */
record Pass(int left, int top, int across, int down) {
    private static final List<Pass> ALL = List.of(new Pass(0, 0, 1, 1));
    private static final List<Pass> ADAM7 = List.of(
            new Pass(0, 0, 8, 8),
            new Pass(4, 0, 8, 8),
            new Pass(0, 4, 4, 8),
            new Pass(2, 0, 4, 4),
            new Pass(0, 2, 2, 4),
            new Pass(1, 0, 2, 2),
            new Pass(0, 1, 1, 2));

    static List<Pass> of(Header header) {
        return header.interlaced() ? ADAM7 : ALL;
    }

    int width(Header header) {
        return (header.width() - left + across - 1) / across;
    }

    int height(Header header) {
        return width(header) == 0 ? 0 : (header.height() - top + down - 1) / down;
    }
}
