package io.terralake.core;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/**
 * Asks classes that users wrote, such as a linked service of their own, and names class and member when one returns
 * null or throws: a stack trace through jsii would tell nobody whose mistake it was.
 */
public final class Contract {
    private Contract() {}

    /**
     * What a member returns.
     *
     * @param of whose member it is
     * @param member its name, such as {@code typeProperties}
     * @throws BrokenContractException when it returns null or throws
     */
    public static <T> T ask(Object of, String member, Supplier<? extends @Nullable T> call) {
        T answer = askNullable(of, member, call);
        if (answer == null) {
            throw new BrokenContractException("%s returned null".formatted(name(of, member)));
        }
        return answer;
    }

    /** What a member returns, a list without nulls. */
    public static <T> List<T> askList(Object of, String member, Supplier<? extends @Nullable List<T>> call) {
        List<T> answer = ask(of, member, call);
        if (answer.stream().anyMatch(Objects::isNull)) {
            throw new BrokenContractException("%s returned a list with null in it".formatted(name(of, member)));
        }
        return List.copyOf(answer);
    }

    /** What a member returns that may be null. */
    public static <T> @Nullable T askNullable(Object of, String member, Supplier<? extends @Nullable T> call) {
        try {
            return call.get();
        } catch (BrokenContractException | ConstructException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new BrokenContractException("%s failed: %s".formatted(name(of, member), e), e);
        }
    }

    /**
     * Does something for a construct.
     *
     * @param context what the message starts with, such as {@code pipeline "Copy": }
     * @throws ConstructException when a class that it asks does not keep its contract
     */
    public static <T> T at(Construct construct, String context, Supplier<T> work) {
        try {
            return work.get();
        } catch (BrokenContractException e) {
            throw new ConstructException(construct, context + e.getMessage(), e);
        }
    }

    private static String name(Object of, String member) {
        return "%s.%s()".formatted(of.getClass().getName(), member);
    }
}
