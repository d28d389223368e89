package org.yichuang.catalogue.internal.domain.check;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yichuang.catalogue.api.CaseKind;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.api.Route;
import org.yichuang.catalogue.api.Stage;
import org.yichuang.catalogue.internal.domain.LevelLimits;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.TextRules;

/** The clean-up flags that data alone raise: (1), (5), (6) second half, (7) of K3, and two more (R3-04, M-CAT-10). */
public final class CleanUpRules {
    private static final Pattern LAW = Pattern.compile("(法|条例|规定|办法|细则|决定|规则)》|国务院|全国人大|人民代表大会");
    private static final Pattern FILING = Pattern.compile("备案");

    /** What only licences are called; that a filing follows on one (许可证备案) makes it none. */
    private static final Pattern LICENSING = Pattern.compile("审批|核准|准予|许可(?!证.*备案|后|事项)");

    private static final Set<ItemType> IS_LICENCE = Set.of(ItemType.LICENCE, ItemType.NON_LICENCE);

    private final Map<String, Set<String>> departments = new HashMap<>();

    /** Notes an item before items are looked at: whether several departments have the same one shows only of all. */
    public void note(ItemDefinition item) {
        departments.computeIfAbsent(plain(item.name()), name -> new TreeSet<>()).add(item.department());
    }

    /** Returns the flags of an item, each with what was found. */
    public Map<CleanUpFlag, LocalizedMessage> of(ItemDefinition item) {
        Map<CleanUpFlag, LocalizedMessage> found = new LinkedHashMap<>();
        if (item.legalBasis().isBlank()) {
            found.put(CleanUpFlag.SELF_SET, message("no-basis"));
        } else if (!LAW.matcher(item.legalBasis()).find()) {
            found.put(CleanUpFlag.SELF_SET, message("no-law", TextRules.first(item.legalBasis(), 100)));
        }
        Set<String> shared = departments.getOrDefault(plain(item.name()), Set.of());
        Set<String> inRoute = severalInOneLevel(item);
        if (shared.size() > 1) {
            found.put(CleanUpFlag.SEVERAL_DEPARTMENTS, message("departments", listed(shared)));
        } else if (!inRoute.isEmpty()) {
            found.put(CleanUpFlag.SEVERAL_DEPARTMENTS, message("stages", listed(inRoute)));
        }
        item.routes().stream()
                .filter(CleanUpRules::isExaminedBelow)
                .findFirst()
                .ifPresent(route -> found.put(CleanUpFlag.DELEGABLE, message("examined-below", route.name())));
        boolean filing =
                item.type() == ItemType.FILING || FILING.matcher(item.name()).find();
        if (filing && item.kind() != CaseKind.INSTANT) {
            found.put(CleanUpFlag.FILING, message("filing"));
        }
        if (!IS_LICENCE.contains(item.type())
                && LICENSING.matcher(item.name() + "\n" + item.result()).find()) {
            found.put(CleanUpFlag.DISGUISED, message("disguised", item.type().label()));
        }
        LevelLimits.finding(item).ifPresent(finding -> found.put(CleanUpFlag.UNTIMED, finding));
        return found;
    }

    /** Examined at a level below, decided above without any further examination there. */
    private static boolean isExaminedBelow(Route route) {
        List<Stage> reviews = route.stages().stream()
                .filter(stage -> stage.action() == Stage.Action.PRE_REVIEW)
                .toList();
        return route.stages().stream()
                .filter(stage -> stage.action() == Stage.Action.DECIDE)
                .anyMatch(decision -> !reviews.isEmpty()
                        && reviews.stream().allMatch(review -> decision.level().isAbove(review.level())));
    }

    private static Set<String> severalInOneLevel(ItemDefinition item) {
        for (Route route : item.routes()) {
            Map<Object, Set<String>> levels = new HashMap<>();
            route.stages().stream()
                    .filter(stage -> !stage.department().isBlank())
                    .forEach(stage -> levels.computeIfAbsent(stage.level(), level -> new TreeSet<>())
                            .add(stage.department()));
            for (Set<String> named : levels.values()) {
                if (named.size() > 1) {
                    return named;
                }
            }
        }
        return Set.of();
    }

    private static LocalizedMessage listed(Set<String> departments) {
        return LocalizedMessage.list(departments.stream()
                .filter(Objects::nonNull)
                .map(LocalizedMessage::verbatim)
                .collect(Collectors.toList()));
    }

    private static String plain(String name) {
        return TextRules.folded(name).replaceAll("\\s", "");
    }

    private static LocalizedMessage message(String key, Object... arguments) {
        return LocalizedMessage.of(CleanUpRules.class, "clean-up." + key, arguments);
    }
}
