package org.yichuang.catalogue.internal.rest;

import java.math.BigDecimal;
import java.util.List;
import org.yichuang.catalogue.api.Condition;
import org.yichuang.catalogue.api.Examination;
import org.yichuang.catalogue.api.Examination.HearingDuty;
import org.yichuang.catalogue.api.FormField;
import org.yichuang.catalogue.api.Material;
import org.yichuang.catalogue.api.Material.Declaration;
import org.yichuang.catalogue.api.Material.Deferral;
import org.yichuang.catalogue.api.Material.Demand;
import org.yichuang.catalogue.api.MaterialForm;
import org.yichuang.catalogue.api.Prerequisite;
import org.yichuang.catalogue.api.Route;
import org.yichuang.catalogue.api.Stage;
import org.yichuang.catalogue.internal.domain.Problems;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.time.DayUnit;
import org.yichuang.kernel.api.time.Limit;

/** The parts of an item as they go over the wire. */
public final class PartBodies {
    private PartBodies() {}

    /** A limit: {@code {"amount":20,"unit":"WORKING"}}. */
    public record LimitBody(Integer amount, String unit) {
        static LimitBody of(Limit limit) {
            return limit == null
                    ? null
                    : new LimitBody(limit.amount(), limit.unit().name());
        }

        static Limit limit(String path, LimitBody given, Problems problems) {
            if (given == null) {
                return null;
            }
            DayUnit unit = Parts.named(path + ".unit", "limit-unit", DayUnit.class, given.unit, problems);
            boolean bounded = given.amount != null && given.amount >= 0 && given.amount <= Limit.MAXIMUM;
            problems.when(
                    !bounded,
                    path + ".amount",
                    LocalizedMessage.of(PartBodies.class, "limit.out-of-range", Limit.MAXIMUM));
            return bounded && unit != null ? new Limit(given.amount, unit) : null;
        }
    }

    /** That a material may follow after the acceptance (R3-19). */
    public record DeferralBody(Integer workingDays) {}

    /** That a written promise may stand for a material (R3-20). */
    public record DeclarationBody(String consequence) {}

    /** What others have to certify or to do (R3-22): {@code {"kind":"CERTIFICATE","entry":"Z-1"}}. */
    public record DemandBody(String kind, String entry) {
        static DemandBody of(Demand demand) {
            return new DemandBody(demand.kind().name(), demand.entry());
        }

        Demand demand(String path, Problems problems) {
            Demand.Kind named = Parts.named(path + ".kind", "demand-kind", Demand.Kind.class, kind, problems);
            return named == null ? null : new Demand(named, Parts.text(entry));
        }
    }

    /** How an item is examined: {@code {"review":true,"siteVisit":true,"hearing":"ON_REQUEST"}}. */
    public record ExaminationBody(Boolean review, Boolean siteVisit, String hearing) {
        static ExaminationBody of(Examination examination) {
            return new ExaminationBody(
                    examination.review(),
                    examination.siteVisit(),
                    examination.hearing().name());
        }

        static Examination examination(String path, ExaminationBody given, Problems problems) {
            if (given == null) {
                return Examination.NONE;
            }
            HearingDuty hearing = given.hearing == null
                    ? HearingDuty.NONE
                    : Parts.named(path + ".hearing", "hearing", HearingDuty.class, given.hearing, problems);
            return new Examination(Boolean.TRUE.equals(given.review), Boolean.TRUE.equals(given.siteVisit), hearing);
        }
    }

    /** A result that has to be had before; without a code nobody's item leads to it that a catalogue knows. */
    public record PrerequisiteBody(String code, String result, String organ, String reason) {
        static PrerequisiteBody of(Prerequisite prerequisite) {
            return new PrerequisiteBody(
                    prerequisite.code(), prerequisite.result(), prerequisite.organ(), prerequisite.reason());
        }

        Prerequisite prerequisite() {
            return new Prerequisite(Parts.text(code), Parts.text(result), Parts.text(organ), Parts.text(reason));
        }
    }

