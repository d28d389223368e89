package org.yichuang.windows.internal.view;

import java.util.List;
import java.util.stream.Stream;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.pages.api.Tone;
import org.yichuang.pages.api.Ui;
import org.yichuang.windows.api.BookingState;
import org.yichuang.windows.api.Rank;
import org.yichuang.windows.api.TicketState;
import org.yichuang.windows.api.WindowKind;
import org.yichuang.windows.internal.WindowsViews.BookingView;
import org.yichuang.windows.internal.WindowsViews.LetterView;
import org.yichuang.windows.internal.WindowsViews.QueueView;
import org.yichuang.windows.internal.WindowsViews.StaffView;

/** How letters and staff look, and what their forms offer. */
public final class WindowsTones {
    private WindowsTones() {}

    /** The tone of where a letter stands. */
    public static Tone of(LetterView letter) {
        return switch (letter.state()) {
            case PROPOSED, CONSENTED -> Tone.INFO;
            case IN_FORCE -> letter.holds() ? Tone.DONE : Tone.INFO;
            case CHANGING, REPLACED -> Tone.CARE;
            case OBJECTED, EXPIRED, REVOKED -> Tone.WRONG;
        };
    }

    /** The tone of where somebody stands. */
    public static Tone of(StaffView staff) {
        return switch (staff.state()) {
            case RECOMMENDED, VETTED, APPROVED, TRAINED -> Tone.INFO;
            case ON_DUTY -> staff.onDuty() ? Tone.DONE : Tone.CARE;
            case LEFT, RETURNED -> Tone.CARE;
        };
    }

    /** The ranks. */
    public static List<Option> ranks(Ui ui) {
        return Stream.of(Rank.values())
                .map(each -> new Option(each.name(), ui.localize(each.label())))
                .toList();
    }

    /** The kinds of windows. */
    public static List<Option> kinds(Ui ui) {
        return Stream.of(WindowKind.values())
                .map(each -> new Option(each.name(), ui.localize(each.label())))
                .toList();
    }

    /** The tone of where a ticket stands. */
    public static Tone of(TicketState state) {
        return switch (state) {
            case WAITING -> Tone.INFO;
            case CALLED -> Tone.CARE;
            case SERVING, DONE -> Tone.DONE;
            case NO_SHOW, LAPSED -> Tone.WRONG;
        };
    }

    /** The tone of where an appointment stands. */
    public static Tone of(BookingView booking) {
        return switch (booking.state()) {
            case BOOKED -> Tone.INFO;
            case WAITING -> Tone.CARE;
            case ARRIVED -> Tone.DONE;
            case CANCELLED, NO_SHOW, LAPSED -> Tone.WRONG;
        };
    }

    /** Whether whoever has an appointment may still come. */
    public static boolean isOpen(BookingView booking) {
        return booking.state() == BookingState.BOOKED || booking.state() == BookingState.WAITING;
    }

    /** The groups for which tickets are given out. */
    public static List<Option> groups(List<QueueView> groups) {
        return groups.stream()
                .filter(each -> !each.closed())
                .map(each -> new Option(each.code(), each.code() + " " + each.name()))
                .toList();
    }
}
