package io.terralake.settings;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How services are reached. */
public enum NetworkMode {
    /** By public endpoints that deny all but an allow-list. */
    @JsonProperty("public")
    PUBLIC,

    /** By private endpoints only. */
    @JsonProperty("private")
    PRIVATE
}
