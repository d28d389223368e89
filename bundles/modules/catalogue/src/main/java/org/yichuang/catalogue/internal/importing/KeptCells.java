package org.yichuang.catalogue.internal.importing;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.documents.api.TableRow;

/**
 * What a row leaves as it is: an empty cell, and a column that the file has not, take nothing away from an item that is
 * there already. Whoever wants a field empty writes {@value #CLEARED} into its cell.
 */
final class KeptCells {
    /** Takes away what an item says. */
    static final String CLEARED = "清空";

    /** The columns that make one road; where a row fills one of them, several routes of before are not kept. */
    private static final Set<Column> ROAD =
            EnumSet.of(Column.HAS_PRE_REVIEW, Column.PRE_REVIEW_LEVEL, Column.PRE_REVIEW_DAYS, Column.ISSUE_LEVEL);

    private KeptCells() {}

    /** The cells of an item that a row does not fill. */
    static Map<Column, String> of(TableRow row, ItemDefinition present) {
        List<String> texts = RowWriter.write(present);
        Map<Column, String> kept = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            String text = texts.get(column.ordinal());
            if (!text.isEmpty() && isOpen(row, column)) {
                kept.put(column, text);
            }
        }
        return kept;
    }

    private static boolean isOpen(TableRow row, Column column) {
        return switch (column) {
            case CODE -> false;
            case ACCEPTANCE_LEVELS -> isEmpty(row, column) && isEmpty(row, Column.ACCEPTANCE_LEVEL);
            case ROUTES -> isEmpty(row, column) && ROAD.stream().allMatch(each -> isEmpty(row, each));
            case PRE_REVIEW_LEVEL, PRE_REVIEW_DAYS -> isEmpty(row, column)
                    && !YesNoCell.isNo(row.text(Column.HAS_PRE_REVIEW.name()));
            case SERVICE_FIELD -> isEmpty(row, column) && !isOfAnotherType(row);
            default -> isEmpty(row, column);
        };
    }

    /** Whether a row makes a public service something else, which has no field, and does not speak of the field. */
    static boolean losesField(TableRow row, ItemDefinition present) {
        return present.serviceField() != null && isEmpty(row, Column.SERVICE_FIELD) && isOfAnotherType(row);
    }

    private static boolean isOfAnotherType(TableRow row) {
        return ItemType.parse(row.text(Column.TYPE.name()))
                .filter(type -> type != ItemType.PUBLIC_SERVICE)
                .isPresent();
    }

    private static boolean isEmpty(TableRow row, Column column) {
        return row.text(column.name()).isEmpty();
    }
}
