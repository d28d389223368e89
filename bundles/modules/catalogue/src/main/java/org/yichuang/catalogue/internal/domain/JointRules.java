package org.yichuang.catalogue.internal.domain;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yichuang.catalogue.api.Condition;
import org.yichuang.catalogue.api.FormField;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.JointHandling;
import org.yichuang.catalogue.api.JointMember;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.TextRules;
import org.yichuang.kernel.api.time.Limit;

/** What even a draft of a bundle must be, besides what any draft must. */
final class JointRules {
    private static final int MOST_MEMBERS = 30;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_DEPARTMENT = 100;

    private JointRules() {}

    static void check(ItemDefinition item, Problems problems) {
        JointHandling joint = item.joint();
        problems.when(joint.kind() == null, "kind", message("joint.kind-missing"));
        problems.when(item.department().isBlank(), "leadDepartment", message("joint.lead-missing"));
        Limit total = item.promisedLimit();
        boolean isInLaw = total != null && total.amount() >= 1 && total.amount() <= JointHandling.MOST_DAYS;
        problems.when(!isInLaw, "totalLimit", message("joint.total", JointHandling.MOST_DAYS));
        problems.when(
                joint.members().isEmpty() || joint.members().size() > MOST_MEMBERS,
                "members",
                message("joint.members", MOST_MEMBERS));
        Map<String, FormField> fields = item.form().stream()
                .filter(field -> field.name() != null && field.type() != null)
                .collect(Collectors.toMap(FormField::name, Function.identity(), (one, other) -> one));
        for (int i = 0; i < joint.members().size(); i++) {
            checkMember("members[" + i + "]", joint.members().get(i), fields, total, problems);
        }
    }

    private static void checkMember(
            String path, JointMember member, Map<String, FormField> fields, Limit total, Problems problems) {
        problems.when(
                member.name().length() > LONGEST_NAME || TextRules.isUnfit(member.name()),
                path + ".name",
                message("joint.text", LONGEST_NAME));
        problems.when(
                member.department().length() > LONGEST_DEPARTMENT || TextRules.isUnfit(member.department()),
                path + ".department",
                message("joint.text", LONGEST_DEPARTMENT));
        boolean isTooLong = !member.decides()
                && member.limit() != null
                && total != null
                && Limits.isSurelyLonger(member.limit(), total);
        problems.when(isTooLong, path + ".limit", message("joint.party-limit"));
        List<List<Condition>> when = member.when();
        RouteRules.checkGroups(path, when, fields, problems);
    }

    private static LocalizedMessage message(String key, Object... arguments) {
        return LocalizedMessage.of(JointRules.class, key, arguments);
    }
}
