package io.terralake.functionapp;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.Limits;
import io.terralake.entra.IApplication;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link FunctionApp}.
 *
 * @param purpose what the app is for, in derived names, such as {@code cars}
 * @param subnet where the app sends from
 * @param application whom callers' tokens are made out to; @default nobody calls: triggers are queues, timers and the like
 * @param callerServiceTags whose addresses may call, such as {@code LogicApps.WestEurope}: eight at most, and nobody else but the
 *     allow-list then; in private mode they open the public endpoint for themselves. @default in public mode everybody who has a
 *     token, in private mode the network alone
 * @param settings environment variables of the functions, by name; @default none
 * @param memory that of an instance; @default {@link InstanceMemory#MB_2048}
 * @param maximumInstances 40 to 1000 (azurerm 4.55.0, {@code maximum_instance_count}); @default 100
 * @param alwaysReady instances that wait for work; @default none
 * @param httpConcurrency how many HTTP requests an instance serves at once, 1 to 1000; @default Azure's, by memory
 * @param name the app's name, 2 to 60 characters, one in the world; @default derived from the platform's
 * @param storageName the name of its storage account; @default derived from the platform's
 */
@RecordBuilder
public record FunctionAppProps(
        String purpose,
        IFunctionSubnet subnet,
        @Nullable IApplication application,
        @Nullable List<String> callerServiceTags,
        @Nullable Map<String, AppSetting> settings,
        @Nullable InstanceMemory memory,
        @Nullable Integer maximumInstances,
        @Nullable List<AlwaysReady> alwaysReady,
        @Nullable Integer httpConcurrency,
        @Nullable String name,
        @Nullable String storageName) {
    private static final Pattern SERVICE_TAG = Pattern.compile("[A-Za-z][A-Za-z0-9]*(\\.[A-Za-z0-9]+)*");

    /**
     * How many tags a rule can name.
     *
     * @see <a href="https://learn.microsoft.com/azure/app-service/app-service-ip-restrictions">Set up access restrictions</a>
     */
    private static final int MOST_TAGS = 8;

    /** @throws IllegalArgumentException when Azure would not accept a property, or two of them do not go together */
    public FunctionAppProps {
        callerServiceTags = callerServiceTags == null ? List.of() : List.copyOf(callerServiceTags);
        settings = settings == null ? Map.of() : Map.copyOf(settings);
        memory = memory == null ? InstanceMemory.MB_2048 : memory;
        maximumInstances =
                Limits.check("maximum of instances", maximumInstances == null ? 100 : maximumInstances, 40, 1000, "");
        alwaysReady = alwaysReady == null ? List.of() : List.copyOf(alwaysReady);
        if (httpConcurrency != null) {
            Limits.check("HTTP concurrency", httpConcurrency, 1, 1000, "");
        }
        settings.keySet().stream().sorted().forEach(AppSettingNames::check);
        checkAlwaysReady(alwaysReady, maximumInstances);
        checkTags(callerServiceTags, application);
    }

    private static void checkAlwaysReady(List<AlwaysReady> ready, int maximum) {
        Set<String> known = new HashSet<>();
        for (AlwaysReady one : ready) {
            if (!known.add(one.functions())) {
                throw new IllegalArgumentException(
                        "always-ready functions \"%s\" are there twice".formatted(one.functions()));
            }
        }
        int total = ready.stream().mapToInt(AlwaysReady::instances).sum();
        if (total > maximum) {
            throw new IllegalArgumentException(
                    "%d always-ready instances are not allowed: at most the maximum of instances, %d"
                            .formatted(total, maximum));
        }
    }

    private static void checkTags(List<String> tags, @Nullable IApplication application) {
        for (String tag : tags) {
            if (!SERVICE_TAG.matcher(tag).matches()) {
                throw new IllegalArgumentException(
                        "service tag \"%s\" is not allowed: a name such as LogicApps.WestEurope".formatted(tag));
            }
        }
        if (tags.size() > MOST_TAGS) {
            throw new IllegalArgumentException(
                    "%d service tags are not allowed: %d at most".formatted(tags.size(), MOST_TAGS));
        }
        if (!tags.isEmpty() && application == null) {
            throw new IllegalArgumentException(
                    "callers %s need an application, which tokens are made out to".formatted(tags));
        }
    }

    public static FunctionAppPropsBuilder builder() {
        return FunctionAppPropsBuilder.builder();
    }
}
