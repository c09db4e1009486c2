package io.terralake.diagrams;

import io.terralake.assertions.SynthesizedApp;
import io.terralake.assertions.SynthesizedStack;
import io.terralake.diagrams.Landscape.Box;
import io.terralake.diagrams.Rails.Use;
import io.terralake.diagrams.Svg.Rect;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An SVG of an environment for people who see the platform for the first time: a card for each stack, the one that most
 * others read as the ground below them; in each card a box for each service; arrows from a box to those that it uses, and
 * from a card to what its boxes use of another. It is 830 pixels wide, for a README on GitHub, follows the light or dark
 * mode of the reader, and has the same bytes for the same stacks.
 */
public final class PlatformPicture {
    private static final int WIDTH = 830;
    private static final int GAP = 8;
    private static final int MARGIN = 1;
    private static final int MOST_IN_ROW = 7;
    private static final int INSET = 20;
    private static final int TITLE_BELOW_TOP = 23;
    private static final int TITLE_ABOVE_BOTTOM = 12;

    private final Landscape landscape;
    private final String environment;
    private final Map<String, Card> cards = new LinkedHashMap<>();
    private final Map<String, Rect> places = new LinkedHashMap<>();

    private PlatformPicture(Landscape landscape, String environment) {
        this.landscape = landscape;
        this.environment = environment;
    }

    /**
     * Draws an environment.
     *
     * @param environment what the names of its stacks begin with, before a hyphen
     * @param labels what resources are called, singular, by Terraform type or, for those of azapi, by Azure type; others
     *     are not drawn, but what they refer to is seen. A construct directly under a stack is a box, with the label of its
     *     main resource; constructs with the same label share one, with their number
     * @throws IllegalArgumentException when no stack of the environment has a resource with a label
     */
    public static String of(SynthesizedApp app, String environment, Map<String, String> labels) {
        List<SynthesizedStack> stacks = app.stacks().stream()
                .filter(stack -> stack.name().startsWith(environment + "-"))
                .toList();
        Landscape landscape = new Landscape(stacks, labels);
        String ground = landscape
                .ground()
                .orElseThrow(() ->
                        new IllegalArgumentException("no labelled resource in an environment \"%s\", the stacks are %s"
                                .formatted(
                                        environment,
                                        app.stacks().stream()
                                                .map(SynthesizedStack::name)
                                                .toList())));
        return new PlatformPicture(landscape, environment).draw(landscape.products(), ground);
    }

    private String draw(List<String> products, String ground) {
        List<Box> used = usedOf(products, ground);
        int bottom = placeProducts(products);
        Card floor = Card.paved(name(ground), groundRows(ground, used), WIDTH - 2 * MARGIN);
        cards.put(ground, floor);
        // The ground is not placed yet; its boxes' x are known.
        Rails rails = new Rails(uses(products, new Rect(MARGIN, 0, floor.width(), floor.height())));
        int top = products.isEmpty() ? MARGIN : bottom + rails.height();
        Rect at = new Rect(MARGIN, top, floor.width(), floor.height());

        Svg svg = new Svg();
        products.forEach(product -> drawProduct(svg, product));
        floor.drawFrame(svg, "ground", at, at.bottom() - TITLE_ABOVE_BOTTOM);
        if (!products.isEmpty()) {
            svg.text("note", at.right() - INSET, at.bottom() - TITLE_ABOVE_BOTTOM, "shared by the stacks above");
        }
        rails.draw(svg, bottom, top);
        floor.drawBoxes(svg, at);
        return svg.document(WIDTH, at.bottom() + MARGIN, title(), description(products, ground));
    }

    /** Side by side, standing on one line, whose y is returned. */
    private int placeProducts(List<String> products) {
        int count = Math.max(1, products.size());
        int width = (WIDTH - 2 * MARGIN - (count - 1) * GAP) / count;
        for (String product : products) {
            List<List<Box>> levels = new Flow(landscape.boxes(product), landscape).levels();
            cards.put(product, Card.flowing(name(product), levels, width));
        }
        int bottom =
                MARGIN + cards.values().stream().mapToInt(Card::height).max().orElse(0);
        int x = MARGIN;
        for (String product : products) {
            int height = cards.get(product).height();
            places.put(product, new Rect(x, bottom - height, width, height));
            x += width + GAP;
        }
        return bottom;
    }

    private void drawProduct(Svg svg, String product) {
        Card card = cards.get(product);
        Rect at = places.get(product);
        card.drawFrame(svg, "card", at, at.y() + TITLE_BELOW_TOP);
        card.drawArrows(svg, at, new Flow(landscape.boxes(product), landscape));
        card.drawBoxes(svg, at);
    }

    /** What products use comes first, so that their arrows end in the first row. */
    private List<List<Box>> groundRows(String ground, List<Box> used) {
        List<Box> others = new ArrayList<>(landscape.boxes(ground));
        others.removeAll(used);
        List<List<Box>> rows = new ArrayList<>();
        for (List<Box> boxes : List.of(used, others)) {
            int count = (boxes.size() + MOST_IN_ROW - 1) / MOST_IN_ROW;
            for (int row = 0; row < count; row++) {
                rows.add(boxes.subList(row * boxes.size() / count, (row + 1) * boxes.size() / count));
            }
        }
        return rows;
    }

    private List<Box> usedOf(List<String> products, String ground) {
        return landscape.boxes(ground).stream()
                .filter(box ->
                        products.stream().anyMatch(product -> usedBy(product).contains(box)))
                .toList();
    }

    /** What the boxes of a stack use of others. */
    private Set<Box> usedBy(String stack) {
        return landscape.boxes(stack).stream()
                .flatMap(box -> landscape.usedBy(box).stream())
                .filter(box -> !box.stack().equals(stack))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** One arrow from a product to each box of the ground, and to each other product, that it uses. */
    private List<Use> uses(List<String> products, Rect ground) {
        Set<Use> uses = new LinkedHashSet<>();
        for (String product : products) {
            Rect from = places.get(product);
            for (Box box : usedBy(product)) {
                Rect other = places.get(box.stack());
                Rect to = other == null ? cards.get(box.stack()).place(box).moved(ground.x(), ground.y()) : other;
                int target = other == null ? to.middle() : to.right() - INSET / 2;
                uses.add(new Use(
                        from.x() + INSET, from.right() - 2 * INSET, target, other == null ? to.y() : 0, other != null));
            }
        }
        return List.copyOf(uses);
    }

    private String name(String stack) {
        return stack.substring(environment.length() + 1);
    }

    private String title() {
        return "The stacks of environment %s and their services".formatted(environment);
    }

    private List<String> description(List<String> products, String ground) {
        List<String> sentences = new ArrayList<>();
        sentences.add("%s has %s.".formatted(name(ground), titles(landscape.boxes(ground))));
        for (String product : products) {
            sentences.add("%s has %s and uses %s."
                    .formatted(name(product), titles(landscape.boxes(product)), titles(usedBy(product))));
        }
        return sentences;
    }

    private static String titles(Collection<Box> boxes) {
        return boxes.isEmpty() ? "nothing" : boxes.stream().map(Box::title).collect(Collectors.joining(", "));
    }
}
