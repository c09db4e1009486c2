package io.terralake.cosmos;

import com.hashicorp.cdktf.Token;
import io.terralake.core.ConstructException;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/** What autoscale takes, in request units a second: as many steps as one likes, up to the most. */
public final class Throughput {
    public static final int STEP = 1000;
    public static final int MOST = 1_000_000;

    private Throughput() {}

    /**
     * Checks the most that a database or container scales to; it scales down to a tenth.
     *
     * @throws ConstructException when autoscale does not take it, or the account is paid by the request
     */
    static void check(Construct construct, @Nullable Integer most, ICosmosAccount account) {
        if (most == null || Token.isUnresolved(most)) {
            return;
        }
        if (most < STEP || most > MOST || most % STEP != 0) {
            throw new ConstructException(
                    construct,
                    "throughput of %d RU/s at most is not allowed: %d to %d, in steps of %d"
                            .formatted(most, STEP, MOST, STEP));
        }
        if (account instanceof CosmosAccount own && own.capacityMode() == CapacityMode.SERVERLESS) {
            throw new ConstructException(
                    construct, "throughput of %d RU/s is not allowed: the account is serverless".formatted(most));
        }
    }
}
