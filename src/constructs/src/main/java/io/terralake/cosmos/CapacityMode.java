package io.terralake.cosmos;

/** How an account's requests are paid for. It is chosen once. */
public enum CapacityMode {
    /** By the request: for tests, and for load that comes and goes. */
    SERVERLESS,
    /** By the hour, for what the databases and containers scale to by themselves: for steady load. */
    AUTOSCALE
}
