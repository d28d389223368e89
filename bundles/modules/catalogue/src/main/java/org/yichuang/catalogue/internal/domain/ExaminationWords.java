package org.yichuang.catalogue.internal.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yichuang.catalogue.api.Examination;
import org.yichuang.catalogue.api.Examination.HearingDuty;
import org.yichuang.kernel.api.LocalizedMessage;

/** How an item is examined, in the words of lists: 审核、现场勘验、应当听证. */
public final class ExaminationWords {
    private static final Pattern BETWEEN = Pattern.compile("[、，,；;\\s]+");

    private ExaminationWords() {}

    /** The words, separated as lists do; empty where nothing is demanded. */
    public static String write(Examination examination, Locale locale) {
        List<LocalizedMessage> words = new ArrayList<>();
        if (examination.review()) {
            words.add(review());
        }
        if (examination.siteVisit()) {
            words.add(siteVisit());
        }
        if (examination.hearing() != HearingDuty.NONE) {
            words.add(label(examination.hearing()));
        }
        return LocalizedMessage.list(words, message("separator")).in(locale);
    }

    /** What a list says; empty when it holds a word that says nothing. */
    public static Optional<Examination> read(String text) {
        boolean isReviewed = false;
        boolean isVisited = false;
        HearingDuty hearing = HearingDuty.NONE;
        for (String word : BETWEEN.split(text.strip())) {
            Optional<HearingDuty> duty = Arrays.stream(HearingDuty.values())
                    .filter(each -> is(word, label(each), each.name()))
                    .findFirst();
            if (is(word, review(), "review")) {
                isReviewed = true;
            } else if (is(word, siteVisit(), "site-visit")) {
                isVisited = true;
            } else if (duty.isPresent()) {
                hearing = duty.get();
            } else if (!word.isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.of(new Examination(isReviewed, isVisited, hearing));
    }

    private static boolean is(String word, LocalizedMessage label, String name) {
        return word.equals(label.zh()) || word.equalsIgnoreCase(name);
    }

    /** That a second person verifies. */
    public static LocalizedMessage review() {
        return message("review");
    }

    /** That two or more of the staff go and see. */
    public static LocalizedMessage siteVisit() {
        return message("site-visit");
    }

    /** When a hearing is held. */
    public static LocalizedMessage label(HearingDuty duty) {
        return message("hearing." + duty.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static LocalizedMessage message(String key) {
        return LocalizedMessage.of(ExaminationWords.class, "examination." + key);
    }
}
