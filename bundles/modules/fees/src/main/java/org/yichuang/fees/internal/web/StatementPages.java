package org.yichuang.fees.internal.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.fees.api.FeePermission;
import org.yichuang.fees.api.StatementSource;
import org.yichuang.fees.internal.Banks;
import org.yichuang.fees.internal.Counter;
import org.yichuang.fees.internal.FeeCommands.Bring;
import org.yichuang.fees.internal.FeeCommands.Reason;
import org.yichuang.fees.internal.FeeCommands.StatedLine;
import org.yichuang.fees.internal.SettlementServices;
import org.yichuang.fees.internal.SettlementViews.BankView;
import org.yichuang.fees.internal.SettlementViews.StatementView;
import org.yichuang.fees.internal.Statements;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.api.UploadedFile;

/** What bank and treasury state that they have got on a day: by a file, line by line, or that it was nothing. */
@Path("/{tenant}/fees/statements")
public class StatementPages {
    private static final String ROOT = "/fees/statements";

    private final Banks banks;
    private final Statements statements;
    private final Counter counter;

    StatementPages(SettlementServices settlement, Counter counter) {
        banks = settlement.banks();
        statements = settlement.statements();
        this.counter = counter;
    }

    /** Those of a day; of today where none is named. */
    @GET
    @RequiresPermission(FeePermission.LEDGER)
    public Response show(@Context PageCall call) {
        return call.render(screen(call, FormValues.dayOrToday(call.query("day"), call.context())));
    }

    private Screen screen(PageCall call, LocalDate day) {
        CallContext context = call.context().withoutKey();
        List<BankView> known = banks.list(PageRequest.of(PageRequest.MAXIMUM, null), context).items().stream()
                .filter(bank -> bank.waiting() == null || !bank.waiting().first())
                .toList();
        return Screen.working(
                        call.ui().t("statements.title"),
                        FeePageModule.TEMPLATES.statements(
                                call.ui(),
                                day,
                                counter.statements(day, context),
                                known,
                                context.actor().isPermitted(FeePermission.RECONCILE),
                                context.actor().isPermitted(FeePermission.CONFIRM)))
                .under(call.ui().t("books.title"), "/fees/books?day=" + day);
    }

    /** Takes a file in, in the form of whoever sends it. */
    @POST
    @Path("/file")
    @RequiresPermission(FeePermission.RECONCILE)
    public Response file(@Context PageCall call) {
        Form form = call.form();
        LocalDate day = FormValues.dayOrToday(form.text("day"), call.context());
        try {
            UploadedFile file = form.file("file")
                    .orElseThrow(() -> ProblemException.field(
                            CommonError.FIELDS_INVALID,
                            "file",
                            LocalizedMessage.of(Banks.class, "statement.file-missing")));
            try (InputStream content = file.open()) {
                banks.file(form.text("bank"), FormValues.day(form, "day"), file.name(), content, call.context());
            }
            return call.redirect(ROOT + "?day=" + day, "stated");
        } catch (ProblemException e) {
            return call.redisplay(ofFile(e), screen(call, day));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong within the file is told beside it. */
    private static ProblemException ofFile(ProblemException refusal) {
        List<FieldProblem> fields = refusal.fields().stream()
                .map(each ->
                        List.of("bank", "day").contains(each.field()) ? each : new FieldProblem("file", each.message()))
                .toList();
        return fields.isEmpty() ? refusal : new ProblemException(refusal.code(), refusal.message(), fields);
    }

    /** Takes lines in that somebody has typed; none says that it was nothing. */
    @POST
    @RequiresPermission(FeePermission.RECONCILE)
    public Response bring(@Context PageCall call) {
        Form form = call.form();
        LocalDate day = FormValues.dayOrToday(form.text("on"), call.context());
        try {
            StatementSource source = FormValues.chosen(form, "source", StatementSource.values());
            Bring stated = new Bring(
                    source,
                    form.text("whose"),
                    FormValues.day(form, "on"),
                    FormValues.lines(form.text("lines")).stream()
                            .map(StatementPages::line)
                            .toList());
            statements.bring(stated, call.context());
            return call.redirect(ROOT + "?day=" + day, "stated");
        } catch (ProblemException e) {
            return call.redisplay(typed(e), screen(call, day));
        }
    }

    /** Another person confirms what somebody has typed. */
    @POST
    @Path("/confirmation")
    @RequiresPermission(FeePermission.CONFIRM)
    public Response confirm(@Context PageCall call) {
        return decide(
                call,
                "statement-confirmed",
                () -> statements.confirm(call.form().text("statement"), call.context()));
    }

    /** Another person refuses it. */
    @POST
    @Path("/refusal")
    @RequiresPermission(FeePermission.CONFIRM)
    public Response refuse(@Context PageCall call) {
        return decide(
                call,
                "statement-refused",
                () -> statements.refuse(
                        call.form().text("statement"), new Reason(call.form().text("reason")), call.context()));
    }

    private Response decide(PageCall call, String done, Supplier<StatementView> taken) {
        LocalDate day = FormValues.dayOrToday(call.form().text("of"), call.context());
        try {
            taken.get();
            return call.redirect(ROOT + "?day=" + day, done);
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, day));
        }
    }

    private static StatedLine line(String text) {
        List<String> cells = FormValues.cells(text);
        boolean hasSerial = cells.size() == 3;
        if (!hasSerial && cells.size() != 2) {
            throw FormValues.invalid("lines", "statement");
        }
        return new StatedLine(
                hasSerial ? cells.get(0) : "",
                cells.get(hasSerial ? 1 : 0),
                FormValues.fen(cells.get(hasSerial ? 2 : 1), "lines"));
    }

    /** Fields of what is typed have names of their own, since two forms are on the page. */
    private static ProblemException typed(ProblemException refusal) {
        List<FieldProblem> fields = refusal.fields().stream()
                .map(each -> new FieldProblem(field(each.field()), each.message()))
                .toList();
        return fields.isEmpty() ? refusal : new ProblemException(refusal.code(), refusal.message(), fields);
    }

    private static String field(String named) {
        return switch (named) {
            case "day" -> "on";
            case "bank" -> "whose";
            default -> named.startsWith("lines") ? "lines" : named;
        };
    }
}
