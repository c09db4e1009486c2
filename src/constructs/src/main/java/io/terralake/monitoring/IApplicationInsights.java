package io.terralake.monitoring;

import io.terralake.core.PlatformStack;
import io.terralake.identity.Grant;
import io.terralake.identity.Principal;
import java.util.Optional;
import software.constructs.Construct;
import software.constructs.IConstruct;

/**
 * Application Insights. {@code stack.share(IApplicationInsights.class, insights)} makes it that of a stack and of the stacks on
 * its platform.
 */
public interface IApplicationInsights extends IConstruct {

    /** The Azure id of the component. */
    String resourceId();

    /** Where telemetry is sent to. It opens nothing where local authentication is off: who sends needs {@link #grantPublish}. */
    String connectionString();

    /**
     * Lets a principal send telemetry.
     *
     * @see <a href="https://learn.microsoft.com/azure/azure-monitor/app/azure-ad-authentication">Microsoft Entra authentication for
     *     Application Insights</a>
     */
    Grant grantPublish(Principal principal);

    /** Where the telemetry of a construct's stack goes; empty as long as nobody said. */
    static Optional<IApplicationInsights> of(Construct construct) {
        return PlatformStack.of(construct).find(IApplicationInsights.class);
    }
}
