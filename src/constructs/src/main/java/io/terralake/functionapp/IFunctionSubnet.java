package io.terralake.functionapp;

import software.constructs.IConstruct;

/** A subnet that function apps send from, made here or imported. Several apps can share one. */
public interface IFunctionSubnet extends IConstruct {

    /** The Azure id of the subnet. */
    String subnetId();
}