    /** A material. */
    public record MaterialBody(
            String code,
            String name,
            Boolean required,
            String form,
            Integer copies,
            String note,
            DeferralBody deferral,
            DeclarationBody declaration,
            DemandBody demand,
            String kind) {
        static MaterialBody of(Material material) {
            return new MaterialBody(
                    material.code(),
                    material.name(),
                    material.required(),
                    material.form(),
                    material.copies(),
                    material.note(),
                    material.deferral() == null
                            ? null
                            : new DeferralBody(material.deferral().workingDays()),
                    material.declaration() == null
                            ? null
                            : new DeclarationBody(material.declaration().consequence()),
                    material.demand() == null ? null : DemandBody.of(material.demand()),
                    material.kind().name());
        }

        Material material(String path, Problems problems) {
            problems.when(code == null, path + ".code", LocalizedMessage.of(PartBodies.class, "material.code-missing"));
            return new Material(
                    Parts.text(code),
                    Parts.text(name),
                    required == null || required,
                    form(path, problems),
                    copies == null ? 1 : copies,
                    Parts.text(note),
                    deferral == null ? null : new Deferral(deferral.workingDays()),
                    declaration == null ? null : new Declaration(Parts.text(declaration.consequence())),
                    demand == null ? null : demand.demand(path + ".demand", problems));
        }

        /** The words of its form; a kind alone is said in its own word, and one beside words has to be theirs. */
        private String form(String path, Problems problems) {
            String words = Parts.text(form);
            if (Parts.text(kind).isEmpty()) {
                return words;
            }
            MaterialForm said = MaterialForm.parse(kind).orElse(null);
            String word = said == null ? "" : said.label().zh();
            boolean isSaid = said != null && (words.isEmpty() || MaterialForm.of(words) == said);
            problems.when(
                    !isSaid, path + ".kind", LocalizedMessage.of(PartBodies.class, "material.kind-differs", words));
            return words.isEmpty() ? word : words;
        }
    }

    /** A field of the application form. */
    public record FieldBody(
            String name,
            String label,
            String type,
            Boolean required,
            BigDecimal minimum,
            BigDecimal maximum,
            List<OptionBody> options,
            Boolean personal) {
        static FieldBody of(FormField field) {
            return new FieldBody(
                    field.name(),
                    field.label(),
                    field.type().name(),
                    field.required(),
                    field.minimum(),
                    field.maximum(),
                    field.options().stream().map(OptionBody::of).toList(),
                    field.personal());
        }

        FormField field(String path, Problems problems) {
            return new FormField(
                    Parts.text(name),
                    Parts.text(label),
                    Parts.named(path + ".type", "field-type", FormField.Type.class, type, problems),
                    required != null && required,
                    minimum,
                    maximum,
                    Parts.each(path + ".options", options, problems, (where, each) -> each.option()),
                    personal != null && personal);
        }
    }

    /** What can be chosen. */
    public record OptionBody(String value, String label) {
        static OptionBody of(FormField.Option option) {
            return new OptionBody(option.value(), option.label());
        }

        FormField.Option option() {
            return new FormField.Option(Parts.text(value), Parts.text(label));
        }
    }

    /** A route with its rule. */
    public record RouteBody(
            String id, String name, List<List<ConditionBody>> when, List<StageBody> stages, String issueLevel) {
        static RouteBody of(Route route) {
            return new RouteBody(
                    route.id(),
                    route.name(),
                    conditions(route),
                    route.stages().stream().map(StageBody::of).toList(),
                    route.issueLevel().key());
        }

        static List<List<ConditionBody>> conditions(Route route) {
            return route.when().stream()
                    .map(group -> group.stream().map(ConditionBody::of).toList())
                    .toList();
        }

        Route route(String path, Problems problems) {
            List<List<Condition>> groups = Parts.each(
                    path + ".when",
                    when,
                    problems,
                    (where, group) -> Parts.each(where, group, problems, (inner, each) -> each.condition()));
            return new Route(
                    Parts.text(id),
                    Parts.text(name),
                    groups,
                    Parts.each(path + ".stages", stages, problems, (where, each) -> each.stage(where, problems)),
                    Parts.level(path + ".issueLevel", issueLevel, problems));
        }
    }

    /** A demand on a field of the form. */
    public record ConditionBody(String field, List<String> in, BigDecimal from, BigDecimal below) {
        static ConditionBody of(Condition condition) {
            return new ConditionBody(condition.field(), condition.in(), condition.from(), condition.below());
        }

        Condition condition() {
            return new Condition(Parts.text(field), in, from, below);
        }
    }

    /** A stage of a route. */
    public record StageBody(String action, String level, String department, LimitBody limit) {
        static StageBody of(Stage stage) {
            return new StageBody(
                    stage.action().name(), stage.level().key(), stage.department(), LimitBody.of(stage.limit()));
        }

        Stage stage(String path, Problems problems) {
            return new Stage(
                    Parts.named(path + ".action", "stage-action", Stage.Action.class, action, problems),
                    Parts.level(path + ".level", level, problems),
                    Parts.text(department),
                    LimitBody.limit(path + ".limit", limit, problems));
        }
    }
}
