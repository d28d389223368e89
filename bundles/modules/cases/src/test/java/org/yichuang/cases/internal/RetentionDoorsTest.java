package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import gg.jte.Content;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.ws.rs.core.Response;
import org.junit.Test;
import org.yichuang.cases.internal.RetentionCommands.Hold;
import org.yichuang.cases.internal.RetentionCommands.Lift;
import org.yichuang.cases.internal.RetentionCommands.Propose;
import org.yichuang.cases.internal.RetentionCommands.Reject;
import org.yichuang.cases.internal.RetentionViews.HoldView;
import org.yichuang.cases.internal.RetentionViews.RemovalView;
import org.yichuang.cases.internal.rest.RetentionResource;
import org.yichuang.cases.internal.web.RetentionPages;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.api.Table;
import org.yichuang.pages.api.Ui;
import org.yichuang.shell.testing.Wired;

/** What is kept and what no longer, as callers of the interface and people at their pages meet it. */
public class RetentionDoorsTest extends RetentionWorld {
    private final Map<String, List<String>> typed = new HashMap<>();
    private String shown;
    private String gone;
    private ProblemException told;

    private static Content plain(String words) {
        return out -> out.writeContent(words);
    }

    private static Content table(Table table) {
        return out -> {
            table.rows().forEach(row -> row.cells().forEach(cell -> {
                cell.writeTo(out);
                out.writeContent("|");
            }));
            out.writeContent(table.rows().isEmpty() ? table.empty() : "");
        };
    }

    private static Ui ui() {
        Map<String, Function<Object[], Object>> answers = new HashMap<>();
        answers.put("t", key -> String.valueOf(key[0]));
        answers.put("localize", said -> ((LocalizedMessage) said[0]).zh());
        answers.put("date", day -> String.valueOf(day[0]));
        answers.put("moment", at -> String.valueOf(at[0]));
        answers.put("path", below -> String.valueOf(below[0]));
        answers.put("text", words -> plain(String.valueOf(words[0])));
        answers.put("link", to -> plain("[" + to[0] + "]" + to[1]));
        answers.put("badge", said -> plain((String) said[1]));
        answers.put("hidden", any -> plain(any == null || any.length == 0 ? "" : "v" + any[0]));
        answers.put("field", field -> plain("<" + ((Field) field[0]).name() + ">"));
        answers.put("table", each -> table((Table) each[0]));
        return Wired.only(Ui.class, answers);
    }

    private PageCall by(CallContext context) {
        return Wired.only(
                PageCall.class,
                Map.of(
                        "context", any -> context,
                        "ui", any -> ui(),
                        "query", any -> "",
                        "form", any -> new Form(typed, Map.of()),
                        "redirect",
                                to -> {
                                    gone = (String) to[0];
                                    return Response.status(303).build();
                                },
                        "redisplay",
                                refused -> {
                                    told = (ProblemException) refused[0];
                                    return Response.ok().build();
                                },
                        "render",
                                screen -> {
                                    StringOutput page = new StringOutput();
                                    ((Screen) screen[0]).content().writeTo(page);
                                    shown = page.toString();
                                    return Response.ok().build();
                                }));
    }

