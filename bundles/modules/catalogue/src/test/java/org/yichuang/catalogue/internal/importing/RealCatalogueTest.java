package org.yichuang.catalogue.internal.importing;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.BeforeClass;
import org.junit.Test;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.documents.api.TableLayout;
import org.yichuang.documents.api.TableRow;
import org.yichuang.documents.internal.sheets.TableReader;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * Seventy-three items of real centres, as their guides print them: every cell stands in what is stored of its row, in
 * the same words or in the form in which this is always written, or something that is said of the row or the file names
 * it.
 */
public class RealCatalogueTest {
    private static final String FILE = "/catalogue.csv";

    /** What no item has a place for; the file says so once. */
    private static final List<String> BESIDE = List.of("region", "source_grade", "notes");

    private static String text;
    private static ItemFile file;

    @BeforeClass
    public static void readFile() throws IOException {
        try (InputStream content = RealCatalogueTest.class.getResourceAsStream(FILE)) {
            text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
        file = read(text);
    }

    @Test
    public void seventyOneAreDraftedAndTwoSayWhyNot() {
        assertEquals(73, file.rows().size());
        Map<Integer, List<String>> refused = new TreeMap<>();
        file.rows().stream()
                .filter(row -> row.definition().isEmpty())
                .forEach(row -> refused.put(row.row(), said(row.refusals())));
        assertEquals(Map.of(6, List.of("初审层级（县）不低于行使层级（县）"), 25, List.of("无法识别初审层级：村级")), refused);
    }

    @Test
    public void columnsWithoutAPlaceAreNamedOnce() {
        String notes = String.join("\n", said(file.facts().notes()));
        BESIDE.forEach(column -> assertTrue(notes, notes.contains(column)));
    }

    @Test
    public void everyCellOfADraftedRowIsKeptOrNamed() {
        Map<Integer, ReadRow> drafted = new TreeMap<>();
        file.rows().stream().filter(row -> row.definition().isPresent()).forEach(row -> drafted.put(row.row(), row));
        int cells = 0;
        List<String> named = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        for (TableRow given : given()) {
            ReadRow row = drafted.get(given.number());
            for (Column column : row == null ? new Column[0] : Column.values()) {
                String cell = given.text(column.name());
                List<String> lost = parts(column, cell).stream()
                        .filter(part -> !isKept(column, part, row.definition().orElseThrow()))
                        .toList();
                cells += cell.isEmpty() ? 0 : 1;
                boolean isNamed = lost.stream().allMatch(part -> isNamed(part, row));
                if (!lost.isEmpty()) {
                    (isNamed ? named : silent).add(row.row() + " " + column.heading() + " " + cell);
                }
            }
        }
        assertEquals(List.of(), silent);
        assertEquals(
                List.of(
                        "4 day_unit 工作日",
                        "9 pre_review_level 县级(区县)",
                        "12 pre_review_level 县级(区县)",
                        "13 day_unit 工作日",
                        "15 pre_review_level 县级(区)",
                        "19 pre_review_level 乡级(街道)",
                        "21 pre_review_level 村级+乡级+县残联",
                        "21 day_unit 工作日",
                        "22 pre_review_level 乡级+区残联",
                        "23 pre_review_level 乡级+县残联",
                        "24 pre_review_level 乡级+县残联",
                        "24 day_unit 工作日",
                        "61 day_unit 工作日/小时"),
                named);
        assertEquals(973, cells);
    }

    /** Whatever is written out is read as the same item again. */
    @Test
    public void whatIsStoredSurvivesTheWayOutAndInAgain() {
        for (ReadRow row : file.rows()) {
            row.definition().ifPresent(item -> {
                String out = String.join(",", ItemFile.headings()) + "\n" + csv(ItemFile.row(item)) + "\n";
                assertEquals(Optional.of(item), read(out).rows().get(0).definition());
            });
        }
    }

    private static boolean isKept(Column column, String cell, ItemDefinition item) {
        Map<Column, String> stored = stored(item);
        String there = stored.get(column);
        return switch (column) {
            case TYPE -> there.equals(cell) || cell.equals("非行政许可") && item.type() == ItemType.NON_LICENCE;
            case EXERCISE_LEVEL -> there.equals(level(cell));
            case ACCEPTANCE_LEVEL -> stored.get(Column.ACCEPTANCE_LEVELS).equals(level(cell));
            case PRE_REVIEW_LEVEL -> List.of(there.split("[+]")).contains(level(cell));
            case STATUTORY, PROMISED -> there.matches(cell + "(个工作日|日)");
            case DAY_UNIT -> (stored.get(Column.STATUTORY) + stored.get(Column.PROMISED)).contains(cell);
            case FEE -> there.replaceFirst("^收费：", "")
                    .equals(cell.equals("no") ? "不收费" : cell.replaceFirst("^yes; ", ""));
            case MATERIALS -> bare(there).equals(bare(cell));
            default -> there.equals(cell);
        };
    }

    /** How a level is always written. */
    private static String level(String cell) {
        return switch (cell) {
            case "乡", "乡级" -> "乡镇";
            case "省", "市", "县" -> cell + "级";
            default -> cell;
        };
    }

    /** Materials without the signs between their parts; one copy is what goes without saying. */
    private static String bare(String materials) {
        return plain(materials).replaceAll("1份|[;,、()]", "");
    }

    /** A cell may name several places, each of which is kept or not. */
    private static List<String> parts(Column column, String cell) {
        if (cell.isEmpty()) {
            return List.of();
        }
        return column == Column.PRE_REVIEW_LEVEL ? List.of(cell.split("[+]")) : List.of(cell);
    }

    private static String plain(String cell) {
        return Normalizer.normalize(cell, Normalizer.Form.NFKC).strip();
    }

    private static boolean isNamed(String cell, ReadRow row) {
        return said(row.assumptions()).stream().anyMatch(sentence -> sentence.contains(cell));
    }

    private static Map<Column, String> stored(ItemDefinition item) {
        Map<Column, String> stored = new EnumMap<>(Column.class);
        List<String> texts = RowWriter.write(item);
        for (Column column : Column.values()) {
            stored.put(column, texts.get(column.ordinal()));
        }
        return stored;
    }

    /** The cells as they stand in the file. */
    private static List<TableRow> given() {
        TableLayout layout = Column.layout(Map.of(), ItemFile.MOST_ROWS);
        List<TableRow> rows = new ArrayList<>();
        new TableReader().read(FILE, bytes(text), layout, rows::add);
        return rows;
    }

    private static ItemFile read(String csv) {
        return ItemFile.read(new TableReader(), FILE, bytes(csv), ItemFile.MOST_ROWS, Meanings.NONE, codes -> Map.of());
    }

    private static InputStream bytes(String csv) {
        return new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
    }

    private static String csv(List<String> cells) {
        return String.join(
                ",",
                cells.stream()
                        .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                        .toList());
    }

    private static List<String> said(List<?> remarks) {
        return remarks.stream()
                .map(each -> each instanceof Remark remark ? remark.message() : (LocalizedMessage) each)
                .map(LocalizedMessage::zh)
                .toList();
    }
}
