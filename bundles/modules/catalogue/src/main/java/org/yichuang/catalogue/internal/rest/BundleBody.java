package org.yichuang.catalogue.internal.rest;

import java.util.List;
import javax.validation.constraints.NotNull;
import org.yichuang.catalogue.api.BundleKind;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.internal.domain.Problems;
import org.yichuang.catalogue.internal.domain.joint.BundleDraft;
import org.yichuang.catalogue.internal.rest.PartBodies.ConditionBody;
import org.yichuang.catalogue.internal.rest.PartBodies.FieldBody;
import org.yichuang.catalogue.internal.rest.PartBodies.LimitBody;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * A bundle as an editor sends and reads it.
 *
 * @param totalLimit within how many working days all is decided
 * @param form the fields that belong to no member
 */
public record BundleBody(
        String code,
        String name,
        String kind,
        String leadDepartment,
        String organ,
        @NotNull Integer totalLimit,
        String audience,
        String conditions,
        String procedure,
        String complaint,
        String place,
        List<String> aliases,
        List<FieldBody> form,
        List<MemberBody> members) {

    /** A part: an item by its code, or a party without one that gives its opinion only. */
    public record MemberBody(
            String item, String name, String department, LimitBody limit, List<List<ConditionBody>> when) {
        static MemberBody of(BundleDraft.Member member) {
            return new MemberBody(
                    member.item(),
                    member.name(),
                    member.department(),
                    LimitBody.of(member.limit()),
                    member.when().stream()
                            .map(group -> group.stream().map(ConditionBody::of).toList())
                            .toList());
        }

        BundleDraft.Member member(String path, Problems problems) {
            return new BundleDraft.Member(
                    Parts.text(item),
                    Parts.text(name),
                    Parts.text(department),
                    LimitBody.limit(path + ".limit", limit, problems),
                    Parts.each(
                            path + ".when",
                            when,
                            problems,
                            (where, group) -> Parts.each(where, group, problems, (inner, each) -> each.condition())));
        }
    }

    static BundleBody of(ItemDefinition bundle) {
        BundleDraft draft = BundleDraft.of(bundle);
        return new BundleBody(
                draft.code(),
                draft.name(),
                draft.kind().name(),
                draft.lead(),
                draft.organ(),
                draft.total(),
                draft.audience(),
                draft.conditions(),
                draft.procedure(),
                draft.complaint(),
                draft.place(),
                draft.aliases(),
                draft.questions().stream().map(FieldBody::of).toList(),
                draft.members().stream().map(MemberBody::of).toList());
    }

    /** What it says, under the code of the path; {@code item-invalid} with the fields that cannot be read. */
    BundleDraft draft(String pathCode) {
        Problems problems = new Problems();
        problems.when(
                code != null && !code.equals(pathCode),
                "code",
                LocalizedMessage.of(BundleBody.class, "item.code-differs"));
        BundleDraft draft = new BundleDraft(
                pathCode,
                Parts.text(name),
                Parts.each("aliases", aliases, problems, (path, each) -> each),
                Parts.named("kind", "bundle-kind", BundleKind.class, kind, problems),
                Parts.text(leadDepartment),
                Parts.text(organ),
                totalLimit,
                Parts.text(audience),
                Parts.text(conditions),
                Parts.text(procedure),
                Parts.text(complaint),
                Parts.text(place),
                Parts.each("form", form, problems, (path, each) -> each.field(path, problems)),
                Parts.each("members", members, problems, (path, each) -> each.member(path, problems)));
        boolean isDay = totalLimit == null || totalLimit >= 0 && totalLimit <= 366;
        problems.when(!isDay, "totalLimit", LocalizedMessage.of(BundleBody.class, "bundle.total-limit"));
        problems.refuse(CatalogueError.ITEM_INVALID, LocalizedMessage.of(BundleBody.class, "item.invalid"));
        return draft;
    }
}
