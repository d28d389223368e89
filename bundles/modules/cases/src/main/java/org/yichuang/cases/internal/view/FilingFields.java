package org.yichuang.cases.internal.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.yichuang.cases.api.Afterwards;
import org.yichuang.cases.api.CaseChannel;
import org.yichuang.cases.api.CaseProof;
import org.yichuang.cases.api.CaseRequests.MaterialGiven;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.KindsView;
import org.yichuang.cases.api.Representative;
import org.yichuang.cases.api.VisitsView;
import org.yichuang.catalogue.api.CaseKind;
import org.yichuang.catalogue.api.Material;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.pages.api.Ui;

/**
 * The fields of a page that say how an application comes in and who acts for the applicant, and what was typed into
 * them. Names are those that refusals name.
 *
 * @param ui whose language it is
 */
public record FilingFields(Ui ui) {
    /** What shows that somebody may act, where files are kept by the material that they are. */
    public static final String PROOF = "representative.proof";

    /** The day on which it had come. */
    public static final String CAME_ON = "afterwards.cameOn";
    /** The file that shows it. */
    public static final String AFTERWARDS_PROOF = "afterwards.proof.file";

    private static final int REASON = 500;
    private static final int PLACE = 200;
    private static final String KIND = "representative.kind";
    private static final int NAME = 100;
    private static final int NUMBER = 40;
    private static final int PHONE = 30;
    private static final int AGENT = 64;

    /** The words under a key. */
    public String say(String key, Object... values) {
        return ui.localize(LocalizedMessage.of(FilingFields.class, key, values));
    }

    /** By which way the papers have come to the window. */
    public Field channel() {
        List<Option> ways = Arrays.stream(CaseChannel.values())
                .filter(way -> way != CaseChannel.ONLINE)
                .map(way -> new Option(way.name(), ui.localize(way.label())))
                .toList();
        return Field.select("channel", say("filing.channel"), ways).value(CaseChannel.WINDOW.name());
    }

    /** The day on which it had come, where it is entered afterwards. */
    public Field cameOn() {
        return Field.of(Field.Kind.DATE, CAME_ON, say("filing.came-on"))
                .hint(say("filing.came-on.hint"))
                .small();
    }

    /** Why it is entered afterwards, and what shows the day. */
    public List<Field> afterwards() {
        return List.of(
                Field.text("afterwards.reason", say("filing.came-on.reason"))
                        .maxLength(REASON)
                        .conditionallyRequired(),
                Field.text("afterwards.proof.paper", say("filing.came-on.paper"))
                        .hint(say("filing.came-on.paper.hint"))
                        .maxLength(PLACE)
                        .conditionallyRequired(),
                Field.of(Field.Kind.FILE, AFTERWARDS_PROOF, say("filing.came-on.file"))
                        .accept(FormFields.ENDINGS)
                        .maxBytes(FormFields.LARGEST)
                        .conditionallyRequired());
    }

    /**
     * What was typed of that; null where nothing was.
     *
     * @param day the day, as it was typed
     * @param file id of the file that was uploaded to show it, or null
     */
    public static Afterwards afterwards(LocalDate day, Function<String, String> typed, String file) {
        Afterwards entered = new Afterwards(
                day, typed.apply("afterwards.reason"), new CaseProof(file, typed.apply("afterwards.proof.paper")));
        boolean isTyped =
                day != null || !entered.reason().isBlank() || entered.proof().given();
        return isTyped ? entered : null;
    }

    /** The same of a case; empty where it was taken in as it came. */
    public String cameOn(CaseView view) {
        Afterwards entered = view.filing() == null ? null : view.filing().afterwards();
        return entered == null ? "" : ui.date(entered.cameOn());
    }

    /** Why, and what shows it; empty where that is not told. */
    public String cameOnBy(CaseView view) {
        Afterwards entered = view.filing().afterwards();
        return entered.proof() == null
                ? ""
                : say("filing.came-on.shown", entered.reason(), DeliveryTexts.proof(entered.proof(), ui));
    }

    /**
     * Who acts for the applicant.
     *
     * @param known what is known already, by field name
     */
    public List<Field> representative(Map<String, String> known) {
        List<Option> kinds = new ArrayList<>(List.of(new Option("", say("filing.nobody"))));
        for (Representative.Kind kind : Representative.Kind.values()) {
            kinds.add(new Option(kind.name(), ui.localize(kind.label())));
        }
        List<Field> fields = List.of(
                Field.select(KIND, say("filing.acting"), kinds),
                Field.text("representative.name", say("filing.acting.name")).maxLength(NAME),
                Field.text("representative.idNumber", say("filing.acting.id-number"))
                        .maxLength(NUMBER),
                Field.of(Field.Kind.TEL, "representative.phone", say("filing.acting.phone"))
                        .maxLength(PHONE),
                Field.text("representative.agent", say("filing.acting.agent"))
                        .hint(say("filing.acting.agent.hint"))
                        .maxLength(AGENT));
        fields.forEach(field -> field.value(known.getOrDefault(field.name(), "")));
        return fields;
    }

