package org.yichuang.tenancy.internal.domain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.time.CalendarDay;
import org.yichuang.kernel.api.time.CalendarTable;
import org.yichuang.tenancy.api.TenancyError;

/** A notice as JSON, there and back; every offending entry is named. */
public final class NoticeForm {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final Pattern REGION = Pattern.compile("\\d{6}(\\d{3})?(\\d{3})?");
    private static final int FIRST_YEAR = 2007;
    private static final int LAST_YEAR = 2100;

    private final List<FieldProblem> problems = new ArrayList<>();

    private NoticeForm() {}

    /**
     * @throws ProblemException {@link TenancyError#CALENDAR_INVALID}
     */
    public static Notice read(byte[] json) {
        return new NoticeForm().notice(tree(json));
    }

    private static JsonNode tree(byte[] json) {
        try {
            JsonNode tree = JSON.readTree(json);
            if (tree != null && tree.isObject()) {
                return tree;
            }
        } catch (JsonProcessingException e) {
            throw notJson();
        } catch (IOException e) {
            throw new IllegalStateException("Bytes in memory can be read", e);
        }
        throw notJson();
    }

    private static ProblemException notJson() {
        return new ProblemException(TenancyError.CALENDAR_INVALID, "文件不是 JSON 对象", "The file is not a JSON object");
    }

    /** Writes a notice. */
    public static byte[] write(Notice notice) {
        ObjectNode root = JSON.createObjectNode();
        root.put("year", notice.year()).put("region", notice.region()).put("paper", notice.paper());
        var days = root.putArray("days");
        notice.days().forEach(day -> days.addObject()
                .put("date", day.day().toString())
                .put("name", day.name())
                .put("isOffDay", !day.workday()));
        try {
            return JSON.writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree can be written", e);
        }
    }

    private Notice notice(JsonNode root) {
        int year = root.path("year").asInt();
        if (!root.path("year").isInt() || year < FIRST_YEAR || year > LAST_YEAR) {
            add("year", "年份须为 2007 至 2100 的整数", "year must be a whole number from 2007 to 2100");
        }
        String region = root.path("region").asText(CalendarTable.NATIONAL);
        if (!REGION.matcher(region).matches()) {
            add("region", "region 须为 6、9 或 12 位行政区划代码", "region must be a division code of 6, 9 or 12 digits");
        }
        String paper = root.path("paper").asText(root.path("papers").path(0).asText("")).strip();
        List<CalendarDay> days = days(root.path("days"), year, region, paper);
        if (!problems.isEmpty()) {
            throw new ProblemException(
                    TenancyError.CALENDAR_INVALID,
                    "日历文件有误：" + problems.get(0).field() + " " + problems.get(0).zh(),
                    "The calendar is not as it should be: " + problems.get(0).field() + ": " + problems.get(0).en(),
                    problems);
        }
        return new Notice(region, year, paper, days);
    }

    private List<CalendarDay> days(JsonNode rows, int year, String region, String paper) {
        if (!rows.isArray() || rows.isEmpty()) {
            add("days", "days 须为非空列表", "days must be a list that is not empty");
        }
        List<CalendarDay> days = new ArrayList<>();
        Set<LocalDate> met = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            JsonNode row = rows.get(i);
            String field = "days[" + i + "]";
            String name = row.path("name").asText("").strip();
            if (name.isEmpty()) {
                add(field + ".name", "缺少节日名称", "the holiday's name is missing");
            }
            if (!row.path("isOffDay").isBoolean()) {
                add(field + ".isOffDay", "须为 true 或 false", "must be true or false");
            }
            LocalDate day = day(row.path("date").asText(""), field, year);
            if (day != null && !met.add(day)) {
                add(field + ".date", "日期重复：" + day, "the day " + day + " comes twice");
            }
            days.add(new CalendarDay(region, day, !row.path("isOffDay").asBoolean(), name, paper));
        }
        return days;
    }

    /** A notice may speak of the last days of the year before and the first of the year after. */
    private LocalDate day(String text, String field, int year) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (Math.abs(day.getYear() - year) > 1) {
                add(field + ".date", text + " 不属于 " + year + " 年的安排", text + " does not belong to a notice of " + year);
            }
            return day;
        } catch (DateTimeException e) {
            add(field + ".date", "“" + text + "” 不是日期", "\"" + text + "\" is not a date");
            return null;
        }
    }

    private void add(String field, String zh, String en) {
        problems.add(new FieldProblem(field, zh, en));
    }
}
