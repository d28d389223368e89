package org.yichuang.catalogue.internal.domain.check;

import java.util.Optional;
import java.util.regex.Pattern;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.Stage;

/** Whether an item needs a survey on the spot, experts, or a technical test, as its steps or its texts tell (K5). */
final class SpecialSteps {
    private static final Pattern WORDS =
            Pattern.compile("勘[查察测]|踏勘|现场|论证|专家|评审|评估|检验|检测|检疫|检查|鉴定|听证|公示|公告|考试|考核|测试|拍卖|招标");

    private SpecialSteps() {}

    /** Tells whether an item is examined by its papers alone, at one level; nothing where its procedure is not told. */
    static Optional<Boolean> isSimple(ItemDefinition item) {
        boolean preReviewed = item.routes().stream()
                .flatMap(route -> route.stages().stream())
                .anyMatch(stage -> stage.action() == Stage.Action.PRE_REVIEW);
        boolean isSpecial = !item.handling().specialSteps().isEmpty();
        if (preReviewed
                || isSpecial
                || WORDS.matcher(item.procedure() + item.conditions()).find()) {
            return Optional.of(false);
        }
        return item.procedure().isBlank() ? Optional.empty() : Optional.of(true);
    }
}
