package io.terralake.factory.dataflow;

/**
 * Types of columns and parameters in data flows.
 *
 * @see <a href="https://learn.microsoft.com/azure/data-factory/data-flow-expressions-usage">Data transformation expression
 *     usage</a>
 */
public enum DataFlowType {
    BOOLEAN("boolean"),
    DATE("date"),
    DOUBLE("double"),
    INTEGER("integer"),
    LONG("long"),
    STRING("string"),
    TIMESTAMP("timestamp");

    private final String scriptName;

    DataFlowType(String scriptName) {
        this.scriptName = scriptName;
    }

    /** The type's name in scripts. */
    public String scriptName() {
        return scriptName;
    }
}
