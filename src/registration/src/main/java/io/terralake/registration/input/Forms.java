package io.terralake.registration.input;

import java.util.List;

/** Forms of more than one reader. Limits of Azure are from its naming rules and restrictions. */
public final class Forms {
    /** Object ids, client ids, subscription ids. */
    public static final Form GUID = Form.of(
            "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
            36, "a GUID such as 11111111-2222-3333-4444-555555555555");

    /** Names of resource groups. */
    public static final Form RESOURCE_GROUP =
            Form.of("[\\p{L}\\p{N}_.()-]{0,89}[\\p{L}\\p{N}_()-]", 90, "1 to 90 letters, digits and '._()-'");

    /** Names of Azure ML workspaces. */
    public static final Form ML_WORKSPACE =
            Form.of("[A-Za-z0-9][A-Za-z0-9_-]{2,32}", 33, "3 to 33 letters, digits, '_' and '-'");

    /** Names of storage accounts. */
    public static final Form STORAGE_ACCOUNT = Form.of("[a-z0-9]{3,24}", 24, "3 to 24 lower-case letters and digits");

    /** Texts for people. */
    public static final Form TEXT =
            Form.of("[^\\p{Cntrl}]*", 1024, "at most 1024 characters, without control characters");

    /** Ids of resources of any type. */
    public static final Form AZURE_ID =
            idForm("[\\w.]+(/\\w+/(?!\\.+(/|$))[\\w.()~-]+)+", "the id of an Azure resource");

    private Forms() {}

    /**
     * Ids of resources of one type. Azure compares them without regard to case.
     *
     * @param type such as {@code Microsoft.Sql/servers}
     */
    public static Form azureId(String type) {
        StringBuilder regex = new StringBuilder();
        StringBuilder shown = new StringBuilder("/subscriptions/<id>/resourceGroups/<name>/providers/");
        List<String> parts = List.of(type.split("/"));
        regex.append(parts.get(0).replace(".", "\\."));
        shown.append(parts.get(0));
        for (String part : parts.subList(1, parts.size())) {
            regex.append('/').append(part).append("/(?!\\.+(/|$))[\\w.()~-]+");
            shown.append('/').append(part).append("/<name>");
        }
        return idForm(regex.toString(), shown.toString());
    }

    private static Form idForm(String provider, String allowed) {
        return Form.of(
                "(?i)/subscriptions/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
                        + "/resourceGroups/(?!\\.+/)[\\p{L}\\p{N}_.()-]{1,90}/providers/" + provider,
                1024,
                allowed);
    }
}
