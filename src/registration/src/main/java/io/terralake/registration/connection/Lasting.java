package io.terralake.registration.connection;

import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;

/** Failures of a connection that no waiting mends: a host that there is not, a certificate that nobody trusts. */
public final class Lasting {
    private static final int DEEPEST = 20;

    private Lasting() {}

    /** Whether a failure has such a cause. */
    public static boolean isIn(@Nullable Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof UnknownHostException
                    || cause instanceof UnresolvedAddressException
                    || cause instanceof GeneralSecurityException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
