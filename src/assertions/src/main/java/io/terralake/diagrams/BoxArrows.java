package io.terralake.diagrams;

import io.terralake.diagrams.Landscape.Box;
import io.terralake.diagrams.Svg.Direction;
import io.terralake.diagrams.Svg.Rect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The arrows between the boxes of a card: straight on to a box to the right or to the next below, else round the boxes
 * between by a lane at the side, one lane for all arrows of a box.
 */
final class BoxArrows {
    private static final String FLOW = "flow";
    private static final int HEAD = 5;
    private static final int NEAREST_LANE = 8;
    private static final int LANE_SPACING = 4;
    private static final int SIDES = 2;
    private static final int BESIDE_CENTRE = 6;

    private final Svg svg;
    private final Map<Box, Rect> places;
    private final List<Box> order;

    /** The last row that each lane is taken to. */
    private final List<Integer> lanes = new ArrayList<>();

    BoxArrows(Svg svg, Map<Box, Rect> places) {
        this.svg = svg;
        this.places = places;
        this.order = List.copyOf(places.keySet());
    }

    void draw(Flow flow) {
        for (Box box : order) {
            Rect from = places.get(box);
            List<Box> around = new ArrayList<>();
            for (Box next : flow.next(box)) {
                Rect to = places.get(next);
                if (from.right() < to.x()) {
                    right(from, to);
                } else if (order.indexOf(next) == order.indexOf(box) + 1) {
                    svg.line(FLOW, "M%d,%d V%d".formatted(from.middle(), from.bottom(), to.y() - HEAD));
                    svg.head(FLOW, to.middle(), to.y() - 1, Direction.DOWN);
                } else {
                    around.add(next);
                }
            }
            if (!around.isEmpty()) {
                around(box, around);
            }
        }
    }

    private void right(Rect from, Rect to) {
        int bend = (from.right() + to.x()) / 2;
        svg.line(
                FLOW,
                "M%d,%d C%d,%d %d,%d %d,%d"
                        .formatted(
                                from.right(),
                                from.centre(),
                                bend,
                                from.centre(),
                                bend,
                                to.centre(),
                                to.x() - HEAD,
                                to.centre()));
        svg.head(FLOW, to.x() - 1, to.centre(), Direction.RIGHT);
    }

    private void around(Box box, List<Box> targets) {
        Rect from = places.get(box);
        int start = from.centre() + BESIDE_CENTRE;
        int lane = lane(
                order.indexOf(box),
                targets.stream().mapToInt(order::indexOf).max().orElseThrow());
        boolean isLeft = lane % SIDES == 0;
        int side = isLeft ? -1 : 1;
        int x = edge(from, isLeft) + side * (NEAREST_LANE + LANE_SPACING * (lane / SIDES));
        for (Box target : targets) {
            Rect to = places.get(target);
            int end = to.centre() - BESIDE_CENTRE;
            int turn = end > start ? HEAD : -HEAD;
            svg.line(
                    FLOW,
                    "M%d,%d H%d q%d,0 %d,%d V%d q0,%d %d,%d"
                            .formatted(
                                    edge(from, isLeft),
                                    start,
                                    x - side * HEAD,
                                    side * HEAD,
                                    side * HEAD,
                                    turn,
                                    end - turn,
                                    turn,
                                    -side * HEAD,
                                    turn));
            svg.head(FLOW, edge(to, isLeft) + side, end, isLeft ? Direction.RIGHT : Direction.LEFT);
        }
    }

    private static int edge(Rect box, boolean isLeft) {
        return isLeft ? box.x() : box.right();
    }

    /** The first lane that is free from a row on. */
    private int lane(int from, int to) {
        int lane = 0;
        while (lane < lanes.size() && lanes.get(lane) > from) {
            lane++;
        }
        if (lane == lanes.size()) {
            lanes.add(to);
        }
        lanes.set(lane, to);
        return lane;
    }
}
