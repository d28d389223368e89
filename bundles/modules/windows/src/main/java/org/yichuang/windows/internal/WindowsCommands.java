package org.yichuang.windows.internal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import javax.validation.Valid;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotEmpty;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.Size;
import org.yichuang.windows.api.DeviceKind;
import org.yichuang.windows.api.HoursKind;
import org.yichuang.windows.api.LeaderRank;
import org.yichuang.windows.api.LeaveKind;
import org.yichuang.windows.api.PointKind;
import org.yichuang.windows.api.PunchSlot;
import org.yichuang.windows.api.Rank;
import org.yichuang.windows.api.Right;
import org.yichuang.windows.api.StationingKind;
import org.yichuang.windows.api.TicketSource;
import org.yichuang.windows.api.VisitPurpose;
import org.yichuang.windows.api.WindowKind;

/** What is sent to have something done about the hall. */
public interface WindowsCommands {
    /**
     * Opens a place.
     *
     * @param bus how to come by bus
     * @param division the code of its division; absent for the centre's own
     * @param area in square metres
     * @param mergeBy until when a hall of a department becomes a part of the centre's
     * @param exemption by which paper it stays
     */
    record OpenPoint(
            @NotNull PointKind kind,
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 200) String address,
            @Size(max = 200) String bus,
            @Size(max = 50) String phone,
            @Size(max = 20) String division,
            @Size(max = 30) List<@NotBlank @Size(max = 50) String> facilities,
            Integer area,
            LocalDate openedOn,
            LocalDate mergeBy,
            @Size(max = 200) String exemption) {}

    /** Why something is done. */
    record Reason(@NotBlank @Size(max = 200) String reason) {}

    /** Signs all of the week of a day; absent for this week. */
    record ConfirmWeek(LocalDate day) {}

    /** What is said. */
    record Words(@NotBlank @Size(max = 1000) String words) {}

    /**
     * A department begins to work at the centre.
     *
     * @param since from which day on
     * @param section its approval section; absent where it has none
     * @param statement the responsibility that its head has signed for; absent for none
     */
    record Station(
            @NotBlank @Size(max = 100) String department,
            @NotNull StationingKind kind,
            @NotNull LocalDate since,
            @Valid Section section,
            @Valid Statement statement) {}

    /** An approval section; {@code wholeBody} says whether it has come as a whole body. */
    record Section(
            @NotBlank @Size(max = 100) String name,
            @NotNull LocalDate setUpOn,
            @NotNull Boolean wholeBody,
            @NotNull Integer staff,
            @NotNull Integer items) {}

    /** A statement of responsibility; {@code items} says how many items it hands over. */
    record Statement(
            @NotBlank @Size(max = 50) String head,
            @NotBlank @Size(max = 50) String windowHead,
            @NotNull LocalDate signedOn,
            @NotNull Integer items) {}

    /**
     * A department works at the centre no more.
     *
     * @param from the first day on which it does not
     * @param approval by which paper
     */
    record Withdraw(@NotNull LocalDate from, @NotBlank @Size(max = 200) String approval) {}

    /** Items of a department enter the hall, by their codes. */
    record Enter(@NotEmpty @Size(max = 100) List<@NotBlank @Size(max = 64) String> items) {}

    /**
     * Opens a window.
     *
     * @param point the id of the place where it is
     * @param predecessors numbers of windows that are closed for it
     * @param reason why they are; demanded with them
     */
    record OpenWindow(
            @NotBlank @Size(max = 20) String number,
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 40) String point,
            @NotNull WindowKind kind,
            @Size(max = 50) List<@NotNull @Valid Member> departments,
            @Valid Position position,
            @Size(max = 20) List<@NotBlank @Size(max = 20) String> predecessors,
            @Size(max = 200) String reason) {}

    /** A department that a window serves, and by which consent of the centre it has joined a comprehensive one. */
    record Member(@NotBlank @Size(max = 100) String department, @Size(max = 100) String consent) {}

    /** Where it is in the hall, in steps from a corner. */
    record Position(@NotNull Integer floor, @NotNull Integer x, @NotNull Integer y) {}

    /**
     * Recommends somebody for a window.
     *
     * @param account by which they sign in at the centre
     * @param employeeNo the number that stands on their badge
     * @param homeUnit whose they stay
     * @param departments those that they will serve
     * @param standIn the account of whoever stands in for them; absent for nobody
     */
    record Recommend(
            @NotBlank @Size(max = 100) String account,
            @NotBlank @Size(max = 50) String name,
            @NotBlank @Size(max = 20) String employeeNo,
            @NotBlank @Size(max = 100) String homeUnit,
            @NotBlank @Size(max = 100) String post,
            @NotNull Rank rank,
            @NotEmpty @Size(max = 50) List<@NotBlank @Size(max = 100) String> departments,
            @Size(max = 100) String standIn) {}

    /** An examination with closed books, out of a hundred. */
    record Train(
            @NotBlank @Size(max = 100) String title,
            @NotNull LocalDate heldOn,
            @NotNull Integer score,
            @NotNull Boolean passed) {}

    /** Gives a badge, and a window by its number. */
    record Badge(@NotBlank @Size(max = 20) String window) {}

    /**
     * Somebody goes on, or is sent back.
     *
     * @param returned whether they are sent back
     * @param appraisal what is said of them
     */
    record Depart(@NotNull Boolean returned, @NotBlank @Size(max = 2000) String appraisal) {}

    /** Somebody is there; of somebody else it is said why they have not said so themselves. */
    record Arrive(@Size(max = 200) String reason) {}

    /** Somebody is away from today on until a day. */
    record Away(@NotNull LocalDate until, @NotBlank @Size(max = 200) String reason) {}

    /**
     * Proposes a delegation letter.
     *
     * @param number of the paper
     * @param full codes of the items that are handled to their end
     * @param partial codes of those of which the department decides itself
     * @param recorded {@code COORDINATE}, {@code RESPOND}: what else is delegated; absent for nothing
     * @param previous the number of the letter in whose place it comes; absent for none
     */
    record Propose(
            @NotBlank @Size(max = 40) String number,
            @NotBlank @Size(max = 100) String department,
            @NotNull @Valid Person principal,
            @NotNull @Valid Person a,
            @NotNull @Valid Person b,
            @Size(max = 500) List<@NotBlank @Size(max = 64) String> full,
            @Size(max = 500) List<@NotBlank @Size(max = 64) String> partial,
            @Size(max = 10) List<@NotNull Right> recorded,
            @NotNull LocalDate from,
            @NotNull LocalDate until,
            @Size(max = 40) String previous) {
        public Propose {
            full = full == null ? List.of() : List.copyOf(full);
            partial = partial == null ? List.of() : List.copyOf(partial);
            recorded = recorded == null ? List.of() : List.copyOf(recorded);
            previous = previous == null ? "" : previous.strip();
        }
    }

    /** Somebody whom a letter names; the principal acts elsewhere and has no account. */
    record Person(
            @Size(max = 100) String account,
            @NotBlank @Size(max = 50) String name,
            @NotBlank @Size(max = 100) String unit,
            @NotBlank @Size(max = 100) String post,
            @NotNull Rank rank) {}

    /** What all four have signed, each as the SHA-256 of the signed original in hexadecimal digits. */
    record Sign(
            @NotBlank @Size(max = 64) String principal,
            @NotBlank @Size(max = 64) String seal,
            @NotBlank @Size(max = 64) String a,
            @NotBlank @Size(max = 64) String b) {}

    /** Announces that a letter changes, from a day on. */
    record Announce(@NotNull LocalDate from, @NotBlank @Size(max = 500) String words) {}

    /**
     * Opens a group of tickets.
     *
     * @param code one to three capital letters, with which its numbers begin
     * @param windows numbers of those that call it; absent for all
     */
    record OpenQueue(
            @NotBlank @Pattern(regexp = "[A-Z]{1,3}") String code,
            @NotBlank @Size(max = 100) String name,
            @Size(max = 50) List<@NotBlank @Size(max = 20) String> windows) {}

    /**
     * Takes a ticket.
     *
     * @param first whether whoever has it goes first, which staff say; absent for no
     * @param source where it is taken; absent for the desk, or from home for whoever is no staff
     */
    record Take(@NotBlank @Size(max = 3) String group, Boolean first, TicketSource source) {}

    /**
     * Calls the next ticket to a window.
     *
     * @param group of which group; absent for any that the window calls
     */
    record Call(@NotBlank @Size(max = 20) String window, @Size(max = 3) String group) {}

    /** At which window something is done with a ticket. */
    record At(@NotBlank @Size(max = 20) String window) {}

    /**
     * Somebody goes on to another group, or another window.
     *
     * @param window where they are now
     * @param group where they wait next; absent for the same
     * @param only the window that alone calls them; absent for any of the group
     */
    record Transfer(
            @NotBlank @Size(max = 20) String window, @Size(max = 3) String group, @Size(max = 20) String only) {}

    /** Somebody has been served; {@code cases} are numbers of what has come of it, absent for nothing. */
    record Finish(
            @NotBlank @Size(max = 20) String window, @Size(max = 20) List<@NotBlank @Size(max = 40) String> cases) {}

    /**
     * Says when a place is open, instead of what was said before.
     *
     * @param week the pattern of the week; absent for open at no time
     * @param exceptions days on which it does not hold; absent for none
     */
    record SetHours(
            @Size(max = 60) List<@NotNull @Valid Weekly> week,
            @Size(max = 100) List<@NotNull @Valid Exceptional> exceptions) {
        public SetHours {
            week = week == null ? List.of() : List.copyOf(week);
            exceptions = exceptions == null ? List.of() : List.copyOf(exceptions);
        }

        /** In every week; times are hours and minutes, as 09:00. */
        public record Weekly(
                @NotNull DayOfWeek day,
                @NotBlank @Size(max = 5) String from,
                @NotBlank @Size(max = 5) String to,
                @NotNull HoursKind kind) {}

        /** On one day; without spans it is closed. */
        public record Exceptional(
                @NotNull LocalDate day,
                @Size(max = 10) List<@NotNull @Valid Span> spans,
                @NotBlank @Size(max = 100) String reason) {
            public Exceptional {
                spans = spans == null ? List.of() : List.copyOf(spans);
            }
        }

        /** From a time to another one. */
        public record Span(@NotBlank @Size(max = 5) String from, @NotBlank @Size(max = 5) String to) {}
    }

    /**
     * Books a slot.
     *
     * @param item the code of what one comes for
     * @param point the id of the place
     * @param time when the slot begins, as 09:30
     * @param waits whether to wait for a place where there is none; absent for no
     */
    record Book(
            @NotBlank @Size(max = 64) String item,
            @NotBlank @Size(max = 40) String point,
            @NotNull LocalDate day,
            @NotBlank @Size(max = 5) String time,
            Boolean waits) {}

    /** The same at the desk; {@code name} says for whom. */
    record BookFor(
            @NotBlank @Size(max = 64) String item,
            @NotBlank @Size(max = 40) String point,
            @NotNull LocalDate day,
            @NotBlank @Size(max = 5) String time,
            Boolean waits,
            @NotBlank @Size(max = 50) String name) {}

    /** Somebody has come; {@code group} says of which group the ticket is, absent for the first that serves them. */
    record CheckIn(@Size(max = 3) String group) {}

    /** Somebody punches at a device, which says its key. */
    record PunchAtDevice(
            @NotBlank @Size(max = 40) String device,
            @NotBlank @Size(max = 100) String key,
            @NotBlank @Size(max = 20) String employeeNo) {}

    /** It is entered when somebody was there, and why they have not punched; the time is as 09:00. */
    record EnterPunch(
            @NotBlank @Size(max = 40) String member,
            @NotNull LocalDate day,
            @NotNull PunchSlot slot,
            @NotBlank @Size(max = 5) String time,
            @NotBlank @Size(max = 200) String reason) {}

    /** Somebody goes away for some minutes; {@code member} is absent for oneself. */
    record GoOut(@Size(max = 40) String member, @NotNull Integer minutes, @NotBlank @Size(max = 200) String reason) {}

    /** Somebody goes on leave; {@code standIn} is the account of whoever stands in for them. */
    record GrantLeave(
            @NotBlank @Size(max = 40) String member,
            @NotNull LocalDate from,
            @NotNull LocalDate until,
            @NotNull LeaveKind kind,
            @NotBlank @Size(max = 100) String standIn,
            @NotBlank @Size(max = 200) String reason) {}

    /** A leader has come, for so many minutes. */
    record RecordVisit(
            @NotBlank @Size(max = 100) String department,
            @NotBlank @Size(max = 50) String name,
            @NotNull LeaderRank rank,
            @NotNull VisitPurpose purpose,
            @NotNull LocalDate day,
            @NotNull Integer minutes,
            @Size(max = 1000) String words) {}

    /** Publishes the bulletin of a month, as 2026-03. */
    record PublishBulletin(@NotBlank @Size(max = 7) String month) {}

    /** Sets a device up at a place: one of attendance where no kind is said, that of a window for its screen. */
    record SetUpDevice(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 40) String point,
            DeviceKind kind,
            @Size(max = 20) String window) {}
}
