package org.yichuang.catalogue.internal.domain.joint;

import java.util.List;
import org.yichuang.catalogue.api.BundleKind;
import org.yichuang.catalogue.api.Condition;
import org.yichuang.catalogue.api.FormField;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.kernel.api.time.Limit;

/**
 * What an editor says of a bundle; all else is that of its members.
 *
 * @param code its code, as those of items
 * @param name its name
 * @param aliases what people call it
 * @param kind what is done jointly
 * @param lead the department that takes in, collects and decides
 * @param organ in whose name; empty for that of the lead's first item
 * @param total within how many working days
 * @param audience whom it serves
 * @param conditions in words, possibly empty
 * @param procedure in words, possibly empty
 * @param complaint where one complains, possibly empty
 * @param place where and when it is taken in, possibly empty
 * @param questions the fields of the form that belong to no member
 * @param members its parts
 */
public record BundleDraft(
        String code,
        String name,
        List<String> aliases,
        BundleKind kind,
        String lead,
        String organ,
        Integer total,
        String audience,
        String conditions,
        String procedure,
        String complaint,
        String place,
        List<FormField> questions,
        List<Member> members) {
    public BundleDraft {
        aliases = aliases == null ? List.of() : List.copyOf(aliases);
        organ = given(organ);
        audience = given(audience);
        conditions = given(conditions);
        procedure = given(procedure);
        complaint = given(complaint);
        place = given(place);
        questions = questions == null ? List.of() : List.copyOf(questions);
        members = members == null ? List.of() : List.copyOf(members);
    }

    private static String given(String text) {
        return text == null ? "" : text;
    }

    /**
     * A part.
     *
     * @param item the code of an item that the centre offers; empty for a party that gives its opinion only
     * @param name what the party says something about; of an item, its own name counts
     * @param department who; of an item, whoever decides it counts
     * @param limit how long the party may take; of an item, its own limit counts
     * @param when the conditions under which it is needed; none for always
     */
    public record Member(String item, String name, String department, Limit limit, List<List<Condition>> when) {
        public Member {
            item = given(item);
            name = given(name);
            department = given(department);
            when = when == null ? List.of() : when.stream().map(List::copyOf).toList();
        }

        /** Whether it gives its opinion only. */
        boolean onlyHeard() {
            return item.isEmpty();
        }
    }

    /** What an editor has said of a bundle that was put together before. */
    public static BundleDraft of(ItemDefinition bundle) {
        return new BundleDraft(
                bundle.code(),
                bundle.name(),
                bundle.aliases(),
                bundle.joint().kind(),
                bundle.department(),
                isOfLead(bundle) ? "" : bundle.organ(),
                bundle.promisedLimit() == null ? null : bundle.promisedLimit().amount(),
                bundle.audience(),
                bundle.conditions(),
                bundle.procedure(),
                bundle.complaint(),
                bundle.place(),
                bundle.joint().questions(),
                bundle.joint().members().stream()
                        .map(member -> new Member(
                                member.item(),
                                member.name(),
                                member.item().isEmpty() ? member.department() : "",
                                member.item().isEmpty() ? member.limit() : null,
                                member.when()))
                        .toList());
    }

    /** Whether the organ is that of an item of the lead: it follows the item, as where none was typed. */
    private static boolean isOfLead(ItemDefinition bundle) {
        return bundle.joint().members().stream()
                .anyMatch(member -> member.department().equals(bundle.department())
                        && member.organ().equals(bundle.organ()));
    }
}
