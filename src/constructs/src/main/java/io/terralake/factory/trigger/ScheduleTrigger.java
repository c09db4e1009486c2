package io.terralake.factory.trigger;

import com.hashicorp.cdktf.providers.azurerm.data_factory_trigger_schedule.DataFactoryTriggerSchedule;
import com.hashicorp.cdktf.providers.azurerm.data_factory_trigger_schedule.DataFactoryTriggerScheduleConfig;
import com.hashicorp.cdktf.providers.azurerm.data_factory_trigger_schedule.DataFactoryTriggerSchedulePipeline;
import com.hashicorp.cdktf.providers.azurerm.data_factory_trigger_schedule.DataFactoryTriggerScheduleSchedule;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.factory.ArtifactKind;
import io.terralake.factory.ArtifactName;
import io.terralake.factory.ArtifactNotes;
import io.terralake.factory.IDataFactory;
import io.terralake.factory.Literals;
import io.terralake.factory.expression.Origin;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/** Starts a pipeline by the clock. */
public final class ScheduleTrigger extends StackPart {

    /** @throws io.terralake.core.ConstructException when the pipeline does not have a parameter that is given, or not so */
    public ScheduleTrigger(Construct scope, String id, ScheduleTriggerProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        Schedule schedule = props.schedule();
        ArtifactNotes notes = Objects.requireNonNull(props.notes());
        IDataFactory factory = PipelineRun.check(this, props.runs(), Set.of(Origin.TRIGGER));
        new DataFactoryTriggerSchedule(
                this,
                "Resource",
                DataFactoryTriggerScheduleConfig.builder()
                        .name(Literals.of(ArtifactName.claim(this, factory, ArtifactKind.TRIGGER, props.name())))
                        .dataFactoryId(factory.factoryId())
                        .frequency(schedule.frequency().azureName())
                        .interval(schedule.interval())
                        .startTime(schedule.start().toString())
                        .endTime(schedule.end() == null ? null : schedule.end().toString())
                        .timeZone(schedule.timeZone())
                        .schedule(calendar(schedule))
                        .activated(props.started())
                        .description(notes.descriptionLiteral())
                        .annotations(notes.annotationLiterals())
                        .pipeline(props.runs().stream()
                                .map(run -> DataFactoryTriggerSchedulePipeline.builder()
                                        .name(run.pipeline().pipelineName())
                                        .parameters(run.arguments())
                                        .build())
                                .toList())
                        .build());
    }

    private static @Nullable DataFactoryTriggerScheduleSchedule calendar(Schedule schedule) {
        LocalTime at = schedule.at();
        List<DayOfWeek> daysOfWeek = Objects.requireNonNull(schedule.daysOfWeek());
        List<Integer> daysOfMonth = Objects.requireNonNull(schedule.daysOfMonth());
        if (at == null && daysOfWeek.isEmpty() && daysOfMonth.isEmpty()) {
            return null;
        }
        return DataFactoryTriggerScheduleSchedule.builder()
                .hours(at == null ? null : List.of(at.getHour()))
                .minutes(at == null ? null : List.of(at.getMinute()))
                .daysOfWeek(
                        daysOfWeek.isEmpty()
                                ? null
                                : daysOfWeek.stream()
                                        .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                                        .toList())
                .daysOfMonth(daysOfMonth.isEmpty() ? null : daysOfMonth)
                .build();
    }
}
