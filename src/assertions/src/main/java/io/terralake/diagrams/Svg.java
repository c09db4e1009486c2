package io.terralake.diagrams;

import java.util.List;

/** Writes the elements of a picture; what they look like is in the style sheet. */
final class Svg {
    private static final String STYLE = """
              text { font: 13px system-ui, -apple-system, "Segoe UI", Roboto, Ubuntu, Cantarell, sans-serif; fill: #1f2328 }
              .stack { font-size: 14px; font-weight: 600 }
              .title { font-weight: 600; text-anchor: middle }
              .note { font-size: 12px; fill: #59636e; text-anchor: end }
              .detail { font-size: 12px; fill: #59636e; text-anchor: middle }
              .card { fill: #f6f8fa; stroke: #d1d9e0 }
              .ground { fill: #eaf1fa; stroke: #a9c4e2 }
              .box { fill: #ffffff; stroke: #c5ced8 }
              .line { fill: none; stroke-width: 1.5 }
              .line.flow { stroke: #6e7781 }
              .head.flow { fill: #6e7781 }
              .line.use { stroke: #2f6fb4 }
              .head.use, .dot.use { fill: #2f6fb4 }
              @media (prefers-color-scheme: dark) {
                text { fill: #e6edf3 }
                .detail, .note { fill: #9da7b3 }
                .card { fill: #161b22; stroke: #3d444d }
                .ground { fill: #14233a; stroke: #35557e }
                .box { fill: #0d1117; stroke: #454d57 }
                .line.flow { stroke: #8b949e }
                .head.flow { fill: #8b949e }
                .line.use { stroke: #6cabf0 }
                .head.use, .dot.use { fill: #6cabf0 }
              }
            """;

    /** A rectangle on the picture, in pixels. */
    record Rect(int x, int y, int width, int height) {
        int right() {
            return x + width;
        }

        int bottom() {
            return y + height;
        }

        int middle() {
            return x + width / 2;
        }

        int centre() {
            return y + height / 2;
        }

        Rect moved(int right, int down) {
            return new Rect(x + right, y + down, width, height);
        }
    }

    /** Where an arrow's head points to. */
    enum Direction {
        DOWN("-4,-7 8,0"),
        UP("-4,7 8,0"),
        RIGHT("-7,-4 0,8"),
        LEFT("7,-4 0,8");

        private final String base;

        Direction(String base) {
            this.base = base;
        }
    }

    private final StringBuilder elements = new StringBuilder();

    void rectangle(String style, Rect at, int radius) {
        add("<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"%d\"/>"
                .formatted(style, at.x, at.y, at.width, at.height, radius));
    }

    void text(String style, int x, int y, String text) {
        add("<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>".formatted(style, x, y, escape(text)));
    }

    void line(String style, String path) {
        add("<path class=\"line %s\" d=\"%s\"/>".formatted(style, path));
    }

    void head(String style, int x, int y, Direction direction) {
        add("<path class=\"head %s\" d=\"M%d,%d l%sz\"/>".formatted(style, x, y, direction.base));
    }

    void dot(String style, int x, int y) {
        add("<circle class=\"dot %s\" cx=\"%d\" cy=\"%d\" r=\"3\"/>".formatted(style, x, y));
    }

    /** The whole file, with a title and a description for those who do not see it. */
    String document(int width, int height, String title, List<String> description) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" role="img" aria-labelledby="title desc">
                <title id="title">%3$s</title>
                <desc id="desc">%4$s</desc>
                <style>
                %5$s</style>
                %6$s</svg>
                """.formatted(width, height, escape(title), escape(String.join(" ", description)), STYLE, elements);
    }

    private void add(String element) {
        elements.append(element).append('\n');
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
