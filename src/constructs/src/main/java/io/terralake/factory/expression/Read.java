package io.terralake.factory.expression;

import io.terralake.expression.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that an expression reads, such as {@code activity('Rows').output.value[0]}.
 *
 * @param origin where it reads from
 * @param argument the name that the origin is given, such as an activity's; null for none, and for one that is computed
 * @param path the names and indexes after it, up to the first that is computed
 * @param at where it starts in the text, from 0
 */
public record Read(Origin origin, @Nullable String argument, List<String> path, int at) {

    /** Everything that an expression reads. */
    public static List<Read> of(Node node) {
        List<Read> reads = new ArrayList<>();
        Deque<Node> left = new ArrayDeque<>();
        left.push(node);
        while (!left.isEmpty()) {
            visit(left.pop(), reads, left);
        }
        return reads;
    }

    /** What an expression reads, when it does nothing else: {@code pipeline().parameters.x}, but not {@code length(…)}. */
    public static Optional<Read> exactly(Node node) {
        Chain chain = Chain.of(node);
        return chain.read().filter(read -> read.path.size() == chain.names.size());
    }

    /** Whether the path is these names, in any case, or starts with them. */
    public boolean startsWith(String... names) {
        if (path.size() < names.length) {
            return false;
        }
        for (int i = 0; i < names.length; i++) {
            if (!names[i].equalsIgnoreCase(path.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Adds what is read here, and what the arguments and computed names have to read to what is left. */
    private static void visit(Node node, List<Read> reads, Deque<Node> left) {
        Chain chain = Chain.of(node);
        chain.read().ifPresent(reads::add);
        List<Node> parts = new ArrayList<>(chain.base.parts());
        chain.names.stream().filter(name -> !(name instanceof Node.Literal)).forEach(parts::add);
        for (int i = parts.size() - 1; i >= 0; i--) {
            left.push(parts.get(i));
        }
    }

    /** A value and the names of what is read in it. */
    private record Chain(Node base, List<Node> names) {

        static Chain of(Node node) {
            LinkedList<Node> names = new LinkedList<>();
            Node base = node;
            while (base instanceof Node.Member member) {
                names.addFirst(member.name());
                base = member.of();
            }
            return new Chain(base, names);
        }

        Optional<Read> read() {
            return base instanceof Node.Call call
                    ? Origin.of(call.function()).map(origin -> new Read(origin, argument(call), path(), call.at()))
                    : Optional.empty();
        }

        private List<String> path() {
            List<String> path = new ArrayList<>();
            for (Node name : names) {
                if (!(name instanceof Node.Literal known)) {
                    break;
                }
                path.add(String.valueOf(known.value()));
            }
            return List.copyOf(path);
        }

        private static @Nullable String argument(Node.Call call) {
            return !call.arguments().isEmpty()
                            && call.arguments().get(0) instanceof Node.Literal literal
                            && literal.value() instanceof String name
                    ? name
                    : null;
        }
    }
}
