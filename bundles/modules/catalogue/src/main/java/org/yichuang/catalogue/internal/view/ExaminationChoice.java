package org.yichuang.catalogue.internal.view;

import java.util.Arrays;
import java.util.List;
import org.yichuang.catalogue.api.Examination;
import org.yichuang.catalogue.api.Examination.HearingDuty;
import org.yichuang.catalogue.internal.domain.ExaminationWords;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.pages.api.Ui;

/** How an item is examined, as pages say it and ask for it. */
public final class ExaminationChoice {
    private ExaminationChoice() {}

    /** When a hearing is held. */
    public static List<Option> hearings(Ui ui) {
        return Arrays.stream(HearingDuty.values())
                .map(duty -> new Option(duty.name(), ui.localize(ExaminationWords.label(duty))))
                .toList();
    }

    /** What is demanded, in words; empty where nothing is. */
    public static String words(Examination examination, Ui ui) {
        return ExaminationWords.write(examination, ui.locale());
    }
}
