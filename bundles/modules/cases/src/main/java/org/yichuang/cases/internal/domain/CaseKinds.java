package org.yichuang.cases.internal.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.cases.api.CaseRequests.Outcome;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseTag;
import org.yichuang.catalogue.api.CaseKind;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.tenancy.api.SettingDefinition;
import org.yichuang.tenancy.api.Tenant;

/** Of which kinds a case is, and what its centre calls them: halls have names of their own for the same. */
public final class CaseKinds {
    private static final String KEY = "policy.cases.kind-name.";
    private static final int LONGEST = 20;

    private CaseKinds() {}

    /** The names that a centre may give. */
    public static List<SettingDefinition> settings() {
        return Stream.concat(
                        Stream.of(CaseKind.values()).map(CaseKinds::word),
                        Stream.of(CaseTag.values()).map(CaseTag::word))
                .map(word -> SettingDefinition.text(KEY + word, "", LONGEST))
                .toList();
    }

    /** What it is besides the kind of its item. */
    public static List<CaseTag> tags(CaseFile file, String here) {
        Progress progress = file.progress();
        List<CaseTag> tags = new ArrayList<>();
        add(tags, CaseTag.JOINT, file.submission().isJoint());
        add(
                tags,
                CaseTag.UPWARD,
                file.isTransferred() || !file.submission().route().isDecidedAt(here));
        add(tags, CaseTag.CORRECTED, !progress.corrections.isEmpty());
        add(tags, CaseTag.RETURNED, isReturned(file));
        add(tags, CaseTag.SPECIAL, progress.special != null);
        add(
                tags,
                CaseTag.ANSWER,
                progress.clocks.stream().anyMatch(clock -> clock.kind() == ClockKind.CLEAR_ANSWER)
                        || file.state() == CaseState.ANSWERED);
        return tags;
    }

    private static void add(List<CaseTag> tags, CaseTag tag, boolean is) {
        if (is) {
            tags.add(tag);
        }
    }

    private static boolean isReturned(CaseFile file) {
        boolean isRefused =
                file.progress().decision() != null && file.progress().decision().outcome() == Outcome.REFUSE;
        return isRefused || file.state() == CaseState.NOT_ACCEPTED || file.state() == CaseState.RETURNED;
    }

    /** What a centre calls the kind of an item. */
    public static String name(CaseKind kind, Tenant here) {
        return name(word(kind), kind.label(), here);
    }

    /** What a centre calls what a case is besides. */
    public static String name(CaseTag tag, Tenant here) {
        return name(tag.word(), tag.label(), here);
    }

    private static String name(String word, LocalizedMessage usual, Tenant here) {
        String own = here.policy(KEY + word, "");
        return own.isBlank() ? usual.zh() : own;
    }

    private static String word(CaseKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** All of them in one line, as papers tell them. */
    public static String line(CaseFile file, Tenant here) {
        Stream<String> tags = tags(file, here.id().value()).stream().map(tag -> name(tag, here));
        return Stream.concat(Stream.of(name(file.submission().item().kind(), here)), tags)
                .collect(Collectors.joining(
                        LocalizedMessage.of(CaseKinds.class, "kinds.comma").zh()));
    }
}
