package io.terralake.registration.arm;

import com.azure.core.exception.ClientAuthenticationException;
import com.azure.core.http.policy.RequestRetryCondition;
import com.azure.identity.CredentialUnavailableException;
import io.terralake.registration.connection.Lasting;
import java.util.Set;

/** What is tried again: what may come back. A login that failed, a wrong host or certificate does not. */
final class RetryRule {
    /** Timeouts, throttling and failures of the server. */
    private static final Set<Integer> STATUSES = Set.of(408, 429, 500, 502, 503, 504);

    private RetryRule() {}

    static boolean mayComeBack(RequestRetryCondition condition) {
        if (condition.getResponse() != null) {
            return STATUSES.contains(condition.getResponse().getStatusCode());
        }
        Throwable failure = condition.getThrowable();
        return !(failure instanceof ClientAuthenticationException)
                && !(failure instanceof CredentialUnavailableException)
                && !Lasting.isIn(failure);
    }
}
