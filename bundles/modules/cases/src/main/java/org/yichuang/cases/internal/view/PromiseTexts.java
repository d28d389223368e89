package org.yichuang.cases.internal.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.yichuang.cases.api.CaseService.CaseSummary;
import org.yichuang.cases.api.CaseView.PromiseView;
import org.yichuang.cases.api.PromiseKind;
import org.yichuang.cases.api.PromiseState;
import org.yichuang.catalogue.api.Material;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.time.TrafficLight;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.pages.api.Tone;
import org.yichuang.pages.api.Ui;

/**
 * What pages say of promises about missing materials, and ask of those who write them down.
 *
 * @param ui whose language it is
 */
public record PromiseTexts(Ui ui) {
    /** Before the code of a material: the field of what is promised of it. */
    public static final String KIND = "promise-";

    /** Before the code of a material: the field of the day by which it follows. */
    public static final String UNTIL = "until-";

    /** The words under a key. */
    public String say(String key, Object... arguments) {
        return ui.localize(LocalizedMessage.of(PromiseTexts.class, key, arguments));
    }

    /** Whether anything may stand in for a material that is missing. */
    public static boolean isPromisable(Material material) {
        return material.deferral() != null || material.declaration() != null;
    }

    /** The fields in which is said what the applicant promises of a material. */
    public List<Field> fields(Material material) {
        List<Option> kinds = new ArrayList<>(List.of(new Option("", say("promise.none"))));
        if (material.deferral() != null) {
            kinds.add(new Option(PromiseKind.DEFERRAL.name(), ui.localize(PromiseKind.DEFERRAL.label())));
        }
        if (material.declaration() != null) {
            kinds.add(new Option(PromiseKind.DECLARATION.name(), ui.localize(PromiseKind.DECLARATION.label())));
        }
        List<Field> fields = new ArrayList<>();
        fields.add(Field.select(KIND + material.code(), material.name(), kinds));
        if (material.deferral() != null) {
            Integer days = material.deferral().workingDays();
            fields.add(Field.of(Field.Kind.DATE, UNTIL + material.code(), say("promise.until", material.name()))
                    .hint(days == null ? say("promise.until.usual") : say("promise.until.days", days))
                    .small());
        }
        return fields;
    }

    /** The light of a row: a promise that is overdue is no green one. */
    public TrafficLight light(CaseSummary row) {
        TrafficLight light = TrafficLight.valueOf(row.light().toUpperCase(Locale.ROOT));
        if (row.promiseOverdue() && light == TrafficLight.GREEN) {
            return row.due() == null ? TrafficLight.RED : TrafficLight.YELLOW;
        }
        return light;
    }

    /** What is to be handed in, and by when; what was declared untruly in its place has no day. */
    public String supplied(PromiseView promise) {
        return promise.kind() == PromiseKind.DEFERRAL
                ? say("supply.one", promise.name(), ui.date(promise.until()))
                : say("supply.instead", promise.name());
    }

    /** By when what was promised follows or is checked, or was to. */
    public String until(PromiseView promise) {
        boolean isOver = promise.suppliedOn() != null || promise.checkedOn() != null;
        String open = promise.kind() == PromiseKind.DEFERRAL ? "promise.by" : "promise.check-by";
        return say(isOver ? "promise.was-by" : open, ui.date(promise.until()));
    }

    /** How a promise stands. */
    public String state(PromiseView promise) {
        if (promise.kind() == PromiseKind.DECLARATION) {
            return promise.overdue()
                    ? say("state.unchecked")
                    : ui.localize(promise.state().label());
        }
        if (promise.suppliedOn() != null) {
            boolean isLate = promise.state() == PromiseState.BROKEN;
            return say(isLate ? "state.supplied-late" : "state.supplied", ui.date(promise.suppliedOn()));
        }
        return promise.overdue()
                ? say("state.overdue")
                : ui.localize(promise.state().label());
    }

    /** How urgent that is. */
    public Tone tone(PromiseView promise) {
        if (promise.overdue() || promise.state() == PromiseState.BROKEN) {
            return Tone.CARE;
        }
        return promise.state() == PromiseState.KEPT ? Tone.DONE : Tone.INFO;
    }
}
