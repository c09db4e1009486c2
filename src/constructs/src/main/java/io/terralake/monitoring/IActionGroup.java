package io.terralake.monitoring;

/** Those whom alerts tell, made here or imported. */
public interface IActionGroup {

    /** The Azure id of the group. */
    String actionGroupId();
}
