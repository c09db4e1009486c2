package io.terralake.functionapp;

import software.constructs.IConstruct;

/** A function app, made here or imported. */
public interface IFunctionApp extends IConstruct {

    /** The Azure id of the app. */
    String functionAppId();

    /** The host that functions are called at, such as {@code func-tlake-cars-dev-weu.azurewebsites.net}. */
    String hostName();
}
