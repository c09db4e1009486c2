package io.terralake.diagrams;

import io.terralake.diagrams.Svg.Direction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The arrows between the products and the ground: down from a card, along a rail of their target's, to the target. */
final class Rails {
    private static final String USE = "use";
    private static final int SPACING = 16;
    private static final int RAIL = 10;
    private static final int BEND = 5;
    private static final int ENDS = 22;

    /**
     * An arrow.
     *
     * @param left the least x that it may start at
     * @param right the greatest x that it may start at
     * @param target the x of its end
     * @param below how far below the top of the ground it ends
     * @param up whether it ends in another product
     */
    record Use(int left, int right, int target, int below, boolean up) {}

    private record Port(int x, Use use) {
        boolean isStraight() {
            return Math.abs(x - use.target) <= 2 * BEND && !use.up;
        }
    }

    private final List<Port> ports = new ArrayList<>();
    private final List<Integer> bent;

    Rails(List<Use> uses) {
        Map<Integer, List<Use>> cards =
                uses.stream().collect(Collectors.groupingBy(Use::left, TreeMap::new, Collectors.toList()));
        cards.values().forEach(this::addPorts);
        bent = ports.stream()
                .filter(port -> !port.isStraight())
                .map(port -> port.use.target)
                .distinct()
                .sorted()
                .toList();
    }

    /** Each port as near above its target as the card and its neighbours let it be. */
    private void addPorts(List<Use> uses) {
        List<Use> sorted =
                uses.stream().sorted(Comparator.comparing(Use::target)).toList();
        int last = Integer.MIN_VALUE / 2;
        for (int i = 0; i < sorted.size(); i++) {
            Use use = sorted.get(i);
            int latest = use.right - (sorted.size() - 1 - i) * SPACING;
            int x = Math.min(Math.max(Math.max(use.target, use.left), last + SPACING), latest);
            ports.add(new Port(x, use));
            last = x;
        }
    }

    int height() {
        return 2 * ENDS + RAIL * Math.max(0, bent.size() - 1);
    }

    void draw(Svg svg, int top, int ground) {
        for (Port port : ports) {
            int target = port.use.target;
            int arrival = port.use.up ? top : ground + port.use.below;
            if (port.isStraight()) {
                target = port.x;
                svg.line(USE, "M%d,%d V%d".formatted(target, top, arrival - 5));
            } else {
                int rail = top + ENDS + RAIL * bent.indexOf(target);
                int side = target > port.x ? BEND : -BEND;
                int turn = port.use.up ? -BEND : BEND;
                svg.line(
                        USE,
                        "M%d,%d V%d q0,%d %d,%d H%d q%d,0 %d,%d V%d"
                                .formatted(
                                        port.x,
                                        top,
                                        rail - BEND,
                                        BEND,
                                        side,
                                        BEND,
                                        target - side,
                                        side,
                                        side,
                                        turn,
                                        port.use.up ? arrival + 5 : arrival - 5));
            }
            svg.dot(USE, port.x, top);
            svg.head(USE, target, port.use.up ? arrival + 1 : arrival - 1, port.use.up ? Direction.UP : Direction.DOWN);
        }
    }
}