    @Test
    public void aPageProposesWhatMayBeRemovedAndAnotherPersonConfirmsIt() {
        String free = delivered(HAIYANG);
        String held = delivered(HAIYANG);
        centres.province.at(DUE);
        RetentionPages pages = new RetentionPages(retention);
        typed.put("number", List.of(held));
        typed.put("basis", List.of("审计1号"));
        pages.hold(by(archivist(HAIYANG)));
        assertEquals("/retention/holds", gone);
        pages.holds(by(archivist(HAIYANG)));
        assertTrue(shown, shown.contains("[/retention/holds/" + held + "]"));

        pages.due(by(archivist(HAIYANG)));
        assertTrue(shown, shown.contains("name=\"number\" value=\"" + free + "\""));
        assertFalse("what is held is not proposed", shown.contains("value=\"" + held + "\""));
        assertTrue(shown, shown.contains("诉讼、调查等要求延期保管"));
        assertFalse("nothing of people", shown.contains("海阳建设"));

        typed.put("number", List.of(free));
        pages.propose(by(archivist(HAIYANG)));
        assertEquals("words", told.fields().get(0).field());
        typed.put("words", List.of("鉴定1号"));
        pages.propose(by(archivist(HAIYANG)));
        String removal = gone;
        String id = removal.substring(removal.lastIndexOf('/') + 1);
        pages.removal(by(archivist(HAIYANG)), id);
        assertFalse("whoever keeps the archive confirms nothing", shown.contains("confirmation"));
        pages.removal(by(manager(HAIYANG)), id);
        assertTrue(shown, shown.contains("action=\"" + removal + "/confirmation\"") && shown.contains("v1"));
        pages.confirm(by(manager(HAIYANG)), id);
        assertEquals(removal, gone);
        pages.confirm(by(manager(HAIYANG)), id);
        assertEquals("removal-state", told.code().code());
        work();
        pages.removals(by(manager(HAIYANG)));
        assertTrue(shown, shown.contains("|1|1|0|"));
        pages.removal(by(manager(HAIYANG)), id);
        assertTrue(shown, shown.contains("removals.fate.REMOVED"));

        typed.put("reason", List.of("审计结束"));
        pages.hold(by(archivist(HAIYANG)), held);
        assertTrue(shown, shown.contains("/retention/holds/" + held + "/lifting"));
        pages.lift(by(archivist(HAIYANG)), held);
        pages.hold(by(archivist(HAIYANG)), held);
        assertTrue(shown, shown.contains("hold.lifted"));
    }

    @Test
    public void whoeverProposedIsToldThatSomebodyElseConfirmsAndMayTakeItBack() {
        String number = delivered(HAIYANG);
        centres.province.at(DUE);
        RetentionPages pages = new RetentionPages(retention);
        typed.put("number", List.of(number));
        typed.put("words", List.of("鉴定1号"));
        pages.propose(by(manager(HAIYANG)));
        String id = gone.substring(gone.lastIndexOf('/') + 1);
        pages.removal(by(manager(HAIYANG)), id);
        assertTrue(shown, shown.contains("removal.somebody-else") && !shown.contains("/confirmation"));
        typed.put("reason", List.of("列错了"));
        pages.reject(by(manager(HAIYANG)), id);
        assertEquals("列错了", retention.find(id, manager(HAIYANG)).answer());
    }

    private static RemovalView removal(Response answer) {
        RemovalView view = (RemovalView) answer.getEntity();
        assertTrue(answer.getHeaderString("ETag").contains(Integer.toString(view.version())));
        return view;
    }

    @Test
    public void theInterfaceAnswersWithVersionsAndRefusesWhatHasChanged() {
        String number = delivered(HAIYANG);
        centres.province.at(DUE);
        RetentionResource rest = new RetentionResource(retention);
        assertEquals(1, rest.due(null, null, archivist(HAIYANG)).items().size());
        Response made = rest.propose(new Propose(List.of(number), "鉴定"), archivist(HAIYANG));
        assertEquals(201, made.getStatus());
        String id = removal(made).summary().id();
        assertTrue(made.getLocation().toString().endsWith("/retention/removals/" + id));
        assertEquals(1, rest.list(null, null, archivist(HAIYANG)).items().size());

        CallContext stale = centres.expecting(7, manager(HAIYANG));
        assertEquals("precondition-failed", codeOf(() -> rest.confirm(id, stale)));
        rest.reject(id, new Reject("w"), centres.expecting(1, manager(HAIYANG)));
        assertEquals(
                "REJECTED",
                removal(rest.find(id, archivist(HAIYANG))).summary().state().name());

        HoldView held =
                (HoldView) rest.hold(new Hold(number, "1号"), archivist(HAIYANG)).getEntity();
        assertEquals(1, held.version());
        assertEquals(1, rest.holds(null, null, archivist(HAIYANG)).items().size());
        assertEquals(
                2,
                ((HoldView) rest.lift(number, new Lift("w"), archivist(HAIYANG)).getEntity()).version());
        assertEquals(
                "case-unknown",
                codeOf(() -> rest.hold(new Hold("370687-20260914-0000000000", "1"), archivist(HAIYANG))));
        assertEquals("fields-invalid", codeOf(() -> rest.propose(new Propose(List.of(), ""), archivist(HAIYANG))));
        CallContext clerk = centres.as("c", "clerk", Set.of(), HAIYANG);
        assertEquals("not-allowed", codeOf(() -> rest.due(null, null, clerk)));
    }
}
