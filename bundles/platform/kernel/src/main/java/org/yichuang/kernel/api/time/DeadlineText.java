package org.yichuang.kernel.api.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts a reckoning into words, so that a clerk or an applicant can follow it. */
final class DeadlineText {
    /** A reason with more stretches of days than this is told by its number of days. */
    private static final int STRETCHES_NAMED = 2;

    private final LocalDate start;
    private final Limit limit;
    private final Limit extension;
    private final DayCounter walk;

    DeadlineText(LocalDate start, Limit limit, Limit extension, DayCounter walk) {
        this.start = start;
        this.limit = limit;
        this.extension = extension;
        this.walk = walk;
    }

    String zh() {
        List<String> parts = new ArrayList<>();
        String granted = extension == null ? "" : "，经批准延长" + extension.zh();
        String from = limit.isSameDay() ? "时限为" + fullDate(start) : "自" + fullDate(start) + "的次日起算，时限";
        parts.add(from
                + limit.zh()
                + granted
                + walk.due().map(due -> "，至" + fullDate(due) + "24时届满").orElse(""));
        walk.standing()
                .ifPresent(stop -> parts.add("计时自" + fullDate(stop.from()) + "之后中止（" + stop.reason() + "），恢复计时后再算届满日"));
        walk.rolledFrom().ifPresent(end -> parts.add("末日" + shortDate(end) + "不计时或不是工作日，顺延至其后第一个工作日"));
        if (!walk.skipped().isEmpty()) {
            parts.add("不计入的日子：" + skippedDays(UncountedDay::reasonZh, this::stretchZh, "、", "共%d天", ""));
        }
        if (!walk.madeUp().isEmpty()) {
            parts.add("调休上班而计入的日子：" + join(walk.madeUp(), this::shortDate, "、"));
        }
        walk.uncertainFrom().ifPresent(day -> parts.add(fullDate(day) + "起的放假安排尚未公布，本日期为暂定，公布后重新计算"));
        return String.join("。", parts) + "。";
    }

    String en() {
        List<String> parts = new ArrayList<>();
        String granted = extension == null ? "" : ", extended by " + extension.en();
        parts.add((limit.isSameDay() ? "On " : "From the day after ") + start + ": " + limit.en() + granted
                + walk.due().map(due -> ", ending on " + due + " at 24:00").orElse(""));
        walk.standing()
                .ifPresent(stop -> parts.add("The clock stands since the end of " + stop.from() + " (" + stop.reason()
                        + "); the last day is set when it runs again"));
        walk.rolledFrom()
                .ifPresent(
                        end -> parts.add("The last day " + end + " is suspended or not a working day, so it moves on"));
        if (!walk.skipped().isEmpty()) {
            parts.add("Not counted: "
                    + skippedDays(UncountedDay::reasonEn, DeadlineText::stretchEn, ", ", "%d days", " "));
        }
        if (!walk.madeUp().isEmpty()) {
            parts.add("Counted although on a weekend, as offices work: "
                    + join(walk.madeUp(), LocalDate::toString, ", "));
        }
        walk.uncertainFrom()
                .ifPresent(day -> parts.add("No holiday notice is known from " + day
                        + " on: the date is provisional and will be reckoned again"));
        return String.join(". ", parts) + ".";
    }

    private String skippedDays(
            Function<UncountedDay, String> reason,
            Function<Stretch, String> dates,
            String comma,
            String number,
            String space) {
        Map<String, List<LocalDate>> byReason = walk.skipped().stream()
                .collect(Collectors.groupingBy(
                        reason, LinkedHashMap::new, Collectors.mapping(UncountedDay::day, Collectors.toList())));
        return byReason.entrySet().stream()
                .map(entry -> {
                    List<Stretch> stretches = stretches(entry.getValue());
                    String when = stretches.size() > STRETCHES_NAMED
                            ? String.format(number, entry.getValue().size())
                            : join(stretches, dates, comma);
                    return entry.getKey() + space + when;
                })
                .collect(Collectors.joining(space.isEmpty() ? "；" : "; "));
    }

    private static List<Stretch> stretches(List<LocalDate> days) {
        List<Stretch> found = new ArrayList<>();
        for (LocalDate day : days) {
            int last = found.size() - 1;
            if (last >= 0 && found.get(last).to().plusDays(1).equals(day)) {
                found.set(last, new Stretch(found.get(last).from(), day));
            } else {
                found.add(new Stretch(day, day));
            }
        }
        return found;
    }

    private String stretchZh(Stretch stretch) {
        String from = shortDate(stretch.from());
        return stretch.isOneDay() ? from : from + "至" + shortDate(stretch.to());
    }

    private static String stretchEn(Stretch stretch) {
        return stretch.isOneDay() ? stretch.from().toString() : stretch.from() + " to " + stretch.to();
    }

    private String shortDate(LocalDate day) {
        return day.getYear() == start.getYear() ? day.getMonthValue() + "月" + day.getDayOfMonth() + "日" : fullDate(day);
    }

    private static String fullDate(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    private static <T> String join(List<T> things, Function<T, String> word, String comma) {
        return things.stream().map(word).collect(Collectors.joining(comma));
    }

    private record Stretch(LocalDate from, LocalDate to) {
        boolean isOneDay() {
            return from.equals(to);
        }
    }
}
