package org.yichuang.catalogue.internal.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.Prerequisite;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.TextRules;

/** What may be said of the results that an item needs before. */
final class NeedRules {
    /** What stands between prerequisites, and between the parts of one, where people write them. */
    private static final Pattern SEPARATORS = Pattern.compile("[\n\r;|\uFF1B\uFF5C]");

    private static final int MOST = 20;
    private static final int LONGEST_CODE = 64;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 500;

    private NeedRules() {}

    /** Notes what is wrong. */
    static void check(ItemDefinition item, Problems problems) {
        List<Prerequisite> all = item.prerequisites();
        problems.when(all.size() > MOST, "prerequisites", LocalizedMessage.of(NeedRules.class, "needs.too-many", MOST));
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            Prerequisite each = all.get(i);
            String path = "prerequisites[" + i + "]";
            problems.when(
                    each.result().isBlank(),
                    path + ".result",
                    LocalizedMessage.of(NeedRules.class, "need.result-missing", i + 1));
            problems.when(
                    each.code().equals(item.code()),
                    path + ".code",
                    LocalizedMessage.of(NeedRules.class, "need.itself", each.result()));
            problems.when(
                    !seen.add(each.code() + "\n" + each.result()),
                    path,
                    LocalizedMessage.of(NeedRules.class, "need.repeated", each.result()));
            text(path + ".code", each.code(), LONGEST_CODE, problems);
            text(path + ".result", each.result(), LONGEST_NAME, problems);
            text(path + ".organ", each.organ(), LONGEST_NAME, problems);
            text(path + ".reason", each.reason(), LONGEST_REASON, problems);
        }
    }

    private static void text(String field, String text, int longest, Problems problems) {
        problems.when(text.length() > longest, field, LocalizedMessage.of(NeedRules.class, "need.too-long", longest));
        problems.when(TextRules.isUnfit(text), field, LocalizedMessage.of(NeedRules.class, "need.unfit"));
        problems.when(SEPARATORS.matcher(text).find(), field, LocalizedMessage.of(NeedRules.class, "need.separators"));
    }
}
