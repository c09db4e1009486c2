package io.terralake.azure;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The id of a resource in Azure, {@code /subscriptions/<id>/resourceGroups/<name>/providers/<type>/<name>}, with a pair of
 * type and name more for each resource that it is part of.
 *
 * @param subscriptionId the subscription
 * @param resourceGroup the resource group
 * @param type the type, such as {@code Microsoft.Sql/servers/databases}
 * @param names the names of the resource and of those that it is part of, outermost first
 */
public record AzureId(String subscriptionId, String resourceGroup, String type, List<String> names) {
    private static final Pattern FORM = Pattern.compile(
            // No name in Azure that an id is written of starts an expression of Terraform.
            "(?!.*[$%]\\{)/subscriptions/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/resourceGroups/([^/]+)/providers/([^/]+)((?:/[^/]+/[^/]+)+)",
            Pattern.CASE_INSENSITIVE);

    public AzureId {
        names = List.copyOf(names);
    }

    /**
     * Reads the id of a resource of one type. Azure compares ids without regard to case.
     *
     * @param expectedType the type that it must have
     * @throws IllegalArgumentException when it has another form, a slash at its end, or is of another type
     */
    public static AzureId parse(String text, String expectedType) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("\"%s\" is not the id of a resource%s, %s is needed"
                    .formatted(text, text.endsWith("/") ? " (it ends with a slash)" : "", form(expectedType)));
        }
        List<String> types = new ArrayList<>(List.of(matcher.group(3)));
        List<String> names = new ArrayList<>();
        String[] parts = matcher.group(4).substring(1).split("/");
        for (int i = 0; i < parts.length; i += 2) {
            types.add(parts[i]);
            names.add(parts[i + 1]);
        }
        String type = String.join("/", types);
        if (!type.equalsIgnoreCase(expectedType)) {
            throw new IllegalArgumentException(
                    "\"%s\" is the id of a %s, %s is needed".formatted(text, type, form(expectedType)));
        }
        return new AzureId(matcher.group(1), matcher.group(2), expectedType, names);
    }

    /** The name of the resource itself. */
    public String name() {
        return names.get(names.size() - 1);
    }

    /** The form of the ids of a type. */
    private static String form(String type) {
        StringBuilder form = new StringBuilder("/subscriptions/<id>/resourceGroups/<name>/providers/");
        String[] parts = type.split("/");
        form.append(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            form.append('/').append(parts[i]).append("/<name>");
        }
        return form.toString();
    }
}
