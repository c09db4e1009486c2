package io.terralake.logic;

import software.constructs.IConstruct;

/** A workflow, made here or imported. */
public interface IWorkflow extends IConstruct {

    /** The Azure id of the workflow. */
    String workflowId();
}
