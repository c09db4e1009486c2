package io.terralake.core;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/**
 * Asks classes that users wrote, such as a linked service of their own, and names class and member when one returns
 * null or throws: a stack trace through jsii would tell nobody whose mistake it was.
 */
public final class Contract {
    /** What makes the name of a lambda expression another one in every run. */
    private static final Pattern LAMBDA_NUMBER = Pattern.compile("(\\$\\$Lambda).*");

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
            // jsii appends the trace of JavaScript.
            String failure = e.toString().lines().findFirst().orElse("");
            throw new BrokenContractException("%s failed: %s".formatted(name(of, member), failure), e);
        }
    }

    /**
     * What a member returns, for a construct.
     *
     * @param asker where the error says that it was asked
     * @throws ConstructException when it returns null or throws
     */
    public static <T> T ask(Construct asker, Object of, String member, Supplier<? extends @Nullable T> call) {
        return at(asker, "", () -> ask(of, member, call));
    }

    /**
     * Calls a member that returns nothing.
     *
     * @throws BrokenContractException when it throws
     */
    public static void call(Object of, String member, Runnable call) {
        ask(of, member, () -> {
            call.run();
            return of;
        });
    }

    /**
     * Does something for a construct.
     *
     * @throws ConstructException when a class that it asks does not keep its contract
     */
    public static void at(Construct construct, Runnable work) {
        at(construct, "", () -> {
            work.run();
            return construct;
        });
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

    /** What messages call a member, such as {@code com.example.OfficeNetwork.connect()}. */
    public static String name(Object of, String member) {
        return "%s.%s()"
                .formatted(LAMBDA_NUMBER.matcher(of.getClass().getName()).replaceFirst("$1"), member);
    }
}
