package io.terralake.eventgrid;

import io.terralake.identity.ManagedIdentity;
import io.terralake.monitoring.Metric;
import java.util.Optional;

/** The events of one source, made here or imported, and the identity that delivers them. */
public interface ISystemTopic extends ManagedIdentity {

    /** The Azure id of the topic. */
    String systemTopicId();

    /** Its name. */
    String systemTopicName();

    /** What the events are of; empty for a topic that is managed elsewhere. */
    Optional<EventSource> source();

    /** How many events were given up and written to a dead-letter container, of all subscriptions. */
    Metric metricDeadLettered();

    /** How many events were given up and are lost: there is no dead-letter container, or it could not be written for four hours. */
    Metric metricDropped();

    /** How many attempts to deliver failed; most are repeated. */
    Metric metricDeliveryFailures();
}
