package io.terralake.emulator.arm.templates;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The functions of the language, by name in lower case. */
final class Functions {
    /** Those that know where they are called, with how many arguments at least and at most. */
    private static final Map<String, int[]> OF_A_SCOPE = Map.ofEntries(
            Map.entry("if", new int[] {3, 3}),
            Map.entry("parameters", new int[] {1, 1}),
            Map.entry("variables", new int[] {1, 1}),
            Map.entry("copyindex", new int[] {0, 2}),
            Map.entry("newguid", new int[] {0, 0}),
            Map.entry("utcnow", new int[] {0, 1}),
            Map.entry("reference", new int[] {1, 3}),
            Map.entry("resourcegroup", new int[] {0, 0}),
            Map.entry("subscription", new int[] {0, 0}),
            Map.entry("tenant", new int[] {0, 0}),
            Map.entry("deployment", new int[] {0, 0}),
            Map.entry("environment", new int[] {0, 0}),
            Map.entry("resourceid", new int[] {2, TemplateFunction.ANY}),
            Map.entry("subscriptionresourceid", new int[] {2, TemplateFunction.ANY}),
            Map.entry("tenantresourceid", new int[] {2, TemplateFunction.ANY}),
            Map.entry("extensionresourceid", new int[] {3, TemplateFunction.ANY}));

    private static final int[] LIST = {2, 3};

    private static final Set<String> NOT_EMULATED = Set.of(
            "builduri",
            "cidrhost",
            "cidrsubnet",
            "datauri",
            "datauritostring",
            "datetimeadd",
            "datetimefromepoch",
            "datetimetoepoch",
            "deployer",
            "externalinput",
            "fail",
            "filter",
            "flatten",
            "float",
            "groupby",
            "indexfromend",
            "lambda",
            "lambdavariables",
            "managementgroup",
            "managementgroupresourceid",
            "map",
            "mapvalues",
            "objectkeys",
            "parsecidr",
            "parseuri",
            "pickzones",
            "providers",
            "reduce",
            "references",
            "resourceinfo",
            "shallowmerge",
            "sort",
            "toobject",
            "tryget",
            "tryindexfromend",
            "uri",
            "uricomponenttostring");

    private static final Map<String, TemplateFunction> PURE = pure();

    private Functions() {}

    private static Map<String, TemplateFunction> pure() {
        Map<String, TemplateFunction> all = new HashMap<>();
        Stream.of(
                        ArrayFunctions.ALL,
                        LogicalFunctions.ALL,
                        NumberFunctions.ALL,
                        ObjectFunctions.ALL,
                        StringFunctions.ALL)
                .flatMap(List::stream)
                .forEach(each -> all.put(each.name().toLowerCase(Locale.ROOT), each));
        return all;
    }

    /** Whether a function asks resources, and can be called only when they are there. */
    static boolean asksResources(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.equals("reference") || lower.startsWith("list");
    }

    /** One that knows its arguments only; empty for those that know where they are called. */
    static Optional<TemplateFunction> pure(String name) {
        return Optional.ofNullable(PURE.get(name.toLowerCase(Locale.ROOT)));
    }

    /**
     * Refuses a call of something that is no function, or not one of so many arguments.
     *
     * @throws TemplateException with what is wrong
     */
    static void check(Expression.Call call) {
        String name = call.function().toLowerCase(Locale.ROOT);
        if (NOT_EMULATED.contains(name) || name.contains(".")) {
            throw TemplateException.notEmulated("the function '%s' is not emulated", call.function());
        }
        TemplateFunction pure = PURE.get(name);
        int[] arguments = pure != null
                ? new int[] {pure.least(), pure.most()}
                : name.startsWith("list") ? LIST : OF_A_SCOPE.get(name);
        if (arguments == null) {
            throw TemplateException.invalid("there is no function '%s'", call.function());
        }
        int given = call.arguments().size();
        if (given < arguments[0] || given > arguments[1]) {
            throw TemplateException.invalid(
                    "the function '%s' takes %s, given are %d", call.function(), counted(arguments), given);
        }
    }

    private static String counted(int[] arguments) {
        if (arguments[1] == TemplateFunction.ANY) {
            return "at least " + counted(arguments[0]);
        }
        return (arguments[0] == arguments[1] ? "" : arguments[0] + " to ") + counted(arguments[1]);
    }

    private static String counted(int arguments) {
        return "%d argument%s".formatted(arguments, arguments == 1 ? "" : "s");
    }
}
