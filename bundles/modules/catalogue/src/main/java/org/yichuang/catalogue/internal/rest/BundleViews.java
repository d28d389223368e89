package org.yichuang.catalogue.internal.rest;

import java.time.Instant;
import java.util.List;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.api.JointMember;
import org.yichuang.catalogue.internal.domain.RouteDescriber;
import org.yichuang.catalogue.internal.rest.PartBodies.ConditionBody;
import org.yichuang.catalogue.internal.rest.PartBodies.ExaminationBody;
import org.yichuang.catalogue.internal.rest.PartBodies.FieldBody;
import org.yichuang.catalogue.internal.rest.PartBodies.LimitBody;
import org.yichuang.catalogue.internal.rest.PartBodies.MaterialBody;
import org.yichuang.kernel.api.LocalizedMessage;

/** Bundles as the public and editors read them. */
public final class BundleViews {
    private BundleViews() {}

    /** A bundle in a list. */
    public record Summary(
            String code,
            String name,
            String kind,
            String kindName,
            String leadDepartment,
            LimitBody totalLimit,
            int members,
            int version,
            String state,
            Instant publishedAt) {
        static Summary of(ItemVersion version) {
            ItemDefinition bundle = version.definition();
            return new Summary(
                    bundle.code(),
                    bundle.name(),
                    bundle.joint().kind().name(),
                    bundle.joint().kind().label().zh(),
                    bundle.department(),
                    LimitBody.of(bundle.promisedLimit()),
                    bundle.joint().members().size(),
                    version.number(),
                    version.state().name(),
                    version.publishedAt());
        }
    }

    /**
     * A part of a bundle.
     *
     * @param whenZh under which circumstances it is needed, in words
     */
    public record MemberView(
            String id,
            String item,
            Integer version,
            String name,
            String department,
            String organ,
            boolean decides,
            List<List<ConditionBody>> when,
            String whenZh,
            String whenEn,
            LimitBody limit,
            List<String> fields,
            List<String> materials,
            ExaminationBody examination) {
        static MemberView of(JointMember member, RouteDescriber words) {
            LocalizedMessage rule = words.groups(member.when());
            return new MemberView(
                    member.id(),
                    member.item().isEmpty() ? null : member.item(),
                    member.item().isEmpty() ? null : member.version(),
                    member.name(),
                    member.department(),
                    member.organ(),
                    member.decides(),
                    member.when().stream()
                            .map(group -> group.stream().map(ConditionBody::of).toList())
                            .toList(),
                    rule.zh(),
                    rule.en(),
                    LimitBody.of(member.limit()),
                    member.fields(),
                    member.materials(),
                    ExaminationBody.of(member.examination()));
        }
    }

    /** A bundle with the one form and the one set of materials of its members. */
    public record Guide(
            String code,
            String name,
            String kind,
            String kindName,
            String leadDepartment,
            String organ,
            LimitBody statutoryLimit,
            LimitBody totalLimit,
            String audience,
            String conditions,
            String procedure,
            String fee,
            String legalBasis,
            String result,
            String complaint,
            String place,
            List<String> aliases,
            List<MemberView> members,
            List<FieldBody> form,
            List<MaterialBody> materials,
            int version,
            String state,
            Instant publishedAt) {
        static Guide of(ItemVersion version) {
            ItemDefinition bundle = version.definition();
            RouteDescriber words = new RouteDescriber(bundle.form());
            return new Guide(
                    bundle.code(),
                    bundle.name(),
                    bundle.joint().kind().name(),
                    bundle.joint().kind().label().zh(),
                    bundle.department(),
                    bundle.organ(),
                    LimitBody.of(bundle.statutoryLimit()),
                    LimitBody.of(bundle.promisedLimit()),
                    bundle.audience(),
                    bundle.conditions(),
                    bundle.procedure(),
                    bundle.fee(),
                    bundle.legalBasis(),
                    bundle.result(),
                    bundle.complaint(),
                    bundle.place(),
                    bundle.aliases(),
                    bundle.joint().members().stream()
                            .map(member -> MemberView.of(member, words))
                            .toList(),
                    bundle.form().stream().map(FieldBody::of).toList(),
                    bundle.materials().stream().map(MaterialBody::of).toList(),
                    version.number(),
                    version.state().name(),
                    version.publishedAt());
        }
    }

    /** A version as editors see it: what they say, and what has become of it. */
    public record BundleVersion(int version, String state, long revision, BundleBody draft, Guide bundle) {
        static BundleVersion of(ItemVersion version) {
            return new BundleVersion(
                    version.number(),
                    version.state().name(),
                    version.revision(),
                    BundleBody.of(version.definition()),
                    Guide.of(version));
        }
    }

    /** The versions of a bundle, the newest first. */
    public record Versions(List<BundleVersion> items) {}
}
