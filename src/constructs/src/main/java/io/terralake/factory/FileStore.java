package io.terralake.factory;

/** Where files are, as sources, sinks and datasets of the service call it. */
public enum FileStore {
    LAKE("AzureBlobFSLocation", "AzureBlobFSReadSettings", "AzureBlobFSWriteSettings"),
    BLOB("AzureBlobStorageLocation", "AzureBlobStorageReadSettings", "AzureBlobStorageWriteSettings"),
    /** Files of a web server are read only, each by its address. */
    HTTP("HttpServerLocation", "HttpReadSettings", "");

    private final String location;
    private final String readSettings;
    private final String writeSettings;

    FileStore(String location, String readSettings, String writeSettings) {
        this.location = location;
        this.readSettings = readSettings;
        this.writeSettings = writeSettings;
    }

    String location() {
        return location;
    }

    /** The type of what a source says about it. */
    public String readSettings() {
        return readSettings;
    }

    /** The type of what a sink says about it; empty where nothing is written. */
    public String writeSettings() {
        return writeSettings;
    }
}
