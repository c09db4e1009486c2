package io.terralake.core;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/** Asks implementations of the library's open interfaces, which users may have written. */
public final class OwnCode {
    private OwnCode() {}

    /**
     * Returns what an implementation answers.
     *
     * @param construct the construct that needs the answer
     * @param asked the implementation
     * @param method the method that is called, such as {@code key}
     * @param call the call
     * @throws ConstructException with class, method and reason when the implementation throws or answers null
     */
    public static <T> T ask(Construct construct, Object asked, String method, Supplier<@Nullable T> call) {
        T answer;
        try {
            answer = call.get();
        } catch (ConstructException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new ConstructException(construct, "%s threw %s".formatted(describe(asked, method), e), e);
        }
        if (answer == null) {
            throw new ConstructException(construct, describe(asked, method) + " returned null");
        }
        return answer;
    }

    private static String describe(Object asked, String method) {
        return "%s.%s()".formatted(asked.getClass().getName(), method);
    }
}
