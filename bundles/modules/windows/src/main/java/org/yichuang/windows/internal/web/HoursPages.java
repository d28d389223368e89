package org.yichuang.windows.internal.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.web.api.AllowEveryone;
import org.yichuang.windows.api.HoursKind;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.PointHours;
import org.yichuang.windows.internal.WindowsCommands.SetHours;
import org.yichuang.windows.internal.WindowsCommands.SetHours.Exceptional;
import org.yichuang.windows.internal.WindowsCommands.SetHours.Span;
import org.yichuang.windows.internal.WindowsCommands.SetHours.Weekly;

/** When a place is open; who manages the hall says it in lines. */
@Path("/{tenant}/windows/points")
public class HoursPages {
    static final String ROOT = "/windows/points";
    private static final int DAYS = 7;

    private final PointHours hours;

    HoursPages(PointHours hours) {
        this.hours = hours;
    }

    /** As it is said now. */
    @GET
    @Path("/{point}")
    @AllowEveryone
    public Response show(@Context PageCall call, @PathParam("point") String point) {
        return call.render(screen(call, point));
    }

    private Screen screen(PageCall call, String point) {
        return Screen.reading(
                        call.ui().t("hours.title"),
                        WindowsPageModule.TEMPLATES.hours(
                                call.ui(),
                                hours.find(point, call.context().withoutKey()),
                                call.context().actor().isPermitted(WindowsPermission.MANAGE)))
                .under(call.ui().t("hall.title"), "/windows");
    }

    /** Says it anew. */
    @POST
    @Path("/{point}/hours")
    @RequiresPermission(WindowsPermission.MANAGE)
    public Response set(@Context PageCall call, @PathParam("point") String point) {
        Form form = call.form();
        try {
            hours.set(
                    point, new SetHours(week(form.text("week")), exceptions(form.text("exceptions"))), call.context());
            return call.redirect(ROOT + "/" + point, "hours-set");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, point));
        }
    }

    /** Lines as {@code 1-5 09:00-12:00 13:30-17:00}, with a kind behind them where it is another one. */
    static List<Weekly> week(String text) {
        List<Weekly> week = new ArrayList<>();
        for (String line : lines(text)) {
            List<String> words = Arrays.asList(line.split("\\s+"));
            HoursKind kind = StaffPages.choice(HoursKind.class, words.get(words.size() - 1));
            List<String> spans = words.subList(1, kind == null ? words.size() : words.size() - 1);
            if (spans.isEmpty()) {
                throw invalid("week");
            }
            for (int day : days(words.get(0))) {
                spans.forEach(each -> week.add(new Weekly(
                        DayOfWeek.of(day),
                        span("week", each).from(),
                        span("week", each).to(),
                        kind == null ? HoursKind.NORMAL : kind)));
            }
        }
        return week;
    }

    private static int[] days(String text) {
        if (!text.matches("[1-7](-[1-7])?")) {
            throw invalid("week");
        }
        int first = text.charAt(0) - '0';
        int last = text.charAt(text.length() - 1) - '0';
        return IntStream.rangeClosed(first, Math.min(last, DAYS)).toArray();
    }

    /** Lines as {@code 2026-05-01 停电检修 09:00-11:00}; without times it is closed. */
    static List<Exceptional> exceptions(String text) {
        return lines(text).stream()
                .map(line -> Arrays.asList(line.split("\\s+")))
                .map(words -> new Exceptional(
                        date(words.get(0)),
                        words.stream()
                                .skip(2)
                                .map(each -> span("exceptions", each))
                                .toList(),
                        words.size() > 1 ? words.get(1) : ""))
                .toList();
    }

    private static LocalDate date(String text) {
        return Optional.ofNullable(PlainDay.of(text)).orElseThrow(() -> invalid("exceptions"));
    }

    private static Span span(String field, String text) {
        String[] ends = text.split("-");
        if (ends.length != 2) {
            throw invalid(field);
        }
        return new Span(ends[0], ends[1]);
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static ProblemException invalid(String field) {
        return ProblemException.field(
                CommonError.FIELDS_INVALID, field, LocalizedMessage.of(PointHours.class, "hours.line"));
    }
}