    /** Whether somebody is said to act for the applicant. */
    public static boolean isActedFor(Function<String, String> typed) {
        return !typed.apply(KIND).isEmpty();
    }

    /** What was typed of who acts for the applicant; null for nobody. */
    public static Representative representative(Function<String, String> typed, MaterialGiven proof) {
        if (!isActedFor(typed)) {
            return null;
        }
        return new Representative(
                kind(typed),
                typed.apply("representative.name"),
                null,
                typed.apply("representative.idNumber"),
                typed.apply("representative.phone"),
                typed.apply("representative.agent"),
                proof);
    }

    /** What was chosen; what cannot be chosen is nothing, and refused as that. */
    private static Representative.Kind kind(Function<String, String> typed) {
        return Arrays.stream(Representative.Kind.values())
                .filter(kind -> kind.name().equals(typed.apply(KIND)))
                .findFirst()
                .orElse(null);
    }

    /** By which way it has come, as was chosen; null where nothing was. */
    public static CaseChannel channel(Function<String, String> typed) {
        return Arrays.stream(CaseChannel.values())
                .filter(way -> way.name().equals(typed.apply("channel")))
                .findFirst()
                .orElse(null);
    }

    /** The paper on which it rests, to be uploaded among the materials; empty where nobody acts for the applicant. */
    public static Optional<Material> proof(Function<String, String> typed) {
        return Optional.ofNullable(kind(typed))
                .map(kind -> new Material(PROOF, kind.proof().zh(), true, "", 1, ""));
    }

    /** Who applies, and who acts for them. */
    public List<Field> people(Map<String, String> known) {
        List<Field> people = new ArrayList<>(FormFields.applicant(ui, known));
        people.addAll(representative(known));
        return people;
    }

    /** What is to be uploaded: what the item asks for, and by what somebody acts for the applicant. */
    public static List<Material> asked(List<Material> materials, Function<String, String> typed) {
        return Stream.concat(materials.stream(), proof(typed).stream()).toList();
    }

    /** How a case has come in; empty where that was not kept. */
    public String channel(CaseView view) {
        CaseChannel channel = view.filing() == null ? null : view.filing().channel();
        return channel == null ? "" : ui.localize(channel.label());
    }

    /** Beside which cases of the same applicant it came in, and why; empty for none. */
    public String beside(CaseView view) {
        return view.filing() == null || view.filing().beside().isEmpty()
                ? ""
                : say(
                        "filing.beside.shown",
                        String.join(ui.t("list.comma"), view.filing().beside()),
                        view.filing().duplicateReason());
    }

    /** Who acts for the applicant of a case, by kind, name, number and telephone; empty for nobody. */
    public String representative(CaseView view) {
        Representative acting = view.filing() == null ? null : view.filing().representative();
        return acting == null
                ? ""
                : ui.localize(LocalizedMessage.of(
                        FilingFields.class,
                        "filing.acting.shown",
                        acting.kind().label(),
                        acting.name(),
                        acting.idNumber(),
                        acting.phone()));
    }

    /** How often somebody had to come, beside how often the item says; empty where neither is known. */
    public String visits(CaseView view) {
        VisitsView visits = view.filing() == null ? null : view.filing().visits();
        if (visits == null || visits.made() == 0 && visits.promised() == null) {
            return "";
        }
        return visits.promised() == null
                ? say("filing.visits.made", visits.made())
                : say("filing.visits.promised", visits.made(), visits.promised());
    }

    /** Of which kinds it is: as the centre calls them, else in the words of the language. */
    public String kinds(CaseView view) {
        KindsView kinds = view.filing().kinds();
        List<String> names = new ArrayList<>();
        names.add(name(kinds.kindName(), CaseKind.valueOf(view.kind()).label()));
        for (int i = 0; i < kinds.tags().size(); i++) {
            names.add(name(kinds.tagNames().get(i), kinds.tags().get(i).label()));
        }
        return String.join(" · ", names);
    }

    private String name(String called, LocalizedMessage usual) {
        return called.equals(usual.zh()) ? ui.localize(usual) : called;
    }
}
