package org.yichuang.catalogue.internal.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.api.Route;
import org.yichuang.catalogue.api.RouteChoice;
import org.yichuang.catalogue.internal.domain.RouteDescriber;
import org.yichuang.catalogue.internal.domain.handling.HallKind;
import org.yichuang.catalogue.internal.rest.PartBodies.ConditionBody;
import org.yichuang.catalogue.internal.rest.PartBodies.ExaminationBody;
import org.yichuang.catalogue.internal.rest.PartBodies.FieldBody;
import org.yichuang.catalogue.internal.rest.PartBodies.LimitBody;
import org.yichuang.catalogue.internal.rest.PartBodies.MaterialBody;
import org.yichuang.catalogue.internal.rest.PartBodies.PrerequisiteBody;
import org.yichuang.catalogue.internal.rest.PartBodies.RouteBody;
import org.yichuang.catalogue.internal.rest.PartBodies.StageBody;
import org.yichuang.catalogue.internal.rest.SampleResource.SampleView;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.time.Limit;

/** Items as the public and editors read them. */
public final class ItemViews {
    private ItemViews() {}

    /** An item in a list. */
    public record Summary(
            String code,
            String name,
            String type,
            String typeName,
            String department,
            String organ,
            String exerciseLevel,
            String kind,
            String kindName,
            LimitBody statutoryLimit,
            LimitBody promisedLimit,
            List<String> acceptanceLevels,
            String owner,
            int version,
            Instant publishedAt) {
        static Summary of(ItemVersion version) {
            ItemDefinition item = version.definition();
            return new Summary(
                    item.code(),
                    item.name(),
                    item.type().name(),
                    item.type().label().zh(),
                    item.department(),
                    item.organ(),
                    item.exerciseLevel().key(),
                    item.kind().name(),
                    item.kind().label().zh(),
                    LimitBody.of(item.statutoryLimit()),
                    LimitBody.of(item.promisedLimit()),
                    ItemBody.keys(item.acceptanceLevels()),
                    version.owner().value(),
                    version.number(),
                    version.publishedAt());
        }
    }

    /** The guide (办事指南) of an item: everything, with limits and routes in words. */
    public record Guide(
            String code,
            String name,
            String type,
            String typeName,
            String department,
            String organ,
            String exerciseLevel,
            String exerciseLevelName,
            String audience,
            String kind,
            String kindName,
            LimitBody statutoryLimit,
            String statutoryLimitText,
            LimitBody promisedLimit,
            String promisedLimitText,
            String conditions,
            List<MaterialBody> materials,
            String procedure,
            String fee,
            String legalBasis,
            String result,
            String complaint,
            String place,
            List<String> acceptanceLevels,
            List<FieldBody> form,
            List<RouteView> routes,
            String source,
            boolean reconsiderationFirst,
            List<String> aliases,
            ExaminationBody examination,
            CertificateBody certificate,
            List<PrerequisiteBody> prerequisites,
            HandlingBody handling,
            String serviceField,
            String serviceFieldName,
            List<String> hallKinds,
            List<SampleView> samples,
            String owner,
            int version,
            Instant publishedAt) {
        static Guide of(ItemVersion version, List<SampleView> samples) {
            ItemDefinition item = version.definition();
            ItemBody body = ItemBody.of(item);
            RouteDescriber words = new RouteDescriber(item.form());
            return new Guide(
                    body.code(),
                    body.name(),
                    body.type(),
                    item.type().label().zh(),
                    body.department(),
                    body.organ(),
                    body.exerciseLevel(),
                    item.exerciseLevel().label().zh(),
                    body.audience(),
                    body.kind(),
                    item.kind().label().zh(),
                    body.statutoryLimit(),
                    words(item.statutoryLimit()),
                    body.promisedLimit(),
                    words(item.promisedLimit()),
                    body.conditions(),
                    body.materials(),
                    body.procedure(),
                    body.fee(),
                    body.legalBasis(),
                    body.result(),
                    body.complaint(),
                    body.place(),
                    body.acceptanceLevels(),
                    body.form(),
                    item.routes().stream()
                            .map(route -> RouteView.of(route, words))
                            .toList(),
                    body.source(),
                    item.reconsiderationFirst(),
                    item.aliases(),
                    body.examination(),
                    body.certificate(),
                    body.prerequisites(),
                    body.handling(),
                    body.serviceField(),
                    item.serviceField() == null
                            ? null
                            : item.serviceField().label().zh(),
                    HallKind.of(item).stream().map(Enum::name).toList(),
                    samples,
                    version.owner().value(),
                    version.number(),
                    version.publishedAt());
        }
    }

    private static String words(Limit limit) {
        return limit == null ? "" : limit.label().zh();
    }

    /** A route with its rule in words. */
    public record RouteView(
            String id,
            String name,
            List<List<ConditionBody>> when,
            String whenZh,
            String whenEn,
            List<StageBody> stages,
            String issueLevel) {
        static RouteView of(Route route, RouteDescriber words) {
            LocalizedMessage rule = words.rule(route);
            return new RouteView(
                    route.id(),
                    route.name(),
                    RouteBody.conditions(route),
                    rule.zh(),
                    rule.en(),
                    route.stages().stream().map(StageBody::of).toList(),
                    route.issueLevel().key());
        }
    }

    /** The route that an application would take, and why. */
    public record ChoiceView(RouteView route, String zh, String en) {
        static ChoiceView of(RouteChoice choice, ItemDefinition item) {
            return new ChoiceView(
                    RouteView.of(choice.route(), new RouteDescriber(item.form())),
                    choice.reason().zh(),
                    choice.reason().en());
        }
    }

    /** What an application would say. */
    public record Enquiry(Map<String, Object> form) {}

    /** A version as editors see it. */
    public record VersionView(
            int version, String state, Instant publishedAt, long revision, String owner, ItemBody item) {
        static VersionView of(ItemVersion version) {
            return new VersionView(
                    version.number(),
                    version.state().name(),
                    version.publishedAt(),
                    version.revision(),
                    version.owner().value(),
                    ItemBody.of(version.definition()));
        }
    }

    /** The versions of an item, the newest first. */
    public record Versions(List<VersionView> items) {}
}
