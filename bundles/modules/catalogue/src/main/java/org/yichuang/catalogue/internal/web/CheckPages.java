package org.yichuang.catalogue.internal.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.internal.CleanUp;
import org.yichuang.catalogue.internal.CleanUp.Lift;
import org.yichuang.catalogue.internal.CleanUp.Raise;
import org.yichuang.catalogue.internal.LimitChecks;
import org.yichuang.catalogue.internal.LimitChecks.Simulation;
import org.yichuang.catalogue.internal.domain.check.CleanUpFlag;
import org.yichuang.catalogue.internal.domain.round.RoundOutcome;
import org.yichuang.catalogue.internal.view.CheckTables;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.api.Ui;

/** What a catalogue is checked for as a whole: limits, clean-up flags. */
@Path("/{tenant}/catalogue")
public class CheckPages {
    private static final int ROWS = 50;
    private static final String CLEAN_UP = "/catalogue/clean-up";

    private final LimitChecks limits;
    private final CleanUp cleanUp;

    /** In front of the services. */
    public CheckPages(LimitChecks limits, CleanUp cleanUp) {
        this.limits = limits;
        this.cleanUp = cleanUp;
    }

    /** The limits of the catalogue, or of a round, against the policy. */
    @GET
    @Path("/compression")
    @RequiresPermission(CataloguePermission.VIEW)
    public Response compression(@Context PageCall call) {
        Ui ui = call.ui();
        Simulation simulation = new Simulation(days(call, "longDays"), days(call, "unlimitedDays"));
        PageRequest page = PageRequest.of(ROWS, call.query("cursor"));
        String round = call.query("round");
        LimitChecks.Report report = round.isEmpty()
                ? limits.catalogue(simulation, page, call.context())
                : limits.round(round, simulation, page, call.context());
        List<Field> filter = List.of(
                number(
                        "longDays",
                        "compression.long-days",
                        report.counts().policy().longDays(),
                        ui),
                number(
                        "unlimitedDays",
                        "compression.unlimited-days",
                        report.counts().policy().unlimitedDays(),
                        ui));
        Screen screen = Screen.working(
                ui.t("compression.title"),
                ItemPages.TEMPLATES.compression(
                        ui,
                        filter,
                        round,
                        CheckTables.facts(report.counts(), ui),
                        CheckTables.findings(report.page(), ui)));
        return call.render(round.isEmpty() ? screen : screen.under(ui.t("rounds.title"), "/catalogue/rounds"));
    }

    private static Field number(String name, String label, int days, Ui ui) {
        return Field.of(Field.Kind.NUMBER, name, ui.t(label)).value(days).small();
    }

    private static Optional<Integer> days(PageCall call, String name) {
        String typed = call.query(name);
        if (!typed.isEmpty() && !typed.matches("\\d{1,4}")) {
            throw ProblemException.field(
                    CommonError.PARAMETER_UNREADABLE, name, LocalizedMessage.of(CheckPages.class, "compression.days"));
        }
        return typed.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(typed));
    }

    /** The clean-up flags. */
    @GET
    @Path("/clean-up")
    @RequiresPermission(CataloguePermission.VIEW)
    public Response list(@Context PageCall call) {
        return call.render(screen(call));
    }

    private Screen screen(PageCall call) {
        Ui ui = call.ui();
        Optional<CleanUpFlag> flag = CleanUpFlag.parse(call.query("flag"));
        List<Option> outcomes = Arrays.stream(RoundOutcome.values())
                .filter(outcome -> Arrays.stream(CleanUpFlag.values())
                        .anyMatch(each -> each.isEntered() && each.outcomes().contains(outcome)))
                .map(outcome -> new Option(outcome.key(), ui.localize(outcome.label())))
                .toList();
        List<Field> filter = List.of(Field.select(
                "flag",
                ui.t("cleanup.flag"),
                Stream.concat(Stream.of(new Option("", ui.t("search.all"))), flags(ui, each -> true).stream())
                        .toList()));
        return Screen.working(
                ui.t("cleanup.title"),
                ItemPages.TEMPLATES.cleanup(
                        ui,
                        filter,
                        CheckTables.flags(
                                cleanUp.flags(flag, PageRequest.of(ROWS, call.query("cursor")), call.context()), ui),
                        flags(ui, CleanUpFlag::isEntered),
                        outcomes));
    }

    private static List<Option> flags(Ui ui, Predicate<CleanUpFlag> wanted) {
        return Arrays.stream(CleanUpFlag.values())
                .filter(wanted)
                .map(each -> new Option(each.key(), ui.localize(each.label())))
                .toList();
    }

    /** Raises a flag. */
    @POST
    @Path("/clean-up")
    @RequiresPermission(CataloguePermission.REVIEW)
    public Response raise(@Context PageCall call) {
        try {
            Form form = call.form();
            RoundOutcome outcome =
                    RoundOutcome.parse(form.text("outcome")).orElseThrow(() -> missing("outcome", "clean-up.outcome"));
            cleanUp.raise(new Raise(form.text("code"), flag(form), outcome, form.text("reason")), call.context());
            return call.redirect(CLEAN_UP, "clean-up-flagged");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call));
        }
    }

    /** Takes a flag back. */
    @POST
    @Path("/clean-up/lifting")
    @RequiresPermission(CataloguePermission.REVIEW)
    public Response lift(@Context PageCall call) {
        try {
            Form form = call.form();
            cleanUp.lift(new Lift(form.text("code"), flag(form), form.text("reason")), call.context());
            return call.redirect(CLEAN_UP, "clean-up-lifted");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call));
        }
    }

    private static CleanUpFlag flag(Form form) {
        return CleanUpFlag.parse(form.text("flag")).orElseThrow(() -> missing("flag", "clean-up.flag"));
    }

    private static ProblemException missing(String field, String key) {
        return ProblemException.field(CommonError.FIELDS_INVALID, field, LocalizedMessage.of(CheckPages.class, key));
    }
}
