package io.terralake.settings;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What becomes of a stateful resource when its construct is removed or would have to be replaced. */
public enum RemovalPolicy {
    /** It is destroyed. */
    @JsonProperty("destroy")
    DESTROY,

    /** Terraform refuses to destroy it ({@code prevent_destroy}). */
    @JsonProperty("retain")
    RETAIN
}
