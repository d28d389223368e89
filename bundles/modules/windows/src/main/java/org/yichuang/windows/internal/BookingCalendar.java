package org.yichuang.windows.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.windows.api.BookingState;
import org.yichuang.windows.internal.domain.Booking;
import org.yichuang.windows.internal.domain.ServicePoint;

/** An appointment as a file of a calendar (iCalendar, RFC 5545): lines that end with CR LF, of at most 75 octets. */
final class BookingCalendar {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int OCTETS = 75;

    private BookingCalendar() {}

    static String of(Booking booking, ServicePoint point, CallContext context) {
        boolean isOff = booking.state() == BookingState.CANCELLED;
        String status = isOff ? "CANCELLED" : booking.state() == BookingState.WAITING ? "TENTATIVE" : "CONFIRMED";
        Stream<String> event = Stream.of(
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//yichuang//windows//ZH",
                "METHOD:" + (isOff ? "CANCEL" : "PUBLISH"),
                "BEGIN:VEVENT",
                "UID:" + booking.id() + "@" + context.tenant() + ".yichuang",
                "SEQUENCE:" + (booking.steps() - 1),
                "DTSTAMP:" + moment(context.at()),
                "DTSTART:" + moment(booking.startAt()),
                "DTEND:" + moment(booking.endAt()),
                "SUMMARY:" + escaped(words("summary", booking.held().itemName())),
                "LOCATION:" + escaped(point.name() + " " + point.held().address()),
                "DESCRIPTION:" + escaped(words("description")),
                "STATUS:" + status);
        Stream<String> alarm = isOff
                ? Stream.of()
                : Stream.of(
                        "BEGIN:VALARM",
                        "ACTION:DISPLAY",
                        "DESCRIPTION:" + escaped(words("summary", booking.held().itemName())),
                        "TRIGGER:-PT2H",
                        "END:VALARM");
        return Stream.of(event, alarm, Stream.of("END:VEVENT", "END:VCALENDAR"))
                .flatMap(lines -> lines)
                .flatMap(line -> folded(line).stream())
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String words(String key, Object... arguments) {
        return LocalizedMessage.of(BookingCalendar.class, "calendar." + key, arguments)
                .zh();
    }

    private static String moment(Instant at) {
        return MOMENT.format(at);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n");
    }

    /** A line as several, where it is too long; each but the first begins with a space, and no character is cut. */
    private static List<String> folded(String line) {
        Stream.Builder<String> lines = Stream.builder();
        StringBuilder part = new StringBuilder();
        int octets = 0;
        for (int character : line.codePoints().toArray()) {
            String next = Character.toString(character);
            int size = next.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > OCTETS) {
                lines.add(part.toString());
                part = new StringBuilder(" ");
                octets = 1;
            }
            part.append(next);
            octets += size;
        }
        return lines.add(part.toString()).build().toList();
    }
}
