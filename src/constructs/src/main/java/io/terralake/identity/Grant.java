package io.terralake.identity;

import software.constructs.Construct;

/** Access that somebody was given, such as by {@code lake.grantRead(job)}. */
public interface Grant {

    /**
     * Makes every resource of a construct wait until the grant works.
     *
     * @return this grant
     * @throws io.terralake.core.ConstructException when the grant works only after the deployment, as in a database
     */
    Grant applyBefore(Construct dependant);

    /** This grant and another one, as one. */
    default Grant and(Grant other) {
        return new BothGrants(this, other);
    }
}
