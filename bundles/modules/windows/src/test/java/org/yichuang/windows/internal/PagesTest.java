package org.yichuang.windows.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.windows.internal.WindowsWorld.HOUSING;
import static org.yichuang.windows.internal.WindowsWorld.TODAY;
import static org.yichuang.windows.internal.WindowsWorld.proposal;
import static org.yichuang.windows.internal.WindowsWorld.signed;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import gg.jte.models.runtime.JteModel;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.After;
import org.junit.Test;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.pages.api.Fact;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Table;
import org.yichuang.pages.api.Ui;
import org.yichuang.testing.ModuleTransactions;
import org.yichuang.testing.centres.TestCentres;
import org.yichuang.windows.internal.WindowsCommands.Away;
import org.yichuang.windows.internal.WindowsCommands.Words;
import org.yichuang.windows.internal.WindowsViews.LetterView;
import org.yichuang.windows.internal.WindowsViews.StaffView;
import org.yichuang.windows.internal.jte.StaticTemplates;

/** What the pages of the hall show, and to whom they offer what. */
public class PagesTest {
    private static final PageRequest PAGE = PageRequest.of(null, null);

    private final ModuleTransactions transactions = ModuleTransactions.open("windows");
    private final WindowsWorld world =
            new WindowsWorld(transactions, transactions.persistenceUnit(), new TestCentres());
    private final StaticTemplates templates = new StaticTemplates();

    @After
    public void close() {
        transactions.close();
    }

    /** Components that write what they are told. */
    static Ui ui() {
        return (Ui)
                Proxy.newProxyInstance(Ui.class.getClassLoader(), new Class<?>[] {Ui.class}, (self, method, given) -> {
                    if (method.getReturnType() == Content.class) {
                        Content told = output -> write(given, output);
                        return told;
                    }
                    return switch (method.getName()) {
                        case "localize" -> ((LocalizedMessage) given[0]).zh();
                        case "path" -> "/haiyang" + given[0];
                        default -> given[0].toString();
                    };
                });
    }

    private static void write(Object told, TemplateOutput output) {
        if (told instanceof Object[] all) {
            Arrays.asList(all).forEach(each -> write(each, output));
        } else if (told instanceof Collection<?> all) {
            all.forEach(each -> write(each, output));
        } else if (told instanceof Content content) {
            content.writeTo(output);
        } else if (told instanceof Table table) {
            table.rows().forEach(row -> write(row.cells(), output));
        } else if (told instanceof Fact fact) {
            fact.value().writeTo(output);
        } else if (told instanceof Field field) {
            output.writeContent(" field:" + field.name());
        } else if (told != null) {
            output.writeContent(" " + told);
        }
    }

    private String letter(LetterView view, boolean manages, boolean proposes) {
        JteModel page = templates.letter(ui(), view, List.of(), manages, proposes);
        return page.render();
    }

    private static void offers(String page, String... steps) {
        for (String step : List.of("consent", "objection", "issue", "announcement", "revoke")) {
            assertEquals(
                    step, List.of(steps).contains(step), page.contains("/haiyang/windows/letters/1/" + step + "\""));
        }
    }

    @Test
    public void thePageOfALetterOffersWhatIsNextToWhomeverItIsFor() {
        world.stationed(HOUSING);
        LetterView made = world.letters.propose(
                proposal("1", List.of("BUILD"), List.of(), TODAY, TODAY.plusYears(1)), world.liaison(HOUSING));
        offers(letter(made, true, false), "consent", "objection");
        offers(letter(made, false, true));
        LetterView consented = world.letters.answer("1", true, new Words("同意"), world.manager());
        offers(letter(consented, true, false));
        offers(letter(consented, false, true), "issue");
        LetterView issued = world.letters.issue("1", signed(), world.liaison(HOUSING));
        offers(letter(issued, true, false), "revoke");
        String page = letter(issued, false, true);
        offers(page, "announcement");
        assertTrue(page, page.contains("letter.holds") && page.contains("李股长") && page.contains("BUILD"));
    }

    @Test
    public void whoIsAtAWindowIsShownToEverybody() {
        world.window("3", HOUSING);
        String bo = world.onDuty("bo", HOUSING, "3");
        world.recommended("new", HOUSING);
        JteModel page = templates.hall(
                ui(),
                world.hall.points(PAGE, world.clerk("x")).items(),
                world.staff.board(PAGE, world.clerk("x")).items(),
                null);
        String shown = page.render();
        assertTrue(shown, shown.contains("政务大厅") && shown.contains("N-bo") && shown.contains("staff.there"));
        assertFalse("nobody without a badge", shown.contains("N-new"));
        world.staff.away(bo, new Away(TODAY, "开会"), world.clerk("bo"));
        assertFalse(world.staff.board(PAGE, world.clerk("x")).items().get(0).present());
    }

    @Test
    public void oneSaysOnesOwnPresence() {
        world.window("3", HOUSING);
        String bo = world.onDuty("bo", HOUSING, "3");
        Optional<StaffView> own = world.staff.own(world.clerk("bo"));
        String there = templates
                .staff(ui(), List.of(), List.of(own.get()), null, own, false)
                .render();
        assertTrue(there, there.contains("/haiyang/windows/staff/" + bo + "/absence"));
        assertFalse(there, there.contains("/arrival"));
        assertFalse("recommends nobody", there.contains("recommend.title"));
        StaffView away = world.staff.away(bo, new Away(TODAY, "开会"), world.clerk("bo"));
        String gone = templates.member(ui(), away, true, true).render();
        assertTrue(gone, gone.contains("/arrival") && gone.contains("field:reason"));
        assertTrue("may go or be sent back", gone.contains("/departure"));
        assertEquals(Optional.empty(), world.staff.own(world.clerk("stranger")));
    }

    @Test
    public void theFormsOfTheHallAreForWhoManagesIt() {
        world.window("3", HOUSING);
        world.stationed(HOUSING);
        List<Field.Option> points = List.of(new Field.Option("p", "大厅"));
        JteModel manages = templates.windows(
                ui(),
                List.of(),
                world.hall.windows(PAGE, world.manager()).items(),
                null,
                world.hall.stationings(PAGE, world.manager()).items(),
                points);
        String page = manages.render();
        assertTrue(page, page.contains("/haiyang/windows/windows\"") && page.contains("/windows/windows/items"));
        JteModel looks = templates.windows(
                ui(),
                List.of(),
                world.hall.windows(PAGE, world.manager()).items(),
                null,
                world.hall.stationings(PAGE, world.manager()).items(),
                List.of());
        assertFalse(looks.render().contains("<form"));
        String form = templates.propose(ui()).render();
        assertTrue(form, form.contains("field:a.account") && form.contains("field:principal.rank"));
        assertFalse("the principal acts elsewhere", form.contains("field:principal.account"));
    }
}
