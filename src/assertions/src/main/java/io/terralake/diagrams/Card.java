package io.terralake.diagrams;

import io.terralake.diagrams.Landscape.Box;
import io.terralake.diagrams.Svg.Rect;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A stack on the picture: its boxes at their places, as seen from the card's corner. */
final class Card {
    static final int PADDING = 12;
    static final int HEADER = 34;
    private static final int NEAR = 10;
    private static final int FAR = 28;
    private static final int COLUMN = 150;
    private static final int WIDEST_ROW = 220;
    private static final int LANE = 18;

    private final String title;
    private final int width;
    private final Map<Box, Rect> places = new LinkedHashMap<>();
    private int height;

    private Card(String title, int width) {
        this.title = title;
        this.width = width;
    }

    /** A card of boxes that flow: from left to right where they fit, else from top to bottom. */
    static Card flowing(String title, List<List<Box>> levels, int width) {
        Card card = new Card(title, width);
        int row = levels.size() * COLUMN + (levels.size() - 1) * FAR;
        if (row <= width - 2 * PADDING) {
            card.columns(levels, (width - row) / 2);
        } else {
            card.stack(levels.stream().flatMap(List::stream).toList());
        }
        return card;
    }

    /** A card of rows of boxes, its title below. */
    static Card paved(String title, List<List<Box>> rows, int width) {
        Card card = new Card(title, width);
        card.height = PADDING;
        rows.forEach(card::row);
        card.height += HEADER - NEAR;
        return card;
    }

    private void columns(List<List<Box>> levels, int left) {
        int tallest = levels.stream().mapToInt(Card::columnHeight).max().orElse(0);
        height = HEADER + tallest + PADDING;
        int x = left;
        for (List<Box> level : levels) {
            int y = HEADER + (tallest - columnHeight(level)) / 2;
            for (Box box : level) {
                int boxHeight = BoxText.of(box, COLUMN).height();
                places.put(box, new Rect(x, y, COLUMN, boxHeight));
                y += boxHeight + NEAR;
            }
            x += COLUMN + FAR;
        }
    }

    private static int columnHeight(List<Box> level) {
        return level.stream()
                        .mapToInt(box -> BoxText.of(box, COLUMN).height() + NEAR)
                        .sum()
                - NEAR;
    }

    private void stack(List<Box> boxes) {
        int boxWidth = Math.min(width - 2 * LANE, WIDEST_ROW);
        int y = HEADER;
        for (Box box : boxes) {
            Rect place = new Rect(
                    (width - boxWidth) / 2,
                    y,
                    boxWidth,
                    BoxText.of(box, boxWidth).height());
            places.put(box, place);
            y = place.bottom() + FAR;
        }
        height = y - FAR + PADDING;
    }

    private void row(List<Box> boxes) {
        int room = width - 2 * PADDING;
        int rowHeight = 0;
        for (int i = 0; i < boxes.size(); i++) {
            int x = PADDING + i * (room + NEAR) / boxes.size();
            int right = PADDING + (i + 1) * (room + NEAR) / boxes.size() - NEAR;
            rowHeight = Math.max(rowHeight, BoxText.of(boxes.get(i), right - x).height());
            places.put(boxes.get(i), new Rect(x, height, right - x, 0));
        }
        for (Box box : boxes) {
            Rect place = places.get(box);
            places.put(box, new Rect(place.x(), place.y(), place.width(), rowHeight));
        }
        height += rowHeight + NEAR;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    Rect place(Box box) {
        return places.get(box);
    }

    void drawFrame(Svg svg, String style, Rect at, int titleY) {
        svg.rectangle(style, at, 10);
        svg.text("stack", at.x() + PADDING + 2, titleY, title);
    }

    void drawBoxes(Svg svg, Rect at) {
        places.forEach((box, place) -> BoxText.of(box, place.width()).draw(svg, place.moved(at.x(), at.y())));
    }

    /** The arrows between the boxes of this card. */
    void drawArrows(Svg svg, Rect at, Flow flow) {
        Map<Box, Rect> moved = new LinkedHashMap<>();
        places.forEach((box, place) -> moved.put(box, place.moved(at.x(), at.y())));
        new BoxArrows(svg, moved).draw(flow);
    }
}
