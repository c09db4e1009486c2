package io.terralake.settings;

import com.fasterxml.jackson.annotation.JsonProperty;

/** When the deploy hook runs. */
public enum DeployHookMode {
    /** After {@code cdktf deploy}, by a workflow or by hand, from the file of its outputs. */
    @JsonProperty("afterwards")
    AFTERWARDS,

    /** In {@code cdktf deploy}, as a provisioner of each stack that has something for it to do. */
    @JsonProperty("inDeploy")
    IN_DEPLOY
}
