package io.terralake.deployhook.functions;

/**
 * A package that an app is to have.
 *
 * @param app the Azure id of the function app
 * @param file the package
 */
public record PublishWork(String app, PackageFile file) {}
