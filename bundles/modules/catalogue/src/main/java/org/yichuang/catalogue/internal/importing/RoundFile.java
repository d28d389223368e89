package org.yichuang.catalogue.internal.importing;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.internal.domain.round.RoundItem;
import org.yichuang.catalogue.internal.domain.round.RoundOutcome;
import org.yichuang.documents.api.SpreadsheetReader;
import org.yichuang.documents.api.TableRow;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.time.Limit;

/** A file of a review round: one item a row. It is taken as a whole or not at all, as a round is. */
public final class RoundFile {
    private static final Pattern BARE = Pattern.compile("(\\d{1,6})(?:\\.0+)?");
    private static final int MOST_PROBLEMS = 50;

    private final List<RoundItem> items = new ArrayList<>();
    private final List<FieldProblem> problems = new ArrayList<>();

    private RoundFile() {}

    /** The headings of its columns, by which people know them. */
    public static List<String> headings() {
        return Arrays.stream(RoundColumn.values()).map(RoundColumn::chinese).toList();
    }

    /** Writes an item as a row of such a file, from which it is read again. */
    public static List<Object> row(RoundItem item) {
        List<Object> cells = new ArrayList<>();
        cells.add(item.code());
        cells.add(item.name());
        cells.add(item.type() == null ? null : item.type().label().zh());
        cells.add(item.outcome().label().zh());
        cells.add(item.reason().isEmpty() ? null : item.reason());
        cells.add(item.statutoryDays());
        cells.add(item.promisedDays());
        cells.add(item.approvalLevels());
        return cells;
    }

    /**
     * Reads all rows.
     *
     * @throws ProblemException {@code file-unreadable}, {@code file-columns}, {@code too-large}; {@code fields-invalid}
     *     with the field {@code file} for each of the first fifty rows that cannot be read
     */
    public static List<RoundItem> read(SpreadsheetReader reader, String fileName, InputStream content) {
        RoundFile file = new RoundFile();
        reader.read(fileName, content, RoundColumn.LAYOUT, file::take);
        if (!file.problems.isEmpty()) {
            throw new ProblemException(
                    CommonError.FIELDS_INVALID,
                    LocalizedMessage.of(RoundFile.class, "round-file.unreadable"),
                    file.problems);
        }
        return file.items;
    }

    private void take(TableRow row) {
        row.flaws().forEach(flaw -> add(row, flaw));
        Optional<RoundOutcome> outcome = RoundOutcome.parse(text(row, RoundColumn.OUTCOME));
        if (outcome.isEmpty()) {
            add(row, LocalizedMessage.of(RoundFile.class, "round-file.outcome", text(row, RoundColumn.OUTCOME)));
            return;
        }
        items.add(new RoundItem(
                text(row, RoundColumn.CODE),
                text(row, RoundColumn.NAME),
                type(row),
                outcome.get(),
                text(row, RoundColumn.REASON),
                days(row, RoundColumn.STATUTORY),
                days(row, RoundColumn.PROMISED),
                levels(row)));
    }

    private ItemType type(TableRow row) {
        String word = text(row, RoundColumn.TYPE);
        Optional<ItemType> type = ItemType.parse(word);
        if (type.isEmpty() && !word.isEmpty()) {
            add(row, LocalizedMessage.of(RoundFile.class, "round-file.type", word));
        }
        return type.orElse(null);
    }

    private Integer days(TableRow row, RoundColumn column) {
        String text = text(row, column);
        if (text.isEmpty()) {
            return null;
        }
        Matcher bare = BARE.matcher(text);
        if (bare.matches()) {
            return Integer.valueOf(bare.group(1));
        }
        try {
            return Limit.parse(text).amount();
        } catch (ProblemException e) {
            add(row, LocalizedMessage.of(RoundFile.class, "round-file.days", column.chinese(), text));
            return null;
        }
    }

    private Integer levels(TableRow row) {
        String text = text(row, RoundColumn.LEVELS);
        if (!text.isEmpty() && !text.matches("\\d{1,2}(\\.0+)?\\s*级?")) {
            add(row, LocalizedMessage.of(RoundFile.class, "round-file.levels", text));
            return null;
        }
        return text.isEmpty() ? null : Integer.valueOf(text.replaceFirst("\\D.*", ""));
    }

    private void add(TableRow row, LocalizedMessage message) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(new FieldProblem(
                    "file", LocalizedMessage.of(RoundFile.class, "round-file.row", row.number(), message)));
        }
    }

    private static String text(TableRow row, RoundColumn column) {
        return row.text(column.name());
    }
}
