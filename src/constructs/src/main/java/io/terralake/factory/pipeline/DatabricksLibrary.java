package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A library that Databricks installs on the cluster before an activity runs.
 *
 * @param kind which field of the service's list has it
 * @param place where it is, or what it is called
 * @see <a href="https://learn.microsoft.com/azure/data-factory/transform-data-databricks-notebook#supported-libraries-for-databricks-activities">
 *     Supported libraries for Databricks activities</a>
 */
public record DatabricksLibrary(Kind kind, String place) {

    /** Where libraries come from. */
    public enum Kind {
        JAR,
        MAVEN,
        PYPI,
        WHL
    }

    /** A JAR, such as {@code /Volumes/main/shared/jars/loans.jar}. */
    public static DatabricksLibrary jar(String path) {
        return new DatabricksLibrary(Kind.JAR, path);
    }

    /** A library of Maven Central, such as {@code org.jsoup:jsoup:1.18.1}. */
    public static DatabricksLibrary maven(String coordinates) {
        return new DatabricksLibrary(Kind.MAVEN, coordinates);
    }

    /** A package of PyPI, such as {@code simplejson==3.19.3}. */
    public static DatabricksLibrary pypi(String requirement) {
        return new DatabricksLibrary(Kind.PYPI, requirement);
    }

    /** A Python wheel, such as {@code /Volumes/main/shared/wheels/loans-1.0-py3-none-any.whl}. */
    public static DatabricksLibrary wheel(String path) {
        return new DatabricksLibrary(Kind.WHL, path);
    }

    /** The library as the service wants it. */
    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        switch (kind) {
            case JAR -> json.put("jar", place);
            case MAVEN -> json.putObject("maven").put("coordinates", place);
            case PYPI -> json.putObject("pypi").put("package", place);
            case WHL -> json.put("whl", place);
        }
        return json;
    }
}
