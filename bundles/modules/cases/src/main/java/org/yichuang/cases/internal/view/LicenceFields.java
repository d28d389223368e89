package org.yichuang.cases.internal.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.yichuang.cases.api.CaseLicence;
import org.yichuang.cases.api.CaseLicence.Given;
import org.yichuang.cases.api.LicenceMatter;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.pages.api.Ui;

/** What an applicant holds already, and what is to become of it, on pages. */
public final class LicenceFields {
    /** The name of the field of the certificate's number. */
    public static final String NUMBER = "licence.number";

    /** The name of the field of what is applied for. */
    public static final String MATTER = "licence.matter";

    /** Both. */
    public static final Set<String> NAMES = Set.of(NUMBER, MATTER);

    private LicenceFields() {}

    /** What all of it is called. */
    public static String title(Ui ui) {
        return new ApplyTexts(ui).say("licence.concerned");
    }

    /** The fields at the window: something new is what is usual. */
    public static List<Field> of(Map<String, String> known, Ui ui) {
        List<Option> matters = new ArrayList<>(List.of(new Option("", new ApplyTexts(ui).say("licence.new"))));
        Arrays.stream(LicenceMatter.values())
                .forEach(matter -> matters.add(new Option(matter.name(), ui.localize(matter.label()))));
        return List.of(
                Field.select(MATTER, new ApplyTexts(ui).say("licence.matter"), matters)
                        .value(known.getOrDefault(MATTER, "")),
                Field.text(NUMBER, new ApplyTexts(ui).say("licence.number"))
                        .hint(new ApplyTexts(ui).say("licence.number.hint"))
                        .maxLength(200)
                        .value(known.getOrDefault(NUMBER, "")));
    }

    /** What was typed; nothing where something new is applied for. Half of it is kept, for the service to refuse. */
    public static Given read(Function<String, String> typed) {
        String matter = typed.apply(MATTER);
        String number = typed.apply(NUMBER);
        return matter.isBlank() && number.isBlank() ? null : new Given(number, matter(matter));
    }

    private static LicenceMatter matter(String word) {
        return Arrays.stream(LicenceMatter.values())
                .filter(matter -> matter.name().equals(word))
                .findFirst()
                .orElse(null);
    }

    /** What was typed, in words. */
    public static String shown(Given given, Ui ui) {
        String matter = given.matter() == null ? "" : ui.localize(given.matter().label());
        return new ApplyTexts(ui).say("licence.shown", matter, given.number());
    }

    /** What an application is of, in words: with a renewal, what becomes of it when nobody decides. */
    public static String shown(CaseLicence licence, Ui ui) {
        String words = new ApplyTexts(ui)
                .say("licence.shown", ui.localize(licence.matter().label()), licence.number());
        if (licence.isTimed()) {
            return words + new ApplyTexts(ui).say("licence.timed", ui.date(licence.decideBy()));
        }
        return licence.isLate() ? words + new ApplyTexts(ui).say("licence.late", ui.date(licence.validUntil())) : words;
    }
}
